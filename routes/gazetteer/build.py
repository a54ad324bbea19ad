"""Write the tables of a world layer."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from routes.gazetteer.fold import fold, is_latin
from routes.gazetteer.store import (
    CODE_OF_KIND,
    DEGREE,
    FIRST_OWN,
    FUZZY_POPULATION,
    INDEXES,
    KIND_OF_CODE,
    MOST_WORDS,
    SCHEMA,
    NameClass,
    WorldRow,
    cell_of,
    settlement_extent_km,
)

if TYPE_CHECKING:
    import sqlite3

_HASHED = (
    "SELECT code, kind FROM kinds ORDER BY code",
    "SELECT number, name, kind, country, admin1, admin2, lat, lon, population, extent_km FROM places ORDER BY number",
    "SELECT cell, hex(numbers) FROM cells ORDER BY cell",
    "SELECT number, ident FROM idents ORDER BY number",
    "SELECT folded, place, class FROM names ORDER BY folded, place",
    "SELECT folded, place, written FROM spellings ORDER BY folded, place",
    "SELECT letter, names FROM well_known ORDER BY letter",
)


def write_world(connection: sqlite3.Connection, rows: Iterable[WorldRow], sources: Mapping[str, str]) -> None:
    """Fill an empty database, opened with isolation_level None, with a world layer.

    Takes the rows as they come, so that they need not fit into memory. The same rows in the same order give
    the same `content_hash` in the table `meta`. `sources` names each source with its version.
    """
    connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    connection.executemany("INSERT INTO kinds VALUES (?, ?)", [(c, k.value) for c, k in enumerate(KIND_OF_CODE)])
    # Sorting all names once takes a quarter of the time of keeping the table sorted.
    connection.execute("CREATE TEMP TABLE raw_names (folded TEXT, place INTEGER, class INTEGER)")
    connection.execute("BEGIN")
    own = FIRST_OWN
    for row in rows:
        number = _geonames_number(row.place.id)
        if number is None:
            number, own = own, own + 1
            connection.execute("INSERT INTO idents VALUES (?, ?)", (number, row.place.id))
        _insert(connection, number, row)
    _finish(connection)
    _describe(connection, sources)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def content_hash(connection: sqlite3.Connection) -> str:
    """Return 16 hex digits of the SHA-256 over the rows of a world layer, whatever the bytes of its file."""
    digest = hashlib.sha256()
    for query in _HASHED:
        for row in connection.execute(query):
            digest.update("\x1f".join(map(str, row)).encode())
            digest.update(b"\x1e")
    return digest.hexdigest()[:16]


def _geonames_number(ident: str) -> int | None:
    return int(ident[3:]) if ident.startswith("gn:") else None


def _insert(connection: sqlite3.Connection, number: int, row: WorldRow) -> None:
    place = row.place
    lat, lon = place.position.latlon
    follows = place.kind.is_settlement and place.extent_km == settlement_extent_km(place.population)
    connection.execute(
        "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, place.name, CODE_OF_KIND[place.kind], place.country, place.admin1, place.admin2),
            *(round(lat * DEGREE), round(lon * DEGREE), place.population, None if follows else place.extent_km),
        ),
    )
    folded: dict[str, NameClass] = {}
    for written, name_class in ((place.name, NameClass.MAIN), *row.names):
        key = fold(written)
        if key and key.count(" ") < MOST_WORDS:
            folded[key] = min(name_class, folded.get(key, name_class))
        if name_class is NameClass.ABBREVIATION and folded.get(key) is name_class:
            connection.execute("INSERT OR IGNORE INTO spellings VALUES (?, ?, ?)", (key, number, written))
    connection.executemany("INSERT INTO raw_names VALUES (?, ?, ?)", [(k, number, int(c)) for k, c in folded.items()])


def _finish(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO names SELECT folded, place, min(class) FROM raw_names GROUP BY 1, 2 ORDER BY 1, 2")
    connection.execute("DROP TABLE raw_names")
    connection.execute(
        "DELETE FROM spellings WHERE (folded, place) NOT IN (SELECT folded, place FROM names WHERE class = ?)",
        (int(NameClass.ABBREVIATION),),
    )
    connection.executemany("INSERT INTO well_known VALUES (?, ?)", list(_well_known(connection)))
    connection.executemany("INSERT INTO cells VALUES (?, ?)", _cells(connection))
    for statement in INDEXES.strip().split(";\n"):
        connection.execute(statement.rstrip(";"))


def _cells(connection: sqlite3.Connection) -> list[tuple[int, bytes]]:
    found: dict[int, list[int]] = {}
    for number, lat, lon in connection.execute("SELECT number, lat, lon FROM places ORDER BY number"):
        found.setdefault(cell_of(lat / DEGREE, lon / DEGREE), []).append(number)
    return [(cell, struct.pack(f"<{len(numbers)}I", *numbers)) for cell, numbers in sorted(found.items())]


def _well_known(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    query = (
        "SELECT DISTINCT folded FROM names JOIN places ON number = place"
        " WHERE class = 0 AND population >= ? ORDER BY folded"
    )
    by_letter: dict[str, list[str]] = {}
    for (folded,) in connection.execute(query, (FUZZY_POPULATION,)):
        if is_latin(folded) and folded[:1].isalpha():
            by_letter.setdefault(folded[0], []).append(folded)
    return ((letter, "\n".join(names)) for letter, names in sorted(by_letter.items()))


def _describe(connection: sqlite3.Connection, sources: Mapping[str, str]) -> None:
    words = max((folded.count(" ") + 1 for (folded,) in connection.execute("SELECT folded FROM names")), default=0)
    facts = {f"source {name}": version for name, version in sources.items()}
    facts |= {"places": str(_count(connection, "places")), "names": str(_count(connection, "names"))}
    facts |= {
        f"places of kind {kind}": str(count)
        for kind, count in connection.execute(
            "SELECT kinds.kind, count(*) FROM places JOIN kinds ON code = places.kind GROUP BY code ORDER BY code"
        )
    }
    facts |= {"longest name words": str(words), "content hash": content_hash(connection)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))


def _count(connection: sqlite3.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  our own words
    return count
