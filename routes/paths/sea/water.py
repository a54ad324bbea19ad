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

Bits = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int32]

_PER_RADIAN = np.float32(CELLS_PER_DEG * 180 / np.pi)
_HALF_PI, _PI = np.float32(np.pi / 2), np.float32(np.pi)


@dataclass(frozen=True, slots=True, eq=False)
class Water:
    """Land bits, one for each cell, row 0 at the north pole; and clearance in kilometres, free in every direction."""

    land: Bits
    clearance_km: npt.NDArray[np.uint8]

    def is_land(self, row: Ints, col: Ints) -> Bools:
        byte = self.land[row * ROW_BYTES + (col >> 3)]
        blocked: Bools = (byte >> (7 - (col & 7)).astype(np.uint8)) & 1 == 1
        return blocked

    def with_walls(self, cells: npt.NDArray[np.int64]) -> Water:
        """Return this water with the given cells, numbered row by row, closed."""
        land = self.land.copy()
        np.bitwise_or.at(land, cells >> 3, (128 >> (cells & 7)).astype(np.uint8))
        return Water(land, self.clearance_km)

    def are_clear(self, start: Floats, end: Floats) -> Bools:
        """Say of great circles, given by the unit vectors of their ends, row by row, whether they stay on water."""
        free_km, length_km = self.free_km(start, end)
        return free_km >= length_km

    def free_km(
        self, start: Floats, end: Floats, patience: int | None = None
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return how far each great circle stays on water, inf if to its end, and its length, in kilometres.

        With `patience`, rays that still creep after so many looks are left where they are.
        """
        a, t, length = _rays(start, end)
        reached = np.full(len(length), np.inf, np.float32)
        at, live, limit = np.zeros_like(length), np.arange(len(length)), length
        looks = 0
        while len(live):
            looks += 1
            if looks == patience:
                reached[live] = at
                break
            # Rays that creep along a coast are few and slow: look at many steps of theirs at once.
            ahead = at[:, None] + np.arange(max(1, min(64, 1024 // len(live))), dtype=np.float32) * np.float32(STEP_KM)
            ahead = np.minimum(ahead, limit[:, None])
            row, col = _cells(a, t, ahead)
            blocked = self.is_land(row, col)
            hit = blocked.any(axis=1)
            reached[live[hit]] = ahead[hit, blocked[hit].argmax(axis=1)]
            last = ahead[:, -1]
            step = self.clearance_km[row[:, -1] // COARSE, col[:, -1] // COARSE]
            keep = ~hit & (last < limit)
            # The last sample of all is the end itself.
            at = np.minimum(last + np.maximum(step, np.float32(STEP_KM)), limit)
            if not keep.all():
                live, at, limit, a, t = live[keep], at[keep], limit[keep], a[:, keep], t[:, keep]
        return reached, length


def _rays(
    start: Floats, end: Floats
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return starts, directions at right angles to them, and lengths in kilometres."""
    start, end = np.broadcast_arrays(start, end)
    cross = np.cross(start, end)
    sine = np.sqrt((cross * cross).sum(axis=1))
    cosine = (start * end).sum(axis=1)
    toward = np.cross(cross, start) / np.maximum(sine, 1e-12)[:, None]
    length = np.arctan2(sine, cosine) * EARTH_KM
    return start.T.astype(np.float32), toward.T.astype(np.float32), length.astype(np.float32)


def _cells(a: npt.NDArray[np.float32], t: npt.NDArray[np.float32], at: npt.NDArray[np.float32]) -> tuple[Ints, Ints]:
    angle = at / np.float32(EARTH_KM)
    c, s = np.cos(angle), np.sin(angle)
    x, y, z = (a[i, :, None] * c + t[i, :, None] * s for i in range(3))
    lat = np.arcsin(np.clip(z, -1, 1))
    row = ((_HALF_PI - lat) * _PER_RADIAN).astype(np.int32)
    col = ((np.arctan2(y, x) + _PI) * _PER_RADIAN).astype(np.int32)
    return np.clip(row, 0, ROWS - 1), col % COLS


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
