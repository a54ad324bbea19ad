"""Geodesics between points on the WGS 84 ellipsoid.

C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), 43-55, as PROJ has them.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from routes.errors import GeometryError
from routes.model import Position

if TYPE_CHECKING:
    from pyproj import Geod

    from routes.geo.polyline import Floats, Points

# Half the meridian ellipse of WGS 84: no two points are farther apart.
LONGEST_GEODESIC_M = 20_003_931.46


@cache
def wgs84() -> Geod:
    from pyproj import Geod

    return Geod(ellps="WGS84")


def distance_m(a: Position, b: Position) -> float:
    """Return the length of the shortest geodesic from `a` to `b`, in metres.

    >>> rotterdam = Position(lat=51.95, lon=4.14)
    >>> f"{distance_m(rotterdam, Position(lat=1.264, lon=103.84)) / 1000:.3f} km"
    '10562.585 km'
    """
    _, _, length_m = wgs84().inv(*a.lonlat, *b.lonlat)
    return float(length_m)


def distances_m(a: Points, b: Points) -> Floats:
    """Return the lengths of the geodesics between points in pairs, or from one point to each of many, in metres.

    >>> pole, equator = Position(lat=90, lon=0), Position(lat=0, lon=0)
    >>> [f"{m:.1f}" for m in distances_m([pole], [pole, equator])]
    ['0.0', '10001965.7']
    """
    import numpy as np

    from routes.geo.polyline import lonlat_of

    here, there = lonlat_of(a), lonlat_of(b)
    if len(here) != len(there) and 1 not in (len(here), len(there)):
        raise GeometryError(f"pairs need as many points on each side, or one on one, got {len(here)} and {len(there)}")
    here, there = np.broadcast_arrays(here, there)
    lon, lat, other_lon, other_lat = np.ascontiguousarray(np.hstack([here, there]).T)
    lengths_m: Floats = wgs84().inv(lon, lat, other_lon, other_lat)[2]
    return lengths_m


def azimuth_deg(a: Position, b: Position) -> float:
    """Return the direction in which the shortest geodesic leaves `a` for `b`, clockwise from north, in [0, 360).

    It is 0 where the two are one point and no direction is right.

    >>> f"{azimuth_deg(Position(lat=0, lon=0), Position(lat=0, lon=-1)):.1f}"
    '270.0'
    """
    forward, _, length_m = wgs84().inv(*a.lonlat, *b.lonlat)
    # -1e-15 % 360 is 360.0, which is no azimuth of ours.
    return 0.0 if length_m == 0 else float(forward) % 360 % 360


def destination(a: Position, azimuth_deg: float, distance_m: float) -> Position:
    """Return the end of the geodesic that leaves `a` in a direction and has a length in metres.

    >>> end = destination(Position(lat=0, lon=0), 90, 100_000)
    >>> f"{end.lat:.4f}, {end.lon:.4f}"
    '0.0000, 0.8983'
    """
    if not (math.isfinite(azimuth_deg) and math.isfinite(distance_m)):
        raise ValueError(f"azimuth and distance must be finite numbers, got {azimuth_deg} degrees, {distance_m} m")
    lon, lat, _ = wgs84().fwd(*a.lonlat, azimuth_deg, distance_m)
    return Position(lat=lat, lon=lon)


def midpoint(a: Position, b: Position) -> Position:
    """Return the point halfway along the shortest geodesic."""
    forward, _, length_m = wgs84().inv(*a.lonlat, *b.lonlat)
    return destination(a, forward, length_m / 2)


def geodesic_line(a: Position, b: Position, *, step_m: float = 50_000.0) -> tuple[Position, ...]:
    """Return the shortest geodesic as positions at most `step_m` apart; the ends are `a` and `b` themselves.

    A straight line on a map leaves the geodesic by hundreds of kilometres. At steps of 50 km it stays within
    100 m up to 75 degrees of latitude. Longitudes lie in [-180, 180] and jump at the antimeridian.

    >>> len(geodesic_line(Position(lat=0, lon=179), Position(lat=0, lon=-179)))
    6
    """
    if not step_m > 0:
        raise ValueError(f"step_m must be more than 0, got {step_m}")
    pieces = max(1, math.ceil(distance_m(a, b) / step_m))
    between = wgs84().npts(*a.lonlat, *b.lonlat, pieces - 1) if pieces > 1 else []
    return (a, *(Position(lat=lat, lon=lon) for lon, lat in between), b)


def ring(center: Position, radius_m: float, *, vertices: int = 720) -> tuple[Position, ...]:
    """Return the closed ring of all points at a distance from `center`, counter-clockwise as RFC 7946 asks.

    First and last position are the same. With 720 vertices the outline drawn on a web-mercator map is within
    3.5 m of a radius of 290 km up to 75 degrees of latitude. Longitudes lie in [-180, 180]: a ring over the
    antimeridian jumps there and one round a pole runs once round the map, so unwrap it before drawing it flat.
    """
    if not 0 < radius_m < LONGEST_GEODESIC_M:
        raise ValueError(f"radius_m must lie between 0 and {LONGEST_GEODESIC_M:.0f}, got {radius_m}")
    if vertices < 3:
        raise ValueError(f"a ring needs 3 vertices or more, got {vertices}")
    azimuths = [-360 * number / vertices for number in range(vertices)]
    lons, lats, _ = wgs84().fwd([center.lon] * vertices, [center.lat] * vertices, azimuths, [radius_m] * vertices)
    outline = tuple(Position(lat=lat, lon=lon) for lon, lat in zip(lons, lats, strict=True))
    return (*outline, outline[0])
