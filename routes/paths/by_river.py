"""A path by river: along the centre lines of the base map, which cut the bends, with a measured band for them."""

from __future__ import annotations

from itertools import pairwise

from routes.geo import distances_m
from routes.model import Mode, Path, Place
from routes.paths.river_network import RiverNetwork, river_network
from routes.paths.services import times

METHOD = "centre line of the river, Natural Earth 1:50m, lengthened for the bends that it cuts"
# Stated distances between river ports on four continents are 1.09 to 1.29 times the centre line, half of them 1.13 to
# 1.18; tests/paths/river_distances.csv has them with their sources.
_BENDS_LOW, _BENDS, _BENDS_HIGH = 1.05, 1.15, 1.3
# Farther from the centre line than this a place is on another water.
_FARTHEST_M = 30_000.0
_FAR_M = 10_000.0


def river_path(origin: Place, destination: Place) -> Path | None:
    """Return the way along rivers and canals between two places, None if none of the base map joins them."""
    network = river_network()
    start, end = network.landing(origin.position), network.landing(destination.position)
    if max(start.m, end.m) > _FARTHEST_M:
        return None
    nodes = network.way(start.node, end.node)
    if len(nodes) < 2:
        return None
    inner = nodes[nodes[1] == start.neighbour : len(nodes) - (nodes[-2] == end.neighbour)]
    points = (start.at, *(network.nodes[node] for node in inner), end.at)
    line = (origin.position, *points, destination.position)
    centre_m = float(distances_m(line[:-1], line[1:]).sum())
    low_m, high_m = centre_m * _BENDS_LOW, centre_m * _BENDS_HIGH
    return Path(
        METHOD,
        line,
        low_m,
        high_m,
        m=centre_m * _BENDS,
        services=times(Mode.RIVER, low_m, high_m),
        passages=_passages(network, nodes),
        notes=tuple(
            f"the river's line is {m / 1000:.0f} km from {place.name}"
            for place, m in ((origin, start.m), (destination, end.m))
            if m > _FAR_M
        ),
    )


def _passages(network: RiverNetwork, nodes: tuple[int, ...]) -> tuple[str, ...]:
    """Return the named waterways that a way goes along, in order, not those it only touches."""
    along = [
        network.names[a]
        for a, b in pairwise(nodes)
        if network.names.get(a) == network.names.get(b) and a in network.names
    ]
    return tuple(dict.fromkeys(along))
