"""Lengths and positions in words, with no more digits than they are worth."""

from __future__ import annotations

import math

from routes.model import Position, Unit

_TENTHS_BELOW = 20.0


def length_words(metres: float, unit: Unit) -> str:
    """Return a length in `unit`: whole from 20 on, with tenths below.

    >>> length_words(296_123.0, Unit.KM), length_words(296_123.0, Unit.MI), length_words(7_449.0, Unit.KM)
    ('296 km', '184 mi', '7.4 km')
    """
    return f"{_number(metres, unit)} {unit.value}"


def range_words(low_m: float, high_m: float, unit: Unit) -> str:
    """Return an interval in `unit`; one figure where both ends are shown alike.

    >>> range_words(285_000.0, 307_000.0, Unit.KM), range_words(400_000.0, math.inf, Unit.KM)
    ('285 to 307 km', '400 km or more')
    """
    if math.isinf(high_m):
        return f"{length_words(low_m, unit)} or more"
    low, high = _number(low_m, unit), _number(high_m, unit)
    return f"{high} {unit.value}" if low == high else f"{low} to {high} {unit.value}"


def _number(metres: float, unit: Unit) -> str:
    value = metres / unit.metres
    return f"{value:,.1f}" if value < _TENTHS_BELOW else f"{value:,.0f}"


def position_words(position: Position) -> str:
    """Return "42.2271, 130.2826": four decimals, ten metres, in the order that people write."""
    return f"{position.lat:.4f}, {position.lon:.4f}"


def hours_words(low_hours: float, high_hours: float) -> str:
    """Return a span of time in hours below three days, in days from there on.

    >>> hours_words(20.0, 31.0), hours_words(75.0, 180.0)
    ('20 to 31 hours', '3 to 8 days')
    """
    if high_hours < 72:
        return _span(low_hours, high_hours, "hours")
    return _span(low_hours / 24, high_hours / 24, "days")


def _span(low: float, high: float, noun: str) -> str:
    first, last = f"{low:.0f}", f"{high:.0f}"
    return f"{last} {noun}" if first == last else f"{first} to {last} {noun}"
