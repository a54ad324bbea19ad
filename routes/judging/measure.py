"""Measure between two ends as the crow flies, as an interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from routes.geo import (
    TERRITORIAL_SEA_M,
    Area,
    Band,
    Nearest,
    Pair,
    ReferenceLine,
    azimuth_deg,
    closest,
    contains,
    distance_band,
    distance_m,
    farthest,
    territorial_band,
)
from routes.judging.ends import Ends
from routes.judging.figures import interval_words, km_words, view_words
from routes.judging.targets import LineTarget
from routes.model import BorderView, LineKind, Measurement, Place, Position, Reading

_Shape = Area | tuple[Sequence[Position], ...]

# What a gazetteer's point may be off its place.
GAZETTEER_ERROR_M = 1_000.0
# Land that states disagree about, and that a view of the borders may put into another country, is not wider.
_DISPUTED_REACH_M = 300_000.0


def measure_ends(ends: Ends) -> Measurement:
    """Return the distance between two known ends; `nearest` has the subject's point first."""
    anchor, other = ends.anchor, ends.other
    if isinstance(anchor, LineTarget) and isinstance(other, LineTarget):
        return between_areas(anchor, other)
    if not isinstance(anchor, Place):
        raise TypeError(f"one end must be a place, got {ends.subject.name} and {ends.reference.name}")
    if isinstance(other, Place):
        return between_places(anchor, other)
    if not isinstance(other, LineTarget):
        raise TypeError(f"an unknown end cannot be measured to: {other.name}")
    return to_line(anchor, other, swapped=ends.swapped)


def between_places(subject: Place, reference: Place) -> Measurement:
    """Return the geodesic between two places, off by the extents of both and the gazetteer's error."""
    m = distance_m(subject.position, reference.position)
    slack = (subject.extent_km + reference.extent_km) * 1000 + GAZETTEER_ERROR_M
    return Measurement(m, max(0.0, m - slack), m + slack, (subject.position, reference.position))


def between_areas(subject: LineTarget, reference: LineTarget) -> Measurement:
    """Return the distance between the nearest points of two countries, or of a country and a line."""
    pair = _closest(_shape(subject), _shape(reference))
    line = reference.lines[0]
    # The territorial sea is reckoned from the coast.
    seas = sum(target.kind is LineKind.TERRITORIAL_SEA for target in (subject, reference))
    m = max(0.0, pair.m - seas * TERRITORIAL_SEA_M)
    slack = sum(max(each.version.uncertainty_km for each in target.lines) for target in (subject, reference)) * 1000
    return Measurement(
        m,
        max(0.0, m - slack),
        m + slack,
        (pair.a, pair.b),
        on=reference.on or subject.on,
        border_view=line.border_view or subject.lines[0].border_view,
        line=line.version,
    )


def farthest_m(ends: Ends) -> float:
    """Return the distance between the farthest points of two areas or lines."""
    if not (isinstance(ends.subject, LineTarget) and isinstance(ends.reference, LineTarget)):
        raise TypeError(f"both ends must be areas, got {ends.subject.name} and {ends.reference.name}")
    return _farthest(_shape(ends.subject), _shape(ends.reference)).m


def _shape(target: LineTarget) -> _Shape:
    return target.area or tuple(part for line in target.lines for part in line.parts)


# Two large countries take a tenth of a second.
_closest: Callable[[_Shape, _Shape], Pair] = lru_cache(maxsize=256)(closest)
_farthest: Callable[[_Shape, _Shape], Pair] = lru_cache(maxsize=256)(farthest)


def to_line(place: Place, target: LineTarget, *, swapped: bool = False) -> Measurement:
    """Return the distance to the nearest point of a line, off by the place's extent and the line's uncertainty."""
    return from_band(place, target, *line_band(place, target), swapped=swapped)


def from_band(
    place: Place, target: LineTarget, line: ReferenceLine, band: Band, *, swapped: bool = False
) -> Measurement:
    """Return the measurement that a band amounts to, with the place's extent and the gazetteer's error."""
    slack = place.extent_km * 1000 + GAZETTEER_ERROR_M
    at = band.nearest.at
    return Measurement(
        band.nearest.m,
        max(0.0, band.low_m - slack),
        band.high_m + slack,
        (at, place.position) if swapped else (place.position, at),
        on=target.on,
        border_view=line.border_view,
        line=line.version,
    )


