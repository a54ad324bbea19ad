"""Measure ways by sea: length against published distances, kilometres over land and times, beside searoute.

Run: .venv/bin/python benchmarks/sea.py SOURCE_DIR PAIRS.csv [PEER_PYTHON]

SOURCE_DIR holds ne_10m_land.shp and ne_10m_lakes.shp (scripts/build_sea.py tells where from). PAIRS.csv has two places
in its first six columns (name, lat, lon, twice), then the published nautical miles, which may be empty, and optionally
a column `avoid`; tests/paths/port_distances.csv is one. PEER_PYTHON is the interpreter of an environment with searoute
(pip install searoute==1.6.0); without it the peer is left out.

Land is sampled every kilometre of the straight pieces that a map draws, without the first and last 10 km and without
what lies within 12 km of a fairway of routes/data/channels.csv.
"""

from __future__ import annotations

import csv
import json
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from routes.geo import distance_m
from routes.model import Position
from routes.paths.sea import SeaRoute, channels, sea_route
from routes.paths.sea.channels import closed_switches
from routes.paths.sea.ends import snapped
from routes.paths.sea.network import network
from scripts.build_basemap import read_rings

Floats = npt.NDArray[np.float64]
ENDS_KM, FAIRWAY_KM, KM_PER_DEG = 10.0, 12.0, 111.2

PEER = """
import json, sys, time
import searoute
answers = []
for lat, lon, other_lat, other_lon in json.load(sys.stdin):
    start = time.perf_counter()
    way = searoute.searoute([lon, lat], [other_lon, other_lat], append_orig_dest=True)
    once = time.perf_counter() - start
    start = time.perf_counter()
    searoute.searoute([lon, lat], [other_lon, other_lat], append_orig_dest=True)
    answers.append((way.geometry["coordinates"], way.properties["length"], 1000 * (time.perf_counter() - start)))
json.dump(answers, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Pair:
    name: str
    ends: tuple[float, float, float, float]
    published_nm: float | None
    avoid: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A line of (lon, lat), its length in kilometres, and the milliseconds of a warm call; no line is no way."""

    line: list[tuple[float, float]]
    km: float
    ms: float


def read_pairs(path: Path) -> list[Pair]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = []
    for row in csv.DictReader(lines):
        cells = list(row.values())
        nm = cells[6] if cells[6] and cells[6] != "UNREACHABLE" else ""
        ends = (float(cells[1]), float(cells[2]), float(cells[4]), float(cells[5]))
        avoid = frozenset((row.get("avoid") or "").split())
        pairs.append(Pair(f"{cells[0]}-{cells[3]}", ends, float(nm) if nm else None, avoid))
    return pairs


def ours(pair: Pair) -> Answer:
    lat, lon, other_lat, other_lon = pair.ends
    ends = Position(lat=lat, lon=lon), Position(lat=other_lat, lon=other_lon)
    sea_route(*ends, avoid=pair.avoid)
    start = time.perf_counter()
    way = sea_route(*ends, avoid=pair.avoid)
    ms = 1000 * (time.perf_counter() - start)
    if not isinstance(way, SeaRoute):
        return Answer([], 0.0, ms)
    return Answer([p.lonlat for p in way.line], way.length_m / 1000, ms)


class Land:
    """Natural Earth's rings: a point is on land if it lies in an odd number of them, and in no lake."""

    def __init__(self, source: Path) -> None:
        self._land = _tree(source / "ne_10m_land.shp")
        self._lakes = _tree(source / "ne_10m_lakes.shp")
        self._fairways = shapely.STRtree(
            [shapely.LineString([p.lonlat for p in c.fairway]) for c in channels() if c.fairway]
        )

    def crossed_km(self, line: list[tuple[float, float]]) -> float:
        points, km = _sampled(line)
        middle = (km > ENDS_KM) & (km < km[-1] - ENDS_KM)
        step = np.diff(km, prepend=0.0)[middle]
        spots = shapely.points((points[middle, 0] + 180) % 360 - 180, points[middle, 1])
        on_land = _odd(self._land, spots) & ~_odd(self._lakes, spots)
        for number in np.flatnonzero(on_land):
            on_land[number] = not self._by_fairway(spots[number])
        return float(step[on_land].sum())

    def _by_fairway(self, spot: shapely.Point) -> bool:
        wide = 1 / max(np.cos(np.radians(spot.y)), 0.05)
        reach = FAIRWAY_KM / KM_PER_DEG
        near = self._fairways.query(spot.buffer(reach * wide))
        for line in self._fairways.geometries[near]:
            flat = shapely.transform(line, lambda xy: (xy - [spot.x, spot.y]) * [1 / wide, 1])
            if flat.distance(shapely.Point(0, 0)) < reach:
                return True
        return False


def _tree(path: Path) -> shapely.STRtree:
    return shapely.STRtree([shapely.Polygon(ring) for ring in read_rings(path)])


def _odd(tree: shapely.STRtree, spots: npt.NDArray[np.object_]) -> npt.NDArray[np.bool_]:
    inside = tree.query(spots, predicate="within")[0]
    odd: npt.NDArray[np.bool_] = np.bincount(inside, minlength=len(spots)) % 2 == 1
    return odd


