"""Choose a place for every name, with its confidence and its rivals.

A name means the same place all through an article. The first round looks at each name by itself, the second
also at the places that the first round was sure of: the places of one story lie near each other.
Stated distances take no part, so that no claim can choose the place that it is then measured from.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from routes.errors import UsageError
from routes.gazetteer import Gazetteer, fold
from routes.model import Article, Candidate, How, Mention, Place, Resolution
from routes.placing.candidates import Option, find_options
from routes.placing.evidence import Evidence, gather, prefer_city, score
from routes.reading import Findings

_SURE = 0.9
_FUZZY_DISCOUNT = 0.85
_KEPT = 5


@dataclass(frozen=True, slots=True)
class _Ranked:
    options: tuple[Option, ...]
    shares: tuple[float, ...]


def resolve(
    article: Article, findings: Findings, gazetteer: Gazetteer, picks: tuple[tuple[str, str], ...] = ()
) -> tuple[Resolution, ...]:
    """Return a resolution for each mention, in order; `picks` are (name, place id) settled by the user."""
    picked = _picked(picks, gazetteer)
    evidence = gather(article.text, findings, gazetteer)
    options = {_key(mention): find_options(mention, gazetteer) for mention in _strongest_first(findings.mentions)}
    first = {key: _rank(found, key, evidence, ()) for key, found in options.items()}
    sure = tuple(ranked.options[0].place for ranked in first.values() if ranked.shares and ranked.shares[0] >= _SURE)
    points = tuple(place for place in sure if not place.kind.is_area)
    second = {key: _rank(found, key, evidence, points) for key, found in options.items()}
    return tuple(_resolution(mention, second[_key(mention)], picked) for mention in findings.mentions)


def _strongest_first(mentions: tuple[Mention, ...]) -> list[Mention]:
    """Order mentions so that the last one of a name is the one that asks most for a place."""
    return sorted(mentions, key=lambda mention: ("none", "locative", "endpoint").index(mention.slot.value))


def _key(mention: Mention) -> str:
    return f"{mention.kind.value}:{fold(mention.text)}"


def _rank(options: tuple[Option, ...], key: str, evidence: Evidence, others: tuple[Place, ...]) -> _Ranked:
    if not options:
        return _Ranked((), ())
    name = key.split(":", 1)[1]
    extra = prefer_city(options, name, evidence)
    scores = [score(option, name, evidence, others) + more for option, more in zip(options, extra, strict=True)]
    top = max(scores)
    weights = [math.exp(points - top) for points in scores]
    shares = [round(weight / sum(weights), 4) for weight in weights]
    order = sorted(range(len(options)), key=lambda index: (-shares[index], options[index].place.id))
    return _Ranked(tuple(options[index] for index in order), tuple(shares[index] for index in order))


def _resolution(mention: Mention, ranked: _Ranked, picked: dict[str, Place]) -> Resolution:
    settled = picked.get(fold(mention.text))
    if settled is not None:
        only = Candidate(settled, 1.0, "picked by the user", How.PICKED)
        return Resolution(mention, settled, 1.0, (only,), How.PICKED)
    if not ranked.options:
        return Resolution(mention, None, 0.0)
    candidates = tuple(
        Candidate(option.place, share, option.why, option.how)
        for option, share in zip(ranked.options, ranked.shares, strict=True)
    )[:_KEPT]
    best = candidates[0]
    discount = _FUZZY_DISCOUNT if best.how is How.FUZZY else 1.0
    return Resolution(mention, best.place, round(best.score * discount, 4), candidates, best.how)


def _picked(picks: tuple[tuple[str, str], ...], gazetteer: Gazetteer) -> dict[str, Place]:
    found = {}
    for name, place_id in picks:
        place = gazetteer.by_id(place_id)
        if place is None:
            raise UsageError(f"--pick {name}={place_id}: the gazetteer has no place with the id {place_id!r}")
        found[fold(name)] = place
    return found
