"""Pulling a way tight: corners are cut as long as the water allows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from routes.paths.sea.network import Network
from routes.paths.sea.sphere import Floats, arcs, degrees_of
from routes.paths.sea.water import cells_of

# A corner is cut at these shares of the legs that meet in it.
_CUTS = (0.5, 0.2, 0.05)
# How many points ahead a point is joined to.
_AHEAD = 8
_ROUNDS = 3
# In radians: a cut that saves less than six metres is not worth two more points.
_WORTH = 1e-6
# In radians, a rounding.
_NOTHING = 1e-10


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
    saved = arcs(first, corner) + arcs(corner, second) - arcs(first, second)
    saved[~_are_fit(sea, first, second)] = 0
    saved = saved.reshape(corners, -1)
    best, is_worth = saved.argmax(axis=1), saved.max(axis=1) > _WORTH
    # The corner itself stays, for the case that a neighbour's cut begins in mid-leg.
    points = np.stack([before[range(corners), best // cuts], way[1:-1], after[range(corners), best % cuts]], axis=1)
    is_kept = np.stack([is_worth, np.ones(corners, bool), is_worth], axis=1)
    return np.concatenate([way[:1], points[is_kept], way[-1:]])


def _are_fit(sea: Network, start: Floats, end: Floats) -> npt.NDArray[np.bool_]:
    """Say of short cuts whether they keep off the shore; what begins or ends by the shore need only be on the water."""
    water = sea.water
    by_shore = water.is_by_shore(*cells_of(*degrees_of(start))) | water.is_by_shore(*cells_of(*degrees_of(end)))
    return water.are_clear(start, end, ~by_shore)


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
    # What saves nothing lies on one great circle with what it would replace.
    run = np.concatenate([[0.0], np.cumsum(arcs(way[:-1], way[1:]))])
    clear = run[end] - run[start] - arcs(way[start], way[end]) < _NOTHING
    clear[~clear] = _are_fit(sea, way[start[~clear]], way[end[~clear]])
    # Neighbours are joined whatever the grid says: a fairway may be narrower than its cells.
    start = np.concatenate([np.arange(count - 1), start[clear]])
    end = np.concatenate([np.arange(1, count), end[clear]])
    length = arcs(way[start], way[end])
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
