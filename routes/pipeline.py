"""The stages in order: an article goes in, a report comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routes.gazetteer import Gazetteer
from routes.geo import ReferenceLine
from routes.judging import Context, judge
from routes.model import Article, BorderView, DataVersions, Level, Notice, Report
from routes.placing import find_oddities, resolve
from routes.reading import Findings, make_article, read
from routes.resources import content_hash
from routes.tracing import Traced, trace

_LINES = ("contact_line.csv", "borders.npz")


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may settle: the day of the lines, the border view, own places, picks and lines."""

    on: date | None = None
    border_view: BorderView = BorderView.UN
    gazetteer: Gazetteer | None = None
    picks: tuple[tuple[str, str], ...] = ()
    lines: tuple[ReferenceLine, ...] = ()


def analyze(article: Article | str, options: Options | None = None) -> Report:
    """Return everything that can be said of an article: places, ways, claims and notices.

    >>> report = analyze("Grain was shipped from Odesa to Istanbul.")
    >>> [stop.name for stop in report.itineraries[0].stops]
    ['Odesa', 'Istanbul']
    """
    chosen = options or Options()
    story = make_article(article) if isinstance(article, str) else article
    gazetteer = chosen.gazetteer or Gazetteer.curated()
    findings = read(story, gazetteer)
    resolutions = resolve(story, findings, gazetteer, chosen.picks)
    traced = trace(story, findings, resolutions)
    context = Context(
        article=story,
        resolutions={resolution.mention.span: resolution for resolution in resolutions},
        gazetteer=gazetteer,
        on=chosen.on or story.published_on,
        border_view=chosen.border_view,
        lines=chosen.lines,
    )
    return Report(
        article=story,
        sentences=findings.sentences,
        toponyms=resolutions,
        vetoed=findings.vetoed,
        itineraries=traced.itineraries,
        claims=tuple(judge(statement, context) for statement in findings.statements),
        dates=findings.dates,
        notices=(*_of_article(story, findings, traced), *find_oddities(story, findings, resolutions), *traced.notices),
        border_view=chosen.border_view,
        data=data_versions(gazetteer),
    )


def data_versions(gazetteer: Gazetteer) -> DataVersions:
    """Return the hashes of the data that a report rests on."""
    return DataVersions(gazetteer=gazetteer.content_hash, lines=content_hash(*_LINES))


def _of_article(article: Article, findings: Findings, traced: Traced) -> tuple[Notice, ...]:
    found = []
    if article.published is None:
        message = "The text does not say when it was published, so days without a year or date stay open"
        found.append(Notice(Level.INFO, "no-date", message))
    if not traced.itineraries and findings.mentions:
        message = "The text tells of no goods moved from one place to another, so there is no route"
        found.append(Notice(Level.INFO, "no-route", message))
    return tuple(found)
