"""Paths without a network: the straight line, and a band for the way really taken."""

from __future__ import annotations

from routes.geo import distance_m, geodesic_line
from routes.model import Mode, Path, Place
from routes.paths.speeds import Speeds, speeds

METHOD = "straight line, not the way taken"
# Where the mode is unknown or has no figures, the way may be any: the widest detour that any mode has.
_WIDEST_DETOUR = 3.5


def find_path(origin: Place, destination: Place, mode: Mode | None) -> Path:
    """Return the path between two places; as long as no network is known, a sketch of it."""
    return sketch_path(origin, destination, mode)


def sketch_path(origin: Place, destination: Place, mode: Mode | None) -> Path:
    """Return the straight line between two places, with bounds in metres and hours for the way taken.

    The shortest way joins the near edges of the two places along a geodesic; the longest is that between their
    points by the widest documented detour of the mode, and their extents. Hours go from the shortest way at the
    fast speed to the longest at the slow one, with handling. Without a mode there are none.
    """
    straight_m = distance_m(origin.position, destination.position)
    extents_m = (origin.extent_km + destination.extent_km) * 1000
    figures = speeds(mode) if mode else None
    low_m = max(0.0, straight_m - extents_m)
    high_m = straight_m * (figures.detour_high if figures else _WIDEST_DETOUR) + extents_m
    low_hours, high_hours = _hours(low_m, high_m, figures) if figures else (None, None)
    line = geodesic_line(origin.position, destination.position)
    return Path(METHOD, line, low_m, high_m, low_hours, high_hours)


def _hours(low_m: float, high_m: float, figures: Speeds) -> tuple[float, float]:
    return (
        low_m / 1000 / figures.fast_kmh + figures.handling_low_hours,
        high_m / 1000 / figures.slow_kmh + figures.handling_high_hours,
    )
