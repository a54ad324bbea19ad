"""Read stated lengths: the figure, its unit, and the interval that it stands for.

How far a stated figure may be off follows the way it is written: half the place of its last digit that is
not zero (290 means 285 to 295, 145 means 142.5 to 147.5), at most a tenth of it and at least half a unit;
"about" adds 5 %. The rule was settled on 374 annotated sentences of English news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from routes.model import Modifier, Quantity, Span, Unit
from routes.reading.phrases import heads_of, one_of, word_set
from routes.resources import read_lexicon

_ABOUT_SHARE = 0.05
# "A mile and a half."
_AND_A_PART = re.compile(r"\s+and\s+a\s+(half|quarter)\b")
_PARTS = {"half": 0.5, "quarter": 0.25}
_MORE_THAN_SHARE = 1.3
_ALMOST_SHARE = 0.9
# No length on earth is a billion of any unit; a row of digits that long is something else, and floats end.
_MOST = 1e9
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
    for one, value in zip(["a", *_ONES], (1, *range(1, 10)), strict=True):
        words |= {f"{one} hundred and {ten}": 100.0 * value + tens for ten, tens in small.items() if tens in (20, 50)}
    return words


NUMBER_WORDS = _spelled() | {
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


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated length, and the same length in a second unit where the text gives one."""

    span: Span
    quantity: Quantity
    also: Quantity | None = None

    def shifted(self, by: int) -> Figure:
        """Return the figure with its spans moved by so many characters."""
        return Figure(_moved(self.span, by), _shifted(self.quantity, by), self.also and _shifted(self.also, by))


