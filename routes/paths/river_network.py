"""The network of inland waterways: centre lines of rivers, joined where they meet, and the canals between them."""

from __future__ import annotations

import csv
import heapq
import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from routes.geo import distances_m, nearest_on_line
from routes.model import Position
from routes.resources import read_bytes, read_text

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FILE = "rivers.npz"
_WATERWAYS = "inland_waterways.csv"
UNITS_PER_DEGREE = 1000


@dataclass(frozen=True, slots=True)
class Waterway:
    """A canal, or a river that the base map lacks, with its stated length."""

    id: str
    name: str
    km: float
    line: tuple[Position, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a place meets the network: a point between a node and its neighbour, and how many metres it is away."""

    node: int
    neighbour: int
    at: Position
    m: float


@dataclass(frozen=True, slots=True, eq=False)
class RiverNetwork:
    """Nodes, the neighbours of each with their distances in metres, and the names of the waterways they belong to."""

    nodes: tuple[Position, ...]
    lonlat: npt.NDArray[np.float64]
    neighbours: tuple[tuple[tuple[int, float], ...], ...]
    names: dict[int, str]

    def landing(self, place: Position) -> Landing:
        """Return where a place is nearest to the lines that meet in the node nearest to it."""
        import numpy as np

        # A plane will do to choose the node; the distance itself is measured.
        lon = (self.lonlat[:, 0] - place.lon + 180) % 360 - 180
        flat = np.hypot(lon * np.cos(np.radians(place.lat)), self.lonlat[:, 1] - place.lat)
        node = int(flat.argmin())
        spots = [
            (nearest_on_line(place, [(self.nodes[node], self.nodes[neighbour])]), neighbour)
            for neighbour, _ in self.neighbours[node]
        ]
        spot, neighbour = min(spots, key=lambda item: (item[0].m, item[1]))
        return Landing(node, neighbour, spot.at, spot.m)

    def way(self, start: int, end: int) -> tuple[int, ...]:
        """Return the nodes of the shortest way in order, none if there is no way. E. W. Dijkstra's algorithm (1959)."""
        way_m, before = {start: 0.0}, {start: start}
        open_nodes = [(0.0, start)]
        while open_nodes:
            so_far_m, node = heapq.heappop(open_nodes)
            if node == end:
                return self._traced(before, end)
            if so_far_m > way_m[node]:
                continue
            for neighbour, m in self.neighbours[node]:
                if so_far_m + m < way_m.get(neighbour, float("inf")):
                    way_m[neighbour], before[neighbour] = so_far_m + m, node
                    heapq.heappush(open_nodes, (so_far_m + m, neighbour))
        return ()

    @staticmethod
    def _traced(before: dict[int, int], end: int) -> tuple[int, ...]:
        nodes = [end]
        while before[nodes[-1]] != nodes[-1]:
            nodes.append(before[nodes[-1]])
        return tuple(reversed(nodes))


@cache
def river_network() -> RiverNetwork:
    """Return the network, as scripts/build_rivers.py packed it."""
    import numpy as np

    with np.load(io.BytesIO(read_bytes(_FILE)), allow_pickle=False) as file:
        lonlat, edges, first = (
            file["lonlat"] / UNITS_PER_DEGREE,
            file["edges"].astype(np.int64),
            file["first_of_canals"],
        )
    nodes = tuple(Position(lat=lat, lon=lon) for lon, lat in lonlat.tolist())
    starts, ends = edges.T.tolist()
    lengths_m = distances_m([nodes[n] for n in starts], [nodes[n] for n in ends])
    neighbours: list[list[tuple[int, float]]] = [[] for _ in nodes]
    for start, end, m in zip(starts, ends, lengths_m.tolist(), strict=True):
        neighbours[start].append((end, m))
        neighbours[end].append((start, m))
    bounds = [*first.tolist(), len(nodes)]
    names = {
        node: waterway.name
        for waterway, low, high in zip(waterways(), bounds[:-1], bounds[1:], strict=True)
        for node in range(low, high)
    }
    return RiverNetwork(nodes, lonlat, tuple(tuple(some) for some in neighbours), names)


@cache
def waterways() -> tuple[Waterway, ...]:
    """Return the waterways of the data file, in its order.

    >>> waterways()[0].name
    'Volga-Don Canal'
    """
    lines = (line for line in io.StringIO(read_text(_WATERWAYS)) if not line.startswith("#"))
    return tuple(
        Waterway(row["id"], row["name"], float(row["km"]), _line(row["line"]), row["source"])
        for row in csv.DictReader(lines)
    )


def _line(text: str) -> tuple[Position, ...]:
    points = (point.split() for point in text.split(";"))
    return tuple(Position(lat=float(lat), lon=float(lon)) for lat, lon in points)
