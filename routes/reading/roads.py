"""Names of roads, which are no places: "Interstate 35", "the M2 motorway"."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Span
from routes.reading.names import Name
from routes.reading.phrases import heads_of, one_of, word_set
from routes.resources import read_lexicon


def without_roads(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names without those of numbered roads."""
    if _nouns().isdisjoint(word_set(text)):
        return names
    roads = [Span(match.start(), match.end()) for match in _pattern().finditer(text)]
    return tuple(name for name in names if not any(road.contains(name.span) for road in roads))


@cache
def _nouns() -> frozenset[str]:
    return heads_of(entry.split()[-1] for entry, _ in read_lexicon("road_nouns"))


@cache
def _pattern() -> re.Pattern[str]:
    nouns = one_of(entry for entry, _ in read_lexicon("road_nouns"))
    number = r"[A-Z]{0,2}-?\d{1,4}[A-Z]?"
    return re.compile(rf"\b(?:(?:[A-Z][\w.]*\s+)?(?i:{nouns})\s+{number}|{number}\s+(?i:{nouns}))\b")
