"""The nearest point of a line, for one point or for many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from routes.geo.polyline import Points, lonlat_of
from routes.model import Position

if TYPE_CHECKING:
    from routes.geo.edges import EdgeCourse, Floats


@dataclass(frozen=True, slots=True)
class Nearest:
    """A distance in metres and the point of the line where it ends."""

    m: float
    at: Position


@dataclass(frozen=True, slots=True, eq=False)
class NearestMany:
    """Distances in metres, shape (n,), and the points where they end as (lon, lat), shape (n, 2)."""

    m: Floats
    lonlat: Floats


def nearest_on_line(point: Position, parts: Sequence[Sequence[Position]], *, edges: EdgeCourse = "geodesic") -> Nearest:
    """Return the point of a line of several parts that is nearest on the ellipsoid.

    Edges are geodesics, so the antimeridian and the poles are places like any other; with `edges="straight"` they
    are straight in degrees, as GeoJSON says. A part of one position is a point. What was prepared for the polylines
    of a tuple is kept for the next call.

    >>> equator = (Position(lat=0, lon=179), Position(lat=0, lon=-179))
    >>> nearest = nearest_on_line(Position(lat=1, lon=180), [equator])
    >>> f"{nearest.m:.1f} m at {nearest.at.lat:.3f}, {abs(nearest.at.lon):.3f}"
    '110574.4 m at 0.000, 180.000'
    """
    found = nearest_on_line_many((point,), parts, edges=edges)
    lon, lat = found.lonlat[0].tolist()
    return Nearest(float(found.m[0]), Position(lat=lat, lon=lon))


def nearest_on_line_many(
    points: Points, parts: Sequence[Sequence[Position]], *, edges: EdgeCourse = "geodesic"
) -> NearestMany:
    """Return the nearest point of a line for each of many points, the same to the last bit as for each alone.

    >>> points = [Position(lat=1, lon=180), Position(lat=-2, lon=179.5)]
    >>> found = nearest_on_line_many(points, [(Position(lat=0, lon=179), Position(lat=0, lon=-179))])
    >>> [f"{m:.1f}" for m in found.m]
    ['110574.4', '221149.5']
    """
    from routes.geo.edges import edges_of

    return NearestMany(*edges_of(parts, edges).nearest(lonlat_of(points)))
