"""Areas on the ellipsoid: inside or outside, and how far."""

from __future__ import annotations

from dataclasses import dataclass

from routes.geo.nearest import Nearest, nearest_on_line
from routes.geo.polyline import Polyline
from routes.model import Position


@dataclass(frozen=True, slots=True)
class Area:
    """Polygons as closed rings: a point inside an odd number of them is inside, so a ring in a ring is a hole.

    A ring that runs round a pole encloses the pole of the hemisphere that it lies in.
    """

    rings: tuple[Polyline, ...]

    def __post_init__(self) -> None:
        if not self.rings:
            raise ValueError("an area needs one ring or more, got none")
        for ring in self.rings:
            # Vatican City shrinks to a line on the grid of our source, so that short rings must be borne.
            if ring[0] != ring[-1]:
                raise ValueError(f"a ring must end where it begins, got {ring[0]} and {ring[-1]}")


def contains(point: Position, area: Area) -> bool:
    """Return whether a point lies inside; for a point on the very edge either answer may come."""
    from routes.geo.crossings import holds_north_pole
    from routes.geo.edges import edges_of

    # The meridian ends at the pole, so that an even count is inside where the pole is.
    poles = sum(holds_north_pole(ring.lonlat) for ring in area.rings)
    return (edges_of(area.rings).crossings(point.lon, point.lat) + poles) % 2 == 1


def distance_to_area(point: Position, area: Area) -> Nearest:
    """Return the nearest point of an area; a point inside is its own nearest, at 0 m."""
    return Nearest(0.0, point) if contains(point, area) else nearest_on_line(point, area.rings)
