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
from routes.reading.spelled import VAGUE_NUMBERS, number_of, number_words, unhyphenated
from routes.resources import read_lexicon

_ABOUT_SHARE = 0.05
# "A mile and a half."
_AND_A_PART = re.compile(r"\s+and\s+a\s+(half|quarter)\b")
_PARTS = {"half": 0.5, "quarter": 0.25}
_MORE_THAN_SHARE = 1.3
_ALMOST_SHARE = 0.9
# No length on earth is a billion of any unit; a row of digits that long is something else, and floats end.
_MOST = 1e9


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
        unit = _units()[unhyphenated(match["unit"])]
        bounds = _bounds(match["low"], match["high"])
        if bounds is None:
            continue
        low, high = bounds
        part = _AND_A_PART.match(text, match.end()) if high is None else None
        low, end = (low + _PARTS[part[1]], part.end()) if part else (low, match.end())
        modifier = _modifiers().get(unhyphenated(match["mod"] or ""))
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
    if unhyphenated(low) in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[unhyphenated(low)]
    first, second = number_of(low), number_of(high) if high else None
    if first is None or first <= 0 or (high and (second is None or second <= first)):
        return None
    return None if max(first, second or 0.0) >= _MOST else (first, second)


@cache
def _units() -> dict[str, Unit]:
    return {entry: Unit(fields[0]) for entry, fields in read_lexicon("units")}


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
