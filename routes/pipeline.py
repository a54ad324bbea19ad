"""The stages in order: an article goes in, a report comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from routes.errors import ArticleError, UsageError
from routes.gazetteer import Gazetteer, demonym_country
from routes.geo import ReferenceLine
from routes.judging import Context, judge
from routes.model import (
    Article,
    BorderView,
    Claim,
    DataVersions,
    Level,
    Mention,
    MentionKind,
    Notice,
    PageReader,
    Report,
    Resolution,
    Span,
)
from routes.paths import OPEN, Ways
from routes.placing import Ranker, find_oddities, resolve, with_coordinates, with_derived
from routes.reading import Findings, Flow, Recognizer, flow, make_article, read
from routes.resources import content_hash
from routes.tracing import Traced, trace

_LINES = ("contact_line.csv", "borders.npz", "divisions.npz")


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may settle: the day of the lines, the border view, own places, picks and lines.

    `lines` take the place of the front line, `named_lines` are measured to where the text has their names.
    `mentions` are the names to place, where they are known; then no others are looked for.
    `recognizer` and `ranker` are models that you have trained yourself, in place of those of the package.
    `ways` are the passages to avoid or to allow; without them legs are sketches, which takes no time.
    Without `keeps_demonyms`, "Russian" and "Iranians" are left out of the toponyms that were found.
    """

    on: date | None = None
    border_view: BorderView = BorderView.UN
    gazetteer: Gazetteer | None = None
    picks: tuple[tuple[str, str], ...] = ()
    lines: tuple[ReferenceLine, ...] = ()
    mentions: tuple[Span, ...] | None = None
    keeps_demonyms: bool = True
    recognizer: Recognizer | None = None
    ranker: Ranker | None = None
    named_lines: tuple[ReferenceLine, ...] = ()
    ways: Ways | None = OPEN


def analyze(article: Article | str, options: Options | None = None) -> Report:
    """Return everything that can be said of an article: places, ways, claims and notices.

    Raise ArticleError where there is no text to read, UsageError where the options are none.

    >>> report = analyze("Grain was shipped from Odesa to Istanbul.")
    >>> [stop.name for stop in report.itineraries[0].stops]
    ['Odesa', 'Istanbul']
    """
    chosen, story = _checked_options(options), _story(article)
    flowing = _flow(story, chosen)
    return replace(flowing.restored(_analyze(replace(story, text=flowing.text), chosen)), article=story)


def _flow(story: Article, options: Options) -> Flow:
    """Return the text in paragraphs: that of a page is, and where names are given their offsets stay."""
    if story.page_reader is not None:
        return Flow(story.text, story.text, ((0, 0),))
    return flow(story.text, keeps_length=options.mentions is not None)


def _analyze(story: Article, chosen: Options) -> Report:
    gazetteer = chosen.gazetteer or Gazetteer.world()
    findings = read(story, gazetteer, chosen.recognizer)
    if chosen.mentions is not None:
        findings = _with_mentions(story, findings, chosen.mentions)
    resolved = resolve(story, findings, gazetteer, chosen.picks, chosen.ranker)
    resolutions = with_coordinates(findings, resolved.resolutions)
    # The judge never sees a place that a stated distance has put on the map: it would confirm itself.
    placed = with_derived(story, findings, resolutions, chosen.border_view)
    traced = trace(story, findings, placed, chosen.ways)
    context = Context(
        article=story,
        resolutions={resolution.mention.span: resolution for resolution in resolutions},
        gazetteer=gazetteer,
        on=chosen.on or story.published_on,
        border_view=chosen.border_view,
        lines=chosen.lines,
        chosen_by_claim=resolved.chosen_by_claim,
        doubtful_choices=resolved.doubtful_choices,
        named_lines=chosen.named_lines,
        ways=chosen.ways or OPEN,
    )
    claims = tuple(judge(statement, context) for statement in findings.statements)
    return Report(
        article=story,
        sentences=findings.sentences,
        toponyms=placed if _keeps_all(chosen) else tuple(filter(_is_no_demonym, placed)),
        vetoed=findings.vetoed,
        itineraries=traced.itineraries,
        claims=claims,
        dates=findings.dates,
        notices=(
            *_of_article(story, findings, traced),
            *_of_unused_lines(chosen.named_lines, claims),
            *find_oddities(story, findings, resolutions),
            *traced.notices,
        ),
        border_view=chosen.border_view,
        data=data_versions(gazetteer),
    )


def _story(article: object) -> Article:
    """Return the article to read; whoever calls without a type checker is told what would be right."""
    if isinstance(article, Article):
        return article
    if isinstance(article, str):
        return make_article(article)
    hint = "; decode them first, such as by data.decode('utf-8')" if isinstance(article, bytes | bytearray) else ""
    raise ArticleError(f"analyze: the article must be a text (str) or an Article, got {_kind(article)}{hint}")


def _checked_options(options: object) -> Options:
    if options is None:
        return Options()
    if isinstance(options, Options):
        return options
    raise UsageError(
        f"analyze: the options must be Options, such as Options(on=date(2023, 10, 15)), got {_kind(options)}"
    )


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _with_mentions(article: Article, findings: Findings, spans: tuple[Span, ...]) -> Findings:
    """Return the findings with the given names in place of those that were recognised."""
    recognised = {mention.span: mention for mention in findings.mentions}
    mentions = tuple(recognised.get(span) or _mention(article, span) for span in spans)
    return replace(findings, mentions=mentions, vetoed=(), relations=())


def _mention(article: Article, span: Span) -> Mention:
    text = article.quote(span)
    kind = MentionKind.PLACE if demonym_country(text) is None else MentionKind.DEMONYM
    return Mention(span, text, kind)


def _keeps_all(options: Options) -> bool:
    """Return whether every name is reported: demonyms that were given are meant."""
    return options.keeps_demonyms or options.mentions is not None


def _is_no_demonym(resolution: Resolution) -> bool:
    return resolution.mention.kind is not MentionKind.DEMONYM


def data_versions(gazetteer: Gazetteer) -> DataVersions:
    """Return the hashes of the data that a report rests on."""
    return DataVersions(gazetteer.content_hash, content_hash(*_LINES), gazetteer.world_hash)


def _of_unused_lines(lines: tuple[ReferenceLine, ...], claims: tuple[Claim, ...]) -> Iterator[Notice]:
    """Yield a notice for each of the user's lines that no stated distance names: it was perhaps meant as the front."""
    used = {claim.reference.name for claim in claims if claim.reference}
    used |= {claim.subject.name for claim in claims if claim.subject}
    for name in dict.fromkeys(line.version.name for line in lines):
        if name not in used:
            message = f'No stated distance names the line "{name}"; --line front=FILE makes it the front line'
            yield Notice(Level.INFO, "unused-line", message)


def _of_article(article: Article, findings: Findings, traced: Traced) -> tuple[Notice, ...]:
    found = []
    if article.page_reader is PageReader.PARAGRAPHS:
        message = (
            "The page's text was taken by its paragraphs alone, so parts may be missing or not belong to it; "
            "pip install 'cargo-routes[html]' finds it better"
        )
        found.append(Notice(Level.INFO, "plain-page", message))
    if article.published is None:
        message = "The text does not say when it was published, so days without a year or date stay open"
        found.append(Notice(Level.INFO, "no-date", message))
    if not traced.itineraries and findings.mentions:
        message = "The text tells of no goods moved from one place to another, so there is no route"
        found.append(Notice(Level.INFO, "no-route", message))
    return tuple(found)
