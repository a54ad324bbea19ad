"""The numbers and dates of a report as JSON has them: rounded, so that every platform prints the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from routes.model import Position

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
JsonObject: TypeAlias = "dict[str, JsonValue]"

_DEGREES = 5
_KILOMETRES = 1
_SCORES = 4
_FIGURES = 6


def degrees(value: float) -> float:
    """Return an angle with five decimals, a metre on the ground."""
    return _rounded(value, _DEGREES)


def km(metres: float) -> float:
    """Return kilometres with one decimal.

    >>> km(296_123.0)
    296.1
    """
    return _rounded(metres / 1000, _KILOMETRES)


def extent(kilometres: float) -> float:
    return _rounded(kilometres, _KILOMETRES)


def hours(value: float) -> float:
    return _rounded(value, _KILOMETRES)


def score(value: float) -> float:
    return _rounded(value, _SCORES)


def figure(value: float) -> float:
    """Return a figure as the text states it, without the dust of binary fractions."""
    return _rounded(value, _FIGURES)


def _rounded(value: float, digits: int) -> float:
    # Adding zero turns -0.0, which would print as such, into 0.0.
    return round(float(value), digits) + 0.0


def iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def latlon(position: Position) -> list[JsonValue]:
    return [degrees(position.lat), degrees(position.lon)]


def lonlat(position: Position) -> list[JsonValue]:
    """Return the position in the order of GeoJSON."""
    return [degrees(position.lon), degrees(position.lat)]
