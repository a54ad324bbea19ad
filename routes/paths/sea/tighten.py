"""Pulling a way tight: corners are cut as long as the water allows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from routes.paths.sea.network import Network
from routes.paths.sea.sphere import Floats, degrees_of
from routes.paths.sea.water import cells_of

# A corner is cut at these shares of the legs that meet in it.
_CUTS = (0.5, 0.2, 0.05)
# How many points ahead a point is joined to.
_AHEAD = 12
_ROUNDS = 3


def tightened(sea: Network, way: Floats) -> Floats:
    """Return a way, unit vectors row by row, without the bends that it does not need."""
    way = _shortest_within(sea, way)
    for _ in range(_ROUNDS):
        if len(way) < 3:
            break
        way = _shortest_within(sea, _with_cuts(sea, way))
    return way


def _with_cuts(sea: Network, way: Floats) -> Floats:
    """Put points before and behind each corner, where the shortest cut that the water allows begins and ends."""
    before = np.stack([_between(way[1:-1], way[:-2], share) for share in _CUTS], axis=1)
    after = np.stack([_between(way[1:-1], way[2:], share) for share in _CUTS], axis=1)
    corners, cuts = len(before), len(_CUTS)
    first = np.repeat(before, cuts, axis=1).reshape(-1, 3)
    second = np.tile(after, (1, cuts, 1)).reshape(-1, 3)
    corner = np.repeat(way[1:-1], cuts * cuts, axis=0)
    saved = _arcs(first, corner) + _arcs(corner, second) - _arcs(first, second)
    saved[~_are_fit(sea, first, second)] = 0
    best = saved.reshape(corners, -1).argmax(axis=1)
    points = [way[:1]]
    for number, choice in enumerate(best.tolist()):
        points += [before[number, choice // cuts][None], way[number + 1][None], after[number, choice % cuts][None]]
    return np.concatenate([*points, way[-1:]])


def _are_fit(sea: Network, start: Floats, end: Floats) -> npt.NDArray[np.bool_]:
    """Say of short cuts whether they keep off the shore; what begins or ends by the shore need only be on the water."""
    by_shore = sea.off.is_land(*cells_of(*degrees_of(start))) | sea.off.is_land(*cells_of(*degrees_of(end)))
    fit = np.zeros(len(start), bool)
    for water, some in ((sea.water, by_shore), (sea.off, ~by_shore)):
        fit[some] = water.are_clear(start[some], end[some])
    return fit


def _between(here: Floats, there: Floats, share: float) -> Floats:
    """Return a point on each great circle, at that share of its chord."""
    points = here * (1 - share) + there * share
    onto_sphere: Floats = points / np.linalg.norm(points, axis=1, keepdims=True)
    return onto_sphere


def _shortest_within(sea: Network, way: Floats) -> Floats:
    """Return the shortest way from end to end that uses only points of this one, in their order."""
    count = len(way)
    if count < 3:
        return way
    ahead = np.arange(2, min(_AHEAD, count - 1) + 1)
    start = np.repeat(np.arange(count), len(ahead))
    end = start + np.tile(ahead, count)
    start, end = start[end < count], end[end < count]
    clear = _are_fit(sea, way[start], way[end])
    # Neighbours are joined whatever the grid says: a fairway may be narrower than its cells.
    start = np.concatenate([np.arange(count - 1), start[clear]])
    end = np.concatenate([np.arange(1, count), end[clear]])
    length = _arcs(way[start], way[end])
    order = np.lexsort((end, start))
    best, before = [0.0] + [np.inf] * (count - 1), [0] * count
    for a, b, angle in zip(start[order].tolist(), end[order].tolist(), length[order].tolist(), strict=True):
        # Nearly equal ways are told apart by the number of their bends.
        total = best[a] + angle + 1e-9
        if total < best[b]:
            best[b], before[b] = total, a
    kept = [count - 1]
    while kept[-1]:
        kept.append(before[kept[-1]])
    return way[kept[::-1]]


def _arcs(a: Floats, b: Floats) -> npt.NDArray[np.float64]:
    chord = np.linalg.norm(a - b, axis=1)
    arcs: npt.NDArray[np.float64] = 2 * np.arcsin(np.minimum(chord / 2, 1))
    return arcs