def _shifted(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, span=_moved(quantity.span, by))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the lengths of a text in order, each with its twin in brackets if it has one.

    >>> figure = read_figures("290 kilometers (180 miles) away")[0]
    >>> figure.quantity.low_m, figure.quantity.high_m, figure.also.value
    (285000.0, 295000.0, 180.0)
    """
    quantities = list(_quantities(text))
    figures: list[Figure] = []
    twin: Quantity | None = None
    for first, second in pairwise([*quantities, None]):
        if first is None or first is twin:
            continue
        end = _twin_end(text, first, second)
        twin = second if end is not None else None
        span = first.span if end is None else Span(first.span.start, end)
        figures.append(Figure(span, first, _like(twin, first.modifier) if twin else None))
    return tuple(figures)


def _like(quantity: Quantity, modifier: Modifier | None) -> Quantity:
    """Return the twin under the modifier of the first figure: "about 300 km (186 miles)"."""
    if quantity.modifier is not None or modifier is None:
        return quantity
    return _make(quantity.span, quantity.value, quantity.value_max, quantity.unit, modifier)


def _twin_end(text: str, first: Quantity, second: Quantity | None) -> int | None:
    """Return where "(180 miles)" or ", or 180 miles," ends, if that is what follows the first figure."""
    if second is None or first.unit is second.unit:
        return None
    between = text[first.span.end : second.span.start]
    if re.fullmatch(r"\s*[(\[]\s*(?:or\s+|i\.e\.,?\s+)?", between):
        close = re.compile(r"[^()\[\]]{0,12}[)\]]").match(text, second.span.end)
        return close.end() if close else None
    if re.fullmatch(r"\s*(?:/|,?\s+or\s+)", between):
        return second.span.end
    return None


def _quantities(text: str) -> Iterator[Quantity]:
    if _unit_heads().isdisjoint(word_set(text)):
        return
    for match in _pattern().finditer(text):
        unit = _units()[_folded(match["unit"])]
        bounds = _bounds(match["low"], match["high"])
        if bounds is None:
            continue
        low, high = bounds
        part = _AND_A_PART.match(text, match.end()) if high is None else None
        low, end = (low + _PARTS[part[1]], part.end()) if part else (low, match.end())
        modifier = _modifiers().get(_folded(match["mod"] or ""))
        yield _make(Span(match.start(), end), low, high, unit, modifier)


def like(quantity: Quantity, span: Span, value: float) -> Quantity:
    """Return a figure at a span in the unit of another one."""
    return _make(span, value, None, quantity.unit, quantity.modifier)


def _make(span: Span, value: float, value_max: float | None, unit: Unit, modifier: Modifier | None) -> Quantity:
    low, high = _interval(value, value_max if value_max is not None else value, modifier)
    return Quantity(span, value, unit, low * unit.metres, high * unit.metres, modifier, value_max)


def _interval(low: float, high: float, modifier: Modifier | None) -> tuple[float, float]:
    below, above = low - half_place(low), high + half_place(high)
    if modifier is Modifier.ABOUT:
        return max(0.0, below - _ABOUT_SHARE * low), above + _ABOUT_SHARE * high
    if modifier in (Modifier.WITHIN, Modifier.LESS_THAN):
        return 0.0, above
    if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        return max(0.0, below), max(above, _MORE_THAN_SHARE * high)
    if modifier is Modifier.ALMOST:
        return min(below, _ALMOST_SHARE * low), high
    return max(0.0, below), above


def half_place(value: float) -> float:
    """Return half the place of the last digit that is not zero, at most a tenth, at least half a unit.

    People round to fives as they round to tens: 145 is no sharper than 142.5 to 147.5.

    >>> [half_place(value) for value in (290, 145, 186, 300, 2)]
    [5.0, 2.5, 0.5, 30.0, 0.5]
    """
    decimal = Decimal(repr(float(value))).normalize()
    exponent = decimal.as_tuple().exponent
    place = 10.0 ** (exponent if isinstance(exponent, int) else 0)
    half = 2.5 * place if decimal.as_tuple().digits[-1] == 5 else 0.5 * place
    return max(min(half, 0.1 * value), min(0.5, 0.5 * value))


def _bounds(low: str, high: str | None) -> tuple[float, float | None] | None:
    if _folded(low) in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[_folded(low)]
    first, second = number_of(low), number_of(high) if high else None
    if first is None or first <= 0 or (high and (second is None or second <= first)):
        return None
    return None if max(first, second or 0.0) >= _MOST else (first, second)


def number_of(words: str) -> float | None:
    """Return a number in figures or words; None for a vague one."""
    bare = words.removesuffix("-odd").removesuffix("-plus")
    if _folded(bare) in NUMBER_WORDS:
        return float(NUMBER_WORDS[_folded(bare)])
    try:
        return float(bare.replace(",", ""))
    except ValueError:  # a vague word as the end of a range
        return None


def _folded(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words.casefold())


@cache
def _units() -> dict[str, Unit]:
    return {entry: Unit(fields[0]) for entry, fields in read_lexicon("units")}


@cache
def number_words() -> str:
    """Return the alternatives of a regular expression for numbers in words."""
    return one_of([*NUMBER_WORDS, *VAGUE_NUMBERS]).replace(r"\s+", r"[\s-]+")


@cache
def _unit_heads() -> frozenset[str]:
    return heads_of(_units())


@cache
def _modifiers() -> dict[str, Modifier]:
    return {entry: Modifier(fields[0]) for entry, fields in read_lexicon("distance_modifiers")}


@cache
def _pattern() -> re.Pattern[str]:
    words = number_words()
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{words}))(?:-odd|-plus)?"
    units = "|".join(re.escape(unit).replace(r"\ ", r"[\s-]+") for unit in sorted(_units(), key=len, reverse=True))
    modifiers = one_of(_modifiers())
    # The numbers' own pattern is long: it stands but twice, and "between" decides what joins the two.
    join = r"(?(between)\s+and\s+|\s*(?:-|–|—|\bto\b|\bor\b)\s*)"
    return re.compile(
        rf"(?:\b(?P<mod>{modifiers})\s+)?(?<![\w.,$€£#-])(?<!\d/)(?P<between>between\s+)?"
        rf"(?P<low>{number})(?:{join}(?P<high>{number}))?(?(between)(?(high)|(?!)))"
        rf"[\s-]*(?P<unit>{units})(?![\w²³^]|/\s*(?:h\b|hr|hour|s\b))",
        re.IGNORECASE,
    )
