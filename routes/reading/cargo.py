"""Read goods and their quantities: "at least 1,000 containers", "26,000 tonnes of corn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from routes.model import Cargo, Span
from routes.reading.phrases import Phrases, folded, heads_of, one_of, word_set
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
# Between a number and what it counts: "500 metric tons", "12 Iskander missiles", "40 air-dropped crates".
_ADJECTIVE = re.compile(r"(?:metric|shipping|sea|full|loaded|empty|\d{2}-foot)\s+", re.IGNORECASE)
_KIND = re.compile(r"(?:[A-Z][\w'’]+|[A-Za-z]+-[A-Za-z]+)\s+")
# "Tonnes of yellow corn", "rounds of large calibre ammunition".
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+\s+", re.IGNORECASE)
_MOST_ADJECTIVES = 2
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
    return tuple(_counted(text, sentence))


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


def _counted(text: str, sentence: Span) -> Iterator[Cargo]:
    position = sentence.start
    while (number := _number().search(text, position, sentence.end)) is not None:
        unit = _unit(text, number.end(), sentence.end)
        position = number.start("number") + 1 if unit is None else unit.end
        if unit is not None and _value(number) < _MOST:
            yield _cargo(text, number, unit)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is counted, and where all that is said of it ends: "containers", "rounds of ammunition"."""

    words: str
    end: int


def _unit(text: str, start: int, end: int) -> _Unit | None:
    """Return what a number counts that ends at `start`."""
    adjective = _ADJECTIVE.match(text, start, end)
    for at in (adjective.end(), start) if adjective else (start,):
        kind = _KIND.match(text, at, end)
        for begin in (kind.end(), at) if kind else (at,):
            unit = wares().match(text, begin, end)
            if unit is not None:
                return _Unit(unit.group(), _goods_end(text, unit.end(), end) or unit.end())
        count = _counts().match(text, at, end)
        goods_end = _goods_end(text, count.end(), end) if count else None
        if count is not None and goods_end is not None:
            return _Unit(count.group(), goods_end)
    return None


def _goods_end(text: str, start: int, end: int) -> int | None:
    """Return where the goods end that follow at a place: "of yellow corn"."""
    word = _OF.match(text, start, end)
    for _ in range(_MOST_ADJECTIVES + 1):
        if word is None:
            return None
        goods = _goods().match(text, word.end(), end)
        if goods is not None:
            return goods.end()
        word = _WORD.match(text, word.end(), end)
    return None


def _cargo(text: str, number: re.Match[str], unit: _Unit) -> Cargo:
    hedge = folded(number["hedge"]) if number["hedge"] else None
    scale = _SCALE.get((number["scale"] or "").casefold(), 1.0)
    low, high = _vague(number, scale) or _bounds(_value(number), hedge)
    span = Span(number.start(), unit.end)
    return Cargo(text[span.start : span.end], span, low, high, unit.words.casefold(), hedge)


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


@cache
def _number() -> re.Pattern[str]:
    hedges, scale = one_of(_HEDGES), one_of(_SCALE)
    # "A million", but not "a box": that says nothing of how many.
    return re.compile(
        rf"(?:\b(?P<hedge>{hedges})\s+)?(?<![\w.,$€£-])"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?!a\s)(?:{number_words()})\b|a(?=\s+(?:{scale})\b))"
        rf"(?:\s+(?P<scale>{scale}))?\s+",
        re.IGNORECASE,
    )


def _entries(*classes: str) -> tuple[str, ...]:
    return tuple(entry for entry, fields in read_lexicon("goods") if fields[0] in classes)


@cache
def _counted_heads() -> frozenset[str]:
    return heads_of(_entries("unit", "count", "goods"))


@cache
def _counts() -> Phrases:
    """Return what counts goods only before them: the rounds of "rounds of ammunition"."""
    return Phrases(_entries("count"))


@cache
def _goods() -> Phrases:
    return Phrases(_entries("goods"))


@cache
def wares() -> Phrases:
    """Return the words for goods, without those for their moving."""
    return Phrases(_entries("unit", "goods"))


@cache
def goods_words() -> Phrases:
    return Phrases(_entries("unit", "goods", "shipment"))
