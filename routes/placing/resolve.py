"""Choose a place for every name, with its confidence and its rivals.

A name means the same place all through an article, unless the text puts it elsewhere. The ranker looks at all names
together; what it cannot have learnt, the rules of the house add. Stated distances are heard last, and what
they have chosen is marked, so that no claim is measured from a place that it has chosen itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from routes.errors import UsageError
from routes.gazetteer import Gazetteer, demonym_country, fold
from routes.model import Article, Candidate, How, Mention, MentionKind, Place, Resolution, Span
from routes.placing.figures import hear_figures
from routes.placing.ranker import Ranker, Ranking, rank, trained_ranker
from routes.placing.reasons import reason
from routes.placing.rules import points_of, what_is_asked
from routes.placing.scene import Scene, make_scene
from routes.placing.strays import leave_strays
from routes.placing.surety import choices, confidences, evidence_rows
from routes.placing.towns import prefer_towns
from routes.placing.unlisted import place_unlisted
from routes.reading import Findings

_FUZZY_DISCOUNT = 0.85
_KEPT = 5
# A text with more names is resolved in parts, so that memory and time grow with its length, not with the square.
_MOST_MENTIONS = 400


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution for each mention, in order.

    `chosen_by_claim` are names whose place a stated distance chose; of those `doubtful_choices` may fit by chance.
    """

    resolutions: tuple[Resolution, ...]
    chosen_by_claim: frozenset[Span] = frozenset()
    doubtful_choices: frozenset[Span] = frozenset()


def resolve(
    article: Article,
    findings: Findings,
    gazetteer: Gazetteer,
    picks: tuple[tuple[str, str], ...] = (),
    ranker: Ranker | None = None,
) -> Resolved:
    """Return which place each mention stands for; `picks` are (name, place id) settled by the user.

    Without a ranker, that of the package is asked.
    """
    return _resolve(article, findings, gazetteer, _Settled(ranker or trained_ranker(), _picked(picks, gazetteer)))


def resolve_mentions(
    article: Article, spans: tuple[Span, ...], gazetteer: Gazetteer, ranker: Ranker | None = None
) -> tuple[Resolution, ...]:
    """Return which place each of the given names stands for, in their order, without reading anything else."""
    mentions = tuple(_mention(article, span) for span in spans)
    return _resolve(article, _only(mentions), gazetteer, _Settled(ranker or trained_ranker(), {})).resolutions


@dataclass(frozen=True, slots=True)
class _Settled:
    """What does not depend on the article."""

    ranker: Ranker
    picked: dict[str, Place]


def _resolve(article: Article, findings: Findings, gazetteer: Gazetteer, settled: _Settled) -> Resolved:
    asked = what_is_asked(article.text, findings)
    mentions = tuple(sorted(findings.mentions, key=lambda mention: mention.span))
    found: dict[Span, Resolution] = {}
    chosen: set[Span] = set()
    doubtful: set[Span] = set()
    for start in range(0, len(mentions), _MOST_MENTIONS):
        scene = make_scene(article.text, mentions[start : start + _MOST_MENTIONS], gazetteer)
        ranking = rank(scene, settled.ranker.forests, points_of(scene, asked))
        heard = hear_figures(scene, findings, prefer_towns(scene, ranking))
        chosen_here = _choices(scene, heard.ranking, settled.ranker)
        resolved = leave_strays(tuple(_with_pick(each, settled.picked) for each in chosen_here))
        found |= {each.mention.span: each for each in place_unlisted(scene.cues, resolved)}
        chosen |= _spans(scene, heard.chosen)
        doubtful |= _spans(scene, heard.doubtful)
    resolutions = tuple(found[mention.span] for mention in findings.mentions)
    return Resolved(resolutions, frozenset(chosen), frozenset(doubtful))


def _spans(scene: Scene, senses: frozenset[int]) -> set[Span]:
    return {scene.mentions[index].span for sense in senses for index in scene.senses[sense].mentions}


def _mention(article: Article, span: Span) -> Mention:
    name = article.quote(span)
    return Mention(span, name, MentionKind.PLACE if demonym_country(name) is None else MentionKind.DEMONYM)


def _only(mentions: tuple[Mention, ...]) -> Findings:
    return Findings(
        sentences=(),
        mentions=mentions,
        vetoed=(),
        lines=(),
        statements=(),
        movements=(),
        vessels=(),
        cargo=(),
        dates=(),
        window=None,
        appositions=(),
        odd_borders=(),
    )


def _choices(scene: Scene, ranking: Ranking, ranker: Ranker) -> list[Resolution]:
    """Return a resolution for each mention of a scene, in order."""
    found = [Resolution(mention, None, 0.0) for mention in scene.mentions]
    best = choices(scene, ranking)
    sure = confidences(ranker.surety.predict(evidence_rows(scene, ranking, best)))
    for row, confidence in zip(best.tolist(), sure.tolist(), strict=True):
        candidates = _candidates(scene, ranking, row)
        place, how = candidates[0].place, candidates[0].how
        confidence = round(confidence * (_FUZZY_DISCOUNT if how is How.FUZZY else 1.0), 4)
        for index in scene.senses[int(scene.table.sense[row])].mentions:
            found[index] = Resolution(scene.mentions[index], place, confidence, candidates, how)
    return found


def _candidates(scene: Scene, ranking: Ranking, best: int) -> tuple[Candidate, ...]:
    """Return the chosen option of a sense and its rivals, the likeliest first."""
    sense = int(scene.table.sense[best])
    start, end = (int(each) for each in scene.table.starts[sense : sense + 2])
    options = scene.senses[sense].options
    order = sorted(
        range(start, end), key=lambda row: (row != best, -ranking.shares[row], options[row - start].place.id)
    )
    return tuple(
        Candidate(
            options[row - start].place,
            float(ranking.shares[row]),
            reason(scene, ranking, row),
            options[row - start].how,
        )
        for row in order[:_KEPT]
    )


def _with_pick(resolution: Resolution, picked: dict[str, Place]) -> Resolution:
    settled = picked.get(fold(resolution.mention.text))
    if settled is None:
        return resolution
    only = Candidate(settled, 1.0, "picked by the user", How.PICKED)
    return Resolution(resolution.mention, settled, 1.0, (only,), How.PICKED)


def _picked(picks: tuple[tuple[str, str], ...], gazetteer: Gazetteer) -> dict[str, Place]:
    found = {}
    for name, place_id in picks:
        place = gazetteer.by_id(place_id)
        if place is None:
            raise UsageError(f"--pick {name}={place_id}: the gazetteer has no place with the id {place_id!r}")
        found[fold(name)] = place
    return found
