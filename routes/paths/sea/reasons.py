"""Why there is no way by sea, in words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from routes.paths.sea.channels import switches
from routes.paths.sea.ends import End, links
from routes.paths.sea.network import Network, network
from routes.paths.sea.passages import passages
from routes.paths.sea.search import shortest_way
from routes.paths.sea.sphere import along, degrees_of, point_of

# A point in each sea: the first that can be reached gives a water its name, so the ocean stands first.
_SEAS = (
    ("the open ocean", 0.0, -30.0),
    ("the Caspian Sea", 41.5, 51.0),
    ("the Mediterranean Sea", 35.0, 18.0),
    ("the Black Sea", 43.3, 34.0),
    ("the Sea of Azov", 46.1, 36.5),
    ("the Sea of Marmara", 40.7, 28.2),
    ("the Baltic Sea", 57.9, 20.0),
    ("Lake Superior", 47.6, -87.5),
    ("the Great Lakes above Detroit", 44.8, -82.5),
    ("Lake Erie", 42.1, -81.3),
    ("Lake Ontario", 43.6, -77.9),
    ("Lake Ladoga", 60.8, 31.6),
    ("Lake Onega", 61.7, 35.4),
    ("the Red Sea", 21.0, 38.0),
    ("the Persian Gulf", 27.0, 51.5),
    ("the Sea of Japan", 40.0, 135.0),
    ("the Arctic Ocean", 75.0, 40.0),
    ("the Arctic waters of Eastern Siberia", 73.5, 165.0),
)


def no_water(origin: bool, destination: bool, limit_km: float) -> str:  # noqa: FBT001
    which = {(True, True): "neither the start nor the end lies", (True, False): "the start does not lie"}
    words = which.get((origin, destination), "the end does not lie")
    return f"{words} within {limit_km:.0f} km of water that sea ships reach"


def apart(sea: Network, start: End, end: End, closed: frozenset[str]) -> str:
    """Return why no way joins two points on the water: the seas they lie on, and which closed passages would."""
    here, there = _sea_of(sea, start), _sea_of(sea, end)
    words = f"the start lies on {here} and the end on {there}, which has no way by sea to it"
    if here == there:
        words = f"every way on {here} between the two is closed"
    missing = _closed_on_the_way(start, end, closed)
    return f"{words}; it would take {' and '.join(missing)}" if missing else words


def _sea_of(sea: Network, end: End) -> str:
    reached = links(sea, end)
    for name, lat, lon in _SEAS:
        point = point_of(lat, lon)
        place = End(lat, lon, point, 0.0)
        if sea.water.are_clear(end.point[None], point[None])[0] or shortest_way(sea, reached, links(sea, place)):
            return name
    return "a water of its own"


def _closed_on_the_way(start: End, end: End, closed: frozenset[str]) -> list[str]:
    whole = network(frozenset())
    nodes = shortest_way(whole, links(whole, start), links(whole, end))
    if not nodes:
        return []
    way = np.concatenate([start.point[None], whole.points[list(nodes)], end.point[None]])
    pieces = [along(a, b, np.arange(40) / 40) for a, b in pairwise(way)]
    lat, lon = degrees_of(np.concatenate([*pieces, way[-1:]]))
    notes = {channel.id: channel.note for channel in switches()}
    shut = [passage for passage in passages(lat, lon) if passage.id in closed]
    return [f"{p.name}, which is closed" + (f" ({notes[p.id]})" if notes[p.id] else "") for p in shut]
