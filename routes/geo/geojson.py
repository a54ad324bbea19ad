"""Lines and boundaries in GeoJSON (RFC 7946), read with every fault named."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from routes.errors import LineFileError
from routes.model import Position

JsonValue: TypeAlias = "bool | float | str | list[JsonValue] | dict[str, JsonValue] | None"

# How deep positions lie below `coordinates`, and how many positions a part needs.
SHAPES = {
    "LineString": (1, 2),
    "MultiLineString": (2, 2),
    "Polygon": (2, 4),
    "MultiPolygon": (3, 4),
}
SHAPE_NAMES = "LineString, MultiLineString, Polygon or MultiPolygon"
_MAX_PROBLEMS = 50


@dataclass(slots=True)
class Problems:
    """Collects what is wrong in a file, so that all of it can be mended at once."""

    label: str
    found: list[str] = field(default_factory=list)

    def add(self, where: str, message: str) -> None:
        self.found.append(f"{self.label}: {where}{message}")

    def raise_if_any(self) -> None:
        if len(self.found) > _MAX_PROBLEMS:
            rest = len(self.found) - _MAX_PROBLEMS
            self.found[_MAX_PROBLEMS:] = [f"{self.label}: and {rest} more problems of this sort"]
        if self.found:
            raise LineFileError(self.found)


def read_parts(geometry: JsonValue, where: str, problems: Problems) -> Iterator[list[Position]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in SHAPES:
        problems.add(where, f"its geometry must be a {SHAPE_NAMES}, got {shown(kind)}")
        return
    depth, least = SHAPES[kind]
    count = 0
    for count, part in enumerate(_unpacked(geometry.get("coordinates"), depth - 1), start=1):
        if not isinstance(part, list) or len(part) < least:
            problems.add(where, f"part {count} of its {kind} needs {least} positions or more")
        elif "Polygon" in kind and part[0] != part[-1]:
            problems.add(where, f"part {count} of its {kind} must end with the position it begins with")
        else:
            yield [
                position
                for index, raw in enumerate(part)
                if (position := _position(raw, f"{where}position {index} of part {count} ", problems)) is not None
            ]
    if not count:
        problems.add(where, f"its {kind} is empty")


def is_boundary(geometry: JsonValue) -> bool:
    return isinstance(geometry, dict) and "Polygon" in str(geometry.get("type"))


def without_cuts(ring: list[Position]) -> list[list[Position]]:
    """Return a ring without the edges along the antimeridian and at a pole, where flat data are cut.

    A ring that consists of nothing else stays as it is.
    """
    stretches = [[ring[0]]]
    for here, there in pairwise(ring):
        if _is_cut(here, there):
            stretches.append([there])
        else:
            stretches[-1].append(there)
    if len(stretches) > 1 and not _is_cut(ring[-2], ring[-1]) and not _is_cut(ring[0], ring[1]):
        # The ring begins amid a stretch.
        stretches[0][:0] = stretches.pop()[:-1]
    return [stretch for stretch in stretches if len(stretch) > 1] or [ring]


def _is_cut(here: Position, there: Position) -> bool:
    return abs(here.lon) == abs(there.lon) == 180 or abs(here.lat) == abs(there.lat) == 90


def _unpacked(value: JsonValue, depth: int) -> Iterator[JsonValue]:
    if depth == 0:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _unpacked(item, depth - 1)


def _position(raw: JsonValue, where: str, problems: Problems) -> Position | None:
    numbers = [finite(value) for value in raw[:2]] if isinstance(raw, list) else []
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        problems.add(where, f"must be [lon, lat] in degrees, got {shown(raw)}")
        return None
    lon, lat = numbers[0], numbers[1]
    if not -90 <= lat <= 90:
        hint = "; GeoJSON puts the longitude first" if abs(lat) <= 180 and abs(lon) <= 90 else ""
        problems.add(where, f"lat must lie in [-90, 90] degrees, got {lat:g}{hint}")
        return None
    # Many programs write 190 for -170 where a line crosses the antimeridian.
    if not -360 <= lon <= 360:
        problems.add(where, f"lon must lie in [-180, 180] degrees, got {lon:g}")
        return None
    return Position(lat=lat, lon=lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180)


def finite(value: JsonValue) -> float | None:
    return value if isinstance(value, float) and math.isfinite(value) else None


def shown(value: JsonValue) -> str:
    """Return a value as a message may show it: short, in one line."""
    if isinstance(value, list | dict):
        return "an empty list" if value == [] else f"a {'list' if isinstance(value, list) else 'object'}"
    if isinstance(value, float):
        return f"{value:g}"
    return "nothing" if value is None else ascii(value)[:60]
