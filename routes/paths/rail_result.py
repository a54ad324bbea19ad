"""What is known of a way by rail."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from routes.geo import geodesic_line
from routes.model import Position
from routes.paths.rail_access import Access
from routes.paths.rail_network import RailNetwork, Stretch


@dataclass(frozen=True, slots=True)
class RailRoute:
    """A way by rail: lengths in metres, stations in order of travel.

    `length_m` is that of the line between the stations, and of the access as far as it lies outside the places. The
    band covers what timetables differ by, the estimated stretches and the detours of the access; `share_stated` is the
    part of the length that is stated, not estimated; `access_m` how far each place lies from its station. `borders`
    are (country left, country entered, last station before), `countries` those passed in order, `ferries` pairs of
    stations, `closed` pairs of stations with the month since when no train runs.
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


def make_route(
    network: RailNetwork,
    way: tuple[Stretch, ...],
    ends: tuple[Access, Access],
    month: str | None,
    notes: tuple[str, ...],
) -> RailRoute:
    """Return the way that leads over these stretches from one end to the other."""
    names = _names(way, ends[0].station.name)
    rail_m = math.fsum(stretch.length_m for stretch in way)
    outside_m = ends[0].outside_m + ends[1].outside_m
    between = (network.stations[name].position for name in names)
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
        line=_line((ends[0].place.position, *between, ends[1].place.position)),
        stations=names,
        borders=borders,
        breaks_of_gauge=tuple(
            name for name, (a, b) in zip(names[1:], pairwise(way), strict=False) if a.gauge_mm != b.gauge_mm
        ),
        access_m=(ends[0].access_m, ends[1].access_m),
        share_stated=math.fsum(stretch.length_m for stretch in way if stretch.is_stated) / rail_m,
        countries=(ends[0].station.country, *(entered for _, entered, _ in borders)),
        ferries=tuple((here, there) for here, there, stretch in hops if stretch.kind == "ferry"),
        closed=tuple(
            (here, there, stretch.closed)
            for here, there, stretch in hops
            if stretch.closed and not stretch.is_open(month)
        ),
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
