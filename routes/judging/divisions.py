"""Which first-level division of a country a place is, and where a town's name stands for one."""

from __future__ import annotations

import re
from functools import lru_cache

from routes.gazetteer import fold
from routes.geo import contains, division_area, farthest
from routes.judging.context import Context
from routes.model import Place, PlaceKind, Span

# A region or an island with the codes of a division is that division if it reaches as far as the division does.
_MAY_BE_A_DIVISION = frozenset({PlaceKind.REGION, PlaceKind.ISLAND, PlaceKind.DISPUTED_AREA})
_REACHES_TIMES = 2.2
# What is said of the first level; a district or a county is one of the second in most countries.
_NOUN = r"(?:governorate|krai|oblast|prefecture|province|region|state|territory|voivodeship)"
_NOUN_AFTER = re.compile(rf"\s+{_NOUN}\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(rf"\b{_NOUN}\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def as_division(place: Place, name: Span, context: Context) -> Place:
    """Return the division where the words make one of a town's name: "Belgorod region", "the province of Idlib"."""
    text = context.article.text
    after = _NOUN_AFTER.match(text, name.end)
    is_named = after or _NOUN_BEFORE.search(text, max(0, name.start - 30), name.start)
    if not is_named or not place.kind.is_settlement or place.country is None or place.admin1 is None:
        return place
    # A capital may be a division of its own beside the one that bears its name: Kyiv, Moscow.
    phrase = text[name.start : after.end()] if after else ""
    for match in context.gazetteer.find(phrase):
        if match.place.kind is PlaceKind.DIVISION and match.place.country == place.country:
            return match.place
    division = context.gazetteer.division(place.country, place.admin1)
    words = fold(context.article.quote(name))
    if division is None or not any(words in fold(known) for known in (division.name, *division.aliases)):
        return place
    return division


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
