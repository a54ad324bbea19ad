"""What can be measured to: a place, or a line with its name. And what cannot, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routes.geo import Area, ReferenceLine
from routes.model import LineKind, Place, Position


@dataclass(frozen=True, slots=True)
class LineTarget:
    """A line that a distance is measured to: the nearest point of any of `lines`.

    `kind` is None where the whole edge of a country is meant, land border and coast together; `area` is then its
    land, where the distance is 0, and `centre` the point that a direction is told from. With `is_inward` the distance
    runs from the edge to the inside: "40 km inside Russia".
    `on` is the day that was asked for, where the line moves.
    """

    name: str
    kind: LineKind | None
    lines: tuple[ReferenceLine, ...]
    country: str | None = None
    on: date | None = None
    area: Area | None = None
    centre: Position | None = None
    is_inward: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """An end that cannot be measured to, and why."""

    name: str
    reason: str


Target = Place | LineTarget | Missing
