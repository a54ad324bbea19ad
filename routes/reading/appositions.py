"""Read what the text calls a place: "Najin, an ammunition depot", "the border of Tikhoretsk"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from routes.model import PlaceKind, Span
from routes.reading.names import Name
from routes.reading.phrases import one_of
from routes.resources import read_lexicon


@dataclass(frozen=True, slots=True)
class Apposition:
    """The text calls the place `name` a thing of one of these kinds."""

    name: Span
    span: Span
    words: str
    kinds: frozenset[PlaceKind]


@dataclass(frozen=True, slots=True)
class OddBorder:
    """The text speaks of the border of this place; only a country, a division or a region has one."""

    name: Span
    span: Span


def read_appositions(text: str, names: tuple[Name, ...]) -> tuple[Apposition, ...]:
    """Return for each name that an apposition follows what the text calls it."""
    found = []
    for name in names:
        match = _pattern().match(text, name.span.end) if name.may_be_place else None
        if match:
            words = re.sub(r"\s+", " ", match["noun"].casefold())
            found.append(Apposition(name.span, Span(match.start("noun"), match.end("noun")), words, _kinds()[words]))
    return tuple(found)


def read_odd_borders(text: str, names: tuple[Name, ...]) -> tuple[OddBorder, ...]:
    """Return the names that a border is said to be of; whether that is odd depends on the place."""
    found = []
    for name in names:
        lead = re.compile(r"(?:[a-z]+ern\s+)?(?:border|frontier)s?\s+of\s+(?:the\s+)?$").search(
            text, max(0, name.span.start - 40), name.span.start
        )
        if lead and name.may_be_place:
            found.append(OddBorder(name.span, Span(lead.start(), name.span.end)))
    return tuple(found)


@cache
def _kinds() -> dict[str, frozenset[PlaceKind]]:
    return {
        entry: frozenset(PlaceKind(kind.strip()) for kind in fields[0].split(","))
        for entry, fields in read_lexicon("kind_nouns")
    }


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){{0,3}}?(?P<noun>{one_of(_kinds())})\b", re.IGNORECASE)
