"""Read goods and their quantities: "at least 1,000 containers", "26,000 tonnes of corn"."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Cargo, Span
from routes.reading.phrases import Phrases, heads_of, one_of, word_set
from routes.reading.spelled import VAGUE_NUMBERS, number_of, number_parts, number_words, unhyphenated
from routes.resources import read_lexicon

_SCALE = {"hundred": 100.0, "thousand": 1_000.0, "million": 1_000_000.0, "billion": 1_000_000_000.0}
_LOWER = frozenset({"at least", "more than", "over", "no fewer than", "no less than", "upwards of"})
_UPPER = frozenset({"up to", "less than", "fewer than", "no more than", "under", "as many as", "as much as"})
_HEDGES = (*_LOWER, *_UPPER, "about", "some", "around", "approximately", "roughly", "nearly", "almost", "an estimated")
_ROUGH = 0.1
# No story counts a trillion of anything; a row of digits that long is no figure, and floats end.
_MOST = 1e12


# Words that make one with a capital part of a name: Isle of Grain, Petroleum Exporting Countries.
_NAME_BEFORE = re.compile(r"(?:\bof|\b[A-Z][\w'’]*)\s+$")
_DIGIT = re.compile(r"\d")
_NAME_AFTER = re.compile(r"\s+[A-Z]")


def read_cargo(text: str, sentence: Span) -> tuple[Cargo, ...]:
    """Return the counted goods of a sentence; `low` and `high` bound the figure, None where it is open.

    >>> cargo = read_cargo("at least 1,000 containers, possibly of shells", Span(0, 45))[0]
    >>> cargo.text, cargo.low, cargo.high, cargo.hedge
    ('at least 1,000 containers', 1000.0, None, 'at least')
    """
    words = word_set(text[sentence.start : sentence.end])
    has_number = _DIGIT.search(text, sentence.start, sentence.end) or not number_parts().isdisjoint(words)
    if not has_number or _counted_heads().isdisjoint(words):
        return ()
    return tuple(
        _cargo(match) for match in _pattern().finditer(text, sentence.start, sentence.end) if _value(match) < _MOST
    )


def names_goods(words: str) -> bool:
    """Return whether goods, or their moving, are named in `words`.

    >>> names_goods("crude oil"), names_goods("the Ministry of Oil")
    (True, False)
    """
    return any(not is_in_name(words, match) for match in goods_words().find_all(words, Span(0, len(words))))


def is_in_name(words: str, match: re.Match[str]) -> bool:
    """Return whether goods are part of a name, such as Isle of Grain."""
    word = match.group()
    if not word[0].isupper() or word.isupper():
        return False
    return _NAME_BEFORE.search(words, 0, match.start()) is not None or _NAME_AFTER.match(words, match.end()) is not None


def names_wares(words: str) -> bool:
    """Return whether goods are named in `words`, not just a voyage or a load."""
    return wares().search(words) is not None


def _cargo(match: re.Match[str]) -> Cargo:
    hedge = re.sub(r"\s+", " ", match["hedge"].casefold()) if match["hedge"] else None
    scale = _SCALE.get((match["scale"] or "").casefold(), 1.0)
    low, high = _vague(match, scale) or _bounds(_value(match), hedge)
    return Cargo(
        match.group(), Span(match.start(), match.end()), low, high, (match["unit"] or match["count"]).casefold(), hedge
    )


def _vague(match: re.Match[str], scale: float) -> tuple[float, float] | None:
    low, high = VAGUE_NUMBERS.get(unhyphenated(match["number"]), (None, None))
    return (low * scale, high * scale) if low is not None and high is not None else None


def _value(match: re.Match[str]) -> float:
    """Return the number of a match; of a vague one the upper bound."""
    _, most = VAGUE_NUMBERS.get(unhyphenated(match["number"]), (0.0, number_of(match["number"])))
    return (most or 0.0) * _SCALE.get((match["scale"] or "").casefold(), 1.0)


def _bounds(value: float, hedge: str | None) -> tuple[float | None, float | None]:
    if hedge in _LOWER:
        return value, None
    if hedge in _UPPER:
        return None, value
    slack = _ROUGH * value if hedge else 0.0
    return value - slack, value + slack


def _goods(*classes: str) -> tuple[str, ...]:
    return tuple(entry for entry, fields in read_lexicon("goods") if fields[0] in classes)


@cache
def _pattern() -> re.Pattern[str]:
    hedges, scale = one_of(_HEDGES), one_of(_SCALE)
    units, goods, counted = one_of(_goods("unit", "goods")), one_of(_goods("goods")), one_of(_goods("count"))
    of = rf"\s+of\s+(?:[a-z]+\s+){{0,2}}?(?:{goods})\b"
    # "A million", but not "a box": that says nothing of how many.
    return re.compile(
        rf"(?:\b(?P<hedge>{hedges})\s+)?(?<![\w.,$€£-])"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?!a\s)(?:{number_words()})\b|a(?=\s+(?:{scale})\b))"
        rf"(?:\s+(?P<scale>{scale}))?\s+(?:(?:metric|shipping|sea|full|loaded|empty|\d{{2}}-foot)\s+)?"
        rf"(?:(?:(?P<kind>(?-i:[A-Z])[\w'’]+|[a-z]+-[a-z]+)\s+)?(?P<unit>{units})\b(?:{of})?|(?P<count>{counted}){of})",
        re.IGNORECASE,
    )


@cache
def _counted_heads() -> frozenset[str]:
    return heads_of(_goods("unit", "count", "goods"))


@cache
def wares() -> Phrases:
    """Return the words for goods, without those for their moving."""
    return Phrases(_goods("unit", "goods"))


@cache
def goods_words() -> Phrases:
    return Phrases(_goods("unit", "goods", "shipment"))
