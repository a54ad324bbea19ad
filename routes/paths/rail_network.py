"""Stations and the stretches of line between them, read from the two rail files."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from routes.errors import LineFileError
from routes.model import Position
from routes.paths.rail_lengths import Lengths, sphere_m
from routes.paths.rail_rows import LINE_COLUMNS, STATION_COLUMNS, Row, line_faults, read_rows, shown, station_faults
from routes.resources import read_text

STATIONS_FILE = "rail_stations.csv"
LINES_FILE = "rail_lines.csv"

# A stated length may fall short of the geodesic between two towns by what their stations lie off the centres.
_SHORTEST_FACTOR, _OFF_CENTRE_M = 0.9, 10_000.0
# The windiest stretch in use, the spirals of the Andes left out, takes three times the geodesic.
_LONGEST_FACTOR = 4.0


@dataclass(frozen=True, slots=True)
class Station:
    """A station of the trunk network; at a gauge break goods are moved over or bogies changed."""

    name: str
    country: str
    position: Position
    is_gauge_break: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line between two neighbouring stations, good in both directions; `is_stated` tells where its length is from."""

    ends: tuple[str, str]
    countries: tuple[str, ...]
    gauge_mm: int
    kind: str
    closed_since: str | None
    length_m: float
    low_m: float
    high_m: float
    is_stated: bool

    def other(self, end: str) -> str:
        return self.ends[1] if end == self.ends[0] else self.ends[0]


@dataclass(frozen=True, slots=True)
class RailNetwork:
    """Stations by name, and for each the stretches that meet in it, in the order of the file."""

    stations: dict[str, Station]
    stretches: tuple[Stretch, ...]
    at: dict[str, tuple[Stretch, ...]]

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(station.country for station in self.stations.values())


@cache
def rail_network() -> RailNetwork:
    """Return the network that comes with the package; it is read once."""
    return read_network(read_text(STATIONS_FILE), read_text(LINES_FILE))


def read_network(stations_text: str, lines_text: str) -> RailNetwork:
    """Return the network of two files; LineFileError lists every fault of both with its line."""
    problems: list[str] = []
    stations = _stations(read_rows(stations_text, STATION_COLUMNS, problems, STATIONS_FILE), problems)
    rows = _lines(read_rows(lines_text, LINE_COLUMNS, problems, LINES_FILE), stations, problems)
    if not problems:
        problems += _gauge_faults(stations, [fields for _, fields in rows])
    if problems:
        raise LineFileError(problems)
    return _network({name: station for name, (_, station) in stations.items()}, [fields for _, fields in rows])


def _stations(rows: list[Row], problems: list[str]) -> dict[str, tuple[int, Station]]:
    found: dict[str, tuple[int, Station]] = {}
    for line, fields in rows:
        faults = station_faults(fields)
        name, country, lat, lon, gauge_break, _, _ = fields
        if not faults and name in found:
            faults = [f"the name {shown(name)} is taken by line {found[name][0]}; names must differ"]
        problems += [f"{STATIONS_FILE}:{line}: {fault}" for fault in faults]
        if not faults:
            position = Position(lat=float(lat), lon=float(lon))
            found[name] = (line, Station(name, country, position, gauge_break == "yes"))
    return found


def _lines(rows: list[Row], stations: dict[str, tuple[int, Station]], problems: list[str]) -> list[Row]:
    good: list[Row] = []
    seen: dict[tuple[str, str], int] = {}
    for line, fields in rows:
        faults = line_faults(fields)
        unknown = [end for end in fields[:2] if end not in stations]
        faults += [f"no station is called {shown(end)} in {STATIONS_FILE}" for end in unknown]
        if not faults:
            faults = _fit_faults(fields, stations[fields[0]][1], stations[fields[1]][1])
            pair = (min(fields[:2]), max(fields[:2]))
            if seen.setdefault(pair, line) != line:
                faults.append(f"{shown(pair[0])} and {shown(pair[1])} are joined in line {seen[pair]} already")
        problems += [f"{LINES_FILE}:{line}: {fault}" for fault in faults]
        if not faults:
            good.append((line, fields))
    return good


def _fit_faults(fields: list[str], origin: Station, destination: Station) -> list[str]:
    faults = []
    same = origin.country == destination.country
    country = origin.country if same else f"{origin.country}/{destination.country}"
    if fields[2] != country:
        faults.append(f"country must be {country}, as its stations have it, got {shown(fields[2])}")
    if fields[4]:
        straight_m = sphere_m(origin.position, destination.position)
        stated_m = float(fields[4]) * 1000
        low_m, high_m = straight_m * _SHORTEST_FACTOR - _OFF_CENTRE_M, straight_m * _LONGEST_FACTOR + _OFF_CENTRE_M
        if not low_m <= stated_m <= high_m:
            faults.append(f"length_km {fields[4]} does not fit {straight_m / 1000:.0f} km in a straight line")
    return faults


def _gauge_faults(stations: dict[str, tuple[int, Station]], rows: list[list[str]]) -> list[str]:
    gauges: dict[str, set[str]] = {}
    for origin, destination, _, gauge, *_ in rows:
        gauges.setdefault(origin, set()).add(gauge)
        gauges.setdefault(destination, set()).add(gauge)
    faults = []
    for name, (line, station) in stations.items():
        here = sorted(gauges.get(name, ()))
        where = f"{STATIONS_FILE}:{line}: {shown(name)}"
        if not here:
            faults.append(f"{where} has no line in {LINES_FILE}")
        elif len(here) > 1 and not station.is_gauge_break:
            faults.append(f'{where} joins gauges {" and ".join(here)} mm; its gauge_break must be "yes"')
        elif len(here) == 1 and station.is_gauge_break:
            faults.append(f"{where} is marked as a gauge break, but all its lines have {here[0]} mm")
    return faults


def _network(stations: dict[str, Station], rows: list[list[str]]) -> RailNetwork:
    straight = [sphere_m(stations[fields[0]].position, stations[fields[1]].position) for fields in rows]
    lengths = Lengths.measured(
        (fields[2], float(fields[4]) * 1000, straight_m)
        for fields, straight_m in zip(rows, straight, strict=True)
        if fields[4] and fields[5] != "ferry" and straight_m > 0
    )
    stretches = tuple(_stretch(fields, m, lengths) for fields, m in zip(rows, straight, strict=True))
    at: dict[str, list[Stretch]] = {name: [] for name in stations}
    for stretch in stretches:
        for end in stretch.ends:
            at[end].append(stretch)
    return RailNetwork(stations, stretches, {name: tuple(each) for name, each in at.items()})


def _stretch(fields: list[str], straight_m: float, lengths: Lengths) -> Stretch:
    origin, destination, country, gauge, length, kind, closed, _, _ = fields
    stated_m = float(length) * 1000 if length else math.nan
    low_m, middle_m, high_m = lengths.stated(stated_m) if length else lengths.estimated(country, straight_m)
    return Stretch(
        (origin, destination),
        tuple(country.split("/")),
        int(gauge),
        kind,
        closed or None,
        middle_m,
        low_m,
        high_m,
        bool(length),
    )
