"""The way between two points on the water, as the network has it.

Most nodes that an end sees are of no use: lines of sight are tried only where the landmarks promise a short way. After
C. M. Dellin, S. S. Srinivasa, A unifying formalism for shortest path problems with expensive edge evaluations via lazy
best-first search over paths with edge selectors, ICAPS 2016.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from routes.paths.sea.ends import End
from routes.paths.sea.network import Network
from routes.paths.sea.search import Links, bounds, shortest_way
from routes.paths.sea.sight import HORIZON_KM, maybe_seen_from
from routes.paths.sea.sphere import Floats, lengths_km
from routes.paths.sea.water import EARTH_KM

# Most ways hold what they promise within so much.
_MORE, _MORE_KM = 1.1, 60.0


def way_between(sea: Network, start: End, end: End) -> Floats | None:
    """Return the shortest way as unit vectors row by row, both ends among them, None if there is none."""
    ends = np.stack([start.point, end.point])
    if start.point @ end.point > np.cos(HORIZON_KM / EARTH_KM) and sea.water.are_clear(ends[:1], ends[1:])[0]:
        return ends
    nodes = _nodes_between(sea, start, end)
    return np.concatenate([ends[:1], sea.points[list(nodes)], ends[1:]]) if nodes else None


def _nodes_between(sea: Network, start: End, end: End) -> tuple[int, ...]:
    origin, destination = _Sight(sea, start), _Sight(sea, end)
    if not len(origin.maybe.nodes) or not len(destination.maybe.nodes):
        return ()
    to_go_km = bounds(sea, destination.maybe)
    origin.promise(to_go_km)
    destination.promise(bounds(sea, origin.maybe))
    nodes: tuple[int, ...] = ()
    km, limit_km = np.inf, origin.least_km()
    while not nodes and np.isfinite(limit_km):
        limit_km = limit_km * _MORE + _MORE_KM
        if origin.looks(limit_km) | destination.looks(limit_km):
            nodes, km = shortest_way(sea, origin.seen(), destination.seen(), to_go_km)
        if not nodes:
            limit_km = min(origin.least_km(limit_km), destination.least_km(limit_km))
    # A node that promised less than was found may still do better.
    if nodes and origin.looks(km) | destination.looks(km):
        nodes, _ = shortest_way(sea, origin.seen(), destination.seen(), to_go_km)
    return nodes


class _Sight:
    """The nodes that an end may see, and which of them it was found to see."""

    def __init__(self, sea: Network, end: End) -> None:
        self._sea, self._end = sea, end
        nodes = maybe_seen_from(sea.water, end.point, sea.points)
        here = np.full(len(nodes), end.lat), np.full(len(nodes), end.lon)
        self.maybe = Links(nodes, lengths_km(*here, sea.lat[nodes], sea.lon[nodes]))
        self._is_tried, self._is_seen = np.zeros(len(nodes), bool), np.zeros(len(nodes), bool)
        self._whole_km = self.maybe.km

    def promise(self, to_go_km: npt.NDArray[np.float64]) -> None:
        """Take down how long a way by each node is at least, where each has at least so far to go."""
        self._whole_km = self.maybe.km + to_go_km[self.maybe.nodes]

    def least_km(self, above_km: float = -np.inf) -> float:
        """Return the least length that is promised, above a limit; inf if there is none."""
        return float(self._whole_km[self._whole_km > above_km].min(initial=np.inf))

    def looks(self, limit_km: float) -> bool:
        """Look for the nodes that promise no more than the limit, and say whether one more is seen."""
        new = ~self._is_tried & (self._whole_km <= limit_km)
        self._is_seen[new] = self._sea.water.are_clear(self._end.point[None], self._sea.points[self.maybe.nodes[new]])
        self._is_tried |= new
        return bool(self._is_seen[new].any())

    def seen(self) -> Links:
        return Links(self.maybe.nodes[self._is_seen], self.maybe.km[self._is_seen])
