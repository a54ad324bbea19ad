"""Numbers in words: "forty-two", "one thousand four hundred", "half a", and the vague ones: "several hundred"."""

from __future__ import annotations

import re
from functools import cache

from routes.reading.phrases import folded, one_of

_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905  # a row of words reads better so
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


def _spelled() -> dict[str, float]:
    """Return the numbers that people write in words, with a space between all parts."""
    small = dict(zip([*_ONES, *_TEENS], range(1, 20), strict=True))
    for ten, value in zip(_TENS, range(20, 100, 10), strict=True):
        small[ten] = value
        small |= {f"{ten} {one}": value + digit for digit, one in enumerate(_ONES, 1)}
    words: dict[str, float] = {word: float(value) for word, value in small.items()}
    words |= {f"{word} and a half": value + 0.5 for word, value in small.items() if value < 20}
    for word, value in small.items():
        words |= {f"{word} hundred": 100.0 * value, f"{word} thousand": 1000.0 * value}
    return words


_REGULAR = _spelled()
NUMBER_WORDS = _REGULAR | {
    "half a": 0.5,
    "half an": 0.5,
    "a half": 0.5,
    "a quarter": 0.25,
    "a": 1.0,
    "a dozen": 12.0,
    "two dozen": 24.0,
    "three dozen": 36.0,
    "a hundred": 100.0,
    "a thousand": 1000.0,
    "a couple of": 2.0,
}
# What people mean by these is a range, and a wide one.
VAGUE_NUMBERS = {
    "a few": (2.0, 6.0),
    "several": (3.0, 9.0),
    "a few dozen": (24.0, 72.0),
    "several dozen": (36.0, 96.0),
    "dozens of": (24.0, 99.0),
    "a few hundred": (200.0, 600.0),
    "several hundred": (300.0, 900.0),
    "hundreds of": (200.0, 999.0),
    "a few thousand": (2000.0, 6000.0),
    "several thousand": (3000.0, 9000.0),
    "thousands of": (2000.0, 9999.0),
}


def number_of(words: str) -> float | None:
    """Return a number in figures or words; None for a vague one."""
    bare = words.removesuffix("-odd").removesuffix("-plus")
    if unhyphenated(bare) in NUMBER_WORDS:
        return float(NUMBER_WORDS[unhyphenated(bare)])
    if re.fullmatch(_composed(), bare, re.IGNORECASE):
        return _added_up(unhyphenated(bare).replace(",", "").split())
    try:
        return float(bare.replace(",", ""))
    except ValueError:  # a vague word as the end of a range
        return None


def unhyphenated(words: str) -> str:
    """Return words in small letters with one blank between all parts, for looking them up."""
    return folded(words.replace("-", " "))


@cache
def number_words() -> str:
    """Return the alternatives of a regular expression for numbers in words.

    The two hundred regular ones are told by how they are built: a list of them takes a while to compile.
    """
    others = [words for words in (*NUMBER_WORDS, *VAGUE_NUMBERS) if words not in _REGULAR]
    ones, teens, tens = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
    regular = (
        rf"(?:{teens}|{ones})\s+and\s+a\s+half|"
        rf"(?:(?:{tens})(?:\s+(?:{ones}))?|{teens}|{ones})(?:\s+(?:hundred|thousand))?"
    )
    return f"{_composed()}|" + f"{one_of(others)}|{regular}".replace(r"\s+", r"[\s-]+")


@cache
def number_parts() -> frozenset[str]:
    """Return the words of which a text that tells a number in words has one: "million" of "a million", "few"."""
    parts = {part for phrase in (*NUMBER_WORDS, *VAGUE_NUMBERS) for part in phrase.split()}
    return frozenset(parts | {"million", "billion"}) - {"a", "an", "and", "of"}


@cache
def _composed() -> str:
    """Return the expression for numbers of several parts: "one thousand, four hundred and forty-two"."""
    ones, teens, tens = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
    rest = rf"(?:(?:{tens})(?:[\s-]+(?:{ones})\b)?|{teens}|{ones})"
    hundred = rf"(?:{ones}|a)[\s-]+hundred"
    thousand = rf"(?:{rest}|a)[\s-]+thousand"
    joint = r"(?:,?[\s-]+and)?[\s-]+"
    return rf"(?:{thousand},?\s+{hundred}(?:{joint}{rest})?|{hundred}{joint}{rest}|{thousand}\s+and\s+{rest})"


def _added_up(words: list[str]) -> float:
    """Return the number that words of `_composed` stand for.

    >>> _added_up("one thousand four hundred and forty two".split())
    1442.0
    """
    total, group = 0.0, 0.0
    for word in words:
        if word == "thousand":
            total, group = total + 1000 * group, 0.0
        elif word == "hundred":
            group *= 100
        elif word != "and":
            group += 1 if word == "a" else NUMBER_WORDS[word]
    return total + group
