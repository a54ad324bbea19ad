"""The rows of the two rail files, and every fault in them with its line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

STATION_COLUMNS = ("name", "country", "lat", "lon", "gauge_break", "source", "note")
LINE_COLUMNS = ("from", "to", "country", "gauge_mm", "length_km", "kind", "opened", "closed", "source", "note")
STATION_SOURCES = ("geonames", "project")
LENGTH_SOURCES = ("posts", "posts-share", "timetable", "timetable-share")
KINDS = ("main", "secondary", "local", "ferry")

Row = tuple[int, list[str]]

_LONGEST_TEXT = 200
# Two gauges in one row of goods wagons lie between these: the narrowest industrial lines and the Indian gauge.
_NARROWEST_MM, _WIDEST_MM = 600, 1676
_LONGEST_KM = 5000.0
_DECIMAL = re.compile(r"-?[0-9]{1,5}(?:\.[0-9]{1,8})?")
_WHOLE = re.compile(r"[0-9]{3,4}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")
# Control characters, separators of lines, marks that turn the direction of writing, lone surrogates.
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def read_rows(text: str, columns: Sequence[str], problems: list[str], label: str) -> list[Row]:
    """Return the rows under the header with their lines; what is no row of these columns is told in `problems`."""
    rows = _numbered(text.removeprefix("\ufeff"))
    found: list[Row] = []
    last = 0
    try:
        last, header = next(rows, (1, []))
        if header != list(columns):
            problems.append(f"{label}:{last}: the columns must be {','.join(columns)}, each once and in this order")
            return []
        for last, fields in rows:
            faults = _shape_faults(fields, columns)
            problems += [f"{label}:{last}: {fault}" for fault in faults]
            if not faults:
                found.append((last, fields))
    except csv.Error as error:
        problems.append(f"{label}: after line {last}: this is not comma-separated values: {error}")
    return found


def _numbered(text: str) -> Iterator[Row]:
    # splitlines() would part a row at a line separator inside a field and hide it.
    kept = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip() and line[0] != "#"]
    reader = csv.reader((line for _, line in kept), strict=True)
    for fields in reader:
        yield kept[reader.line_num - 1][0], fields


def _shape_faults(fields: list[str], columns: Sequence[str]) -> list[str]:
    if len(fields) != len(columns):
        return [f"a row has {len(columns)} fields, this one has {len(fields)}"]
    # One look at the whole row is enough for nearly all of them.
    whole = "".join(fields)
    if len(whole) <= _LONGEST_TEXT and not _HOSTILE.search(whole):
        return []
    return [
        f"{column} must be at most {_LONGEST_TEXT} printable characters, got {shown(field)}"
        for column, field in zip(columns, fields, strict=True)
        if len(field) > _LONGEST_TEXT or _HOSTILE.search(field)
    ]


def station_faults(fields: list[str]) -> list[str]:
    """Return what is wrong in a row of a station by itself."""
    name, country, lat, lon, gauge_break, source, _ = fields
    faults = []
    if not name or name != name.strip() or (len(name) == 2 and name.isupper()):
        faults.append(f"name must be a name without blanks round it, and no country code, got {shown(name)}")
    if not _COUNTRY.fullmatch(country):
        faults.append(f"country must be two capital letters such as RU, got {shown(country)}")
    faults += _degree_faults("lat", lat, 90)
    faults += _degree_faults("lon", lon, 180)
    if gauge_break not in ("", "yes"):
        faults.append(f'gauge_break must be "yes" or empty, got {shown(gauge_break)}')
    if source not in STATION_SOURCES:
        faults.append(f"source must be {' or '.join(STATION_SOURCES)}, got {shown(source)}")
    return faults


def _degree_faults(column: str, written: str, bound: int) -> list[str]:
    if _DECIMAL.fullmatch(written) and abs(float(written)) <= bound:
        return []
    return [f"{column} must lie in [-{bound}, {bound}] degrees, got {shown(written)}"]


def line_faults(fields: list[str]) -> list[str]:
    """Return what is wrong in a row of a line by itself."""
    origin, destination, _, gauge, length, kind, opened, closed, source, _ = fields
    faults = []
    if origin == destination:
        faults.append(f"a line needs two stations, got {shown(origin)} twice")
    if not (_WHOLE.fullmatch(gauge) and _NARROWEST_MM <= int(gauge) <= _WIDEST_MM):
        faults.append(f"gauge_mm must be a whole number from {_NARROWEST_MM} to {_WIDEST_MM}, got {shown(gauge)}")
    if length and not (_DECIMAL.fullmatch(length) and 0 < float(length) <= _LONGEST_KM):
        faults.append(f"length_km must be empty or lie in (0, {_LONGEST_KM:.0f}] km, got {shown(length)}")
    if kind not in KINDS:
        faults.append(f"kind must be one of {', '.join(KINDS)}, got {shown(kind)}")
    for column, month in (("opened", opened), ("closed", closed)):
        if month and not _MONTH.fullmatch(month):
            faults.append(f"{column} must be empty or a month such as 2022-02, got {shown(month)}")
    if opened and closed and opened >= closed:
        faults.append(f"opened {shown(opened)} must lie before closed {shown(closed)}")
    if length and source not in LENGTH_SOURCES:
        faults.append(f"a stated length needs a source, one of {', '.join(LENGTH_SOURCES)}, got {shown(source)}")
    if source and not length:
        faults.append(f"without a length there is nothing that {shown(source)} is the source of")
    return faults


def shown(text: str) -> str:
    """Return a text fit for a message: short, quoted, nothing in it that a terminal would obey."""
    return ascii(text[:40]) + ("..." if len(text) > 40 else "")
