"""What the gazetteer knows of a name, as numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable

from routes.gazetteer import Gazetteer, demonym_country
from routes.gazetteer.profiles import Bearers, bearers
from routes.gazetteer.store import NameClass
from routes.model import PlaceKind

Facts = tuple[float, ...]

(KNOWN, PLACES, IS_MAIN, ABBREVIATION, DEMONYM, LISTED, COUNTRY, DIVISION, COUNTY, TOWN_BY_MAIN, TOWN, NATURE,
 FACILITY, AREA, STANDING) = range(15)  # fmt: skip
NOTHING: Facts = (0.0,) * 15
_REMEMBERED = 50_000
_COLUMN = {
    PlaceKind.COUNTRY: COUNTRY,
    PlaceKind.TERRITORY: COUNTRY,
    PlaceKind.CONTINENT: AREA,
    PlaceKind.REGION: AREA,
    PlaceKind.DISPUTED_AREA: AREA,
    PlaceKind.DIVISION: DIVISION,
    PlaceKind.CAPITAL: TOWN,
    PlaceKind.CITY: TOWN,
    PlaceKind.VILLAGE: TOWN,
    PlaceKind.OCEAN: NATURE,
    PlaceKind.SEA: NATURE,
    PlaceKind.GULF: NATURE,
    PlaceKind.STRAIT: NATURE,
    PlaceKind.CANAL: NATURE,
    PlaceKind.RIVER: NATURE,
    PlaceKind.LAKE: NATURE,
    PlaceKind.ISLAND: NATURE,
    PlaceKind.PENINSULA: NATURE,
    PlaceKind.CAPE: NATURE,
    PlaceKind.MOUNTAIN: NATURE,
}
# What a place without people counts for, beside the logarithm of a population.
_LEAST = 2.0


class FactBook:
    """What a gazetteer knows of names; remembers those that it was asked for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._facts: dict[str, Facts] = {}

    def look_up(self, names: Iterable[str]) -> dict[str, Facts]:
        """Return the facts of many names at once, by name as written."""
        asked = set(names)
        held = self._facts
        found = {name: held[name] for name in asked if name in held}
        new = asked - found.keys()
        if new:
            borne = bearers(self._gazetteer, new)
            fresh = {name: _sum_up(name, borne.get(name, ())) for name in new}
            if len(held) > _REMEMBERED:
                held.clear()
            held.update(fresh)
            found |= fresh
        return found


def _sum_up(name: str, groups: tuple[Bearers, ...]) -> Facts:
    is_demonym = demonym_country(name) is not None
    if not groups and not is_demonym:
        return NOTHING
    facts = [0.0] * len(NOTHING)
    facts[KNOWN] = 1.0
    facts[DEMONYM] = float(is_demonym)
    places = 0
    for group in groups:
        if group.name_class is NameClass.DEMONYM:
            facts[DEMONYM] = 1.0
            continue
        places += group.count
        size = round(math.log10(group.population), 2) if group.population > 0 else 0.0
        size = max(size, _LEAST)
        column = (
            COUNTY if group.kind is PlaceKind.DIVISION and group.is_second_level else _COLUMN.get(group.kind, FACILITY)
        )
        facts[column] = max(facts[column], size)
        facts[STANDING] = max(facts[STANDING], size)
        facts[LISTED] = max(facts[LISTED], float(group.is_listed))
        if group.name_class is NameClass.MAIN:
            facts[IS_MAIN] = 1.0
            if column == TOWN:
                facts[TOWN_BY_MAIN] = max(facts[TOWN_BY_MAIN], size)
        elif group.name_class is NameClass.ABBREVIATION:
            facts[ABBREVIATION] = 1.0
    facts[PLACES] = float(min(places, 40))
    return tuple(facts)
