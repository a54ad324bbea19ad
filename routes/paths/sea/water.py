"""Where there is water, on a grid of 1/40 degree, and whether a great circle between two points stays on it.

The grid is conservative: a cell that a coastline touches is land, unless a channel is carved through it. Rays jump as
far as the clearance grid says that nothing is in the way. J. Amanatides, Ray tracing with cones (1984), has the idea.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from routes.paths.sea.sphere import Floats

CELLS_PER_DEG = 40
ROWS, COLS = 180 * CELLS_PER_DEG, 360 * CELLS_PER_DEG
ROW_BYTES = COLS // 8
# The clearance grid is coarser: one cell of it holds 4 by 4 of the fine ones.
COARSE = 4
EARTH_KM = 6371.0088
# Shorter than any cell below 69 degrees, and half a cell at 80.
STEP_KM = 1.0
# So many steps of one ray are looked at together, and so many of all.
_STEPS = np.arange(64, dtype=np.float32)
_SAMPLES = 1024

Bits = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int32]

# The bit of each column within its byte.
_BIT = np.array([128 >> column for column in range(8)], np.uint8)
_PER_RADIAN = np.float32(CELLS_PER_DEG * 180 / np.pi)
_PER_KM = np.float32(1 / EARTH_KM)
_PI, _ONE = np.float32(np.pi), np.float32(1)


@dataclass(frozen=True, slots=True, eq=False)
class Water:
    """Bits of land and of the offing, one for each cell, row 0 at the north pole; clearance in all directions, in km.

    The offing is the water within some miles of the shore, which a ship that is not bound there keeps out of.
    """

    land: Bits
    clearance_km: npt.NDArray[np.uint8]
    offing: Bits

    def is_land(self, row: Ints, col: Ints) -> Bools:
        return _are_set(self.land, row, col)

    def is_by_shore(self, row: Ints, col: Ints) -> Bools:
        """Say of cells whether they are land or offing."""
        return _are_set(self.land, row, col) | _are_set(self.offing, row, col)

    def with_walls(self, cells: npt.NDArray[np.int64]) -> Water:
        """Return this water with the given cells, numbered row by row, closed."""
        land = self.land.copy()
        np.bitwise_or.at(land, cells >> 3, (128 >> (cells & 7)).astype(np.uint8))
        return Water(land, self.clearance_km, self.offing)

    def are_clear(self, start: Floats, end: Floats, keep_off: Bools | None = None) -> Bools:
        """Say of great circles, given by the unit vectors of their ends, row by row, whether they stay on water.

        Those of `keep_off` must stay off the shore as well.
        """
        free_km, length_km = self.free_km(start, end, keep_off=keep_off)
        return free_km >= length_km

    def free_km(
        self, start: Floats, end: Floats, *, step_km: float = STEP_KM, keep_off: Bools | None = None
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return how far each great circle stays on water, inf if to its end, and its length, in kilometres.

        With longer steps it is faster, and may miss land that is narrower than they are.
        """
        a, t, length = _rays(start, end)
        reached = np.full(len(length), np.inf, np.float32)
        at, live, limit = np.zeros_like(length), np.arange(len(length)), length
        off, shortest_km = keep_off, np.float32(step_km)
        while len(live):
            # Rays that creep along a coast are few and slow: look at many steps of theirs at once.
            steps = _STEPS[: max(1, _SAMPLES // len(live))] * shortest_km
            ahead = np.minimum(at[:, None] + steps, limit[:, None])
            row, col = _cells(a, t, ahead)
            blocked = self.is_land(row, col)
            if off is not None:
                blocked |= off[:, None] & _are_set(self.offing, row, col)
            last, hit = ahead[:, -1], blocked.any(axis=1)
            keep = np.flatnonzero(~hit & (last < limit))
            # The last sample of all is the end itself.
            free_km = self.clearance_km[row[:, -1] // COARSE, col[:, -1] // COARSE]
            at = np.minimum(last + np.maximum(free_km, shortest_km), limit)
            if len(keep) < len(live):
                reached[live[hit]] = ahead[hit, blocked[hit].argmax(axis=1)]
                live, at, limit, a, t = live[keep], at[keep], limit[keep], a.take(keep, axis=1), t.take(keep, axis=1)
                off = None if off is None else off[keep]
        return reached, length


def _are_set(bits: Bits, row: Ints, col: Ints) -> Bools:
    are_set: Bools = bits.take(row * ROW_BYTES + (col >> 3)) & _BIT.take(col & 7) != 0
    return are_set


def _rays(
    start: Floats, end: Floats
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return starts, directions at right angles to them, and lengths in kilometres."""
    a, b = (np.ascontiguousarray(x.T) for x in np.broadcast_arrays(start, end))
    across = _cross(a, b)
    sine = np.sqrt((across * across).sum(axis=0))
    toward = _cross(across, a) / np.maximum(sine, 1e-12)
    length = np.arctan2(sine, (a * b).sum(axis=0)) * EARTH_KM
    return a.astype(np.float32), toward.astype(np.float32), length.astype(np.float32)


def _cross(a: Floats, b: Floats) -> Floats:
    """Return the vector products of columns; numpy's own goes a long way round."""
    product: Floats = a[[1, 2, 0]] * b[[2, 0, 1]] - a[[2, 0, 1]] * b[[1, 2, 0]]
    return product


def _cells(a: npt.NDArray[np.float32], t: npt.NDArray[np.float32], at: npt.NDArray[np.float32]) -> tuple[Ints, Ints]:
    angle = at * _PER_KM
    x, y, z = a[:, :, None] * np.cos(angle) + t[:, :, None] * np.sin(angle)
    # Rounding may leave the sphere by a hair, and the last row and column at their far ends.
    colatitude = np.arccos(np.minimum(np.maximum(z, -_ONE), _ONE))
    row = (colatitude * _PER_RADIAN).astype(np.int32)
    col = ((np.arctan2(y, x) + _PI) * _PER_RADIAN).astype(np.int32)
    return np.minimum(row, ROWS - 1), np.minimum(col, COLS - 1)


def cells_of(lat: Floats, lon: Floats) -> tuple[Ints, Ints]:
    """Return row and column of the cells that hold points given in degrees."""
    row = np.clip(np.floor((90 - lat) * CELLS_PER_DEG), 0, ROWS - 1).astype(np.int32)
    return row, np.floor((lon + 180) * CELLS_PER_DEG).astype(np.int32) % COLS


def middles_of(row: npt.NDArray[np.integer], col: npt.NDArray[np.integer]) -> tuple[Floats, Floats]:
    """Return latitudes and longitudes of the middles of cells, in degrees."""
    return 90 - (row + 0.5) / CELLS_PER_DEG, (col + 0.5) / CELLS_PER_DEG - 180


def wall_cells(line: Floats) -> npt.NDArray[np.int64]:
    """Return the cells of a closed line through points (lat, lon), thick enough that no ray steps over it."""
    cells = []
    for (lat, lon), (next_lat, next_lon) in pairwise(line):
        count = int(max(abs(next_lat - lat), abs(next_lon - lon)) * CELLS_PER_DEG * 2) + 2
        row, col = cells_of(np.linspace(lat, next_lat, count), np.linspace(lon, next_lon, count))
        wide = int(np.ceil(1 / max(np.cos(np.radians(max(abs(lat), abs(next_lat)))), 0.05)))
        cells += [
            np.clip(row + down, 0, ROWS - 1).astype(np.int64) * COLS + (col + right) % COLS
            for down in (-1, 0, 1)
            for right in range(-wide, wide + 1)
        ]
    return np.unique(np.concatenate(cells))
