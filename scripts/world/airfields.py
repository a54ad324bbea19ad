"""Airports with scheduled traffic and air bases. Their three-letter codes stay out: they are English words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routes.gazetteer.store import NameClass, WorldRow
from routes.model import Place, PlaceKind, Position
from scripts.world.sources import AIRPORTS, Sources
from scripts.world.towns import Towns

_EXTENT_KM = 3.0
_BASE = re.compile(r"\b(air force base|air base|airbase|naval air|army air|military|joint base|raf station)\b", re.I)
_AIRPORT = re.compile(r"\b(airport|aerodrome|airfield|airstrip|air base|airbase|field|base|station)\b", re.I)


def read_airports(sources: Sources, towns: Towns) -> Iterator[WorldRow]:
    for entry in sorted(sources.rows("airportsdata/airports.csv"), key=lambda row: row["icao"]):
        name = entry["name"].strip()
        is_base = bool(_BASE.search(name))
        if not name or not (entry["iata"] or is_base):
            continue
        place = Place(
            id=f"apt:{entry['icao']}",
            name=name if _AIRPORT.search(name) else f"{name} Airport",
            kind=PlaceKind.MILITARY_BASE if is_base else PlaceKind.AIRPORT,
            country=entry["country"],
            position=Position(lat=float(entry["lat"]), lon=float(entry["lon"])),
            extent_km=_EXTENT_KM,
            source=AIRPORTS,
        )
        place = towns.lying_in(place, within_km=60)
        yield WorldRow(place, tuple((each, NameClass.ALTERNATE) for each in _other_names(place.name, entry["city"])))


def _other_names(name: str, city: str) -> Iterator[str]:
    """Yield "Heathrow Airport" for "London Heathrow Airport", "Schiphol Airport" for "Amsterdam Airport Schiphol"."""
    plain = re.sub(r" (Intercontinental|International|Regional|Municipal|County)(?= Airport)", "", name)
    without_city = plain.removeprefix(f"{city.strip()} ") if city else plain
    for each in (plain, without_city):
        if each != name and len(each.split()) > 1:
            yield each
    if match := re.fullmatch(r".+ Airport (\w+)", name):
        yield f"{match[1]} Airport"
    if name.endswith(" Air Force Base"):
        yield name.removesuffix("Air Force Base") + "AFB"
