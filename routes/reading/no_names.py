"""Words with a capital that name no place: "Western officials", "Interstate 35", the agency of a dateline."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Span
from routes.reading.recognition.lexis import common_words
from routes.reading.storms import is_storm, names_storm
from routes.resources import read_lexicon

_FIGURE = re.compile(r" \d")
_SMALL_WORD = re.compile(r" [a-z]")
_AFTER_DATELINE = re.compile(r"\s[-–—]+\s$")
# An agency in a dateline: "LODZ, Poland, May 17 (Xinhua) -".
_END_OF_AGENCY = re.compile(r"\)\s*[-–—]")


def is_no_name(text: str, span: Span) -> bool:
    """Return whether a word names no place by itself: "Western officials", "Interstate 35", "(Xinhua) -"."""
    word = text[span.start : span.end]
    if word in _no_places("short") and text[span.end : span.end + 1] != ".":
        return True
    if word in _no_places("") or (word in _no_places("numbered") and _FIGURE.match(text, span.end)):
        return True
    if is_storm(text, span):
        return True
    return bool(text[span.start - 1 : span.start] == "(" and _END_OF_AGENCY.match(text, span.end))


def opens_with_a_word(text: str, span: Span, sentence: Span) -> bool:
    """Return whether a name that no gazetteer has is none: "Agents found", with the capital of its sentence."""
    if is_no_name(text, span) or names_storm(text[span.start : span.end]):
        return True
    is_first = span.start == sentence.start or _AFTER_DATELINE.search(text[sentence.start : span.start]) is not None
    word = text[span.start : span.end].casefold()
    return is_first and word in common_words() and _SMALL_WORD.match(text, span.end) is not None


@cache
def _no_places(sort: str) -> frozenset[str]:
    return frozenset(entry for entry, fields in read_lexicon("not_places") if "".join(fields) == sort)
