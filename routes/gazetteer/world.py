"""The world layer: three hundred thousand places under the curated gazetteer, in a database that is only read."""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from routes import resources
from routes.gazetteer.layer import Name, standing
from routes.gazetteer.store import (
    CODE_OF_KIND,
    DEGREE,
    KIND_OF_CODE,
    NameClass,
    cell_of,
    settlement_extent_km,
    spelled,
)
from routes.model import Place, PlaceKind, Position

if TYPE_CHECKING:
    import sqlite3

WORLD = "world.sqlite"
_SOURCES = {
    "gn": "GeoNames (CC BY 4.0)",
    "ne": "Natural Earth (public domain)",
    "wpi": "World Port Index (public domain)",
    "apt": "airportsdata (MIT)",
    "own": "public maps",
}
_PLACE = "p.number, p.name, p.kind, p.country, p.admin1, p.admin2, p.lat, p.lon, p.population, p.extent_km, i.ident"
_PLACES = f"SELECT {_PLACE} FROM places p LEFT JOIN idents i ON i.number = p.number WHERE "  # noqa: S608  our own words
_NAMED = (
    f"SELECT n.class, s.written, {_PLACE} FROM names n JOIN places p ON p.number = n.place"  # noqa: S608
    " LEFT JOIN idents i ON i.number = p.number"
    " LEFT JOIN spellings s ON n.class = 2 AND s.folded = n.folded AND s.place = n.place WHERE n.folded = ?"
)
# No name in running text by themselves: "IN" is Indiana after a comma alone, and a Texan is no state.
_APART = (NameClass.POSTAL, NameClass.DEMONYM)
# What was looked up stays at hand, up to this many: an article asks for some hundred words, and places weigh more.
_WORDS_REMEMBERED = 50_000
_NAMES_REMEMBERED = 2_000
# Numbers from FIRST_OWN on are ours.
_GEONAMES_ID = re.compile(r"gn:([1-9][0-9]{0,7})")

# Half a character, which no database takes; Python's text may hold it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_Row = tuple[int, str, int, str | None, str | None, str | None, int, int, int | None, float | None, str | None]


@dataclass(frozen=True, slots=True)
class WorldName(Name):
    """A name of a place in the world layer, with its class.

    Alternates are stored without accents and capitals, so `written` has the usual capitals and no accents.
    """

    name_class: NameClass = NameClass.MAIN