def _sampled(line: list[tuple[float, float]]) -> tuple[Floats, Floats]:
    """Return points (lon, lat) every kilometre of straight map segments, and how far along they lie."""
    points, km = [np.array([line[0]])], [np.zeros(1)]
    lon, lat = line[0]
    for next_lon, next_lat in line[1:]:
        next_lon = lon + (next_lon - lon + 180) % 360 - 180
        size = np.hypot((next_lon - lon) * np.cos(np.radians((lat + next_lat) / 2)), next_lat - lat) * KM_PER_DEG
        count = max(int(np.ceil(size)), 1)
        share = np.arange(1, count + 1)[:, None] / count
        points.append(np.array([lon, lat]) + share * [next_lon - lon, next_lat - lat])
        km.append(km[-1][-1] + share[:, 0] * size)
        lon, lat = next_lon, next_lat
    return np.concatenate(points), np.concatenate(km)


def report(name: str, pairs: list[Pair], answers: list[Answer], land: Land) -> None:
    routed = [(pair, answer) for pair, answer in zip(pairs, answers, strict=True) if answer.line]
    print(f"\n{name}: {len(routed)} of {len(pairs)} pairs have a way")
    errors = []
    for pair, answer in routed:
        if pair.published_nm:
            errors.append((100 * (answer.km / 1.852 / pair.published_nm - 1), pair))
    sizes = sorted(abs(error) for error, _ in errors)
    if sizes:
        within = ", ".join(f"{sum(size <= limit for size in sizes)} within {limit} %" for limit in (1, 2, 5))
        print(f"  off the published length: median {statistics.median(sizes):.2f} %, {within} of {len(sizes)}")
    for error, pair in errors:
        if abs(error) > 5:
            print(f"    {pair.name} {' '.join(sorted(pair.avoid))}: {error:+.1f} %")
    crossed = [(land.crossed_km(answer.line), pair.name) for pair, answer in routed]
    print(f"  over land: {sum(km for km, _ in crossed):.1f} km; most {sorted(crossed, reverse=True)[:3]}")
    times = sorted(answer.ms for answer in answers)
    print(f"  warm: median {statistics.median(times):.1f} ms, longest {times[-1]:.1f} ms")


def coastal_points(count: int) -> list[Position]:
    """Return places on land that have water within the longest snap, the same at each run."""
    random = np.random.default_rng(2026)
    water = network(closed_switches(frozenset(), frozenset())).water
    found: list[Position] = []
    while len(found) < count:
        # The height above the equator's plane is uniform over the globe; nothing sails south of 60 or north of 75.
        place = Position(
            lat=float(np.degrees(np.arcsin(random.uniform(-0.866, 0.966)))), lon=float(random.uniform(-180, 180))
        )
        end = snapped(water, place)
        if end is not None and end.snap_km > 0:
            found.append(place)
    return found


def laws(count: int) -> None:
    """Print how random ways keep the laws of distances; every third triple is tried for the triangle's."""
    points = coastal_points(2 * count)
    shorter, lopsided, detours, none, worst, times = 0, 0, 0, 0, 0.0, []
    for number, (a, b) in enumerate(zip(points[::2], points[1::2], strict=True)):
        start = time.perf_counter()
        there = sea_route(a, b)
        times.append(1000 * (time.perf_counter() - start))
        if not isinstance(there, SeaRoute):
            none += 1
            continue
        back = sea_route(b, a)
        shorter += there.length_m < distance_m(a, b) - 0.01
        lopsided += not isinstance(back, SeaRoute) or abs(back.length_m / there.length_m - 1) > 0.001
        if number % 3 == 0:
            stop = points[(2 * number + 2) % len(points)]
            legs = sea_route(a, stop), sea_route(stop, b)
            if isinstance(legs[0], SeaRoute) and isinstance(legs[1], SeaRoute):
                # What both legs go over land to reach the stop is theirs alone.
                excess = there.length_m / (legs[0].length_m + legs[1].length_m) - 1
                worst = max(worst, excess)
                detours += excess > 0.005
    print(f"\nlaws on {count} random coastal pairs: {none} without a way, {shorter} shorter than the geodesic, ")
    print(f"  {lopsided} longer one way than back, {detours} of {count // 3} longer than by a stop; worst {worst:+.2%}")
    print(f"  warm: median {statistics.median(times):.1f} ms")


def main() -> None:
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    pairs = read_pairs(Path(sys.argv[2]))
    start = time.perf_counter()
    ours(pairs[0])
    print(f"first way: {time.perf_counter() - start:.2f} s (with loading, called twice)")
    answers = [ours(pair) for pair in pairs]
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    laws(1000)
    land = Land(Path(sys.argv[1]))
    report("routes", pairs, answers, land)
    if len(sys.argv) == 4:
        # The peer knows no `avoid` of the same names, so such pairs are left to us.
        shared = [pair for pair in pairs if not pair.avoid]
        done = subprocess.run(
            [sys.argv[3], "-c", PEER],
            input=json.dumps([p.ends for p in shared]),
            capture_output=True,
            text=True,
            check=True,
        )
        report("searoute", shared, [Answer(*answer) for answer in json.loads(done.stdout)], land)


if __name__ == "__main__":
    main()
