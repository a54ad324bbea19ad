"""The way by rail between two places, over the trunk network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from routes.errors import UsageError
from routes.geo import geodesic_line
from routes.model import Place, Position
from routes.paths.rail_access import Access, access
from routes.paths.rail_network import RailNetwork, Stretch, rail_network
from routes.paths.rail_search import Limits, cheapest


@dataclass(frozen=True, slots=True)
class RailRoute:
    """A way by rail: lengths in metres, stations in order of travel.

    `length_m` is that of the line between the stations, and of the access as far as it lies outside the places. The
    band covers what timetables differ by, the estimated stretches and the detours of the access. `borders` are
    (country left, country entered, last station before), `closed` and `ferries` pairs of stations.
    """

    length_m: float
    low_m: float
    high_m: float
    line: tuple[Position, ...]
    stations: tuple[str, ...]
    borders: tuple[tuple[str, str, str], ...]
    breaks_of_gauge: tuple[str, ...]
    access_m: tuple[float, float]
    share_stated: float
    countries: tuple[str, ...]
    ferries: tuple[tuple[str, str], ...] = ()
    closed: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoRailRoute:
    """There is no way by rail that this network knows; `reason` is a sentence without its full stop."""

    reason: str


def rail_route(
    origin: Place,
    destination: Place,
    *,
    through: frozenset[str] | None = None,
    avoid: frozenset[str] = frozenset(),
) -> RailRoute | NoRailRoute:
    """Return the way by rail between two places, or the reason why there is none.

    Between two places of one country the way stays in it, and leaves it only where it must, which a note says. With
    `through` it may pass the countries named besides those of its ends, and no other. `avoid` names countries and
    stations to keep off. Stretches that are closed are used only where nothing else leads there, and are listed.
    Among the ways left the shortest is taken, a break of gauge counting for 300 km more in this choice and a ferry
    for 200, a secondary line for 15 %; the length itself has none of that.

    UsageError for a country or station in `through` or `avoid` that the network does not have.
    """
    network = rail_network()
    _check_names(network, through, avoid)
    ends = access(network, origin), access(network, destination)
    for end in ends:
        if isinstance(end, str):
            return NoRailRoute(end)
    start, goal = (end for end in ends if isinstance(end, Access))
    if start.station == goal.station:
        return NoRailRoute(f"{origin.name} and {destination.name} have one station, {start.station.name}")
    for limits, notes in _attempts(start, goal, through, avoid):
        way = cheapest(network, start.station.name, goal.station.name, limits)
        if way is not None:
            return _route(network, way, (start, goal), (origin.position, destination.position), notes)
    return NoRailRoute(_why_not(start, goal, through, avoid))


def _check_names(network: RailNetwork, through: frozenset[str] | None, avoid: frozenset[str]) -> None:
    if unknown := sorted((through or frozenset()) - network.countries):
        raise UsageError(f"through: the rail network has no country {', '.join(unknown)}; it takes codes such as RU")
    if unknown := sorted(avoid - network.countries - network.stations.keys()):
        raise UsageError(
            f"avoid: the rail network has no country or station {', '.join(unknown)}; "
            "it takes codes such as KZ and names as in rail_stations.csv, such as Zabaikalsk"
        )


def _attempts(
    start: Access, goal: Access, through: frozenset[str] | None, avoid: frozenset[str]
) -> list[tuple[Limits, tuple[str, ...]]]:
    """Return what the way may use, the dearest wish first, each with what to say about it."""
    home = frozenset({start.station.country, goal.station.country})
    if through is not None:
        allowed = home | through
        return [(Limits(allowed, avoid, closed_too=closed), ()) for closed in (False, True)]
    abroad = [(Limits(None, avoid, closed_too=closed), ()) for closed in (False, True)]
    if len(home) > 1:
        return [*abroad]
    country = start.station.country
    inside = [(Limits(home, avoid, closed_too=closed), (f"kept inside {country}",)) for closed in (False, True)]
    return [*inside, *((limits, (f"no way by rail stays inside {country}",)) for limits, _ in abroad)]


def _why_not(start: Access, goal: Access, through: frozenset[str] | None, avoid: frozenset[str]) -> str:
    reason = f"the rail network here does not join {start.station.name} and {goal.station.name}"
    if through is not None:
        home = {start.station.country, goal.station.country}
        reason += f" through {', '.join(sorted(home | through))} alone"
    if avoid:
        reason += f" without {', '.join(sorted(avoid))}"
    return reason


def _route(
    network: RailNetwork,
    way: tuple[Stretch, ...],
    ends: tuple[Access, Access],
    positions: tuple[Position, Position],
    notes: tuple[str, ...],
) -> RailRoute:
    names = _names(way, ends[0].station.name)
    rail_m = math.fsum(stretch.length_m for stretch in way)
    outside_m = ends[0].outside_m + ends[1].outside_m
    points = (positions[0], *(network.stations[name].position for name in names), positions[1])
    hops = list(zip(names, names[1:], way, strict=False))
    borders = tuple(
        (network.stations[here].country, network.stations[there].country, here)
        for here, there, stretch in hops
        if len(stretch.countries) > 1
    )
    return RailRoute(
        length_m=rail_m + outside_m,
        low_m=math.fsum(stretch.low_m for stretch in way) + outside_m,
        high_m=math.fsum(stretch.high_m for stretch in way) + ends[0].high_m + ends[1].high_m,
        line=_line(points),
        stations=names,
        borders=borders,
        breaks_of_gauge=tuple(
            name for name, (a, b) in zip(names[1:], pairwise(way), strict=False) if a.gauge_mm != b.gauge_mm
        ),
        access_m=(ends[0].access_m, ends[1].access_m),
        share_stated=math.fsum(stretch.length_m for stretch in way if stretch.is_stated) / rail_m,
        countries=(ends[0].station.country, *(entered for _, entered, _ in borders)),
        ferries=tuple((here, there) for here, there, stretch in hops if stretch.kind == "ferry"),
        closed=tuple((here, there, stretch.closed_since) for here, there, stretch in hops if stretch.closed_since),
        notes=notes,
    )


def _names(way: tuple[Stretch, ...], first: str) -> tuple[str, ...]:
    names = [first]
    for stretch in way:
        names.append(stretch.other(names[-1]))
    return tuple(names)


def _line(points: tuple[Position, ...]) -> tuple[Position, ...]:
    """Return the points joined by geodesics in steps short enough for a map; doubles are left out."""
    line = [points[0]]
    for a, b in pairwise(points):
        if a != b:
            line += geodesic_line(a, b)[1:]
    return tuple(line)
