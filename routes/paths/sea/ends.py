"""The ends of a way: the water nearest to a port, and the nodes that are seen from there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from routes.model import Position
from routes.paths.sea.network import Network, Numbers
from routes.paths.sea.search import Links
from routes.paths.sea.sphere import Floats, lengths_km, point_of
from routes.paths.sea.water import CELLS_PER_DEG, COLS, EARTH_KM, ROWS, Water, cells_of, middles_of

# Farther from the water than this there is no port.
LONGEST_SNAP_KM = 60.0
# A little over what the build gives capes, so that nothing is missed.
HORIZON_KM = 9000.0
_RAYS = 720
_CLOSE_KM = 20.0
_PATIENCE = 1000


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """A point on the water, in degrees and as a unit vector, and its distance from the port."""

    lat: float
    lon: float
    point: Floats
    snap_km: float


def snapped(water: Water, place: Position) -> End | None:
    """Return the water nearest to a place, the place itself if it is on the water, None if all is too far."""
    row, col = cells_of(np.array([place.lat]), np.array([place.lon]))
    if not water.is_land(row, col)[0]:
        return End(place.lat, place.lon, point_of(place.lat, place.lon), 0.0)
    return _nearest(water, place, 12.0) or _nearest(water, place, LONGEST_SNAP_KM)


def _nearest(water: Water, place: Position, reach_km: float) -> End | None:
    down = int(reach_km / 111.0 * CELLS_PER_DEG) + 2
    right = min(int(down / max(np.cos(np.radians(place.lat)), 0.05)) + 1, COLS // 2 - 1)
    row, col = cells_of(np.array([place.lat]), np.array([place.lon]))
    rows = np.arange(max(row[0] - down, 0), min(row[0] + down + 1, ROWS), dtype=np.int32)
    cols = np.arange(col[0] - right, col[0] + right + 1, dtype=np.int32) % COLS
    grid_row, grid_col = (x.ravel() for x in np.meshgrid(rows, cols, indexing="ij"))
    free = ~water.is_land(grid_row, grid_col)
    if not free.any():
        return None
    lat, lon = middles_of(grid_row[free], grid_col[free])
    km = lengths_km(np.full(len(lat), place.lat), np.full(len(lat), place.lon), lat, lon)
    best = int(km.argmin())
    if km[best] > reach_km:
        return None
    near = float(lat[best]), float(lon[best])
    return End(*near, point_of(*near), float(km[best]))


def links(network: Network, end: End) -> Links:
    """Return the nodes that are seen from an end, with their distances."""
    near = seen_from(network.water, end.point, network.points)
    km = lengths_km(np.full(len(near), end.lat), np.full(len(near), end.lon), network.lat[near], network.lon[near])
    return Links(near, km)


def seen_from(water: Water, point: Floats, others: Floats) -> Numbers:
    """Return the numbers of those points that are seen from one.

    A fan of rays finds how far one sees in each direction; only points nearer than that are looked at. A gap narrower
    than the fan's half degree may be missed; a way then bends at the gap's own cape, and is tightened later.
    """
    east = np.array([-point[1], point[0], 0.0]) / max(np.hypot(point[0], point[1]), 1e-9)
    north = np.cross(point, east)
    azimuth = (np.arange(_RAYS) + 0.5) * 2 * np.pi / _RAYS
    heading = np.cos(azimuth)[:, None] * north + np.sin(azimuth)[:, None] * east
    angle = HORIZON_KM / EARTH_KM
    free_km, _ = water.free_km(point[None], np.cos(angle) * point + np.sin(angle) * heading, _PATIENCE)
    seen_km = np.maximum(np.maximum(free_km, np.roll(free_km, 1)), np.roll(free_km, -1))
    across = others @ np.stack([east, north, point], axis=1)
    km = np.arctan2(np.hypot(across[:, 0], across[:, 1]), across[:, 2]) * EARTH_KM
    bins = np.floor(np.arctan2(across[:, 0], across[:, 1]) * _RAYS / (2 * np.pi)).astype(np.int64) % _RAYS
    # Close by, the rays are nearer to each other than the cells are wide.
    near = np.flatnonzero(((km <= seen_km[bins] + 1) & (km <= HORIZON_KM)) | (km < _CLOSE_KM))
    seen: Numbers = near[water.are_clear(point[None], others[near])]
    return seen
