"""Places, abbreviations, postal codes, old names and demonyms that no source has in a usable form."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from routes.gazetteer.fold import fold
from routes.gazetteer.store import NameClass, WorldRow
from routes.model import Place, PlaceKind, Position

TABLE = Path(__file__).with_name("names_by_hand.csv")
PLACES = Path(__file__).with_name("places_by_hand.csv")


def with_handmade_names(rows: Iterable[WorldRow]) -> Iterator[WorldRow]:
    """Yield the rows with the names of the table; ValueError when the table names a place that is not there.

    A key is a country ("US"), a first-level division ("US.TX") or an id ("gn:5128581").
    """
    by_key = _by_key()
    unused = set(by_key)
    for row in rows:
        keys = [key for key in _keys(row) if key in by_key]
        unused.difference_update(keys)
        more = tuple(name for key in keys for name in by_key[key])
        # What is written here is meant: "UAE" is an abbreviation, though a source has it as a name.
        by_hand = {fold(name) for name, _ in more}
        kept = tuple(name for name in row.names if fold(name[0]) not in by_hand) if more else row.names
        yield replace(row, names=(*kept, *more))
    if unused:
        raise ValueError(f"{TABLE.name}: no such place: {', '.join(sorted(unused))}")


def read_places_by_hand() -> Iterator[WorldRow]:
    """Yield counties and regions that are spoken of but govern nothing, and continents at GeoNames' points."""
    for entry in _entries(PLACES):
        place = Place(
            id=entry["id"],
            name=entry["name"],
            kind=PlaceKind(entry["kind"]),
            country=entry["country"] or None,
            position=Position(lat=float(entry["lat"]), lon=float(entry["lon"])),
            extent_km=float(entry["extent_km"]),
            admin1=entry["admin1"] or None,
        )
        aliases = filter(None, entry["aliases"].split("|"))
        yield WorldRow(place, tuple((alias, _class_of(alias)) for alias in aliases))


def _class_of(alias: str) -> NameClass:
    return NameClass.ABBREVIATION if alias.isupper() else NameClass.ALTERNATE


def _keys(row: WorldRow) -> Iterator[str]:
    place = row.place
    yield place.id
    if place.kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY):
        yield place.country or ""
    if place.kind is PlaceKind.DIVISION and place.admin2 is None:
        yield f"{place.country}.{place.admin1}"


def _by_key() -> dict[str, list[tuple[str, NameClass]]]:
    found: dict[str, list[tuple[str, NameClass]]] = defaultdict(list)
    for entry in _entries(TABLE):
        for name in entry["names"].split("|"):
            found[entry["place"]].append((name.strip(), NameClass[entry["class"].upper()]))
    return found


def _entries(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
