"""The finished network as the arrays of `sea.npz`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from routes.paths.sea.channels import channels, closed_switches, switches
from routes.paths.sea.network import UNREACHED, gate_cells
from routes.paths.sea.sphere import lengths_km
from routes.paths.sea.water import COLS, ROW_BYTES, ROWS, Water, cells_of, middles_of
from scripts.sea.capes import cell_vectors
from scripts.sea.offing import OFFING_KM, grown

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LANDMARKS = 16


def weights_km(cells: Ints, pairs: Ints) -> Floats:
    lat, lon = middles_of(cells // COLS, cells % COLS)
    a, b = pairs.T
    return lengths_km(lat[a], lon[a], lat[b], lon[b])


def fairway_lines(cells: Ints) -> Ints:
    """Return the pairs of nodes that fairways join, whether the grid lets one see the other or not."""
    pairs = []
    for channel in channels():
        if channel.fairway:
            row, col = cells_of(*np.array([p.latlon for p in channel.fairway]).T)
            nodes = np.searchsorted(cells, row.astype(np.int64) * COLS + col)
            pairs += [sorted(pair) for pair in zip(nodes[:-1].tolist(), nodes[1:].tolist(), strict=True)]
    unique: Ints = np.unique(np.array(pairs, dtype=np.int64), axis=0)
    joined: Ints = unique[unique[:, 0] != unique[:, 1]]
    return joined


def gated_lines(points: Floats, pairs: Ints, clearance_km: npt.NDArray[np.uint8]) -> dict[str, Ints]:
    """Return for each switch the lines that cross one of its gates."""
    none = np.zeros(ROWS * ROW_BYTES, np.uint8)
    nothing = Water(none, clearance_km, none)
    a, b = points[pairs[:, 0]], points[pairs[:, 1]]
    near = np.flatnonzero(~nothing.with_walls(gate_cells(frozenset(c.id for c in switches()))).are_clear(a, b))
    return {
        channel.id: near[~nothing.with_walls(gate_cells(frozenset({channel.id}))).are_clear(a[near], b[near])]
        for channel in switches()
    }


def landmarks_km(cells: Ints, pairs: Ints, weights: Floats) -> npt.NDArray[np.uint16]:
    """Return distances of all nodes from some that lie far from each other, rounded down."""
    count = len(cells)
    graph = csr_matrix((weights, pairs.T), shape=(count, count))
    nearest, rows = np.full(count, np.inf), []
    lat, lon = middles_of(cells // COLS, cells % COLS)
    # One in the Caspian; one south of Cape Horn; from there on always the node that is farthest from all chosen.
    for mark_lat, mark_lon in ((41.5, 51.0), (-56.0, -67.0)):
        rows.append(dijkstra(graph, directed=False, indices=int(np.argmin(np.hypot(lat - mark_lat, lon - mark_lon)))))
        nearest = np.minimum(nearest, rows[-1])
    while len(rows) < LANDMARKS:
        mark = int(np.argmax(np.where(np.isfinite(nearest), nearest, -1)))
        rows.append(dijkstra(graph, directed=False, indices=mark))
        nearest = np.minimum(nearest, rows[-1])
    table = np.array(rows)
    return np.where(np.isfinite(table), np.floor(table), UNREACHED).astype(np.uint16)


def arrays(
    land: npt.NDArray[np.bool_],
    clearance_km: npt.NDArray[np.uint8],
    cells: Ints,
    pairs: Ints,
) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays of the file; `pairs` are in order, the lower node first."""
    weights = weights_km(cells, pairs)
    gated = gated_lines(cell_vectors(cells), pairs, clearance_km)
    usual = np.ones(len(pairs), bool)
    for name in closed_switches(frozenset(), frozenset()):
        usual[gated[name]] = False
    packed: dict[str, npt.NDArray[np.generic]] = {
        "land": np.packbits(land),
        # Without the land itself it packs better.
        "offing": np.packbits(grown(land, OFFING_KM) & ~land),
        "clearance_km": clearance_km,
        "cell_steps": np.diff(cells, prepend=0).astype(np.int32),
        "degrees": np.bincount(pairs[:, 0], minlength=len(cells)).astype(np.uint16),
        "end_steps": np.diff(pairs[:, 1].astype(np.uint16), prepend=np.uint16(0)),
        "landmarks_usual": landmarks_km(cells, pairs[usual], weights[usual]),
        "landmarks_open": landmarks_km(cells, pairs, weights),
    }
    return packed | {f"gated_{name}": np.diff(lines, prepend=0).astype(np.int32) for name, lines in gated.items()}
