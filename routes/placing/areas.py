"""Where something lies that is so far, or in that direction, from a known place.

Each answer says what was assumed. A place has the extent of its gazetteer row, so that distances count from its
edge as well as from its middle.
"""

from __future__ import annotations

from dataclasses import dataclass

from routes.geo import (
    LONGEST_GEODESIC_M,
    Outline,
    destination,
    disc,
    distance_m,
    midpoint,
    offshore,
    reach_m,
    sector,
    strip,
)
from routes.model import Bearing, BorderView, Place, Position, Quantity

# "Near" without a figure, beyond the edge of the place named.
_NEAR_KM = 20.0
# "North of" without a figure, beyond the edge.
_BEARING_REACH_KM = 50.0
# "Off": the contiguous zone of the Law of the Sea (UNCLOS, article 33) ends 24 nautical miles from the shore.
_OFF_M = 24 * 1852.0
# "Between": a tenth of the way to each side; "halfway": within a tenth of the way from the middle.
_SIDE_SHARE = 0.1
_LEAST_SIDE_M = 5_000.0
_LEAST_M = 1_000.0


@dataclass(frozen=True, slots=True)
class Located:
    """A point, the radius about it that holds the whole outline, and what was assumed. `key` tells it in ids."""

    center: Position
    radius_km: float
    outline: Outline
    key: str
    assumption: str


def stated(reference: Place, quantity: Quantity, bearing: Bearing | None) -> Located | None:
    """Return where a stated distance from a place leads: a sector in its direction, else a disc.

    None where that would reach round the earth.
    """
    extent_m = reference.extent_km * 1000
    low_m, high_m = max(0.0, quantity.low_m - extent_m), quantity.high_m + max(extent_m, _LEAST_M)
    if high_m >= LONGEST_GEODESIC_M:
        return None
    figures = f"{quantity.low_m / 1000:.1f}-{quantity.high_m / 1000:.1f}km"
    if bearing is None:
        assumption = f"in any direction from {reference.name}, up to {high_m / 1000:.0f} km away"
        return _disc(reference.position, high_m, figures, assumption)
    half_deg = half_angle_deg(bearing)
    center = destination(reference.position, bearing.azimuth_deg, (quantity.low_m + quantity.high_m) / 2)
    outline = sector(reference.position, (low_m, high_m), bearing.azimuth_deg, half_deg)
    assumption = f"{low_m / 1000:.0f} to {high_m / 1000:.0f} km away, within {half_deg:g}° of {bearing.text}"
    return _located(center, outline, f"{figures}:{bearing.azimuth_deg:g}", assumption)


def towards(reference: Place, bearing: Bearing) -> Located:
    """Return where a direction without a distance leads: a sector as far as people speak of."""
    high_m = (reference.extent_km + _BEARING_REACH_KM) * 1000
    half_deg = half_angle_deg(bearing)
    center = destination(reference.position, bearing.azimuth_deg, high_m / 2)
    outline = sector(reference.position, (0.0, high_m), bearing.azimuth_deg, half_deg)
    assumption = f"taken as up to {_BEARING_REACH_KM:.0f} km beyond its edge, within {half_deg:g}° of {bearing.text}"
    return _located(center, outline, f"{bearing.azimuth_deg:g}", assumption)


def near(reference: Place, *, is_offshore: bool = False) -> Located:
    """Return the disc in which "near" a place or "off" a port lies."""
    beyond_m = _OFF_M if is_offshore else _NEAR_KM * 1000
    radius_m = reference.extent_km * 1000 + beyond_m
    word = "off" if is_offshore else "near"
    assumption = f"“{word}” taken as up to {beyond_m / 1000:.0f} km beyond its edge"
    return _disc(reference.position, radius_m, word, assumption)


def off_coast(country: Place, quantity: Quantity | None, view: BorderView) -> Located | None:
    """Return the waters at a stated distance off a country's coast; None for a coast too long to mean a place."""
    if country.country is None:
        return None
    low_m, high_m = (quantity.low_m, quantity.high_m) if quantity else (0.0, _OFF_M)
    found = offshore(country.country, view, low_m, max(high_m, low_m + _LEAST_M))
    if found is None:
        return None
    center, outline = found
    assumption = f"anywhere along the coast, {low_m / 1000:.0f} to {high_m / 1000:.0f} km off"
    if quantity is None:
        assumption += " (the contiguous zone)"
    return _located(center, outline, f"off:{low_m / 1000:.1f}-{high_m / 1000:.1f}km", assumption)


def between(a: Place, b: Place) -> Located | None:
    """Return the strip from one place to the other; None where they are one."""
    length_m = distance_m(a.position, b.position)
    if length_m < _LEAST_M:
        return None
    side_m = max(_LEAST_SIDE_M, _SIDE_SHARE * length_m)
    outline = strip(a.position, b.position, side_m)
    assumption = f"within {side_m / 1000:.0f} km of the straight line between them"
    return _located(midpoint(a.position, b.position), outline, "between", assumption)


def halfway(a: Place, b: Place) -> Located | None:
    """Return the middle between two places; None where they are one."""
    length_m = distance_m(a.position, b.position)
    if length_m < _LEAST_M:
        return None
    side_m = max(_LEAST_SIDE_M, _SIDE_SHARE * length_m)
    assumption = f"within {side_m / 1000:.0f} km of the middle of the straight line between them"
    return _disc(midpoint(a.position, b.position), side_m, "halfway", assumption)


def half_angle_deg(bearing: Bearing) -> float:
    """Return how far to each side people mean a direction: "north" 45 degrees, "northeast" 22.5, the finer ones half.

    >>> [half_angle_deg(Bearing("", azimuth)) for azimuth in (0, 45, 22.5)]
    [45.0, 22.5, 11.25]
    """
    if bearing.azimuth_deg % 90 == 0:
        return 45.0
    return 22.5 if bearing.azimuth_deg % 45 == 0 else 11.25


def _disc(center: Position, radius_m: float, key: str, assumption: str) -> Located:
    return Located(center, radius_m / 1000, disc(center, radius_m), key, assumption)


def _located(center: Position, outline: Outline, key: str, assumption: str) -> Located:
    return Located(center, reach_m(center, outline) / 1000, outline, key, assumption)
