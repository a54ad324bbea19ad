"""Storms by their names: "after Cyclone Darcy moved inland" tells of no place and no load."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from routes.model import Span
from routes.reading.phrases import heads_of, one_of, word_set
from routes.reading.recognition.lexis import words_of
from routes.resources import read_lexicon

_LOCATED = re.compile(r"\b(?:in|at|to|from|near|into|off|of|outside|around)\s+$", re.IGNORECASE)
# What stands between a storm and what it does: "Cyclone Darcy has since".
_DOES = r"(?:\s+(?:has|had|have|then|later|since|also|which|that|slowly|quickly))*\s+$"


def is_storm(text: str, span: Span) -> bool:
    """Return whether a name is that of a storm: Darcy of "Cyclone Darcy", and of "Darcy weakened" after that.

    >>> text = "Typhoon Haiyan passed. Haiyan did harm in Leyte."
    >>> is_storm(text, Span(8, 14)), is_storm(text, Span(23, 29)), is_storm(text, Span(42, 47))
    (True, True, False)
    """
    names = _storms(text)
    if not names:
        return False
    word = text[span.start : span.end]
    if _before().search(text, max(0, span.start - 30), span.start):
        return True
    return word in names and _LOCATED.search(text, max(0, span.start - 10), span.start) is None


def names_storm(words: str) -> bool:
    """Return whether words are a storm with its name, and nothing else: "Typhoon Haiyan"."""
    return _whole().fullmatch(words) is not None


def ends_with_storm(lead: str) -> bool:
    """Return whether a storm is what does something: "Hurricane Otis had"."""
    return not _heads().isdisjoint(word_set(lead)) and _subject().search(lead) is not None


@lru_cache(maxsize=8)
def _storms(text: str) -> frozenset[str]:
    """Return the names of the storms that a text tells of."""
    if _heads().isdisjoint(word_set(text)):
        return frozenset()
    # Storm Lake is a town.
    return frozenset(name for match in _whole().finditer(text) if (name := match["name"]).casefold() not in _leads())


@cache
def _leads() -> frozenset[str]:
    return words_of("name_leads") | words_of("place_nouns")


@cache
def _heads() -> frozenset[str]:
    return heads_of(_words())


@cache
def _words() -> tuple[str, ...]:
    return tuple(entry for entry, _ in read_lexicon("storms"))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of([*_words(), *(word.upper() for word in _words())])})\s+$")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:Super|Winter|Severe)\s+)?(?:{one_of(_words())})\s+(?P<name>[A-Z][\w'’-]+)")


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(_words())})\s+[A-Z][\w'’-]+(?:,[^,]*,)?{_DOES}")
