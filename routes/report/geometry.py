"""Lines and areas as GeoJSON has them: longitude first, cut where they cross the antimeridian (RFC 7946, 3.1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from routes.model import Claim, Position
from routes.report.numbers import JsonObject, JsonValue, lonlat

_Part = tuple[Position, ...]
_Flat = tuple[float, float]
# The chord's middle lies 0.02 % of the radius inside the circle.
_RING_VERTICES = 180
# From here on a circle is larger than its hemisphere, and no map tells which side of it is meant.
_LARGEST_RING_M = 9_900_000.0


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


def area_geometry(ring: Sequence[Position]) -> JsonObject | None:
    """Return a Polygon of a closed ring, or a MultiPolygon where it crosses the antimeridian (RFC 7946, 3.1.9).

    A ring round a pole gets the pole's edge of the map. Outlines run counter-clockwise (3.1.6). None for a ring
    without an inside.
    """
    flat = _closed_on_the_map(ring)
    parts = [part for part in (_between_meridians(flat, west) for west in (-540.0, -180.0, 180.0)) if part]
    polygons: list[JsonValue] = [[[lonlat(position) for position in _to_the_left(part)]] for part in parts]
    if not polygons:
        return None
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _closed_on_the_map(ring: Sequence[Position]) -> list[_Flat]:
    """Return the ring with longitudes that run on, led along the map's upper or lower edge where it goes round a pole.

    Of the two poles the one on the ring's own side is meant.
    """
    flat = _unwrapped(ring)
    if abs(flat[-1][0] - flat[0][0]) < 180:
        return flat
    flat = _unwrapped(_from_the_antimeridian(ring))
    pole = 90.0 if sum(lat for _, lat in flat) > 0 else -90.0
    return [*flat, (flat[-1][0], pole), (flat[0][0], pole), flat[0]]


def _from_the_antimeridian(ring: Sequence[Position]) -> list[Position]:
    """Return a ring that crosses the antimeridian, begun and ended there."""
    steps = list(pairwise(ring))
    at = next(n for n, (here, there) in enumerate(steps) if abs(there.lon - here.lon) > 180)
    here, there = steps[at]
    edge = 180.0 if here.lon > 0 else -180.0
    lat = _lat_at_edge(here, there, edge)
    return [Position(lat=lat, lon=-edge), *ring[at + 1 : -1], *ring[: at + 1], Position(lat=lat, lon=edge)]


def _to_the_left(ring: list[Position]) -> list[Position]:
    """Return a closed ring in the order that has its inside on the left."""
    twice_area = sum(a.lon * b.lat - b.lon * a.lat for a, b in pairwise(ring))
    return ring if twice_area > 0 else ring[::-1]


def _unwrapped(ring: Sequence[Position]) -> list[_Flat]:
    """Return the ring with longitudes that run on past 180 degrees."""
    flat = [(ring[0].lon, ring[0].lat)]
    for position in ring[1:]:
        here = flat[-1][0]
        flat.append((here + (position.lon - here + 180) % 360 - 180, position.lat))
    return flat


def _between_meridians(ring: list[_Flat], west: float) -> list[Position]:
    """Return the part of an unwrapped ring that lies in the 360 degrees east of a meridian, moved onto the map."""
    inside = _beyond(_beyond(ring, west, 1.0), west + 360, -1.0)
    if len(inside) < 4 or len({lon for lon, _ in inside}) == 1:
        return []
    return [Position(lat=lat, lon=min(max(lon - west - 180, -180.0), 180.0)) for lon, lat in inside]


def _beyond(ring: list[_Flat], edge: float, side: float) -> list[_Flat]:
    """Return the closed ring cut at a meridian (I. Sutherland and G. Hodgman, Comm. ACM 17 (1974), 32-42)."""
    kept: list[_Flat] = []
    for (lon, lat), (next_lon, next_lat) in pairwise(ring):
        is_in, is_next_in = side * (lon - edge) >= 0, side * (next_lon - edge) >= 0
        if is_in:
            kept.append((lon, lat))
        if is_in is not is_next_in:
            kept.append((edge, lat + (next_lat - lat) * (edge - lon) / (next_lon - lon)))
    return [*kept, kept[0]] if kept else []


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


def ring_geometry(claim: Claim) -> JsonObject | None:
    """Return the area within the stated distance of a claim's reference, None where no circle shows it."""
    line = stated_ring(claim)
    return area_geometry(line) if line else None


def stated_ring(claim: Claim) -> tuple[Position, ...]:
    """Return the closed line at the stated distance around a claim's reference; empty where no circle shows it."""
    from routes.geo import ring

    centre, radius_m = claim.ring_centre, claim.statement.quantity.value_m
    if centre is None or radius_m > _LARGEST_RING_M:
        return ()
    return ring(centre.position, radius_m, vertices=_RING_VERTICES)
