"""The nearest point of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routes.model import Position


@dataclass(frozen=True, slots=True)
class Nearest:
    """A distance in metres and the point of the line where it ends."""

    m: float
    at: Position


def nearest_on_line(point: Position, parts: Sequence[Sequence[Position]]) -> Nearest:
    """Return the point of a line of several parts that is nearest on the ellipsoid.

    Edges are geodesics, so the antimeridian and the poles are places like any other. A part of one position
    is a point. What was prepared for the polylines of a tuple is kept for the next call.

    >>> equator = (Position(lat=0, lon=179), Position(lat=0, lon=-179))
    >>> nearest = nearest_on_line(Position(lat=1, lon=180), [equator])
    >>> f"{nearest.m:.1f} m at {nearest.at.lat:.3f}, {abs(nearest.at.lon):.3f}"
    '110574.4 m at 0.000, 180.000'
    """
    from routes.geo.edges import edges_of

    m, lon, lat = edges_of(parts).nearest(point.lon, point.lat)
    return Nearest(m, Position(lat=lat, lon=lon))
