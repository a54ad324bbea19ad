"""Ports of the World Port Index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from routes.gazetteer.fold import fold
from routes.gazetteer.store import NameClass, WorldRow
from routes.model import Place, PlaceKind
from scripts.world.port_codes import country_of, left_out, misplaced, read_point
from scripts.world.sources import PORT_INDEX, Sources
from scripts.world.towns import Towns

# The towns of each country by folded name.
TownNames: TypeAlias = dict[tuple[str | None, str], list[Place]]

_EXTENT_KM = 3.0
_SAME_PLACE_KM = 15.0


def read_ports(sources: Sources, towns: Towns) -> Iterator[WorldRow]:
    """Yield the ports; one in a town of its name goes by "Port of X", so that X alone stays the town.

    ValueError when a port lies in another country than its code says.
    """
    town_names = _names_by_country(towns)
    ports = list(_ports(sources, town_names))
    if wrong := misplaced(ports, towns):
        raise ValueError("\n".join(["ports to be looked at, in scripts/world/port_codes.py:", *wrong]))
    for port in ports:
        yield _row(towns.lying_in(port, within_km=60), town_names)


def _ports(sources: Sources, town_names: TownNames) -> Iterator[Place]:
    seen: Counter[str] = Counter()
    for feature in sorted(json.loads(sources.text("searoute/data/ports.geojson"))["features"], key=_order):
        properties = feature["properties"]
        written = (properties["name"] or "").strip()
        code = (properties["port"] or "").strip()
        if not written or len(code) != 5 or code in left_out():
            continue
        name = written.title() if written.isupper() else written
        country = country_of(code)
        lon, lat = feature["geometry"]["coordinates"]
        place = Place(
            id=f"wpi:{code}",
            name=name,
            kind=PlaceKind.PORT,
            country=country,
            position=read_point(lat, lon, town_names.get((country, fold(name)), ())),
            extent_km=_EXTENT_KM,
            source=PORT_INDEX,
        )
        seen[code] += 1
        if seen[code] == 1:
            yield place


def _row(port: Place, town_names: TownNames) -> WorldRow:
    name = port.name
    of = name if fold(name).startswith(("port ", "puerto ", "porto ")) else f"Port of {name}"
    others = ((f"Port of {name}", NameClass.ALTERNATE), (f"{name} Port", NameClass.ALTERNATE))
    if any(_is_at(town, port) for town in town_names.get((port.country, fold(name)), ())):
        return WorldRow(replace(port, name=f"Port of {name}"), others)
    return WorldRow(port, others if of != name else ())


def _is_at(town: Place, port: Place) -> bool:
    reach = _SAME_PLACE_KM / 111.2
    lat, lon = port.position.latlon
    return abs(town.position.lat - lat) <= reach and abs(town.position.lon - lon) <= 2 * reach


def _names_by_country(towns: Towns) -> TownNames:
    found: TownNames = {}
    for row in towns.rows:
        for written in {row.place.name, *(name for name, _ in row.names)}:
            found.setdefault((row.place.country, fold(written)), []).append(row.place)
    return found


def _order(feature: dict[str, dict[str, str]]) -> tuple[str, str]:
    return feature["properties"]["port"] or "", feature["properties"]["name"] or ""
