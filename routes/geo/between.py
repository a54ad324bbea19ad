"""Distances and directions between places that are larger than points: lines and areas as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from routes.errors import GeometryError
from routes.geo.areas import Area, contains_many
from routes.geo.geodesic import LONGEST_GEODESIC_M, distance_m, wgs84
from routes.geo.polyline import Polyline
from routes.model import Position

if TYPE_CHECKING:
    from routes.geo.edges import Floats
    from routes.geo.pairs import Found

# A line is given by its parts.
Shape: TypeAlias = "Position | Area | Sequence[Sequence[Position]]"

# Nearest points are found to a tenth of a millimetre along an edge; what is nearer touches.
_TOUCHING_M = 1e-4
# Only so far away may the antipode of one area lie in another.
_MAYBE_ANTIPODAL_M = 19_000_000.0
# Directions are sought between so many vertices of each shape; a gap that is wider between them is real.
_VERTICES = 256
_GAP_DEG = 10.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A distance in metres and its ends, `a` in the first shape and `b` in the second."""

    m: float
    a: Position
    b: Position


@dataclass(frozen=True, slots=True)
class Directions:
    """All azimuths clockwise from `low_deg` to `high_deg`, which is the lesser number where they pass north."""

    low_deg: float
    high_deg: float

    def __contains__(self, azimuth_deg: float) -> bool:
        return (azimuth_deg - self.low_deg) % 360 <= (self.high_deg - self.low_deg) % 360

    @property
    def middle_deg(self) -> float:
        return (self.low_deg + (self.high_deg - self.low_deg) % 360 / 2) % 360


def closest(a: Shape, b: Shape) -> Pair:
    """Return the nearest points of two shapes; at 0 m where they overlap, cross or touch.

    >>> equator = ((Position(lat=0, lon=0), Position(lat=0, lon=10)),)
    >>> f"{closest(equator, Position(lat=1, lon=5)).m:.1f}"
    '110574.4'
    """
    if isinstance(a, Position) and isinstance(b, Position):
        return Pair(distance_m(a, b), a, b)
    shared = _shared(a, b)
    if shared is not None:
        return Pair(0.0, shared, shared)
    from routes.geo.edges import edges_of
    from routes.geo.pairs import nearest_pair

    found = _pair(nearest_pair(edges_of(_parts(a)), edges_of(_parts(b))))
    return Pair(0.0, found.a, found.a) if found.m < _TOUCHING_M else found


def farthest(a: Shape, b: Shape) -> Pair:
    """Return the farthest points of two shapes; below 15,000 km none are farther by more than 3 m.

    >>> equator = ((Position(lat=0, lon=0), Position(lat=0, lon=10)),)
    >>> f"{farthest(equator, Position(lat=0, lon=2)).m:.1f}"
    '890555.9'
    """
    if isinstance(a, Position) and isinstance(b, Position):
        return Pair(distance_m(a, b), a, b)
    from routes.geo.edges import edges_of
    from routes.geo.pairs import farthest_pair

    found = _pair(farthest_pair(edges_of(_parts(a)), edges_of(_parts(b))))
    if found.m > _MAYBE_ANTIPODAL_M and (Area in (type(a), type(b))):
        opposite = closest(_mirrored(a), b)
        if opposite.m == 0:
            return Pair(LONGEST_GEODESIC_M, _antipode(opposite.b), opposite.b)
    return found


def directions(a: Shape, b: Shape) -> Directions | None:
    """Return the directions in which points of `b` lie from points of `a`; None where they overlap or lie all round.

    They are found between at most 256 vertices of each shape, which for a country is good to a degree.

    >>> found = directions(Position(lat=0, lon=0), ((Position(lat=1, lon=-1), Position(lat=1, lon=1)),))
    >>> f"{found.low_deg:.1f} to {found.high_deg:.1f}, middle {found.middle_deg:.0f}"
    '314.8 to 45.2, middle 0'
    """
    import numpy as np

    if closest(a, b).m == 0:
        return None
    here, there = _some_vertices(a), _some_vertices(b)
    pairs = np.hstack([np.repeat(here, len(there), axis=0), np.tile(there, (len(here), 1))])
    lon, lat, other_lon, other_lat = np.ascontiguousarray(pairs.T)
    azimuths = np.sort(wgs84().inv(lon, lat, other_lon, other_lat)[0] % 360)
    gaps = np.diff(azimuths, append=azimuths[0] + 360)
    widest = int(gaps.argmax())
    if gaps[widest] < _GAP_DEG:
        return None
    return Directions(float(azimuths[(widest + 1) % len(azimuths)]), float(azimuths[widest]))


def _parts(shape: Shape) -> tuple[Polyline, ...]:
    if isinstance(shape, Position):
        return (Polyline.of((shape,)),)
    parts = shape.rings if isinstance(shape, Area) else shape
    # A tuple that is passed on as it is finds its edges prepared.
    if isinstance(parts, tuple) and all(isinstance(part, Polyline) for part in parts):
        return parts
    found = tuple(Polyline.of(part) for part in parts if len(part))
    if not found:
        raise GeometryError("a line needs one position or more, got none")
    return found


def _shared(a: Shape, b: Shape) -> Position | None:
    """Return a vertex of one shape that lies in the other; without crossings, one of each part is enough to ask."""
    for area, other in ((a, b), (b, a)):
        if isinstance(area, Area):
            firsts = [part[0] for part in _parts(other)]
            for first, is_inside in zip(firsts, contains_many(firsts, area).tolist(), strict=True):
                if is_inside:
                    return first
    return None


def _pair(found: Found) -> Pair:
    m, a, b = found
    return Pair(m, *(Position(lat=lat, lon=lon) for lon, lat in (a.tolist(), b.tolist())))


def _antipode(position: Position) -> Position:
    return Position(lat=-position.lat, lon=position.lon - 180 if position.lon > 0 else position.lon + 180)


def _mirrored(shape: Shape) -> Shape:
    """Return a shape on the other side of the globe."""
    if isinstance(shape, Position):
        return _antipode(shape)
    parts = tuple(Polyline.of([_antipode(position) for position in part]) for part in _parts(shape))
    return Area(parts) if isinstance(shape, Area) else parts


def _some_vertices(shape: Shape) -> Floats:
    import numpy as np

    vertices = np.vstack([part.lonlat for part in _parts(shape)])
    return vertices[:: -(-len(vertices) // _VERTICES)]
