"""The way between two points on the water, as the network has it.

Most nodes that an end sees are of no use: lines of sight are tried only where the landmarks promise a short way. After
C. M. Dellin, S. S. Srinivasa, A unifying formalism for shortest path problems with expensive edge evaluations via lazy
best-first search over paths with edge selectors, ICAPS 2016.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from routes.paths.sea.ends import End
from routes.paths.sea.network import Network, Numbers
from routes.paths.sea.search import Links, bounds, shortest_way
from routes.paths.sea.sight import HORIZON_KM, maybe_seen_from
from routes.paths.sea.sphere import Floats, lengths_km
from routes.paths.sea.water import EARTH_KM

# Most ways hold what they promise within so much.
_MORE, _MORE_KM = 1.1, 60.0
# A harbour is no deeper than this behind the corner that hides it.
_CLOSE_KM = 30.0


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
    return (*origin.mouth(nodes[0]), *nodes, *destination.mouth(nodes[-1])) if nodes else ()


class _Sight:
    """The nodes that an end may see, and which of them it was found to see.

    Among them are those that it sees round one corner, from a node close by. The network has no such lines of sight:
    from no other node would a way bend there, but from a harbour behind a spit it does.
    """

    def __init__(self, sea: Network, end: End) -> None:
        self._sea, self._end = sea, end
        nodes = maybe_seen_from(sea.water, end.point, sea.points)
        km = self._km_to(nodes)
        close = nodes[km < _CLOSE_KM]
        mouths = close[sea.water.are_clear(end.point[None], sea.points[close])]
        beyond = [_unlinked(sea, int(mouth)) for mouth in mouths]
        self._mouths = np.concatenate([np.full(len(nodes), -1), *map(_repeated, mouths, beyond)])
        by_mouths = [links.km + km for links, km in zip(beyond, self._km_to(mouths), strict=True)]
        self.maybe = Links(
            np.concatenate([nodes, *(links.nodes for links in beyond)]), np.concatenate([km, *by_mouths])
        )
        self._is_tried, self._is_seen = np.zeros(len(self._mouths), bool), np.zeros(len(self._mouths), bool)
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
        mouths = self._mouths[new]
        eyes = np.where((mouths < 0)[:, None], self._end.point, self._sea.points[mouths])
        self._is_seen[new] = self._sea.water.are_clear(eyes, self._sea.points[self.maybe.nodes[new]])
        self._is_tried |= new
        return bool(self._is_seen[new].any())

    def seen(self) -> Links:
        return Links(self.maybe.nodes[self._is_seen], self.maybe.km[self._is_seen])

    def mouth(self, node: int) -> tuple[int, ...]:
        """Return the node that lies between the end and a node that it sees; none where it sees it straight away."""
        at = np.flatnonzero((self.maybe.nodes == node) & self._is_seen)
        mouth = int(self._mouths[at[self.maybe.km[at].argmin()]])
        return () if mouth < 0 else (mouth,)

    def _km_to(self, nodes: Numbers) -> npt.NDArray[np.float64]:
        here = np.full(len(nodes), self._end.lat), np.full(len(nodes), self._end.lon)
        return lengths_km(*here, self._sea.lat[nodes], self._sea.lon[nodes])


def _repeated(mouth: int, beyond: Links) -> Numbers:
    return np.full(len(beyond.nodes), mouth)


@lru_cache(maxsize=1024)
def _unlinked(sea: Network, node: int) -> Links:
    """Return what a node may see but has no line of sight to in the network."""
    linked = sea.end[sea.pointer[node] : sea.pointer[node + 1]]
    others = np.setdiff1d(maybe_seen_from(sea.water, sea.points[node], sea.points), [node, *linked.tolist()])
    here = np.full(len(others), sea.lat[node]), np.full(len(others), sea.lon[node])
    return Links(others, lengths_km(*here, sea.lat[others], sea.lon[others]))
