"""Areas on the ellipsoid: inside or outside, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from routes.errors import GeometryError
from routes.geo.nearest import Nearest, NearestMany, nearest_on_line, nearest_on_line_many
from routes.geo.polyline import Points, Polyline, lonlat_of
from routes.model import Position

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Booleans = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Area:
    """Polygons as closed rings: a point inside an odd number of them is inside, so a ring in a ring is a hole.

    A ring that runs round a pole encloses the pole of the hemisphere that it lies in.
    """

    rings: tuple[Polyline, ...]

    def __post_init__(self) -> None:
        if not self.rings:
            raise GeometryError("an area needs one ring or more, got none")
        for ring in self.rings:
            # Vatican City shrinks to a line on the grid of our source, so that short rings must be borne.
            if ring[0] != ring[-1]:
                raise GeometryError(f"a ring must end where it begins, got {ring[0]} and {ring[-1]}")


def contains(point: Position, area: Area) -> bool:
    """Return whether a point lies inside; for a point on the very edge either answer may come."""
    return bool(contains_many((point,), area)[0])


def contains_many(points: Points, area: Area) -> Booleans:
    """Return for each of many points whether it lies inside."""
    from routes.geo.edges import edges_of

    # The meridian ends at the pole, so that an even count is inside where the pole is.
    is_inside: Booleans = (edges_of(area.rings).crossings(lonlat_of(points)) + _north_poles(area.rings)) % 2 == 1
    return is_inside


@lru_cache(maxsize=64)
def _north_poles(rings: tuple[Polyline, ...]) -> int:
    """Return how many rings hold the north pole; kept, as a country may have a thousand."""
    from routes.geo.crossings import holds_north_pole

    return sum(holds_north_pole(ring.lonlat) for ring in rings)


def distance_to_area(point: Position, area: Area) -> Nearest:
    """Return the nearest point of an area; a point inside is its own nearest, at 0 m."""
    return Nearest(0.0, point) if contains(point, area) else nearest_on_line(point, area.rings)


def distance_to_area_many(points: Points, area: Area) -> NearestMany:
    """Return the nearest point of an area for each of many points."""
    import numpy as np

    lonlat = lonlat_of(points)
    m, at = np.zeros(len(lonlat)), lonlat.copy()
    is_outside = ~contains_many(lonlat, area)
    found = nearest_on_line_many(lonlat[is_outside], area.rings)
    m[is_outside], at[is_outside] = found.m, found.lonlat
    return NearestMany(m, at)