def line_band(place: Place, target: LineTarget) -> tuple[ReferenceLine, Band]:
    """Return the nearest of the target's lines, and how far a place's point is from all of them; in an area 0 m."""
    if target.kind is LineKind.TERRITORIAL_SEA and target.country is not None:
        line = target.lines[0]
        band = territorial_band(place.position, target.country, line.border_view or BorderView.UN)
        if band is not None:
            return line, band
    bands = [(line, distance_band(place.position, line)) for line in target.lines]
    line, nearest = min(bands, key=lambda found: (found[1].nearest.m, found[0].version.id))
    if not target.is_inward and lies_in(place, target, nearest):
        return line, Band(Nearest(0.0, place.position), 0.0, 0.0)
    low_m, high_m = (min(bounds) for bounds in zip(*((band.low_m, band.high_m) for _, band in bands), strict=True))
    return line, Band(nearest.nearest, low_m, high_m)


def lies_in(place: Place, target: LineTarget, band: Band) -> bool:
    """Return whether a place lies in an area, whose edge is as far away as `band` says.

    Where the edge is no farther off than it may be wrong, the gazetteer says better on which side of it the place is.
    """
    area = target.area
    if area is None or not _may_lie_in(place, target, band):
        return False
    if band.low_m == 0 and target.country is not None:
        return place.country == target.country
    return contains(place.position, area)


def _may_lie_in(place: Place, target: LineTarget, band: Band) -> bool:
    """Return whether it is worth asking if an area holds a place: not for one that is far off in another country."""
    is_elsewhere = place.country is not None and target.country is not None and place.country != target.country
    return not is_elsewhere or band.nearest.m < _DISPUTED_REACH_M


def bearing_deg(ends: Ends, measured: Measurement) -> float | None:
    """Return the azimuth from the reference to the subject, of two countries between their middles.

    None where they are one point.
    """
    subject, reference = measured.nearest
    if isinstance(ends.subject, LineTarget) and isinstance(ends.reference, LineTarget):
        subject, reference = ends.subject.centre or subject, ends.reference.centre or reference
    return azimuth_deg(reference, subject) if subject != reference else None


def steps(ends: Ends, measured: Measurement) -> tuple[str, ...]:
    """Return how the measured interval came about, for the arithmetic."""
    parts = [
        f"{place.name}: {place.kind.value}, radius {place.extent_km:g} km ({place.id})"
        for place in (ends.subject, ends.reference)
        if isinstance(place, Place)
    ]
    parts += _line_steps(ends.other, measured)
    if ends.are_areas:
        parts.append(f"the nearest points of both; the farthest are {farthest_m(ends) / 1000:,.1f} km apart")
    elif isinstance(ends.other, LineTarget) and ends.other.area and measured.m == 0:
        parts.append(f"{ends.anchor.name} lies in {ends.other.name}")
    (lat, lon), (other_lat, other_lon) = (point.latlon for point in measured.nearest)
    parts.append(f"nearest points {lat:.4f}, {lon:.4f} and {other_lat:.4f}, {other_lon:.4f}")
    if measured.reading is Reading.ROUTE:
        interval = interval_words(measured.low_m, measured.high_m)
        return (*parts, f"measured {measured.m / 1000:,.1f} km along the way → {interval} as lengths are published")
    why = "extents" if measured.line is None else "extent, the line's uncertainty"
    parts.append(f"measured {measured.m / 1000:,.1f} km (geodesic on WGS 84)")
    interval = interval_words(measured.low_m, measured.high_m)
    parts.append(f"with {why} and {km_words(GAZETTEER_ERROR_M)} for the gazetteer → {interval}")
    return tuple(parts)


def _line_steps(target: object, measured: Measurement) -> list[str]:
    version = measured.line
    if not isinstance(target, LineTarget) or version is None:
        return []
    valid = ""
    if version.valid_from or version.valid_to:
        valid = f", valid {version.valid_from or '…'} to {version.valid_to or '…'}"
    view = f", {view_words(measured.border_view)}" if measured.border_view else ""
    found = [f"line: {version.name} ({version.id}{valid}{view}), uncertain by up to {version.uncertainty_km:g} km"]
    notes = {note for line in target.lines if line.version == version for note in line.notes}
    return found + [f"note: {note}" for note in sorted(notes)]
