"""The way by sea between two places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from routes.geo import distances_m
from routes.model import Position
from routes.paths.sea.between import way_between
from routes.paths.sea.channels import closed_switches
from routes.paths.sea.ends import LONGEST_SNAP_KM, End, nodes_near, snapped
from routes.paths.sea.network import Network, network
from routes.paths.sea.passages import Passage, passages
from routes.paths.sea.reasons import apart, no_water, turned
from routes.paths.sea.sphere import Floats, degrees_of, dense
from routes.paths.sea.tighten import tightened


@dataclass(frozen=True, slots=True)
class SeaRoute:
    """A way by sea.

    The line begins and ends at the places themselves; its first and last piece may lead over land to the water, and
    `origin_snap_m` and `destination_snap_m` say how far, which is part of the length. Longitudes lie in [-180, 180]:
    where two neighbours differ by more than 180 degrees, the line crosses the antimeridian.
    """

    length_m: float
    line: tuple[Position, ...]
    passages: tuple[Passage, ...]
    origin_snap_m: float
    destination_snap_m: float


@dataclass(frozen=True, slots=True)
class NoSeaRoute:
    """There is no way by sea, and why."""

    reason: str


def sea_route(
    origin: Position,
    destination: Position,
    *,
    avoid: frozenset[str] = frozenset(),
    allow: frozenset[str] = frozenset(),
) -> SeaRoute | NoSeaRoute:
    """Return the shortest way by sea between two places, through none of the passages that are closed.

    Passages are named by the ids of `switches()`; `avoid` closes, `allow` opens those that are closed by default.

    >>> way = sea_route(Position(lat=42.2333, lon=130.3), Position(lat=42.88, lon=132.36))
    >>> 185_000 < way.length_m < 215_000
    True
    """
    # One order of the two ends, so that there and back are one way.
    if destination.latlon < origin.latlon:
        back = sea_route(destination, origin, avoid=avoid, allow=allow)
        return _reversed(back) if isinstance(back, SeaRoute) else NoSeaRoute(turned(back.reason))
    closed = closed_switches(avoid, allow)
    sea = network(closed)
    start, end = snapped(sea.water, origin), snapped(sea.water, destination)
    if start is None or end is None:
        return NoSeaRoute(no_water(start is None, end is None, LONGEST_SNAP_KM))
    for ends in _joined(sea, (origin, destination), (start, end)):
        way = way_between(sea, *ends)
        if way is not None:
            return _route(origin, destination, tightened(sea, way), ends)
    return NoSeaRoute(apart(sea, start, end, closed))


def _joined(sea: Network, places: tuple[Position, Position], ends: tuple[End, End]) -> Iterator[tuple[End, End]]:
    """Return the ends as they are, then with one of them on other water nearby: a dock may be a pool on the grid."""
    start, end = ends
    yield ends
    yield from ((other, end) for other in nodes_near(sea, places[0]))
    yield from ((start, other) for other in nodes_near(sea, places[1]))


def _route(origin: Position, destination: Position, way: Floats, ends: tuple[End, End]) -> SeaRoute:
    start, end = ends
    lat, lon = degrees_of(dense(way))
    # Without the rounding of unit vectors.
    lat[[0, -1]], lon[[0, -1]] = (start.lat, end.lat), (start.lon, end.lon)
    lat = np.concatenate([[origin.lat], lat, [destination.lat]])
    lon = np.concatenate([[origin.lon], lon, [destination.lon]])
    moved = np.concatenate([[True], (np.diff(lat) != 0) | (np.diff(lon) != 0)])
    line = tuple(Position(lat=a, lon=b) for a, b in zip(lat[moved].tolist(), lon[moved].tolist(), strict=True))
    return SeaRoute(
        length_m=float(distances_m(line[:-1], line[1:]).sum()) if len(line) > 1 else 0.0,
        line=line,
        passages=passages(lat, lon),
        origin_snap_m=start.snap_km * 1000,
        destination_snap_m=end.snap_km * 1000,
    )


def _reversed(way: SeaRoute) -> SeaRoute:
    return SeaRoute(way.length_m, way.line[::-1], way.passages[::-1], way.destination_snap_m, way.origin_snap_m)