class WorldLayer:
    """The places of a world database, by the same questions as a layer of rows.

    Holds no connection: it asks `resources` each time, so that threads and forked processes may share it.
    """

    def __init__(self, database: str = WORLD) -> None:
        self._database = database
        self._named: dict[str, tuple[WorldName, ...]] = {}
        self._known: dict[str, bool] = {}

    def __contains__(self, ident: str) -> bool:
        return self._number(ident) is not None

    def by_id(self, ident: str) -> Place:
        """Return the place with an id; KeyError when there is none."""
        number = self._number(ident)
        if number is None:
            raise KeyError(ident)
        return _place(self._connection.execute(_PLACES + "p.number = ?", (number,)).fetchone())

    def named(self, folded: str) -> tuple[WorldName, ...]:
        """Return the names that fold to this form, the best known place first, alternates after all others."""
        return tuple(name for name in self._entries(folded) if name.name_class not in _APART)

    def named_apart(self, folded: str) -> tuple[WorldName, ...]:
        """Return what is no name by itself: the postal codes and demonyms that fold to this form."""
        return tuple(name for name in self._entries(folded) if name.name_class in _APART)

    def known(self, folded: Iterable[str]) -> set[str]:
        """Return those of many folded forms that are names here; thousands cost a millisecond or two."""
        asked = set(folded)
        if len(self._known) > _WORDS_REMEMBERED:
            self._known.clear()
        if new := [each for each in asked if each not in self._known and not _LONE_SURROGATE.search(each)]:
            query = "SELECT DISTINCT folded FROM names WHERE folded IN (SELECT value FROM json_each(?)) AND class < 3"
            found = {row[0] for row in self._connection.execute(query, (json.dumps(new, ensure_ascii=False),))}
            self._known.update((each, each in found) for each in new)
        return {each for each in asked if self._known.get(each)}

    def places(self) -> Iterator[Place]:
        """Yield all places, by number: a second or two."""
        return (_place(row) for row in self._connection.execute(_PLACES + "1 ORDER BY p.number"))

    def places_between(self, south: float, north: float) -> Iterator[Place]:
        """Yield the places whose points lie between two latitudes."""
        return self.places_in_box(south, north, -180.0, 360.0)

    def places_near(self, position: Position, reach: float) -> Iterator[Place]:
        """Yield all places within `reach` degrees of arc and some more."""
        south, north = position.lat - reach, position.lat + reach
        # The meridians come together: near a pole, and over a pole, a place of any longitude is near.
        slant = math.sin(math.radians(min(reach, 90.0))) / max(math.cos(math.radians(position.lat)), 1e-9)
        wide = 2 * math.degrees(math.asin(slant)) if slant < 1 and south > -90 and north < 90 else 360.0
        return self.places_in_box(south, north, position.lon - wide / 2, wide)

    def places_in_box(self, south: float, north: float, west: float, width: float) -> Iterator[Place]:
        """Yield the places in the squares of one degree that a box touches, by number."""
        south, north = max(south, -90.0), min(north, 90.0)
        columns = {lon % 360 for lon in range(math.floor(west), math.floor(west + min(width, 359.0)) + 1)}
        rows = range(math.floor(south), math.floor(north) + 1)
        cells = sorted({cell_of(lat, (lon + 180) % 360 - 180) for lat in rows for lon in columns})
        query = "SELECT numbers FROM cells WHERE cell IN (SELECT value FROM json_each(?))"
        packed = b"".join(row[0] for row in self._connection.execute(query, (json.dumps(cells),)))
        numbers = sorted(struct.unpack(f"<{len(packed) // 4}I", packed))
        low, high = math.floor(south * DEGREE), math.ceil(north * DEGREE)
        within = "p.number IN (SELECT value FROM json_each(?)) AND p.lat BETWEEN ? AND ? ORDER BY p.number"
        return (_place(row) for row in self._connection.execute(_PLACES + within, (json.dumps(numbers), low, high)))

    def of_country(self, code: str, kind: PlaceKind) -> Place | None:
        query = _PLACES + "p.country = ? AND p.kind = ? AND p.kind <= 3 ORDER BY p.number LIMIT 1"
        row = self._connection.execute(query, (code, CODE_OF_KIND.get(kind, -1))).fetchone()
        return None if row is None else _place(row)

    def division(self, code: str, admin1: str) -> Place | None:
        """Return the first-level division of a country that has a code there."""
        number = self._divisions.get((code, admin1))
        return None if number is None else self.by_id(f"gn:{number}")

    @cached_property
    def _divisions(self) -> dict[tuple[str, str], int]:
        # No index serves this: one walk over the places, some 20 ms, for whoever asks at all.
        query = "SELECT country, admin1, number FROM places WHERE kind = ? AND admin2 IS NULL ORDER BY number DESC"
        rows = self._connection.execute(query, (CODE_OF_KIND[PlaceKind.DIVISION],))
        return {(country, admin1): number for country, admin1, number in rows}

    @cached_property
    def meta(self) -> dict[str, str]:
        """What the database says of itself: sources with versions, rows by kind, hash."""
        return dict(self._connection.execute("SELECT key, value FROM meta ORDER BY key"))

    @property
    def content_hash(self) -> str:
        return self.meta["content hash"]

    @property
    def longest_name_words(self) -> int:
        return int(self.meta["longest name words"])

    @cached_property
    def latin_names(self) -> dict[str, list[str]]:
        """The main names in Latin letters of places with 50000 people and more, by first letter, in order."""
        rows = self._connection.execute("SELECT letter, names FROM well_known ORDER BY letter")
        return {letter: names.split("\n") for letter, names in rows}

    @property
    def _connection(self) -> sqlite3.Connection:
        return resources.database(self._database)

    def _entries(self, folded: str) -> tuple[WorldName, ...]:
        if _LONE_SURROGATE.search(folded):
            return ()
        found = self._named.get(folded)
        if found is None:
            if len(self._named) > _NAMES_REMEMBERED:
                self._named.clear()
            rows = self._connection.execute(_NAMED, (folded,))
            names = [_name(folded, NameClass(row[0]), row[1], _place(row[2:])) for row in rows]
            names.sort(key=lambda name: (name.name_class is NameClass.ALTERNATE, -standing(name.place), name.place.id))
            found = self._named[folded] = tuple(names)
        return found

    def _number(self, ident: str) -> int | None:
        if match := _GEONAMES_ID.fullmatch(ident):
            row = self._connection.execute("SELECT number FROM places WHERE number = ?", (int(match[1]),)).fetchone()
        elif _LONE_SURROGATE.search(ident):
            return None
        else:
            row = self._connection.execute("SELECT number FROM idents WHERE ident = ?", (ident,)).fetchone()
        return None if row is None else int(row[0])


def _name(folded: str, name_class: NameClass, written: str | None, place: Place) -> WorldName:
    if name_class is NameClass.MAIN:
        return WorldName(place, place.name, is_alias=False, name_class=name_class)
    if written is None:
        written = folded.upper() if name_class is NameClass.POSTAL else spelled(folded)
    return WorldName(place, written, is_alias=True, name_class=name_class)


def _place(row: _Row) -> Place:
    number, name, kind, country, admin1, admin2, lat, lon, population, extent_km, ident = row
    ident = ident or f"gn:{number}"
    return Place(
        id=ident,
        name=name,
        kind=KIND_OF_CODE[kind],
        country=country,
        position=Position(lat=lat / DEGREE, lon=lon / DEGREE),
        extent_km=settlement_extent_km(population) if extent_km is None else extent_km,
        population=population,
        source=_SOURCES[ident.split(":", 1)[0]],
        admin1=admin1,
        admin2=admin2,
    )
