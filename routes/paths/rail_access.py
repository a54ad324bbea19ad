"""From a place to the station that serves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from routes.geo import distance_m
from routes.model import Place
from routes.paths.rail_lengths import sphere_m
from routes.paths.rail_network import RailNetwork, Station

# A trunk network leaves out branches; up to here a place is taken to hang on its nearest station by one of them or
# by road. Beyond, the way would be a guess. The extent of the place comes on top: it is measured to its centre.
REACH_KM = 60.0
# Way over straight line to the station, at most: the detour of local roads.
_DETOUR_HIGH = 1.5


@dataclass(frozen=True, slots=True)
class Access:
    """The station that serves a place, and how far the place's point lies from it in a straight line."""

    place: Place
    station: Station
    access_m: float

    @property
    def outside_m(self) -> float:
        """Return what of it lies outside the place itself: inside, the station is in town and nothing is added."""
        return max(0.0, self.access_m - self.place.extent_km * 1000)

    @property
    def high_m(self) -> float:
        return self.access_m * _DETOUR_HIGH


def access(network: RailNetwork, place: Place) -> Access | str:
    """Return the access of a place to the network, or the reason why there is none.

    Only stations of the place's own country serve it: the nearest one may lie over a border or a strait.
    """
    if place.kind.is_area and place.extent_km > REACH_KM:
        return f"{place.name} is no single town: a way by rail needs a town, a port or a station"
    stations = [each for each in network.stations.values() if place.country in (None, each.country)]
    nearest = _nearest(stations or network.stations.values(), place)
    found = Access(place, nearest, distance_m(place.position, nearest.position))
    reach_m = (REACH_KM + place.extent_km) * 1000
    where = f"the nearest station is {nearest.name}, {found.access_m / 1000:.0f} km away"
    if not stations:
        return f"the rail network here has no station in {place.country}: {where}, in {nearest.country}"
    if found.access_m > reach_m:
        return (
            f"the rail network here does not reach {place.name}: {where}, more than the {reach_m / 1000:.0f} km allowed"
        )
    return found


def _nearest(stations: Iterable[Station], place: Place) -> Station:
    return min(stations, key=lambda station: (sphere_m(station.position, place.position), station.name))
