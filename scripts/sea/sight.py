"""Which nodes see each other, and which of these lines a shortest way can need."""

from __future__ import annotations

from multiprocessing import get_context
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from routes.paths.sea.sight import seen_from
from routes.paths.sea.water import EARTH_KM, Water

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# A look-out serves the shores near it.
FARTHEST_LOOKOUT_KM = 400.0


class _Task(NamedTuple):
    water: Water
    points: Floats
    capes: Ints
    lookouts: Ints


_shared: list[_Task] = []


def lines_of_sight(water: Water, points: Floats, is_lookout: npt.NDArray[np.bool_]) -> Ints:
    """Return pairs of nodes that see each other, shape (n, 2), the lower number first, in order."""
    _shared[:] = [_Task(water, points, np.flatnonzero(~is_lookout), np.flatnonzero(is_lookout))]
    blocks = np.array_split(np.arange(len(points)), max(len(points) // 60, 1))
    with get_context("fork").Pool() as pool:
        found = np.concatenate(pool.map(_sights_of, blocks, chunksize=4))
    return np.unique(np.sort(found, axis=1), axis=0)


def _sights_of(block: Ints) -> Ints:
    (task,) = _shared
    limit = 2 * np.sin(FARTHEST_LOOKOUT_KM / EARTH_KM / 2)
    found = [np.zeros((0, 2), np.int64)]
    for node in block:
        point = task.points[node]
        if task.lookouts[np.searchsorted(task.lookouts, node) % len(task.lookouts)] == node:
            others = np.arange(len(task.points))
        else:
            seen = task.capes[seen_from(task.water, point, task.points[task.capes])]
            found.append(np.stack([np.full(len(seen), node), seen], axis=1))
            others = task.lookouts
        others = others[np.linalg.norm(task.points[others] - point, axis=1) < limit]
        seen = others[task.water.are_clear(point[None], task.points[others])]
        found.append(np.stack([np.full(len(seen), node), seen], axis=1))
    pairs = np.concatenate(found)
    proper: Ints = pairs[pairs[:, 0] != pairs[:, 1]]
    return proper


def bending_ends(points: Floats, pairs: Ints, weights_km: Floats) -> npt.NDArray[np.bool_]:
    """Say of the two ends of each line of sight, shape (n, 2), whether a shortest way can bend there.

    A way u-v-w bends at v only if u does not see w and no other node makes u to w shorter. A line at whose one end no
    such way bends is never in the middle of a shortest one.
    """
    start, end, weight, number = _both_ways(pairs, weights_km)
    pointer = np.searchsorted(start, np.arange(len(points) + 1))
    _graph[:] = [_Graph(pointer, end, weight, number)]
    blocks = np.array_split(np.arange(len(points)), 200)
    with get_context("fork").Pool() as pool:
        parts = pool.map(_bends_of, blocks, chunksize=4)
    # Which end of a line: 0 its lower node, 1 its higher.
    bends = np.zeros((len(pairs), 2), bool)
    for part in parts:
        bends[part[:, 0], part[:, 1]] = True
    return bends


class _Graph(NamedTuple):
    pointer: Ints
    end: Ints
    weight: Floats
    number: Ints


_graph: list[_Graph] = []


def _both_ways(pairs: Ints, weights_km: Floats) -> tuple[Ints, Ints, Floats, Ints]:
    start, end = np.concatenate([pairs, pairs[:, ::-1]]).T
    order = np.lexsort((end, start))
    number = np.tile(np.arange(len(pairs)), 2)
    return start[order], end[order], np.tile(weights_km, 2)[order], number[order]


def _bends_of(block: Ints) -> Ints:
    (graph,) = _graph
    best = np.full(len(graph.pointer) - 1, np.inf)
    found = [np.zeros((0, 2), np.int64)]
    for node in block:
        best[:] = np.inf
        own = slice(graph.pointer[node], graph.pointer[node + 1])
        middles = graph.end[own]
        ranges = [slice(graph.pointer[m], graph.pointer[m + 1]) for m in middles]
        totals = [graph.weight[r] + w for r, w in zip(ranges, graph.weight[own], strict=True)]
        for r, total in zip(ranges, totals, strict=True):
            far = graph.end[r]
            best[far] = np.minimum(best[far], total)
        # A direct view needs no bend.
        best[middles], best[node] = -np.inf, -np.inf
        best *= 1 + 1e-6
        for r, total, middle, number in zip(ranges, totals, middles, graph.number[own], strict=True):
            tight = graph.number[r][total <= best[graph.end[r]]]
            if len(tight):
                found.append(np.array([[number, int(middle > node)]]))
                is_higher = (middle > graph.end[r][total <= best[graph.end[r]]]).astype(np.int64)
                found.append(np.stack([tight, is_higher], axis=1))
    return np.unique(np.concatenate(found), axis=0)


def needed_lines(pairs: Ints, bends: npt.NDArray[np.bool_], is_lookout: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Say which lines to keep: those that a way can bend at both ends of, and what look-outs need to be left by."""
    may_end = bends | is_lookout[pairs]
    needed: npt.NDArray[np.bool_] = np.logical_and(may_end.all(axis=1), bends.any(axis=1))
    lonely = np.setdiff1d(pairs, pairs[needed])
    needed |= np.isin(pairs, lonely).any(axis=1)
    return needed
