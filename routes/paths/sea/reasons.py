"""Why there is no way by sea, in words."""

from __future__ import annotations

import re

from routes.paths.sea.between import way_between
from routes.paths.sea.channels import switches
from routes.paths.sea.ends import End
from routes.paths.sea.network import Network, network
from routes.paths.sea.passages import passages
from routes.paths.sea.sphere import degrees_of, dense, point_of

_ENDS = re.compile(r"\bthe (?:start|end)\b")
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


def turned(reason: str) -> str:
    """Return a reason for the other direction.

    >>> turned("the start lies on the Caspian Sea and the end on the open ocean")
    'the end lies on the Caspian Sea and the start on the open ocean'
    """
    if reason.startswith("neither"):
        return reason
    return _ENDS.sub(lambda found: "the end" if found[0] == "the start" else "the start", reason)


def apart(sea: Network, start: End, end: End, closed: frozenset[str]) -> str:
    """Return why no way joins two points on the water: the seas they lie on, and which closed passages would."""
    here, there = _sea_of(sea, start), _sea_of(sea, end)
    words = f"the start lies on {here} and the end on {there}, which has no way by sea to it"
    if here == there:
        words = f"every way on {here} between the two is closed"
    missing = _closed_on_the_way(start, end, closed)
    return f"{words}; it would take {' and '.join(missing)}" if missing else words


def _sea_of(sea: Network, end: End) -> str:
    for name, lat, lon in _SEAS:
        if way_between(sea, end, End(lat, lon, point_of(lat, lon), 0.0)) is not None:
            return name
    return "a water of its own"


def _closed_on_the_way(start: End, end: End, closed: frozenset[str]) -> list[str]:
    whole = network(frozenset())
    way = way_between(whole, start, end)
    if way is None:
        return []
    lat, lon = degrees_of(dense(way))
    notes = {channel.id: channel.note for channel in switches()}
    shut = [passage for passage in passages(lat, lon) if passage.id in closed]
    return [f"{p.name}, which is closed" + (f" ({notes[p.id]})" if notes[p.id] else "") for p in shut]
