"""Shortest ways through the network.

A* with bounds from landmarks: A. V. Goldberg, C. Harrelson, Computing the shortest path: A* search meets graph
theory, SODA 2005.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from routes.paths.sea.network import Network, Numbers

# Stored distances are whole kilometres.
_ROUNDING_KM = 1.0
# How much longer than the best a way may promise to be and still be followed in the same step.
_BAND_KM = 150.0


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """The nodes that an end of the way sees, or may see, with kilometres to them; the least counts."""

    nodes: Numbers
    km: npt.NDArray[np.float64]


def shortest_way(
    network: Network, origin: Links, destination: Links, bound: npt.NDArray[np.float64]
) -> tuple[tuple[int, ...], float]:
    """Return the nodes of the shortest way in order, none if there is no way, and its kilometres.

    From no node is the destination nearer than its bound.

    Nodes are not taken one by one but all that are nearly as promising as the best, which suits numpy; a node is taken
    again when a shorter way to it turns up.
    """
    # numpy's minimum of nothing fails, and an end that sees nothing goes nowhere.
    if not len(origin.nodes) or not len(destination.nodes):
        return (), np.inf
    last_km = np.full(len(network.lat), np.inf)
    np.minimum.at(last_km, destination.nodes, destination.km)
    way_km, before = np.full(len(last_km), np.inf), np.full(len(last_km), -1)
    np.minimum.at(way_km, origin.nodes, origin.km)
    estimate = way_km + bound
    best_km = float((way_km + last_km).min())
    while True:
        least = estimate.min()
        if not least < best_km:
            break
        nodes = np.flatnonzero(estimate <= min(least + _BAND_KM, best_km))
        estimate[nodes] = np.inf
        counts = network.pointer[nodes + 1] - network.pointer[nodes]
        lines = np.repeat(network.pointer[nodes] - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        ends, starts = network.end[lines], np.repeat(nodes, counts)
        ends_km = way_km[starts] + network.weight_km[lines]
        shorter = (ends_km < way_km[ends]) & (ends_km + bound[ends] < best_km)
        ends, starts, ends_km = ends[shorter], starts[shorter], ends_km[shorter]
        np.minimum.at(way_km, ends, ends_km)
        won = ends_km == way_km[ends]
        ends, starts = ends[won], starts[won]
        before[ends] = starts
        estimate[ends] = way_km[ends] + bound[ends]
        best_km = min(best_km, float((way_km[ends] + last_km[ends]).min(initial=np.inf)))
    last = int((way_km + last_km).argmin())
    return (_traced(before, last), best_km) if np.isfinite(best_km) else ((), np.inf)


def bounds(network: Network, destination: Links) -> npt.NDArray[np.float64]:
    """Return for each node how long its way to the destination is at least; inf if there is none.

    A node lies on the destination's sea if just the same landmarks reach it as reach a node that the destination sees.
    """
    marks = network.landmark_km
    seen = marks[:, destination.nodes]
    # The end is no node: through it two nodes may be nearer to each other than by the network.
    nearest = np.fmin.reduce(seen + destination.km, axis=1)[:, None]
    farthest = np.fmax.reduce(seen - destination.km, axis=1)[:, None]
    bound = np.fmax.reduce(np.fmax(marks - farthest, nearest - marks), axis=0).astype(np.float64)
    np.nan_to_num(bound, copy=False, nan=0.0)
    bound = np.maximum(bound - _ROUNDING_KM, 0)
    reached = 2 ** np.arange(len(marks)) @ ~np.isnan(marks)
    return np.where(np.isin(reached, reached[destination.nodes]), bound, np.inf)


def _traced(before: Numbers, last: int) -> tuple[int, ...]:
    nodes = []
    while last >= 0:
        nodes.append(last)
        last = int(before[last])
    return tuple(reversed(nodes))
