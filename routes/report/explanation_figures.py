"""The figures of an explanation: stated, measured, compared, and which readings were tried."""

from __future__ import annotations

import math
from collections.abc import Iterator

from routes.model import (
    Claim,
    Measurement,
    Modifier,
    OtherMeasurement,
    Quantity,
    Reading,
    StatementKind,
    Unit,
)
from routes.report.figures import position_words

# The circle is parted into sixteen winds by people, but eight are enough to say where a place lies.
_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_MODIFIERS = {
    Modifier.ABOUT: "which widens it",
    Modifier.WITHIN: "so any shorter length counts as well",
    Modifier.LESS_THAN: "so any shorter length counts as well",
    Modifier.AT_LEAST: "so longer lengths count as well",
    Modifier.MORE_THAN: "so longer lengths count as well",
    Modifier.ALMOST: "so lengths a little below it count as well",
    Modifier.ONLY: "which changes nothing",
}


def stated(claim: Claim, unit: Unit) -> Iterator[str]:
    """Yield each stated figure with the interval it stands for, and whether two figures agree."""
    first, second = claim.statement.quantity, claim.statement.also
    if first.unit is Unit.WAY:
        yield claim.arithmetic[0]
        return
    yield _quantity(first, unit)
    if second is None:
        return
    yield _quantity(second, unit)
    low, high = _overlap(first, second)
    if not claim.pair_agrees:
        yield "pair: the two figures contradict each other, so each stands by itself"
    elif low <= high:
        yield f"pair: the two figures agree; both hold for {_range(low, high, unit)}"
    else:
        yield "pair: the two figures agree, as far as they are rounded; the first counts"


def _quantity(quantity: Quantity, unit: Unit) -> str:
    top = f" to {quantity.value_max:,g}" if quantity.value_max is not None else ""
    figure = f"{quantity.value:,g}{top} {quantity.unit.value}"
    if quantity.unit.is_time:
        return f"{figure}, a travel time, which may stand for {_range(quantity.low_m, quantity.high_m, unit)}"
    why = f" with “{quantity.modifier.value}”, {_MODIFIERS[quantity.modifier]}" if quantity.modifier else ""
    below = quantity.value_m - quantity.low_m
    above = quantity.high_m - (quantity.value_max or quantity.value) * quantity.unit.metres
    less, more = (_exact(metres, quantity.unit) for metres in (below, above))
    rounded = "" if quantity.modifier else "as it is rounded, "
    room = f"{rounded}± {less}" if less == more else f"{less} less to {more} more"
    return f"{figure}{why} → {_range(quantity.low_m, quantity.high_m, unit)} ({room})"


def _overlap(first: Quantity, second: Quantity) -> tuple[float, float]:
    return max(first.low_m, second.low_m), min(first.high_m, second.high_m)


def measured(claim: Claim, unit: Unit) -> Iterator[str]:
    """Yield the nearest points, the distance between them, and how the interval came about."""
    found = claim.measured
    if found is None:
        yield "nothing: an end is unknown"
        return
    here, there = (position_words(position) for position in found.nearest)
    yield f"nearest points {here} and {there}"
    method = "along a way" if found.reading is Reading.ROUTE else "as the crow flies, geodesic on WGS 84"
    yield f"{_exact(found.m, unit)} {method}"
    less, more = _exact(found.m - found.low_m, unit), _exact(found.high_m - found.m, unit)
    why = "the radius of each place" + (", the line's uncertainty" if found.line else "")
    band = f"less {less}, plus {more}" if less != more else f"give or take {less}"
    yield f"{band} for {why} and the gazetteer → {_range(found.low_m, found.high_m, unit)}"


def compared(claim: Claim, unit: Unit) -> Iterator[str]:
    """Yield how the stated and the measured interval lie to each other."""
    if claim.measured is None:
        return
    first, second = claim.statement.quantity, claim.statement.also
    if first.unit is Unit.WAY:
        yield claim.arithmetic[-1]
        return
    if second is None or not claim.pair_agrees:
        for quantity in (first, second) if second else (first,):
            yield _gap(quantity.low_m, quantity.high_m, quantity, claim.measured, unit)
        return
    low, high = _overlap(first, second)
    low, high = (low, high) if low <= high else (first.low_m, first.high_m)
    yield _gap(low, high, first, claim.measured, unit)


