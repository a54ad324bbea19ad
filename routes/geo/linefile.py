"""A user's own reference lines, from GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from routes.errors import LineFileError
from routes.geo.lines import ReferenceLine
from routes.model import LineVersion, Position

JsonValue: TypeAlias = "bool | float | str | list[JsonValue] | dict[str, JsonValue] | None"

# How deep positions lie below `coordinates`, and how many positions a part needs.
_SHAPES = {
    "LineString": (1, 2),
    "MultiLineString": (2, 2),
    "Polygon": (2, 4),
    "MultiPolygon": (3, 4),
}
_EARTH_CIRCUMFERENCE_KM = 40_075.0
_MAX_PROBLEMS = 50
_NAMES = "LineString, MultiLineString, Polygon or MultiPolygon"


@dataclass(slots=True)
class _Problems:
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


def read_lines(text: str, label: str) -> tuple[ReferenceLine, ...]:
    """Return the lines of a GeoJSON text, one for each feature; polygons count as their boundary.

    Properties, all optional: `name`, `valid_from` and `valid_to` (YYYY-MM-DD), `uncertainty_km`, `source`.
    `label` names the file in messages. LineFileError lists every problem that was found.
    """
    problems = _Problems(label)
    features = _features(_parse(text, problems), problems)
    lines = [_line(feature, number, problems) for number, feature in enumerate(features)]
    if not lines:
        problems.add("", f"no feature in it; it needs one {_NAMES} or more")
    problems.raise_if_any()
    return tuple(line for line in lines if line is not None)


def _parse(text: str, problems: _Problems) -> JsonValue:
    try:
        # float() takes a number of any length; int() refuses thousands of digits.
        parsed: JsonValue = json.loads(text.removeprefix("\ufeff"), parse_int=float, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        problems.add("", f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}; it needs GeoJSON")
    except RecursionError:
        problems.add("", "nested too deeply for GeoJSON")
    except ValueError as error:
        problems.add("", str(error))
    else:
        return parsed
    problems.raise_if_any()
    return None


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number; coordinates must be finite degrees")


def _features(parsed: JsonValue, problems: _Problems) -> list[JsonValue]:
    kind = parsed.get("type") if isinstance(parsed, dict) else None
    if isinstance(parsed, dict) and kind == "FeatureCollection":
        features = parsed.get("features")
        if isinstance(features, list):
            return features
        problems.add("", "a FeatureCollection needs a list of `features`")
    elif kind == "Feature":
        return [parsed]
    elif isinstance(kind, str) and kind in _SHAPES:
        return [{"type": "Feature", "properties": {}, "geometry": parsed}]
    else:
        problems.add("", f"its `type` must be FeatureCollection, Feature, {_NAMES}, got {_shown(kind)}")
    problems.raise_if_any()
    return []


def _line(feature: JsonValue, number: int, problems: _Problems) -> ReferenceLine | None:
    from routes.geo.polyline import Polyline

    where = f"feature {number}: "
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        problems.add(where, 'must be an object of `type` "Feature"')
        return None
    before = len(problems.found)
    parts = list(_parts(feature.get("geometry"), where, problems))
    version = _version(feature.get("properties"), number, where, problems)
    if len(problems.found) > before or version is None:
        return None
    return ReferenceLine(version, tuple(Polyline.of(part) for part in parts))


def _parts(geometry: JsonValue, where: str, problems: _Problems) -> Iterator[list[Position]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in _SHAPES:
        problems.add(where, f"its geometry must be a {_NAMES}, got {_shown(kind)}")
        return
    depth, least = _SHAPES[kind]
    count = 0
    for count, part in enumerate(_unpacked(geometry.get("coordinates"), depth - 1), start=1):
        if not isinstance(part, list) or len(part) < least:
            problems.add(where, f"part {count} of its {kind} needs {least} positions or more")
        else:
            yield [
                position
                for index, raw in enumerate(part)
                if (position := _position(raw, f"{where}position {index} of part {count} ", problems)) is not None
            ]
    if not count:
        problems.add(where, f"its {kind} is empty")


def _unpacked(value: JsonValue, depth: int) -> Iterator[JsonValue]:
    if depth == 0:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _unpacked(item, depth - 1)


def _position(raw: JsonValue, where: str, problems: _Problems) -> Position | None:
    numbers = [_number(value) for value in raw[:2]] if isinstance(raw, list) else []
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        problems.add(where, f"must be [lon, lat] in degrees, got {_shown(raw)}")
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


def _number(value: JsonValue) -> float | None:
    return value if isinstance(value, float) and math.isfinite(value) else None


def _version(raw: JsonValue, number: int, where: str, problems: _Problems) -> LineVersion | None:
    properties = {} if raw is None else raw
    if not isinstance(properties, dict):
        problems.add(where, "its `properties` must be an object")
        return None
    before = len(problems.found)
    start = _date(properties, "valid_from", where, problems)
    end = _date(properties, "valid_to", where, problems)
    if start and end and start > end:
        problems.add(where, f"`valid_from` {start} lies after `valid_to` {end}")
    uncertainty_km = _uncertainty_km(properties.get("uncertainty_km"), where, problems)
    name = _text(properties, "name", f"{problems.label}, line {number + 1}", where, problems)
    source = _text(properties, "source", problems.label, where, problems)
    if len(problems.found) > before:
        return None
    return LineVersion(f"{problems.label}#{number}", name, start, end, uncertainty_km, source)


def _date(properties: dict[str, JsonValue], key: str, where: str, problems: _Problems) -> date | None:
    value = properties.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value) if isinstance(value, str) else _no_date(value)
    except ValueError:
        problems.add(where, f"`{key}` must be a date such as 2023-10-13, got {_shown(value)}")
        return None


def _no_date(value: JsonValue) -> date:
    raise ValueError(f"no text: {type(value).__name__}")


def _uncertainty_km(value: JsonValue, where: str, problems: _Problems) -> float:
    number = 0.0 if value is None else _number(value)
    if number is None or not 0 <= number <= _EARTH_CIRCUMFERENCE_KM:
        problems.add(where, f"`uncertainty_km` must be a number of kilometres, 0 or more, got {_shown(value)}")
        return 0.0
    return number


def _text(properties: dict[str, JsonValue], key: str, default: str, where: str, problems: _Problems) -> str:
    value = properties.get(key)
    if value is not None and not isinstance(value, str):
        problems.add(where, f"`{key}` must be text, got {_shown(value)}")
    return value if isinstance(value, str) and value.strip() else default


def _shown(value: JsonValue | Sequence[JsonValue]) -> str:
    """Return a value as a message may show it: short, in one line."""
    if isinstance(value, list | dict):
        return "an empty list" if value == [] else f"a {'list' if isinstance(value, list) else 'object'}"
    if isinstance(value, float):
        return f"{value:g}"
    return "nothing" if value is None else ascii(value)[:60]
