"""What lies near what: the waters that ships keep out of where there is room elsewhere."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from routes.paths.sea.water import CELLS_PER_DEG, ROWS

Bools = npt.NDArray[np.bool_]

# Three nautical miles, a little more than the cells of the grid add by themselves.
OFFING_KM = 5.556
BAND_ROWS = 40


def grown(mask: Bools, km: float) -> Bools:
    """Return the cells that lie within a distance of those of the mask."""
    cell_km = 111.2 / CELLS_PER_DEG
    reach = int(km / cell_km)
    result = mask.copy()
    for top in range(0, ROWS, BAND_ROWS):
        lat = 90 - (top + BAND_ROWS / 2) / CELLS_PER_DEG
        low, high = max(0, top - reach), min(ROWS, top + BAND_ROWS + reach)
        part = mask[low:high].astype(np.uint8)
        if not part.any():
            continue
        for down in range(-reach, reach + 1):
            wide_km = np.sqrt(max(km**2 - (down * cell_km) ** 2, 0.0))
            size = 2 * int(min(wide_km / cell_km / max(np.cos(np.radians(lat)), 0.02), 600)) + 1
            spread = ndimage.maximum_filter1d(part, size, axis=1, mode="wrap").astype(bool)
            rows = np.arange(max(low, top + down), min(high, top + BAND_ROWS + down, ROWS + down))
            rows = rows[(rows - down >= 0) & (rows - down < ROWS)]
            result[rows - down] |= spread[rows - low]
    return result
