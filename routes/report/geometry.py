"""Lines as GeoJSON has them: longitude first, cut where they cross the antimeridian (RFC 7946, 3.1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from routes.model import Position
from routes.report.numbers import JsonObject, JsonValue, lonlat

_Part = tuple[Position, ...]


def point_geometry(position: Position) -> JsonObject:
    return {"type": "Point", "coordinates": lonlat(position)}


def line_geometry(line: Sequence[Position]) -> JsonObject | None:
    """Return a LineString, or a MultiLineString where the line crosses the antimeridian.

    None for fewer than two positions: that is no line.
    """
    parts: list[JsonValue] = [[lonlat(position) for position in part] for part in split_at_antimeridian(line)]
    if not parts:
        return None
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def split_at_antimeridian(line: Sequence[Position]) -> tuple[_Part, ...]:
    """Return the line in parts, none of which crosses 180 degrees.

    Of the two ways between two neighbours the shorter in longitude is meant; the cut lies on the straight
    line between them, which is near enough as neighbours lie near each other.

    >>> a, b = Position(lat=10, lon=179), Position(lat=20, lon=-179)
    >>> [[position.lonlat for position in part] for part in split_at_antimeridian((a, b))]
    [[(179, 10), (180.0, 15.0)], [(-180.0, 15.0), (-179, 20)]]
    """
    parts: list[list[Position]] = [list(line[:1])]
    for here, there in pairwise(line):
        if abs(there.lon - here.lon) > 180:
            edge = 180.0 if here.lon > 0 else -180.0
            lat = _lat_at_edge(here, there, edge)
            parts[-1].append(Position(lat=lat, lon=edge))
            parts.append([Position(lat=lat, lon=-edge)])
        parts[-1].append(there)
    return tuple(part for part in map(_without_repeats, parts) if len(part) > 1)


def _lat_at_edge(here: Position, there: Position, edge: float) -> float:
    to_edge = abs(edge - here.lon)
    beyond = abs(-edge - there.lon)
    if to_edge + beyond == 0:
        return here.lat
    return here.lat + (there.lat - here.lat) * to_edge / (to_edge + beyond)


def _without_repeats(part: Iterable[Position]) -> _Part:
    kept: list[Position] = []
    for position in part:
        if not kept or kept[-1] != position:
            kept.append(position)
    return tuple(kept)
