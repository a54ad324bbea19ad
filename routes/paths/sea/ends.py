"""The ends of a way: the water nearest to a port."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from routes.model import Position
from routes.paths.sea.network import Network
from routes.paths.sea.sphere import Floats, lengths_km, point_of
from routes.paths.sea.water import CELLS_PER_DEG, COLS, EARTH_KM, ROWS, Water, cells_of, middles_of

# Farther from the water than this there is no port.
LONGEST_SNAP_KM = 60.0
# From water that leads nowhere to water that does.
_LONGEST_STEP_KM = 20.0
_NODES_TRIED = 4


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


def nodes_near(sea: Network, place: Position) -> tuple[End, ...]:
    """Return the nodes of the network within some kilometres of a place, the nearest first."""
    close = np.flatnonzero(sea.points @ point_of(place.lat, place.lon) > np.cos(_LONGEST_STEP_KM / EARTH_KM))
    here = np.full(len(close), place.lat), np.full(len(close), place.lon)
    km = lengths_km(*here, sea.lat[close], sea.lon[close])
    return tuple(
        End(float(sea.lat[node]), float(sea.lon[node]), sea.points[node], float(km[at]))
        for at, node in ((at, close[at]) for at in np.argsort(km, kind="stable")[:_NODES_TRIED])
    )


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
