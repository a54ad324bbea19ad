"""Spots that a text leaves unnamed and places in a country or region: "a port in southern Iran"."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Article, Resolution, Span
from routes.reading import one_of
from routes.resources import read_lexicon

_REACH = 60
_DIRECTION = (
    r"(?:the\s+)?(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?west|north-?east|"
)
_DIRECTION += r"south-?west|south-?east|north-?western|north-?eastern|south-?western|south-?eastern|far)(?:ern)?\s+)*"


def unnamed_spot(article: Article, resolution: Resolution) -> Span | None:
    """Return the words for a spot in the country or region of a resolution; None where the text speaks of the whole."""
    place, name = resolution.place, resolution.mention.span
    if place is None or not place.kind.is_area:
        return None
    start = max(0, name.start - _REACH)
    match = _pattern().search(article.text[start : name.start])
    return Span(start + match.start("spot"), name.end) if match else None


@cache
def _pattern() -> re.Pattern[str]:
    nouns = one_of(entry for entry, _ in read_lexicon("spots"))
    return re.compile(
        rf"\b(?P<spot>(?:[Aa]n?|another|[Tt]he|its|their|some)\s+(?:[a-z-]+\s+){{0,2}}?(?:{nouns})s?\s+(?:in|on|of)\s+{_DIRECTION})$"
    )
