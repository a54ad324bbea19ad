"""Tell whether two gazetteers mean the same place."""

from __future__ import annotations

import math
from collections.abc import Iterable

from routes.model import Place, PlaceKind

# Two records of one town differ by less; two towns of one name lie farther apart.
_SAME_SPOT_KM = 15.0
_EARTH_KM = 6371.0

_NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
_LANDS = frozenset(
    {PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.DISPUTED_AREA, PlaceKind.PENINSULA, PlaceKind.ISLAND}
    | {PlaceKind.CAPE, PlaceKind.MOUNTAIN}
)
_AIRFIELDS = frozenset({PlaceKind.AIRPORT, PlaceKind.SPACEPORT})
# Those whose record is a label somewhere on them.
_SPREAD_OUT = frozenset({"nation", "land", "water"})


def find_twin(place: Place, others: Iterable[Place]) -> Place | None:
    """Return the one of some places of the same name that is the same place, though it may have another point.

    A city, its province and its country may share a name, but stay three; Taiwan the island and Taiwan the country
    are one, and so are a port and its town. Of several settlements it is the nearest: across a river or a border of
    states there may be another town of the name. Of others it is the first.
    """
    twins = [other for other in others if _is_same(place, other)]
    towns = [other for other in twins if other.kind.is_settlement]
    if place.kind.is_settlement and towns:
        return min(towns, key=lambda other: _apart_km(place, other))
    return twins[0] if twins else None


def are_two_towns(a: Place, b: Place) -> bool:
    """Return whether two settlements lie in different first-level divisions, as far as these are known.

    >>> from routes.model import Position
    >>> a, b = (Place("x", "Kansas City", PlaceKind.CITY, "US", Position(lat=39.1, lon=-94.6), 1, admin1=state)
    ...         for state in ("KS", "MO"))
    >>> are_two_towns(a, b)
    True
    """
    is_known = a.admin1 is not None and b.admin1 is not None
    return is_known and a.admin1 != b.admin1 and a.kind.is_settlement and b.kind.is_settlement


def _is_same(a: Place, b: Place) -> bool:
    if a.country and b.country and a.country != b.country:
        return False
    if are_two_towns(a, b):
        return False
    sort_a, sort_b = _sort(a), _sort(b)
    if sort_a == sort_b == "nation":
        return a.country == b.country
    if sort_a != sort_b and "land" not in (sort_a, sort_b):
        return False
    if sort_a != sort_b and {sort_a, sort_b} & {"spot", "airfield", "water"}:
        return False
    reach = max if sort_a in _SPREAD_OUT and sort_b in _SPREAD_OUT else min
    return _apart_km(a, b) <= max(_SAME_SPOT_KM, reach(a.extent_km, b.extent_km))


def _sort(place: Place) -> str:
    if place.kind in _NATIONS:
        return "nation"
    if place.kind is PlaceKind.DIVISION:
        return "division"
    if place.kind.is_water:
        return "water"
    if place.kind in _LANDS:
        return "land"
    return "airfield" if place.kind in _AIRFIELDS else "spot"


def _apart_km(a: Place, b: Place) -> float:
    """Return the distance on a sphere: within 1 % is enough here, and the geodesic would cost start-up time."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a.position.latlon, *b.position.latlon))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