def _gap(low_m: float, high_m: float, quantity: Quantity, measured: Measurement, unit: Unit) -> str:
    """Return how two intervals lie to each other, in length and in per cent of the stated figure."""
    both = f"{_range(low_m, high_m, unit)} stated, {_range(measured.low_m, measured.high_m, unit)} measured"
    if high_m < measured.low_m:
        words, length_m = "stated is shorter, a gap of", measured.low_m - high_m
    elif low_m > measured.high_m:
        words, length_m = "stated is longer, a gap of", low_m - measured.high_m
    else:
        words, length_m = "they overlap by", min(high_m, measured.high_m) - max(low_m, measured.low_m)
    share = "" if quantity.unit.is_time else f" ({_share(length_m, quantity.value_m)} of the stated figure)"
    return f"{both}: {words} {_exact(length_m, unit)}{share}"


def _share(part_m: float, of_m: float) -> str:
    return f"{100 * part_m / of_m:.0f} %" if of_m else "no share"


def bearing(claim: Claim) -> Iterator[str]:
    """Yield how far the stated direction is off, where one is stated and measured."""
    direction, azimuth_deg = claim.statement.bearing, claim.bearing_measured_deg
    if direction is None or azimuth_deg is None or claim.bearing_outcome is None:
        return
    off = abs((direction.azimuth_deg - azimuth_deg + 180) % 360 - 180)
    lies = _WINDS[round(azimuth_deg % 360 / 45) % 8]
    yield (
        f"stated {direction.text} ({direction.azimuth_deg:g}°), measured {lies} ({azimuth_deg % 360:.0f}°), "
        f"off by {off:.0f}°: {claim.bearing_outcome.value}"
    )


def tried(claim: Claim, unit: Unit) -> Iterator[str]:
    """Yield each reading that was tried, and why it was kept or dropped."""
    if claim.measured is not None:
        yield from _readings(claim, claim.measured)
    for others, words in (
        (claim.also_measured, "near by, measured as well"),
        (claim.holds_for, "the stated figure would fit"),
        (claim.does_not_hold_for, "easily taken for it; the stated figure does not fit"),
    ):
        for other in others:
            yield f"{_other(other, unit)}: {words}"
    if claim.place_chosen_by_claim:
        yield "this distance helped to choose which of several namesakes is meant"


def _readings(claim: Claim, measured: Measurement) -> Iterator[str]:
    """Yield the straight line, and a road where the figure does not fit that."""
    quantity = claim.statement.quantity
    if quantity.unit is Unit.WAY:
        return
    if measured.reading is Reading.ROUTE:
        yield "along the way: kept"
    elif quantity.low_m <= measured.high_m and measured.low_m <= quantity.high_m:
        yield "as the crow flies: kept, the intervals overlap"
    else:
        yield "as the crow flies: dropped, the intervals do not overlap"
        yield f"along a road: {_road(claim, quantity, measured)}"


def _road(claim: Claim, quantity: Quantity, measured: Measurement) -> str:
    from routes.judging.rules import LONGEST_WAY  # not needed to print a table

    if quantity.high_m < measured.low_m:
        return "dropped, no road is shorter than the straight line"
    if not _may_wind(claim):
        return "not tried, to a line or an area only the straight line counts"
    if not measured.m:
        return "dropped, both ends are one point"
    ratio = quantity.value_m / measured.m
    rest = f"{ratio:.2f} times the straight line, hardly any road is over {LONGEST_WAY:g} times"
    return f"{'kept as possible' if ratio <= LONGEST_WAY else 'dropped'}, {rest}"


def _may_wind(claim: Claim) -> bool:
    """Return whether the figure may be the length of a road: it is called so, or both ends are small places."""
    ends = (claim.subject, claim.reference)
    between_points = all(end and end.place and not end.place.kind.is_area for end in ends)
    return claim.statement.kind is StatementKind.ROUTE or between_points


def _other(other: OtherMeasurement, unit: Unit) -> str:
    measured = other.measured
    interval = _range(measured.low_m, measured.high_m, unit)
    return f"{other.subject} to {other.reference}, {_exact(measured.m, unit)} ({interval})"


def _range(low_m: float, high_m: float, unit: Unit) -> str:
    if math.isinf(high_m):
        return f"{_exact(low_m, unit)} or more"
    return f"{low_m / unit.metres:,.1f} to {high_m / unit.metres:,.1f} {unit.value}"


def _exact(metres: float, unit: Unit) -> str:
    """Return a length with one decimal, as arithmetic shows it."""
    return "any length" if math.isinf(metres) else f"{metres / unit.metres:,.1f} {unit.value}"
