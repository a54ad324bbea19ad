"""Places at the stations of the rail network, for the tests of it."""

from __future__ import annotations

from routes.model import Place, PlaceKind
from routes.paths.rail import rail_route
from routes.paths.rail_network import rail_network
from routes.paths.rail_result import NoRailRoute, RailRoute


def at(name: str, extent_km: float = 3.0) -> Place:
    """Return a town at a station of ours."""
    station = rail_network().stations[name]
    return Place(name, name, PlaceKind.CITY, station.country, station.position, extent_km)


def found(route: RailRoute | NoRailRoute) -> RailRoute:
    assert isinstance(route, RailRoute), route
    return route


def between(origin: str, destination: str) -> RailRoute:
    return found(rail_route(at(origin), at(destination)))
