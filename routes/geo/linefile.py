"""A user's own reference lines, from GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from routes.geo.geojson import (
    SHAPE_NAMES,
    SHAPES,
    JsonValue,
    Problems,
    finite,
    is_boundary,
    read_parts,
    shown,
    without_cuts,
)
from routes.geo.lines import ReferenceLine
from routes.model import LineVersion

if TYPE_CHECKING:
    from routes.geo.edges import EdgeCourse

_EARTH_CIRCUMFERENCE_KM = 40_075.0
_LONGEST_TEXT = 200


def read_lines(text: str, label: str, *, edges: EdgeCourse = "geodesic") -> tuple[ReferenceLine, ...]:
    """Return the lines of a GeoJSON text, one for each feature; polygons count as their boundary.

    Properties, all optional: `name` (or `id`), `valid_from` and `valid_to` (YYYY-MM-DD), `uncertainty_km`, `source`.
    `label` names the file in messages. LineFileError lists every problem that was found. Edges are geodesics, or
    with `edges="straight"` straight in degrees, as RFC 7946 says; on edges under 10 km that is the same to 10 m.
    Of a boundary that was cut at the antimeridian or closed at a pole the cuts are left out.
    """
    problems = Problems(label)
    features = _features(_parse(text, problems), problems)
    lines = [_line(feature, number, problems, edges) for number, feature in enumerate(features)]
    if not lines:
        problems.add("", f"no feature in it; it needs one {SHAPE_NAMES} or more")
    problems.raise_if_any()
    return tuple(line for line in lines if line is not None)


def _parse(text: str, problems: Problems) -> JsonValue:
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


def _features(parsed: JsonValue, problems: Problems) -> list[JsonValue]:
    kind = parsed.get("type") if isinstance(parsed, dict) else None
    if isinstance(parsed, dict) and kind == "FeatureCollection":
        features = parsed.get("features")
        if isinstance(features, list):
            return features
        problems.add("", "a FeatureCollection needs a list of `features`")
    elif kind == "Feature":
        return [parsed]
    elif isinstance(kind, str) and kind in SHAPES:
        return [{"type": "Feature", "properties": {}, "geometry": parsed}]
    else:
        problems.add("", f"its `type` must be FeatureCollection, Feature, {SHAPE_NAMES}, got {shown(kind)}")
    problems.raise_if_any()
    return []


def _line(feature: JsonValue, number: int, problems: Problems, edges: EdgeCourse) -> ReferenceLine | None:
    from routes.geo.polyline import Polyline

    where = f"feature {number}: "
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        problems.add(where, 'must be an object of `type` "Feature"')
        return None
    before = len(problems.found)
    geometry = feature.get("geometry")
    parts = list(read_parts(geometry, where, problems))
    version = _version(feature.get("properties"), number, where, problems)
    if len(problems.found) > before or version is None:
        return None
    if is_boundary(geometry):
        parts = [stretch for part in parts for stretch in without_cuts(part)]
    lines = tuple(Polyline.of(part) for part in parts)
    return ReferenceLine(version, tuple(line.straight() for line in lines) if edges == "straight" else lines)


def _version(raw: JsonValue, number: int, where: str, problems: Problems) -> LineVersion | None:
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
    name = _text(
        properties,
        "name",
        _text(properties, "id", f"{problems.label}, line {number + 1}", where, problems),
        where,
        problems,
    )
    source = _text(properties, "source", problems.label, where, problems)
    if len(problems.found) > before:
        return None
    return LineVersion(f"{problems.label}#{number}", name, start, end, uncertainty_km, source)


def _date(properties: dict[str, JsonValue], key: str, where: str, problems: Problems) -> date | None:
    value = properties.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value) if isinstance(value, str) else _no_date(value)
    except ValueError:
        problems.add(where, f"`{key}` must be a date such as 2023-10-13, got {shown(value)}")
        return None


def _no_date(value: JsonValue) -> date:
    raise ValueError(f"no text: {type(value).__name__}")


def _uncertainty_km(value: JsonValue, where: str, problems: Problems) -> float:
    number = 0.0 if value is None else finite(value)
    if number is None or not 0 <= number <= _EARTH_CIRCUMFERENCE_KM:
        problems.add(where, f"`uncertainty_km` must be a number of kilometres, 0 or more, got {shown(value)}")
        return 0.0
    return number


def _text(properties: dict[str, JsonValue], key: str, default: str, where: str, problems: Problems) -> str:
    value = properties.get(key)
    if value is not None and not isinstance(value, str):
        problems.add(where, f"`{key}` must be text, got {shown(value)}")
    text = value if isinstance(value, str) else ""
    # It may go to a terminal: no line breaks and no control characters.
    printable = "".join(char for char in text if char.isprintable() or char.isspace())
    return " ".join(printable.split())[:_LONGEST_TEXT] or default
