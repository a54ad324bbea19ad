"""What the world layer stores: its tables, the classes of names, and what a row leaves to a rule."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum

from routes.model import Place, PlaceKind

# Places of GeoNames keep its id as their number; all others are numbered from here on.
FIRST_OWN = 100_000_000
# Degrees are stored as integers: 1e-5 of a degree is 1.1 m.
DEGREE = 100_000
# No one looks for a longer name: there are forty, and each reader would try as many words everywhere.
MOST_WORDS = 8
# A place with fewer people is left out of what close spellings are looked for in.
FUZZY_POPULATION = 50_000

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kinds (code INTEGER PRIMARY KEY, kind TEXT NOT NULL);
-- number: the GeoNames id, or 100000000 and more for a place with a row in idents. lat, lon: 1e-5 degrees.
-- extent_km: null for a settlement, whose extent follows from its people.
-- A division with admin2 is of the second level, one without of the first.
CREATE TABLE places (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, country TEXT, admin1 TEXT, admin2 TEXT,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER, extent_km REAL);
-- The places in each square of one degree, four bytes a number, little-endian: a third of what an index takes.
CREATE TABLE cells (cell INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
CREATE TABLE idents (number INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE);
CREATE TABLE names (folded TEXT, place INTEGER, class INTEGER NOT NULL, PRIMARY KEY (folded, place)) WITHOUT ROWID;
-- How an abbreviation is written, where its folded form does not tell.
CREATE TABLE spellings (folded TEXT, place INTEGER, written TEXT NOT NULL, PRIMARY KEY (folded, place)) WITHOUT ROWID;
-- Main names in Latin letters of places with 50000 people and more, by first letter, one a line.
CREATE TABLE well_known (letter TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX places_by_country ON places (country, kind) WHERE kind <= 3;
"""


class NameClass(IntEnum):
    """What a name is to its place. Postal codes and demonyms are no names in running text: ask for them."""

    MAIN = 0
    ALTERNATE = 1
    ABBREVIATION = 2
    POSTAL = 3
    DEMONYM = 4


# The codes are written into the file: new kinds go to the end. The first four have the index by country.
KIND_OF_CODE = (
    PlaceKind.COUNTRY,
    PlaceKind.TERRITORY,
    PlaceKind.CAPITAL,
    PlaceKind.CONTINENT,
    PlaceKind.DIVISION,
    PlaceKind.REGION,
    PlaceKind.CITY,
    PlaceKind.VILLAGE,
    PlaceKind.PORT,
    PlaceKind.AIRPORT,
    PlaceKind.MILITARY_BASE,
    PlaceKind.OCEAN,
    PlaceKind.SEA,
    PlaceKind.GULF,
    PlaceKind.STRAIT,
    PlaceKind.CANAL,
    PlaceKind.RIVER,
    PlaceKind.LAKE,
    PlaceKind.ISLAND,
    PlaceKind.PENINSULA,
    PlaceKind.CAPE,
    PlaceKind.MOUNTAIN,
)
CODE_OF_KIND = {kind: code for code, kind in enumerate(KIND_OF_CODE)}


@dataclass(frozen=True, slots=True)
class WorldRow:
    """A place with all its names, as they are written; the main one is the place's own."""

    place: Place
    names: tuple[tuple[str, NameClass], ...] = ()


def settlement_extent_km(population: int | None) -> float:
    """Return the radius of a settlement: a disc with 4000 people on each square kilometre, 1 to 20 km.

    >>> settlement_extent_km(None), round(settlement_extent_km(1_000_000), 1)
    (1.0, 6.2)
    """
    return min(max(0.7 * math.sqrt((population or 0) / 4000 / math.pi), 1.0), 20.0)


def cell_of(lat: float, lon: float) -> int:
    """Return the number of the square of one degree that holds a position.

    >>> cell_of(-90, -180), cell_of(0.5, 0.5), cell_of(90, 180)
    (0, 32580, 64800)
    """
    return math.floor(lat + 90) * 360 + math.floor(lon + 180) % 360


def spelled(folded: str) -> str:
    """Return a folded name with capitals, the way in which most names are written.

    >>> spelled("saint petersburg"), spelled("тихорецк")
    ('Saint Petersburg', 'Тихорецк')
    """
    return " ".join(word[:1].upper() + word[1:] for word in folded.split(" "))
