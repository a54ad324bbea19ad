"""Point to line on eleven kinds of case, against another implementation and another way to the minimum.

The second opinion walks each edge with GeographicLib's lines and bisects the slope of the distance; it knows no
sphere, no blocks and no interception. Beyond a quarter of the globe it samples and narrows the best sample down.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from routes.geo import country_polygons, distance_m, nearest_on_line, nearest_on_line_many
from routes.model import BorderView, Position

EARTH = Geodesic.WGS84
Line = list[Position]

# Both stop when steps are under a millimetre along the edge; a tenth of one is what is asked for.
TOLERANCE_M = 1e-4


def wrapped(lon: float) -> float:
    return (lon + 180) % 360 - 180


def off(start: Position, azimuth: float, metres: float) -> Position:
    end = EARTH.Direct(start.lat, start.lon, azimuth, metres)
    return Position(lat=end["lat2"], lon=wrapped(end["lon2"]))


def walk(rnd: random.Random, start: Position, count: int, step_m: float) -> Line:
    line, azimuth = [start], rnd.uniform(0, 360)
    for _ in range(count - 1):
        azimuth += rnd.uniform(-60, 60)
        line.append(off(line[-1], azimuth, step_m * rnd.uniform(0.5, 1.5)))
    return line


def at_scale(scale_m: float) -> Callable[[random.Random], tuple[Position, Line]]:
    def made(rnd: random.Random) -> tuple[Position, Line]:
        line = walk(rnd, Position(lat=rnd.uniform(-65, 65), lon=rnd.uniform(-180, 180)), 12, scale_m / 8)
        return off(rnd.choice(line), rnd.uniform(0, 360), scale_m * rnd.uniform(0.02, 1)), line

    return made


def near_latitude(low: float, high: float, step_m: float) -> Callable[[random.Random], tuple[Position, Line]]:
    def made(rnd: random.Random) -> tuple[Position, Line]:
        lat = rnd.choice((-1, 1)) * rnd.uniform(low, high)
        line = walk(rnd, Position(lat=lat, lon=rnd.uniform(-180, 180)), 12, step_m)
        return off(rnd.choice(line), rnd.uniform(0, 360), rnd.uniform(1e3, 5e5)), line

    return made


def at_the_antimeridian(rnd: random.Random) -> tuple[Position, Line]:
    line = walk(rnd, Position(lat=rnd.uniform(-65, 70), lon=wrapped(180 + rnd.uniform(-1, 1))), 12, 4e4)
    return off(rnd.choice(line), rnd.uniform(0, 360), rnd.uniform(1e3, 3e5)), line


def on_a_pole(rnd: random.Random) -> tuple[Position, Line]:
    _, line = near_latitude(85, 89.99, 2e5)(rnd)
    return Position(lat=math.copysign(90, line[0].lat), lon=rnd.uniform(-180, 180)), line


def near_the_antipode(rnd: random.Random) -> tuple[Position, Line]:
    line = walk(rnd, Position(lat=rnd.uniform(-60, 60), lon=rnd.uniform(-180, 180)), 5, 5e4)
    there = rnd.choice(line)
    return off(Position(lat=-there.lat, lon=wrapped(there.lon + 180)), rnd.uniform(0, 360), rnd.uniform(0, 1.5e5)), line


def beside_long_edges(rnd: random.Random) -> tuple[Position, Line]:
    line = walk(rnd, Position(lat=rnd.uniform(-60, 60), lon=rnd.uniform(-180, 180)), 4, rnd.uniform(5e5, 5e6))
    edge = EARTH.InverseLine(line[0].lat, line[0].lon, line[1].lat, line[1].lon)
    middle = edge.Position(edge.s13 * rnd.uniform(0.2, 0.8))
    beside = Position(lat=middle["lat2"], lon=wrapped(middle["lon2"]))
    return off(beside, rnd.uniform(0, 360), 10 ** rnd.uniform(3, 5.9)), line


def at_a_border(rnd: random.Random) -> tuple[Position, Line]:
    land = country_polygons(rnd.choice(("NO", "CL", "FJ", "RU", "LS")), BorderView.UN)
    assert land is not None
    ring = rnd.choice(sorted(land.rings, key=len)[-3:])
    first = rnd.randrange(max(1, len(ring) - 40))
    line = list(ring[first : first + 40])
    return off(rnd.choice(line), rnd.uniform(0, 360), 10 ** rnd.uniform(3, 5.9)), line


SETS: dict[str, Callable[[random.Random], tuple[Position, Line]]] = {
    "1 km": at_scale(1e3),
    "10 km": at_scale(1e4),
    "100 km": at_scale(1e5),
    "1000 km": at_scale(1e6),
    "5000 km": at_scale(5e6),
    "latitude 75 to 89": near_latitude(75, 89, 2e4),
    "antimeridian": at_the_antimeridian,
    "pole": on_a_pole,
    "near-antipodal": near_the_antipode,
    "edges of 500 to 5000 km": beside_long_edges,
    "borders": at_a_border,
}


def second_opinion_m(point: Position, line: Line) -> float:
    return min(_to_edge_m(point, a, b) for a, b in pairwise(line))


def _to_edge_m(point: Position, a: Position, b: Position) -> float:
    edge = EARTH.InverseLine(a.lat, a.lon, b.lat, b.lon)

    def look(s: float) -> tuple[float, float]:
        there = edge.Position(s)
        found = EARTH.Inverse(point.lat, point.lon, there["lat2"], there["lon2"])
        return found["s12"], math.cos(math.radians(there["azi2"] - found["azi2"]))

    # Under 9,900 km one bracket is enough, as the distance is convex; beyond, brackets of 25 km.
    farthest = max(look(0.0)[0], look(edge.s13)[0]) + edge.s13
    count = 1 if farthest < 9.9e6 else max(1, math.ceil(edge.s13 / 25_000))
    stops = [edge.s13 * number / count for number in range(count + 1)]
    seen = [look(stop) for stop in stops]
    best = min(d for d, _ in seen)
    for (low, high), ((_, before), (_, after)) in zip(pairwise(stops), pairwise(seen), strict=True):
        if before < 0 < after:
            while high - low > 1e-5:
                middle = (low + high) / 2
                low, high = (middle, high) if look(middle)[1] < 0 else (low, middle)
            best = min(best, look(low)[0])
    return best


@pytest.mark.parametrize("kind", SETS)
def test_point_to_line_is_right_to_a_tenth_of_a_millimetre(kind: str) -> None:
    rnd = random.Random(kind)  # noqa: S311 - the same cases every time, no secret
    for _ in range(12):
        point, line = SETS[kind](rnd)
        found = nearest_on_line(point, [line])
        assert found.m == pytest.approx(second_opinion_m(point, line), abs=TOLERANCE_M)
        assert distance_m(point, found.at) == pytest.approx(found.m, abs=TOLERANCE_M)


@pytest.mark.parametrize("kind", SETS)
def test_many_points_at_once_get_the_same_bits_as_each_alone(kind: str) -> None:
    rnd = random.Random(kind)  # noqa: S311
    _, line = SETS[kind](rnd)
    points = [point for point, _ in (SETS[kind](rnd) for _ in range(40))]
    found = nearest_on_line_many(points, [line])
    alone = [nearest_on_line(point, [line]) for point in points]
    assert found.m.tolist() == [nearest.m for nearest in alone]
    assert found.lonlat.tolist() == [list(nearest.at.lonlat) for nearest in alone]
    assert np.isfinite(found.m).all()
