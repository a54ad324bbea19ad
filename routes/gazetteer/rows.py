"""Read the rows of a gazetteer file, and make places of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from routes.model import Place, PlaceKind, Position

COLUMNS = ("id", "name", "kind", "country", "lat", "lon", "extent_km", "aliases", "population", "source", "note")
KINDS = {kind.value: kind for kind in PlaceKind}


def numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row, the header too, with the line it begins on; csv.Error where the text is no CSV."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    begins = 1
    for fields in reader:
        if fields:
            yield begins, fields
        begins = reader.line_num + 1


def names_of(fields: list[str]) -> list[str]:
    """Return the name and the aliases of a row, the name first."""
    names = [fields[1]]
    if fields[7]:
        names += fields[7].split("|")
    return names


def make_place(fields: list[str]) -> Place:
    """Return the place of a row that `check_rows` finds no fault with."""
    ident, _, kind, country, lat, lon, extent_km, _, population, source, note = fields
    name, *aliases = (written.strip() for written in names_of(fields))
    return Place(
        id=ident,
        name=name,
        kind=KINDS[kind],
        country=country or None,
        position=Position(lat=float(lat), lon=float(lon)),
        extent_km=float(extent_km),
        aliases=tuple(aliases),
        population=int(population) if population else None,
        source=source,
        note=note,
    )
