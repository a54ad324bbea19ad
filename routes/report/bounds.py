"""The box around geometries: section 5 of RFC 7946."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from routes.report.numbers import JsonObject, JsonValue

_Flat = tuple[float, float]


def bounding_box(geometries: Iterable[JsonObject]) -> list[JsonValue] | None:
    """Return west, south, east and north of geometries; west is the larger where they cross the antimeridian (5.2).

    None where there is nothing to bound.
    """
    parts = [part for geometry in geometries for part in _parts(geometry["coordinates"])]
    if not parts:
        return None
    lats = [lat for part in parts for _, lat in part]
    west, east = _narrowest(sorted((min(lon for lon, _ in part), max(lon for lon, _ in part)) for part in parts))
    return [west, min(lats), east, max(lats)]


def _parts(coordinates: JsonValue) -> Iterator[list[_Flat]]:
    """Yield the points, lines and outlines of a geometry; none of them crosses the antimeridian."""
    assert isinstance(coordinates, Sequence)
    first = coordinates[0]
    if isinstance(first, int | float):
        yield [_flat(coordinates)]
    elif isinstance(first, Sequence) and isinstance(first[0], int | float):
        yield [_flat(position) for position in coordinates]
    else:
        for part in coordinates:
            yield from _parts(part)


def _flat(position: JsonValue) -> _Flat:
    assert isinstance(position, Sequence)
    lon, lat = position
    assert isinstance(lon, int | float)
    assert isinstance(lat, int | float)
    return lon, lat


def _narrowest(spans: Sequence[_Flat]) -> _Flat:
    """Return the shortest stretch of the circle of longitudes that holds all spans, the widest gap's complement."""
    joined: list[_Flat] = []
    for west, east in spans:
        if joined and west <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], east))
        else:
            joined.append((west, east))
    round_the_back = joined[0][0] + 360 - joined[-1][1]
    gaps = [(there[0] - here[1], here, there) for here, there in pairwise(joined)]
    widest = max(gaps, key=lambda gap: gap[0], default=None)
    if widest is None or widest[0] <= round_the_back:
        return joined[0][0], joined[-1][1]
    return widest[2][0], widest[1][1]
