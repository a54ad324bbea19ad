"""Travel times: "a 15-minute drive from A", "two hours by train from A to B". They bound a distance from afar.

A time is turned into the lengths that it can stand for by the speeds in `travel.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.model import Modifier, Quantity, Span, Unit
from routes.reading.phrases import heads_of, one_of, word_set
from routes.reading.quantities import Figure
from routes.reading.spelled import number_of, number_words
from routes.resources import read_lexicon

_UNITS = {"minute": Unit.MINUTE, "min": Unit.MINUTE, "hour": Unit.HOUR, "hr": Unit.HOUR, "day": Unit.DAY}
_ANY_WAY = (2.5, 950.0)
# People round times: a quarter up or down.
_ROUNDED = 0.25


def read_travel_times(text: str) -> tuple[Figure, ...]:
    """Return the travel times in a sentence, with the metres that each can stand for.

    >>> figure = read_travel_times("a 15-minute drive from Odesa")[0]
    >>> figure.quantity.value, figure.quantity.unit.value, figure.quantity.low_m, figure.quantity.high_m
    (15.0, 'min', 3750.0, 37500.0)
    """
    if _unit_heads().isdisjoint(word_set(text)):
        return ()
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    for match in _pattern().finditer(text):
        value = number_of(match["number"])
        if value is None or value <= 0:
            continue
        unit = _UNITS[match["unit"].casefold()]
        slow, fast = _speeds().get(re.sub(r"\s+", " ", (match["way"] or "").casefold()), _ANY_WAY)
        hours = value * unit.hours
        low_m, high_m = hours * (1 - _ROUNDED) * slow * 1000, hours * (1 + _ROUNDED) * fast * 1000
        span = Span(match.start(), match.end())
        modifier = Modifier.ABOUT if match["about"] else None
        yield Figure(span, Quantity(span, value, unit, round(low_m, 1), round(high_m, 1), modifier))


@cache
def _speeds() -> dict[str, tuple[float, float]]:
    return {entry: (float(fields[0]), float(fields[1])) for entry, fields in read_lexicon("travel")}


@cache
def _unit_heads() -> frozenset[str]:
    return heads_of(_UNITS) | heads_of(f"{unit}s" for unit in _UNITS)


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?P<number>\d+(?:\.\d+)?|\b(?:{number_words()}))"
    return re.compile(
        rf"(?:\b(?:an?|the|its|some)\s+)?(?:\b(?P<about>about|around|roughly|approximately|nearly|almost)\s+)?"
        rf"(?<![\w.,$-]){number}"
        rf"[\s-]+(?P<unit>{one_of(_UNITS)})s?\b(?:['’]s?|['’])?(?:[\s-]+(?:[a-z]+\s+)?(?P<way>{one_of(_speeds())})\b)?",
        re.IGNORECASE,
    )
