"""Which first-level division of a country a place is, and where a town's name stands for one."""

from __future__ import annotations

import re
from functools import lru_cache

from routes.gazetteer import fold
from routes.geo import contains, distance_m, division_area, farthest
from routes.judging.context import Context
from routes.model import How, Place, PlaceKind, Span

# A region or an island with the codes of a division is that division if it reaches as far as the division does.
_MAY_BE_A_DIVISION = frozenset({PlaceKind.REGION, PlaceKind.ISLAND, PlaceKind.DISPUTED_AREA})
_REACHES_TIMES = 2.2
# What is said of the first level; a district or a county is one of the second in most countries.
_NOUNS = "governorate|krai|oblast|prefecture|province|region|state|territory|voivodeship"
_NOUN = rf"(?:{_NOUNS})"
_NOUN_AFTER = re.compile(rf"\s+{_NOUN}\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(rf"\b(?P<noun>{_NOUN})\s+of\s+(?:the\s+)?$", re.IGNORECASE)

# What makes a division of the name itself, on whatever level: "Cordoba's border", "the state of New York".
_ANY_NOUN = rf"(?:{_NOUNS}|department|district|county|canton|emirate)"
_ANY_NOUN_AFTER = re.compile(
    rf"(?:['’]s?)?(?:[\s-]+[a-z]+)?[\s-]+(?:{_ANY_NOUN}|border|frontier|line)\b", re.IGNORECASE
)
_ANY_NOUN_BEFORE = re.compile(rf"\b{_ANY_NOUN}\s+of\s+(?:the\s+)?$|\b(?:upstate|rural)\s+$", re.IGNORECASE)
_NAMESAKES = frozenset({PlaceKind.DIVISION, PlaceKind.REGION})
_LEAST_CITY = 50_000


def as_division(place: Place, name: Span, context: Context) -> Place:
    """Return the division where the words make one of a town's name: "Belgorod region", "the province of Idlib"."""
    text = context.article.text
    after = _NOUN_AFTER.match(text, name.end)
    before = _NOUN_BEFORE.search(text, max(0, name.start - 30), name.start)
    is_named = after or before
    if not is_named or not place.kind.is_settlement or place.country is None or place.admin1 is None:
        return place
    # A capital may be a division of its own beside the one that bears its name: Kyiv, Moscow.
    noun = before["noun"] if before else ""
    phrase = text[name.start : after.end()] if after else f"{text[name.start : name.end]} {noun}".strip()
    for match in context.gazetteer.find(phrase):
        if match.place.kind is PlaceKind.DIVISION and match.place.country == place.country:
            return match.place
    words = fold(context.article.quote(name))
    for match in context.gazetteer.find(text[name.start : name.end]):
        found = match.place
        is_first_level = found.kind is PlaceKind.DIVISION and found.admin2 is None
        if is_first_level and found.country == place.country and fold(found.name) == words:
            return found
    division = context.gazetteer.division(place.country, place.admin1)
    if division is None or not any(words in fold(known) for known in (division.name, *division.aliases)):
        return place
    return division


def as_city(place: Place, name: Span, context: Context) -> Place:
    """Return the city where a division's name stands alone: "70 km from Cordoba" is from the city, not its province."""
    resolution = context.resolutions.get(name)
    if place.kind not in _NAMESAKES or place.admin2 is not None or resolution is None or resolution.how is How.PICKED:
        return place
    text = context.article.text
    before = text[max(0, name.start - 30) : name.start]
    if _ANY_NOUN_AFTER.match(text, name.end) or _ANY_NOUN_BEFORE.search(before):
        return place
    written = fold(context.article.quote(name))
    found = [match.place for match in context.gazetteer.find(context.article.quote(name))]
    cities = [
        city
        for city in found
        if city.kind.is_settlement
        and city.country == place.country
        # A capital is often a division of its own within the one that bears its name.
        and distance_m(city.position, place.position) <= _REACHES_TIMES * place.extent_km * 1000
        and (city.population or 0) >= _LEAST_CITY
        and written in (fold(known) for known in (city.name, *city.aliases))
    ]
    return max(cities, key=lambda city: (city.population or 0, city.id)) if cities else place


@lru_cache(maxsize=512)
def division_code(place: Place) -> str | None:
    """Return the code of the first-level division that a place is, "RU.09"; None where no outline is known."""
    if place.country is None or place.admin1 is None or place.admin2 is not None:
        return None
    if place.kind is not PlaceKind.DIVISION and place.kind not in _MAY_BE_A_DIVISION:
        return None
    code = f"{place.country}.{place.admin1}"
    area = division_area(code)
    if area is None:
        return None
    if place.kind is PlaceKind.DIVISION:
        return code
    reach_m = farthest(place.position, area).m
    is_same = contains(place.position, area) and reach_m <= _REACHES_TIMES * place.extent_km * 1000
    return code if is_same else None
