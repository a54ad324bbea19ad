"""The points where ways by sea bend: capes, the vertices of fairways, and look-outs from which every shore is seen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.spatial import cKDTree

from routes.paths.sea.channels import channels
from routes.paths.sea.sphere import vectors
from routes.paths.sea.water import CELLS_PER_DEG, COLS, EARTH_KM, ROWS, Water, cells_of, middles_of
from scripts.sea.nets import in_wide_nets
from scripts.sea.offing import OFFING_KM, grown

Bools = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.int64]

BAND_ROWS = 40
CLOSE_KM, NEAR_KM, WIDE_KM, APART_KM = 5.0, 11.0, 36.0, 12.0
# A straight coast has land on two of the five rows of the closest window; in a strait the wide ones tell nothing.
CAPE_CLOSE = 0.42
# Shores nearer to the poles have no ports; what no cape sees there is given up.
WATCHED_LAT = (-62.5, 79.0)


def cape_cells(land: Bools) -> Cells:
    """Return where ways bend: off the capes, and at the very shore where there is no room.

    Two points at the shore of a round cape do not see each other, but two off it do.
    """
    off = grown(land, OFFING_KM)
    outer, inner = _capes_of(off), _capes_of(land)
    has_room = grown(~off, 2 * OFFING_KM).ravel()
    return np.union1d(outer, inner[~has_room[inner]])


def _capes_of(land: Bools) -> Cells:
    """Return shore cells with less land round them than the shore on either side has."""
    shore = ~land & ndimage.binary_dilation(land)
    found = []
    for top in range(0, ROWS, BAND_ROWS):
        rows = np.arange(top, top + BAND_ROWS)
        lat = 90 - (top + BAND_ROWS / 2) / CELLS_PER_DEG
        band, at = _band(land, shore, top, lat)
        row, col = np.nonzero(band)
        keep = (row >= at) & (row < at + BAND_ROWS)
        found.append(rows[row[keep] - at].astype(np.int64) * COLS + col[keep])
    return np.concatenate(found)


def _band(land: Bools, shore: Bools, top: int, lat: float) -> tuple[Bools, int]:
    margin = 60
    low, high = max(0, top - margin), min(ROWS, top + BAND_ROWS + margin)
    part = land[low:high].astype(np.float32)
    close, near, wide = (_mean(part, km, lat) for km in (CLOSE_KM, NEAR_KM, WIDE_KM))
    worth = np.where(shore[low:high], close + near + wide, 9).astype(np.float32)
    # Ties are broken by place, so that a flat row of equals gives one cape.
    worth += (np.arange(worth.size, dtype=np.float32).reshape(worth.shape) % 977) * 1e-7
    size = _window(APART_KM, lat)
    least = ndimage.minimum_filter(worth, size=size, mode=("nearest", "wrap"))
    return (worth == least) & (worth < 9) & (close < CAPE_CLOSE), top - low


def _window(km: float, lat: float) -> tuple[int, int]:
    cell_km = 111.2 / CELLS_PER_DEG
    wide = min(km / cell_km / max(np.cos(np.radians(lat)), 0.1), 200)
    return 2 * round(km / cell_km) + 1, 2 * round(wide) + 1


def _mean(part: npt.NDArray[np.float32], km: float, lat: float) -> npt.NDArray[np.float32]:
    down, right = _window(km, lat)
    sums = ndimage.uniform_filter1d(part, down, axis=0, mode="nearest")
    result: npt.NDArray[np.float32] = ndimage.uniform_filter1d(sums, right, axis=1, mode="wrap")
    return result


def fairway_cells() -> Cells:
    """Return the cells of the vertices of all fairways."""
    points = np.array([p.latlon for channel in channels() for p in channel.fairway])
    row, col = cells_of(*points.T)
    return np.unique(row.astype(np.int64) * COLS + col)


def lookout_cells(land: Bools, water: Water, nodes: Cells, lines: Cells) -> Cells:
    """Return cells that make every shore seen from a node of a wide net; `lines` join nodes that need not see each
    other.

    A look-out is put where the net still sees and where there is a cell beside it that it does not see.
    """
    near_land = ndimage.binary_dilation(land, np.ones((3, 3), bool), iterations=3)
    near_land[: int((90 - WATCHED_LAT[1]) * CELLS_PER_DEG)] = False
    near_land[int((90 - WATCHED_LAT[0]) * CELLS_PER_DEG) :] = False
    zone = np.flatnonzero(~land & near_land).astype(np.int64)
    joined = nodes[_in_wide_nets(water, nodes, lines)]
    print(len(nodes), "capes and fairway vertices,", len(joined), "of them joined")
    is_blind = np.zeros(ROWS * COLS, bool)
    blind = zone[~_seen(water, zone, joined, 24)]
    is_blind[blind] = True
    depth = ndimage.uniform_filter((~land).astype(np.float32), 9, mode="nearest").ravel()
    added = np.zeros(0, np.int64)
    for _ in range(200):
        edge = np.unique(np.concatenate([blind - 1, blind + 1, blind - COLS, blind + COLS]))
        edge = edge[~land.ravel()[edge] & ~is_blind[edge]]
        if not len(edge):
            break
        chosen = _deepest_of_each_block(edge, depth)
        added = np.concatenate([added, chosen])
        seen = _seen(water, blind, chosen, 4)
        is_blind[blind[seen]] = False
        blind = blind[~seen]
    print(len(added), "look-outs; cells that nobody sees:", len(blind))
    return np.unique(added)


def _in_wide_nets(water: Water, nodes: Cells, lines: Cells) -> Bools:
    points = cell_vectors(nodes)
    _, near = cKDTree(points).query(points, k=40, workers=2)
    pairs = np.stack([np.repeat(np.arange(len(nodes)), near.shape[1]), near.ravel()], axis=1)
    pairs = np.concatenate([pairs[water.are_clear(points[pairs[:, 0]], points[pairs[:, 1]])], lines])
    return in_wide_nets(pairs, len(nodes))


def _deepest_of_each_block(cells: Cells, depth: npt.NDArray[np.float32], block: int = 24) -> Cells:
    name = cells // COLS // block * COLS + cells % COLS // block
    order = np.lexsort((cells, -depth[cells], name))
    first = np.unique(name[order], return_index=True)[1]
    chosen: Cells = cells[order][first]
    return chosen


def cell_vectors(cells: Cells) -> npt.NDArray[np.float64]:
    return vectors(*middles_of(cells // COLS, cells % COLS))


def _seen(water: Water, cells: Cells, nodes: Cells, count: int, reach_km: float = 150.0) -> Bools:
    """Say of cells whether one of the nearest nodes sees them."""
    here, there = cell_vectors(cells), cell_vectors(nodes)
    tree = cKDTree(there)
    seen = np.zeros(len(cells), bool)
    open_cells = np.arange(len(cells))
    _, near = tree.query(here, k=min(count, len(nodes)), distance_upper_bound=reach_km / EARTH_KM, workers=2)
    near = near.reshape(len(cells), -1)
    for rank in range(near.shape[1]):
        trial = open_cells[near[open_cells, rank] < len(nodes)]
        clear = water.are_clear(here[trial], there[near[trial, rank]])
        seen[trial[clear]] = True
        open_cells = np.flatnonzero(~seen)
    return seen
