"""How far every point is surely free of land and of gates, on a grid four times coarser."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.spatial import cKDTree

from routes.paths.sea.sphere import vectors
from routes.paths.sea.water import CELLS_PER_DEG, COARSE, COLS, EARTH_KM, ROWS, middles_of

LONGEST_KM = 250.0


def clearance_km(blocked: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint8]:
    """Return for each coarse cell the kilometres that are free round any of its points, rounded down."""
    ring = blocked & ~ndimage.binary_erosion(blocked, np.ones((3, 3), bool))
    tree = cKDTree(vectors(*middles_of(*np.nonzero(ring))))
    result = np.zeros((ROWS // COARSE, COLS // COARSE), np.uint8)
    lon = (np.arange(COLS // COARSE) + 0.5) * COARSE / CELLS_PER_DEG - 180
    for row in range(len(result)):
        lat = 90 - (row + 0.5) * COARSE / CELLS_PER_DEG
        free = ~blocked[row * COARSE : (row + 1) * COARSE].reshape(COARSE, -1, COARSE).any(axis=(0, 2))
        chord, _ = tree.query(vectors(np.full(free.sum(), lat), lon[free]), distance_upper_bound=0.05, workers=2)
        far = 2 * np.arcsin(np.minimum(chord, 0.06) / 2) * EARTH_KM
        # Half the diagonals of the coarse and of the fine cell, and a little for rounding.
        wide = np.cos(np.radians(min(abs(lat) - 0.1, 89)))
        half = (COARSE + 1) / CELLS_PER_DEG / 2 * 111.7 * np.hypot(1, wide) + 0.2
        result[row, free] = _stepped(np.clip(far - half, 0, LONGEST_KM))
    return result


def _stepped(km: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """Round down in coarser steps where it matters less; the file gets smaller."""
    step = np.where(km < 16, 1, np.where(km < 64, 4, 16))
    return (np.floor(km / step) * step).astype(np.uint8)
