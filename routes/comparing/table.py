"""Who says what: a row for each stop, ship, load, window and distance, a cell for each article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routes.comparing.verdicts import said_words
from routes.model import (
    ClaimTelling,
    Dossier,
    Itinerary,
    Leg,
    Outcome,
    Role,
    SharedStop,
    Span,
    Status,
    StopTelling,
    Telling,
    Window,
)
from routes.reading import day_words

_ROLES = {Role.ORIGIN: "origin", Role.VIA: "on the way", Role.DESTINATION: "destination"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that an article says: in our words, and where it says it."""

    words: str
    telling: Telling
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """What each article says of one thing; a cell without a line belongs to an article that is silent on it.

    `stop` and `claims` number what the row tells of in the dossier, if it is a stop or distances.
    """

    label: str
    cells: tuple[tuple[Line, ...], ...]
    shipment: int | None = None
    stop: int | None = None
    claim: int | None = None


def who_says_what(dossier: Dossier) -> tuple[TableRow, ...]:
    """Return the rows: each shipment with its stops and what is told of it, then the distances."""
    rows: list[TableRow] = []
    for shipment in sorted({stop.shipment for stop in dossier.stops}):
        stops = [(n, stop) for n, stop in enumerate(dossier.stops) if stop.shipment == shipment]
        rows.extend(_stop_row(dossier, number, stop) for number, stop in stops)
        rows.extend(_facts(dossier, shipment, [stop for _, stop in stops]))
    for number, claim in enumerate(dossier.claims):
        cells = _cells(dossier, [_claim_line(dossier, telling) for telling in claim.tellings])
        rows.append(TableRow(f"How far {claim.subject} is", cells, claim=number))
    return tuple(rows)


def _cells(dossier: Dossier, lines: list[Line]) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(line for line in lines if line.telling.article == n) for n in range(len(dossier.reports)))


def _stop_row(dossier: Dossier, number: int, stop: SharedStop) -> TableRow:
    cells = _cells(dossier, [_stop_line(dossier, stop, telling) for telling in stop.tellings])
    return TableRow(stop.name, cells, shipment=stop.shipment, stop=number)


def _stop_line(dossier: Dossier, row: SharedStop, telling: StopTelling) -> Line:
    """Return how the article tells of the stop: under which name, as what, reached how and when."""
    itinerary = dossier.reports[telling.article].itineraries[telling.itinerary]
    stop = itinerary.stops[telling.stop]
    parts = [f"“{stop.name}”"] if stop.name != row.name else []
    parts.append(_ROLES[stop.role])
    parts += dict.fromkeys(_arrival(leg) for leg in itinerary.legs if leg.destination == telling.stop and _arrival(leg))
    parts += [day_words(stop.on)] if stop.on else []
    parts += [stop.status.value] if stop.status is not Status.REPORTED else []
    return Line(", ".join(parts), Telling(telling.article, telling.span))


def _arrival(leg: Leg) -> str:
    """Return how a leg went: "by sea on the Angara"; nothing where the article does not say."""
    mode = f"by {leg.mode.value}" if leg.mode and not leg.mode_inferred else ""
    ship = f"on the {leg.vessel}" if leg.vessel else ""
    return f"{mode} {ship}".strip()


def _facts(dossier: Dossier, shipment: int, stops: list[SharedStop]) -> Iterator[TableRow]:
    ways = sorted({(telling.article, telling.itinerary) for stop in stops for telling in stop.tellings})
    found = [(article, dossier.reports[article].itineraries[number]) for article, number in ways]
    for label, lines in (
        ("Ship", [Line(vessel.name, Telling(n, vessel.span)) for n, way in found for vessel in way.vessels]),
        ("Cargo", [Line(load.text, Telling(n, load.span)) for n, way in found for load in way.cargo]),
        ("Dates", [line for n, way in found for line in _window_lines(n, way)]),
    ):
        if lines:
            yield TableRow(label, _cells(dossier, lines), shipment=shipment)


def _window_lines(article: int, itinerary: Itinerary) -> Iterator[Line]:
    window = itinerary.window
    if window and (window.start or window.end):
        yield Line(_window_words(window), Telling(article, window.span or _first_span(itinerary)))


def _first_span(itinerary: Itinerary) -> Span:
    return itinerary.stops[0].span


def _window_words(window: Window) -> str:
    if window.start and window.end:
        return f"{day_words(window.start)} to {day_words(window.end)}"
    return f"from {day_words(window.start)}" if window.start else f"until {day_words(window.end)}" if window.end else ""


def _claim_line(dossier: Dossier, telling: ClaimTelling) -> Line:
    claim = dossier.reports[telling.article].claims[telling.claim]
    return Line(said_words(claim), Telling(telling.article, telling.span), claim.outcome)
