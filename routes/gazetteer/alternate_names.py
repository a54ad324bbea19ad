"""The alternate names of GeoNames, kept in a database of their own while a world layer is built."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from routes.errors import GazetteerError
from routes.gazetteer.geonames import read_number, split_row
from routes.gazetteer.naming import alternates
from routes.gazetteer.store import NameClass

if TYPE_CHECKING:
    import sqlite3

_MOST_PROBLEMS = 20
_COLUMNS = 10
# What stands in the column for the language where the "name" is a code or a link.
_NO_LANGUAGES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon"})
_ABBREVIATION = "abbr"


class AlternateNames:
    """The names in an alternateNamesV2.txt by id; nicknames, codes and links are left out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take an empty database, opened with isolation_level None."""
        self._connection = connection
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE alternates (number INTEGER, name TEXT, class INTEGER)"
        )

    def read(self, lines: Iterable[tuple[int, bytes]], label: str) -> None:
        """Take in the names of numbered lines; raise GazetteerError if some are faulty."""
        problems: list[str] = []
        self._connection.execute("BEGIN")
        for line_number, data in lines:
            try:
                rows = _rows(data)
            except ValueError as error:
                problems.append(f"{label}:{line_number}: {error}")
                if len(problems) == _MOST_PROBLEMS:
                    break
                continue
            self._connection.executemany("INSERT INTO alternates VALUES (?, ?, ?)", rows)
        if problems:
            raise GazetteerError(problems)
        self._connection.execute("CREATE INDEX by_number ON alternates (number)")
        self._connection.execute("COMMIT")

    def of(self, number: int) -> list[tuple[str, NameClass]]:
        query = "SELECT DISTINCT name, class FROM alternates WHERE number = ? ORDER BY name, class"
        return [(name, NameClass(code)) for name, code in self._connection.execute(query, (number,))]


def _rows(data: bytes) -> list[tuple[int, str, int]]:
    # Older dumps have eight columns, without the years from which and to which a name was in use.
    columns = _COLUMNS if data.count(b"\t") == _COLUMNS - 1 else _COLUMNS - 2
    _, number, language, name, _, _, is_colloquial, *_ = split_row(data, columns)
    if language in _NO_LANGUAGES or is_colloquial == "1":
        return []
    if language == _ABBREVIATION:
        return [(read_number(number), name.strip(), NameClass.ABBREVIATION)] if name.strip() else []
    return [(read_number(number), kept, name_class) for kept, name_class in alternates([name])]
