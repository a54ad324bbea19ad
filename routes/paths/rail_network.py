"""Stations and the stretches of line between them, read from the two rail files."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

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


# Named tuples, because making four thousand frozen dataclasses takes three times as long, at every start.
class Station(NamedTuple):
    """A station of the trunk network; at a gauge break goods are moved over or bogies changed."""

    name: str
    country: str
    position: Position
    is_gauge_break: bool


class Stretch(NamedTuple):
    """A line between two neighbouring stations, good in both directions; `is_stated` tells where its length is from."""

    ends: tuple[str, str]
    countries: tuple[str, ...]
    gauge_mm: int
    kind: str
    opened: str | None
    closed: str | None
    length_m: float
    low_m: float
    high_m: float
    is_stated: bool

    def is_open(self, month: str | None) -> bool:
        """Return whether trains run in a month such as "2022-02"; None is after the last change in the file."""
        if month is None:
            return self.closed is None
        return (self.opened or "") <= month < (self.closed or "9999")

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
        problems += _gauge_faults(stations, rows)
    if problems:
        raise LineFileError(problems)
    return _network({name: station for name, (_, station) in stations.items()}, rows)


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


# The fields of a line, and the great circle between its ends.
_Line = tuple[list[str], float]


def _lines(rows: list[Row], stations: dict[str, tuple[int, Station]], problems: list[str]) -> list[_Line]:
    good: list[_Line] = []
    seen: dict[tuple[str, str], int] = {}
    for line, fields in rows:
        faults = line_faults(fields)
        if fields[0] not in stations or fields[1] not in stations:
            unknown = [end for end in fields[:2] if end not in stations]
            faults += [f"no station is called {shown(end)} in {STATIONS_FILE}" for end in unknown]
        straight_m = 0.0
        if not faults:
            origin, destination = stations[fields[0]][1], stations[fields[1]][1]
            straight_m = sphere_m(origin.position, destination.position)
            faults = _fit_faults(fields, origin.country, destination.country, straight_m)
            pair = (fields[0], fields[1]) if fields[0] < fields[1] else (fields[1], fields[0])
            if seen.setdefault(pair, line) != line:
                faults.append(f"{shown(pair[0])} and {shown(pair[1])} are joined in line {seen[pair]} already")
        if not faults:
            good.append((fields, straight_m))
        problems += [f"{LINES_FILE}:{line}: {fault}" for fault in faults]
    return good


def _fit_faults(fields: list[str], left: str, entered: str, straight_m: float) -> list[str]:
    faults = []
    country = left if left == entered else f"{left}/{entered}"
    if fields[2] != country:
        faults.append(f"country must be {country}, as its stations have it, got {shown(fields[2])}")
    if fields[4]:
        low_m, high_m = straight_m * _SHORTEST_FACTOR - _OFF_CENTRE_M, straight_m * _LONGEST_FACTOR + _OFF_CENTRE_M
        if not low_m <= float(fields[4]) * 1000 <= high_m:
            faults.append(f"length_km {fields[4]} does not fit {straight_m / 1000:.0f} km in a straight line")
    return faults


def _gauge_faults(stations: dict[str, tuple[int, Station]], rows: list[_Line]) -> list[str]:
    gauges: dict[str, set[str]] = {name: set() for name in stations}
    for fields, _ in rows:
        gauges[fields[0]].add(fields[3])
        gauges[fields[1]].add(fields[3])
    faults = []
    for name, (line, station) in stations.items():
        if len(gauges[name]) == 1 and not station.is_gauge_break:
            continue
        here = sorted(gauges[name])
        where = f"{STATIONS_FILE}:{line}: {shown(name)}"
        if not here:
            faults.append(f"{where} has no line in {LINES_FILE}")
        elif len(here) == 1:
            faults.append(f"{where} is marked as a gauge break, but all its lines have {here[0]} mm")
        elif not station.is_gauge_break:
            faults.append(f'{where} joins gauges {" and ".join(here)} mm; its gauge_break must be "yes"')
    return faults


def _network(stations: dict[str, Station], rows: list[_Line]) -> RailNetwork:
    lengths = Lengths.measured(
        (fields[2], float(fields[4]) * 1000, straight_m)
        for fields, straight_m in rows
        if fields[4] and fields[5] != "ferry" and straight_m > 0
    )
    stretches = tuple(_stretch(fields, straight_m, lengths) for fields, straight_m in rows)
    at: dict[str, list[Stretch]] = {name: [] for name in stations}
    for stretch in stretches:
        for end in stretch.ends:
            at[end].append(stretch)
    return RailNetwork(stations, stretches, {name: tuple(each) for name, each in at.items()})


def _stretch(fields: list[str], straight_m: float, lengths: Lengths) -> Stretch:
    origin, destination, country, gauge, length, kind, opened, closed, _, _ = fields
    stated_m = float(length) * 1000 if length else math.nan
    low_m, middle_m, high_m = lengths.stated(stated_m) if length else lengths.estimated(country, straight_m)
    return Stretch(
        (origin, destination),
        tuple(country.split("/")),
        int(gauge),
        kind,
        opened or None,
        closed or None,
        middle_m,
        low_m,
        high_m,
        bool(length),
    )
