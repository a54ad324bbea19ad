"""What can be measured to: a place, or a line with its name. And what cannot, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routes.geo import ReferenceLine
from routes.model import LineKind, Place


@dataclass(frozen=True, slots=True)
class LineTarget:
    """A line that a distance is measured to: the nearest point of any of `lines`.

    `kind` is None where the whole edge of a country is meant, land border and coast together.
    `on` is the day that was asked for, where the line moves.
    """

    name: str
    kind: LineKind | None
    lines: tuple[ReferenceLine, ...]
    country: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """An end that cannot be measured to, and why."""

    name: str
    reason: str


Target = Place | LineTarget | Missing
