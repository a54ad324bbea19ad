"""Several reports as one that can be drawn: their texts below each other, each shared stop once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from routes.model import (
    Article,
    Candidate,
    Claim,
    ClaimTelling,
    Dossier,
    Itinerary,
    Leg,
    Measurement,
    Mode,
    Notice,
    Path,
    Place,
    Report,
    SharedStop,
    Span,
    Stop,
    StopTelling,
    Telling,
    letter,
)

_T = TypeVar("_T")
_BETWEEN = "\n\n"
# Values that point to nothing in a text; most of a report by weight.
_NO_SPANS = (Place, Candidate, Path, Measurement)


@dataclass(frozen=True, slots=True)
class Merged:
    """A dossier as one report, whose text is that of all articles, and where each article stands in it."""

    report: Report
    parts: tuple[Span, ...]

    def span(self, telling: Telling | StopTelling | ClaimTelling) -> Span:
        """Return where an article's own words stand in the whole text."""
        return moved(telling.span, self.parts[telling.article].start)


def merge(dossier: Dossier) -> Merged:
    """Return a dossier as one report: stops and claims in the dossier's order, notices with their article's letter."""
    parts = _parts(dossier)
    text = _BETWEEN.join(report.article.text for report in dossier.reports)
    reports = [moved(_lettered(report, n), parts[n].start) for n, report in enumerate(dossier.reports)]
    first = reports[0]
    report = replace(
        first,
        article=Article(text),
        sentences=tuple(span for report in reports for span in report.sentences),
        toponyms=tuple(found for report in reports for found in report.toponyms),
        vetoed=tuple(mention for report in reports for mention in report.vetoed),
        itineraries=_itineraries(dossier, reports),
        claims=tuple(claim for report in reports for claim in report.claims),
        dates=(),
        notices=tuple(notice for report in reports for notice in report.notices),
        id=None,
    )
    return Merged(report, parts)


def moved(value: _T, by: int) -> _T:
    """Return a value with every span in it moved along the text.

    >>> moved(Telling(0, Span(2, 5)), 10)
    Telling(article=0, span=Span(start=12, end=15))
    """
    return _moved(value, by)  # type: ignore[return-value]  # the same type comes out, which mypy cannot follow


def _moved(value: object, by: int) -> object:
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    if isinstance(value, (*_NO_SPANS, type)) or not is_dataclass(value):
        return value
    changes = {}
    for field in fields(value):
        before = getattr(value, field.name)
        after = _moved(before, by)
        if after is not before:
            changes[field.name] = after
    return replace(value, **changes) if changes else value  # type: ignore[type-var]  # a value, never a class


def _parts(dossier: Dossier) -> tuple[Span, ...]:
    parts: list[Span] = []
    for report in dossier.reports:
        start = parts[-1].end + len(_BETWEEN) if parts else 0
        parts.append(Span(start, start + len(report.article.text)))
    return tuple(parts)


def _lettered(report: Report, article: int) -> Report:
    notices = tuple(_with_letter(notice, article) for notice in report.notices)
    return replace(report, notices=notices)


def _with_letter(notice: Notice, article: int) -> Notice:
    return replace(notice, message=f"{letter(article)}: {notice.message}")


def _itineraries(dossier: Dossier, reports: Sequence[Report]) -> tuple[Itinerary, ...]:
    shipments = sorted({stop.shipment for stop in dossier.stops})
    return tuple(
        _itinerary([stop for stop in dossier.stops if stop.shipment == shipment], reports) for shipment in shipments
    )


def _itinerary(rows: Sequence[SharedStop], reports: Sequence[Report]) -> Itinerary:
    """Return one way for a shipment: its rows as stops, between them the legs that any article tells."""
    row_of = {(t.article, t.itinerary, t.stop): n for n, row in enumerate(rows) for t in row.tellings}
    ways = sorted({(t.article, t.itinerary) for row in rows for t in row.tellings})
    told: dict[tuple[int, int], list[Leg]] = {}
    for article, number in ways:
        for leg in reports[article].itineraries[number].legs:
            ends = (row_of[article, number, leg.origin], row_of[article, number, leg.destination])
            told.setdefault(ends, []).append(leg)
    legs = tuple(_leg(ends, told[ends]) for ends in sorted(told))
    return Itinerary(tuple(_stop(row, reports) for row in rows), legs)


def _stop(row: SharedStop, reports: Sequence[Report]) -> Stop:
    stops = [reports[t.article].itineraries[t.itinerary].stops[t.stop] for t in row.tellings]
    chosen = next((stop for stop in stops if stop.place == row.place), stops[0])
    return replace(chosen, name=row.name, place=row.place, confidence=max(stop.confidence for stop in stops))


def _leg(ends: tuple[int, int], legs: Sequence[Leg]) -> Leg:
    """Return the leg as most articles have it, the first among equals; where they differ, the table tells."""
    modes = [leg.mode for leg in legs if leg.mode]
    mode: Mode | None = max(modes, key=modes.count) if modes else None
    chosen = next(leg for leg in legs if leg.mode is mode)
    return replace(chosen, origin=ends[0], destination=ends[1])


def claim_owners(dossier: Dossier) -> tuple[tuple[int, int, Claim], ...]:
    """Return the claims in the order of the merged report, each with its article and its number there."""
    return tuple((n, m, claim) for n, report in enumerate(dossier.reports) for m, claim in enumerate(report.claims))
