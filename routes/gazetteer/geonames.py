"""The rows of a dump of GeoNames: checked, and the countries, divisions and populated places among them read.

The columns are those of https://download.geonames.org/export/dump/readme.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from routes.errors import GazetteerError
from routes.gazetteer.store import FIRST_OWN
from routes.model import PlaceKind, Position

# A file of another kind has a fault in every line; so many tell the tale.
_MOST_PROBLEMS = 20
_COLUMNS = 19
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_CITY_PEOPLE = 5_000
_AREAS = {
    (b"A", b"PCLI"): PlaceKind.COUNTRY,
    (b"A", b"PCLF"): PlaceKind.COUNTRY,
    (b"A", b"PCLD"): PlaceKind.TERRITORY,
    (b"A", b"PCLS"): PlaceKind.TERRITORY,
    (b"A", b"PCLIX"): PlaceKind.TERRITORY,
    (b"A", b"ADM1"): PlaceKind.DIVISION,
    (b"A", b"ADM2"): PlaceKind.DIVISION,
}
# Places that are no more, and the streets of a mine.
_NO_TOWNS = frozenset({b"PPLH", b"PPLCH", b"PPLQ", b"PPLW"})


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the dump; `is_seat` marks the seat of a government, however small."""

    number: int
    name: str
    names: tuple[str, ...]
    kind: PlaceKind
    position: Position
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    is_seat: bool
    changed: str


class Numbers:
    """A set of ids of GeoNames, one bit each: a million of them in a set of Python takes 60 MB."""

    def __init__(self) -> None:
        self._bits = bytearray(FIRST_OWN // 8)

    def __contains__(self, number: int) -> bool:
        return bool(self._bits[number >> 3] & 1 << (number & 7))

    def add(self, number: int) -> None:
        self._bits[number >> 3] |= 1 << (number & 7)


def read_features(lines: Iterable[tuple[int, bytes]], label: str) -> Iterator[Feature]:
    """Yield the features of numbered lines; at their end, raise GazetteerError if there were faults."""
    seen = Numbers()
    problems: list[str] = []
    for line_number, data in lines:
        try:
            feature = _feature(data)
            if feature is not None and feature.number in seen:
                raise ValueError(f"the id {feature.number} has a row above already")
        except ValueError as error:
            problems.append(f"{label}:{line_number}: {error}")
            if len(problems) == _MOST_PROBLEMS:
                break
            continue
        if feature is not None:
            seen.add(feature.number)
            yield feature
    if problems:
        raise GazetteerError(problems)


def read_division_names(lines: Iterable[tuple[int, bytes]], label: str) -> dict[int, str]:
    """Return names by id from admin1CodesASCII.txt or admin2Codes.txt: code, name, ASCII name, id."""
    names: dict[int, str] = {}
    problems: list[str] = []
    for line_number, data in lines:
        try:
            fields = split_row(data, 4)
            names[read_number(fields[3])] = _named(fields[1])
        except ValueError as error:
            problems.append(f"{label}:{line_number}: {error}")
            if len(problems) == _MOST_PROBLEMS:
                break
    if problems:
        raise GazetteerError(problems)
    return names


def split_row(data: bytes, columns: int) -> list[str]:
    """Return the fields of a row; raise ValueError with what is wrong."""
    fields = data.split(b"\t")
    if len(fields) != columns:
        raise ValueError(f"a row has {columns} fields between tabs, got {len(fields)}")
    return _decoded(fields)


def read_number(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text[:10]) < FIRST_OWN:
        return int(text)
    raise ValueError(f"the id must be a number from 1 to {FIRST_OWN - 1}, got {text!r}")


def _feature(data: bytes) -> Feature | None:
    raw = data.split(b"\t")
    if len(raw) != _COLUMNS:
        raise ValueError(f"a row has {_COLUMNS} fields between tabs, got {len(raw)}")
    kind = _kind(raw)
    if kind is None:
        return None
    fields = _decoded(raw)
    people = _people(fields[14])
    if kind is PlaceKind.CITY and people < _CITY_PEOPLE:
        kind = PlaceKind.VILLAGE
    return Feature(
        number=read_number(fields[0]),
        name=_named(fields[1]),
        names=tuple(fields[3].split(",")) if fields[3] else (),
        kind=kind,
        position=Position(lat=_degrees(fields[4], "lat"), lon=_degrees(fields[5], "lon")),
        country=_country(fields[8]),
        admin1=fields[10] or None,
        # Of a division of the first level, as of its towns, GeoNames may still give a second.
        admin2=None if raw[7] == b"ADM1" else fields[11] or None,
        population=people,
        is_seat=raw[7].startswith((b"PPLA", b"PPLC", b"PPLG")),
        changed=fields[18].strip(),
    )


def _kind(raw: list[bytes]) -> PlaceKind | None:
    if raw[6] != b"P":
        return _AREAS.get((raw[6], raw[7]))
    if raw[7] in _NO_TOWNS:
        return None
    return PlaceKind.CAPITAL if raw[7] == b"PPLC" else PlaceKind.CITY


def _decoded(fields: list[bytes]) -> list[str]:
    try:
        return [field.decode("utf-8") for field in fields]
    except UnicodeDecodeError as error:
        raise ValueError("the row is not UTF-8") from error


def _named(text: str) -> str:
    if not text.strip():
        raise ValueError("the name is empty")
    return text.strip()


def _country(text: str) -> str | None:
    if text and not _COUNTRY.fullmatch(text):
        raise ValueError(f"the country must be two capital letters or nothing, got {text!r}")
    return text or None


def _degrees(text: str, column: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise ValueError(f"{column} must be a number of degrees, got {text!r}") from error


def _people(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) < 12):
        raise ValueError(f"the population must be a number or nothing, got {text!r}")
    return int(text or 0)
