"""Natural Earth's land and lakes as bits on the grid of the router."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from routes.paths.sea.channels import channels
from routes.paths.sea.water import CELLS_PER_DEG, COLS, ROWS, cells_of, wall_cells
from scripts.build_basemap import read_rings

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int32]

# One point in each lake that sea ships or river-sea ships reach: lat, lon.
LAKES = (
    (47.6, -87.5),  # Superior
    (43.8, -87.0),  # Michigan
    (44.8, -82.5),  # Huron
    (42.45, -82.65),  # Saint Clair
    (42.1, -81.3),  # Erie
    (43.6, -77.9),  # Ontario
    (60.8, 31.6),  # Ladoga
    (61.7, 35.4),  # Onega
)
# North of this is pack ice, and no grid cell is worth its width.
NORTH_END_LAT = 83.8
# A piece of water smaller than this many cells is no sea; at the equator 500 of them are some 3,900 square kilometres.
SMALLEST_SEA_CELLS = 500


def land_mask(source: Path) -> Bools:
    """Return which cells are land: touched by land, not carved, or no part of a sea."""
    land_rings = read_rings(source / "ne_10m_land.shp")
    land = _inside(land_rings)
    land |= _outline(land_rings)
    lake_rings = read_rings(source / "ne_10m_lakes.shp")
    lakes = _inside(lake_rings) & ~_outline(lake_rings)
    land &= ~_chosen(lakes)
    land[: int((90 - NORTH_END_LAT) * CELLS_PER_DEG)] = True
    for channel in channels():
        row, col = carved_cells([p.latlon for p in channel.fairway])
        land[row, col] = False
    for channel in channels():
        if channel.is_barrier:
            for gate in channel.gates:
                land.ravel()[wall_cells(np.array([p.latlon for p in gate]))] = True
    return _without_ponds(land)


def carved_cells(line: list[tuple[float, float]]) -> tuple[Ints, Ints]:
    """Return the cells under a fairway, each joined to the next by a side."""
    rows, cols = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for (lat, lon), (next_lat, next_lon) in pairwise(line):
        count = int(max(abs(next_lat - lat), abs(next_lon - lon)) * CELLS_PER_DEG * 20) + 2
        row, col = cells_of(np.linspace(lat, next_lat, count), np.linspace(lon, next_lon, count))
        corner = (np.diff(row) != 0) & (np.diff(col) != 0)
        rows += [row, row[:-1][corner]]
        cols += [col, col[1:][corner]]
    return np.concatenate(rows), np.concatenate(cols)


def _inside(rings: list[Floats]) -> Bools:
    """Return which cells have their middle inside the rings, by the even-odd rule."""
    flips = np.zeros((ROWS, COLS + 1), np.uint8)
    for ring in rings:
        x, y = (ring[:, 0] + 180) * CELLS_PER_DEG, (90 - ring[:, 1]) * CELLS_PER_DEG
        for x0, y0, x1, y1 in zip(x[:-1], y[:-1], x[1:], y[1:], strict=True):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            first, last = int(np.ceil(y0 - 0.5)), int(np.ceil(y1 - 0.5))
            for row in range(first, last):
                if 0 <= row < ROWS:
                    at = x0 + (x1 - x0) * (row + 0.5 - y0) / (y1 - y0)
                    flips[row, min(max(int(np.ceil(at - 0.5)), 0), COLS)] ^= 1
    inside: Bools = np.bitwise_xor.accumulate(flips, axis=1)[:, :COLS].astype(bool)
    return inside


def _outline(rings: list[Floats]) -> Bools:
    touched = np.zeros((ROWS, COLS), bool)
    for ring in rings:
        lon, lat = ring.T
        count = (np.maximum(np.abs(np.diff(lon)), np.abs(np.diff(lat))) * CELLS_PER_DEG * 10).astype(int) + 1
        start = np.repeat(np.arange(len(count)), count)
        share = (np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count)) / count[start]
        row, col = cells_of(
            lat[start] + share * (lat[start + 1] - lat[start]), lon[start] + share * (lon[start + 1] - lon[start])
        )
        touched[row, col] = True
    return touched


def _chosen(lakes: Bools) -> Bools:
    labels, _ = ndimage.label(lakes)
    lat, lon = np.array(LAKES).T
    wanted = labels[cells_of(lat, lon)]
    if (wanted == 0).any():
        raise SystemExit(f"no lake at {[LAKES[i] for i in np.flatnonzero(wanted == 0)]}")
    chosen: Bools = np.isin(labels, wanted)
    return chosen


def _without_ponds(land: Bools) -> Bools:
    labels, count = ndimage.label(~land)
    # The grid is cut at the antimeridian: join what touches there.
    left, right = labels[:, 0], labels[:, -1]
    same = np.arange(count + 1)
    for a, b in sorted({(int(a), int(b)) for a, b in zip(left, right, strict=True) if a and b}):
        low, high = sorted((int(same[a]), int(same[b])))
        same[same == high] = low
    labels = same[labels]
    sizes = np.bincount(labels.ravel())
    keep = sizes >= SMALLEST_SEA_CELLS
    keep[0] = False
    print("seas:", sorted((int(n) for n in sizes[keep]), reverse=True))
    ponds: Bools = ~keep[labels]
    return ponds
