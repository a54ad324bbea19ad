"""Measure distances from points to a line of 10,000 vertices: errors and CPU times, beside other ways in the same run.

Peers that are not installed are said to be absent. PostGIS (Debian: postgresql and postgresql-15-postgis-3) runs as a
server of its own on a socket in a temporary folder and is stopped at the end; as root it runs as the user postgres.

Errors are those at 30 points against a search with PROJ along all edges that could hold the nearest point, which
knows nothing of the package's way. Times are CPU times, those of PostGIS the backend's own.

Run: .venv/bin/python benchmarks/geodesy.py [POINTS]
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pyproj import Geod

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.postgis import PostGis
from routes.geo import Polyline, nearest_on_line, nearest_on_line_many
from routes.model import Position

Floats = npt.NDArray[np.float64]
EARTH = Geod(ellps="WGS84")
VERTICES = 10_000
CHECKED = 30
SINGLE = 200
Answer = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class Row:
    """What one way took for a point alone and for all at once, in seconds, and its errors in metres."""

    name: str
    one_s: float
    all_s: float | None
    errors_m: Floats
    note: str = ""


def coast_like(count: int, seed: int = 4) -> Floats:
    """Return a winding line from a random walk with steps of 0.5 to 5 km."""
    random = np.random.default_rng(seed)
    lon, lat, azimuth = 5.0, 58.0, 20.0
    line = [(lon, lat)]
    for _ in range(count - 1):
        # Turns are drawn back towards a heading, so that the line goes somewhere, as coasts do.
        azimuth += float(random.normal(0, 35)) + 0.05 * (60 - azimuth)
        lon, lat, _ = EARTH.fwd(lon, lat, azimuth, float(random.uniform(500, 5_000)))
        line.append((lon, lat))
    return np.array(line)


def around(line: Floats, count: int, seed: int = 5) -> Floats:
    """Return points up to 3,000 km from vertices of a line; of those that are checked, more are near."""
    random = np.random.default_rng(seed)
    metres = random.uniform(0, 3e6, count)
    metres[:CHECKED] = 10 ** random.uniform(3, 6.5, min(CHECKED, count))
    at = line[random.integers(len(line), size=count)]
    lon, lat, _ = EARTH.fwd(at[:, 0], at[:, 1], random.uniform(0, 360, count), metres)
    return np.column_stack([lon, lat])


def searched_m(point: Floats, line: Floats) -> float:
    """Return the distance to a line by ever finer samples of each edge that may hold the nearest point."""
    here = np.repeat(point[None], len(line), axis=0)
    to_vertices = inverse_m(here, line)
    lengths = inverse_m(line[:-1], line[1:])
    may_win = np.minimum(to_vertices[:-1], to_vertices[1:]) - lengths <= to_vertices.min()
    return min(_to_edge_m(point, line[edge], line[edge + 1]) for edge in np.flatnonzero(may_win))


def _to_edge_m(point: Floats, start: Floats, end: Floats) -> float:
    azimuth, _, length = EARTH.inv(*start, *end)
    low, high, best = 0.0, length, np.inf
    while high - low > 1e-3:
        s = np.linspace(low, high, 21)
        lon, lat, _ = EARTH.fwd(np.full(21, start[0]), np.full(21, start[1]), np.full(21, azimuth), s)
        m = inverse_m(np.repeat(point[None], 21, axis=0), np.column_stack([lon, lat]))
        middle = int(m.argmin())
        best = min(best, float(m[middle]))
        low, high = s[max(0, middle - 1)], s[min(20, middle + 1)]
    return best


def inverse_m(a: Floats, b: Floats) -> Floats:
    found: Floats = EARTH.inv(*np.ascontiguousarray(np.hstack([a, b]).T))[2]
    return found


def cpu_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measured(name: str, answer: Answer, points: Floats, truth: Floats, *, single: int = SINGLE) -> Row:
    """Return the row of a way that answers for an array of points; each of `single` points is asked alone as well."""
    found = answer(points[: min(CHECKED, single)])
    alone = [cpu_s(partial(answer, points[number : number + 1])) for number in range(single)]
    if single < CHECKED:
        note = f"all at once: {statistics.median(alone) * len(points):,.0f} s at this rate"
        return Row(name, statistics.median(alone), None, np.abs(found - truth[:single]), note)
    return Row(name, statistics.median(alone), cpu_s(lambda: answer(points)), np.abs(found - truth))


def own(line: Floats, points: Floats, truth: Floats) -> Row:
    parts = (Polyline(line),)
    prepared = cpu_s(lambda: nearest_on_line(Position(lat=0, lon=0), parts))
    positions = [Position(lat=lat, lon=lon) for lon, lat in points[:SINGLE].tolist()]
    alone = [cpu_s(partial(nearest_on_line, position, parts)) for position in positions]
    errors = np.abs(nearest_on_line_many(points[:CHECKED], parts).m - truth)
    taken = cpu_s(lambda: nearest_on_line_many(points, parts))
    return Row(
        "routes", statistics.median(alone), taken, errors, f"first query with all that is kept: {prepared:.3f} s"
    )


def shapely_in_degrees(line: Floats, points: Floats, truth: Floats) -> Row:
    from shapely import get_coordinates, linestrings, prepare, shortest_line
    from shapely import points as made

    way = linestrings(line)
    prepare(way)

    def answer(some: Floats) -> Floats:
        ends = get_coordinates(shortest_line(made(some), way)).reshape(-1, 4)
        return inverse_m(ends[:, :2], ends[:, 2:])

    return measured("shapely in degrees", answer, points, truth)


def geopy_loop(line: Floats, points: Floats, truth: Floats) -> Row:
    from geopy.distance import geodesic

    vertices = [(lat, lon) for lon, lat in line.tolist()]

    def answer(some: Floats) -> Floats:
        return np.array([min(geodesic((lat, lon), v).m for v in vertices) for lon, lat in some.tolist()])

    return measured("geopy loop (vertices)", answer, points, truth, single=2)


def spherely_row(line: Floats, points: Floats, truth: Floats) -> Row:
    spherely = import_module("spherely")

    way = spherely.create_linestring(line)
    spherely.prepare(way)

    def answer(some: Floats) -> Floats:
        found: Floats = spherely.distance(spherely.points(some[:, 0], some[:, 1]), way)
        return found

    return measured("spherely (sphere)", answer, points, truth)


def postgis_row(server: PostGis, truth: Floats) -> Row:
    one_s = server.one_by_one_s(SINGLE) / SINGLE
    found, taken = server.all_at_once()
    return Row("PostGIS geography", one_s, taken, np.abs(np.array(found[:CHECKED]) - truth), server.version)


def table(rows: list[Row]) -> str:
    lines = [f"{'way':24} {'one point ms':>12} {'all s':>8} {'median error m':>15} {'largest m':>12}  note"]
    for row in rows:
        whole = "" if row.all_s is None else f"{row.all_s:.3f}"
        median, largest = np.median(row.errors_m), row.errors_m.max()
        lines.append(f"{row.name:24} {row.one_s * 1000:12.3f} {whole:>8} {median:15.2g} {largest:12.2g}  {row.note}")
    return "\n".join(lines)


def main() -> None:
    line = coast_like(VERTICES)
    points = around(line, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    truth = np.array([searched_m(point, line) for point in points[:CHECKED]])
    before = os.getloadavg()[0]
    rows = [own(line, points, truth), shapely_in_degrees(line, points, truth), geopy_loop(line, points, truth)]
    absent = []
    if find_spec("spherely"):
        rows.append(spherely_row(line, points, truth))
    else:
        absent.append("spherely is absent (pip install spherely)")
    if PostGis.is_installed():
        with PostGis(line, points) as server:
            rows.append(postgis_row(server, truth))
        own_row, peer = rows[0], rows[-1]
        print(f"PostGIS / routes: one point {peer.one_s / own_row.one_s:.1f}", end="")
        print(f", all at once {(peer.all_s or 0) / (own_row.all_s or 1):.2f}")
    else:
        absent.append("PostGIS is absent (apt-get install postgresql postgresql-15-postgis-3)")
    print(table(rows))
    near, far = truth.min() / 1000, truth.max() / 1000
    print(f"{len(points):,} points, {len(truth)} checked {near:,.0f} to {far:,.0f} km from {VERTICES:,} vertices")
    print(f"CPU times; load average {before:.2f} before, {os.getloadavg()[0]:.2f} after", *absent, sep="\n")


if __name__ == "__main__":
    main()
