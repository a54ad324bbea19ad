"""Where articles disagree on what is told beside the stops: modes, ships, days, load, and whether it arrived."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from routes.comparing.shipments import Shipment
from routes.comparing.sides import Saying, disputed_sides, says
from routes.comparing.vessels import is_one_vessel, vessel_key
from routes.gazetteer import fold
from routes.model import Cargo, Contradiction, Itinerary, Leg, Mode, Report, Role, Span, Status, Topic
from routes.reading import day_words

# A ship that goes up a river goes "by sea" in one text and "by river" in the next.
_AFLOAT = frozenset({Mode.SEA, Mode.RIVER})
_ARRIVED = frozenset({Status.REPORTED, Status.ALLEGED})
_FAILED = {Status.TURNED_BACK: "turned back", Status.DENIED: "did not get there"}


@dataclass(frozen=True, slots=True)
class _Way:
    """A leg of one article between two rows."""

    article: int
    origin: int
    destination: int
    leg: Leg


def modes(reports: Sequence[Report], shipment: Shipment) -> Iterator[Contradiction]:
    """Yield the legs that one article puts on rails and another on the road."""
    ways = [way for way in _ways(reports, shipment) if way.leg.mode and not way.leg.mode_inferred]
    for row in sorted({way.destination for way in ways}):
        sayings = {
            Saying(way.article, _mode_view(way.leg.mode), f"by {way.leg.mode.value}", way.leg.evidence): way
            for way in ways
            if way.destination == row and way.leg.mode
        }

        def is_conflict(a: Saying, b: Saying, told: dict[Saying, _Way] = sayings) -> bool:
            return _is_one_way(shipment, told[a], told[b])

        sides = disputed_sides(tuple(sayings), is_conflict)
        if sides:
            name = shipment.rows[row].name
            yield Contradiction(
                Topic.MODE, f"the way to {name}", sides, f"{says(sides, f'the goods went to {name} ')}."
            )


def _mode_view(mode: Mode | None) -> int:
    return -1 if mode in _AFLOAT else list(Mode).index(mode) if mode else -2


def vessels(reports: Sequence[Report], shipment: Shipment) -> Iterator[Contradiction]:
    """Yield the legs that one article puts on one ship and another on another."""
    ways = [way for way in _ways(reports, shipment) if way.leg.vessel]
    names = sorted({vessel_key(way.leg.vessel) for way in ways if way.leg.vessel})
    told: set[tuple[str, ...]] = set()
    for row in sorted({way.destination for way in ways}):
        sayings = {
            Saying(
                way.article, names.index(vessel_key(way.leg.vessel)), f"the {way.leg.vessel}", _ship_span(reports, way)
            ): way
            for way in ways
            if way.destination == row and way.leg.vessel
        }

        def is_conflict(a: Saying, b: Saying, told: dict[Saying, _Way] = sayings) -> bool:
            return not is_one_vessel(names[a.view], names[b.view]) and _is_one_way(shipment, told[a], told[b])

        sides = disputed_sides(tuple(sayings), is_conflict)
        key = tuple(side.words for side in sides)
        if sides and key not in told:
            told.add(key)
            name = shipment.rows[row].name
            opening = f"the ship that went to {name} was "
            yield Contradiction(Topic.VESSEL, f"the ship to {name}", sides, f"{says(sides, opening)}.")


def _ship_span(reports: Sequence[Report], way: _Way) -> Span:
    """Return where the article names the ship; its leg if the name stands nowhere else."""
    for itinerary in reports[way.article].itineraries:
        for vessel in itinerary.vessels:
            if vessel.name == way.leg.vessel:
                return vessel.span
    return way.leg.evidence


def _ways(reports: Sequence[Report], shipment: Shipment) -> list[_Way]:
    found = []
    for article in shipment.articles:
        for leg in _itinerary(reports, shipment, article).legs:
            ends = (shipment.row_of(article, leg.origin), shipment.row_of(article, leg.destination))
            found.append(_Way(article, *ends, leg))
    return found


def _itinerary(reports: Sequence[Report], shipment: Shipment, article: int) -> Itinerary:
    return reports[article].itineraries[shipment.itineraries[article]]


def _is_one_way(shipment: Shipment, a: _Way, b: _Way) -> bool:
    """Return whether two legs are told of one stretch: from one stop, or from stops that the other does not know.

    Where the one begins at an earlier stop of the other, it tells of several legs at once.
    """
    if a.origin == b.origin:
        return True
    return not shipment.rows[a.origin].by(b.article) and not shipment.rows[b.origin].by(a.article)


def days(reports: Sequence[Report], shipment: Shipment) -> Iterator[Contradiction]:
    """Yield the stops and ends of the journey that are given different days."""
    told: set[frozenset[str]] = set()
    for what, dated in _dated(reports, shipment):
        sayings = [
            Saying(article, on.toordinal(), f"on {day_words(on)}", _day_span(reports[article], on, span))
            for article, on, span in dated
        ]
        sides = disputed_sides(sayings, lambda a, b: a.view != b.view)
        key = frozenset(side.words for side in sides)
        if sides and key not in told:
            told.add(key)
            yield Contradiction(Topic.DATE, what, sides, f"{says(sides, f'{what} ', ('puts', 'put'))}.")


def _day_span(report: Report, on: date, near: Span) -> Span:
    """Return the words for a day that stand nearest to what happened on it."""
    spans = [mention.span for mention in report.dates if mention.on == on]
    return min(spans, key=lambda span: (abs(span.start - near.start), span), default=near)


_Dated = list[tuple[int, date, Span]]


def _dated(reports: Sequence[Report], shipment: Shipment) -> Iterator[tuple[str, _Dated]]:
    verbs = {Role.ORIGIN: "the start in", Role.VIA: "the stay in", Role.DESTINATION: "the arrival in"}
    for row in shipment.rows:
        found = [(told.article, told.stop.on, told.stop.span) for told in row.told if told.stop.on]
        yield f"{verbs[row.told[0].stop.role]} {row.name}", found
    ways = _ways(reports, shipment)
    for ends in sorted({(way.origin, way.destination) for way in ways}):
        names = " to ".join(shipment.rows[end].name for end in ends)
        found = [(w.article, w.leg.on, w.leg.evidence) for w in ways if (w.origin, w.destination) == ends and w.leg.on]
        yield f"the way from {names}", found
    windows = [(article, _itinerary(reports, shipment, article).window) for article in shipment.articles]
    yield "the beginning", [(n, w.start, w.span) for n, w in windows if w and w.start and w.span]
    yield "the end", [(n, w.end, w.span) for n, w in windows if w and w.end and w.span]


def cargo(reports: Sequence[Report], shipment: Shipment) -> Iterator[Contradiction]:
    """Yield the loads that are counted in one unit and cannot be one number."""
    loads: dict[str, list[tuple[int, Cargo]]] = {}
    for article in shipment.articles:
        for load in _itinerary(reports, shipment, article).cargo:
            if load.unit and not (load.low is None and load.high is None):
                loads.setdefault(fold(load.unit), []).append((article, load))
    for unit, found in loads.items():
        views: list[Cargo] = []
        sayings = []
        for article, load in found:
            view = next((n for n, v in enumerate(views) if _bounds(v) == _bounds(load)), len(views))
            views = views if view < len(views) else [*views, load]
            sayings.append(Saying(article, view, _counted(load), load.span))

        def is_conflict(a: Saying, b: Saying, views: list[Cargo] = views) -> bool:
            (low, high), (other_low, other_high) = _bounds(views[a.view]), _bounds(views[b.view])
            return high < other_low or other_high < low

        sides = disputed_sides(sayings, is_conflict)
        if sides:
            yield Contradiction(Topic.CARGO, f"how many {unit}", sides, f"{says(sides, 'it was ')}.")


def _counted(load: Cargo) -> str:
    """Return the words up to the unit: what the goods are, only one of the articles may say."""
    end = load.text.casefold().find(load.unit or "") + len(load.unit or "")
    return load.text[:1].lower() + load.text[1:end]


def _bounds(load: Cargo) -> tuple[float, float]:
    return (load.low if load.low is not None else 0.0, load.high if load.high is not None else math.inf)


def outcomes(shipment: Shipment) -> Iterator[Contradiction]:
    """Yield the stops that the goods reached in one article and not in another."""
    for row in shipment.rows:
        sayings = [
            Saying(told.article, list(Status).index(status), _FAILED.get(status, "got there"), told.stop.span)
            for told in row.told
            for status in [Status.REPORTED if told.stop.status in _ARRIVED else told.stop.status]
            if status is not Status.PLANNED
        ]
        sides = disputed_sides(sayings, lambda a, b: a.words != b.words and "got there" in (a.words, b.words))
        if sides:
            opening = f"of the goods bound for {row.name} that they "
            yield Contradiction(Topic.STATUS, f"the arrival in {row.name}", sides, f"{says(sides, opening)}.")
