"""What else is worth knowing: facilities near by, the reading that would fit, the line that would not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from routes.judging.case import Case
from routes.judging.context import Context
from routes.judging.ends import Ends
from routes.judging.figures import km_words, quantity_words, range_words
from routes.judging.lines import border_of, coast_of, front_of
from routes.judging.measure import between_places, from_band, line_band, to_line
from routes.judging.pair import Figure
from routes.judging.rules import judge_length
from routes.judging.targets import LineTarget, Missing
from routes.model import LineKind, Measurement, OtherMeasurement, Outcome, Place, PlaceKind, Quantity, Unit
from routes.reading import day_words

NEARBY_M = 10_000.0
MOST_NEARBY = 3
_FACILITIES = frozenset(
    {
        PlaceKind.DEPOT,
        PlaceKind.MILITARY_BASE,
        PlaceKind.NAVAL_BASE,
        PlaceKind.AIRPORT,
        PlaceKind.SPACEPORT,
        PlaceKind.REFINERY,
        PlaceKind.POWER_PLANT,
        PlaceKind.PORT,
        PlaceKind.FACILITY,
    }
)
_LINES: dict[LineKind, Callable[[str, Context], LineTarget | Missing]] = {
    LineKind.FRONT: front_of,
    LineKind.BORDER: border_of,
    LineKind.COAST: coast_of,
}
# The line that is taken for another: news agencies wrote one for the other of the same depot.
_TAKEN_FOR = {LineKind.FRONT: LineKind.BORDER, LineKind.BORDER: LineKind.FRONT}
_MISTAKEN_UNIT = {Unit.KM: Unit.MI, Unit.MI: Unit.KM}


@dataclass(frozen=True, slots=True)
class Alternative:
    """A second figure and the clause that tells it."""

    other: OtherMeasurement
    words: str


def nearby_facilities(case: Case) -> tuple[Place, ...]:
    """Return facilities within 10 km of the subject, nearest first: a town is named, its depot may be meant."""
    subject, reference = case.ends.subject, case.ends.reference
    if not isinstance(subject, Place) or subject.kind.is_area:
        return ()
    found = case.context.gazetteer.near(subject.position, NEARBY_M)
    known = {subject.id, reference.id if isinstance(reference, Place) else None}
    facilities = (place for place, _ in found if place.kind in _FACILITIES and place.id not in known)
    return tuple(islice(facilities, MOST_NEARBY))


def also_measured(case: Case, facilities: tuple[Place, ...]) -> tuple[OtherMeasurement, ...]:
    """Return how far the facilities lie from the same reference."""
    reference = case.ends.reference
    if isinstance(reference, Missing):
        return ()
    return tuple(OtherMeasurement(place.name, reference.name, _measure(place, reference)) for place in facilities)


def holds_for(case: Case, measured: Measurement) -> tuple[Alternative, ...]:
    """Return the readings that the stated figure would fit, where it does not fit the one in the text."""
    found = []
    if not isinstance(case.ends.anchor, Place):
        return ()
    for target in _other_targets(case.ends, case.context):
        other = _measure_anchor(case.ends, target)
        figure = _first_fitting(case.stated.figures, other)
        if figure is not None:
            words = f"{figure.words} fits {target.name} ({km_words(other.m, _half_m(other))})"
            found.append(Alternative(OtherMeasurement(case.ends.anchor.name, target.name, other), words))
    return (*found, *_other_unit(case.statement.quantity, case.ends, measured))


def does_not_hold_for(case: Case, facilities: tuple[Place, ...]) -> tuple[Alternative, ...]:
    """Return the line that the figure is easily attached to by mistake, and how far that is.

    The interval runs over the subject and the facilities near by, give or take the line's uncertainty.
    """
    target, subject = case.ends.reference, case.ends.subject
    if not isinstance(target, LineTarget) or target.country is None or not isinstance(subject, Place):
        return ()
    kind = _TAKEN_FOR.get(target.kind) if target.kind else None
    other = _LINES[kind](target.country, case.context) if kind else None
    if not isinstance(other, LineTarget):
        return ()
    line, band = line_band(subject, other)
    measured = from_band(subject, other, line, band)
    if any(judge_length(f, measured, may_wind=False).outcome is not Outcome.REFUTED for f in case.stated.figures):
        return ()
    bands = [band, *(line_band(place, other)[1] for place in facilities)]
    low_m, high_m = min(band.low_m for band in bands), max(band.high_m for band in bands)
    verb, when = ("was", f" on {day_words(other.on)}") if other.on else ("is", "")
    words = f"{other.name} {verb} {range_words(low_m, high_m)} away{when}"
    spread = replace(measured, low_m=low_m, high_m=high_m)
    return (Alternative(OtherMeasurement(subject.name, other.name, spread), words),)


def _other_targets(ends: Ends, context: Context) -> Iterator[LineTarget | Place]:
    """Yield the other lines of the same country, and its capital."""
    other = ends.other
    if not isinstance(other, LineTarget) or other.country is None:
        return
    for kind, find in _LINES.items():
        target = find(other.country, context) if kind is not other.kind else None
        if isinstance(target, LineTarget):
            yield target
    capital = context.gazetteer.capital_of(other.country)
    if capital is not None and capital != ends.anchor:
        yield capital


def _other_unit(quantity: Quantity, ends: Ends, measured: Measurement) -> Iterator[Alternative]:
    """Yield the reading in which kilometres were taken for miles, or the reverse."""
    unit = _MISTAKEN_UNIT.get(quantity.unit)
    if unit is None:
        return
    factor = unit.metres / quantity.unit.metres
    meant = quantity_words(replace(quantity, unit=unit))
    figure = Figure(meant, quantity.value_m * factor, quantity.low_m * factor, quantity.high_m * factor)
    if _first_fitting((figure,), measured) is not None:
        reference = f"{ends.reference.name} (if {meant} were meant)"
        yield Alternative(OtherMeasurement(ends.subject.name, reference, measured), f"{meant} would fit")


def _first_fitting(figures: tuple[Figure, ...], measured: Measurement) -> Figure | None:
    for figure in figures:
        if judge_length(figure, measured, may_wind=False).outcome is Outcome.SUPPORTED:
            return figure
    return None


def _measure_anchor(ends: Ends, target: LineTarget | Place) -> Measurement:
    anchor = ends.anchor
    if not isinstance(anchor, Place):
        raise TypeError(f"only a place can be measured from, got {anchor.name}")
    return _measure(anchor, target)


def _measure(place: Place, target: LineTarget | Place) -> Measurement:
    return to_line(place, target) if isinstance(target, LineTarget) else between_places(place, target)


def _half_m(measured: Measurement) -> float:
    return measured.high_m - measured.m
