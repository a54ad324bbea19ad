"""Distance from a point to a line: published answers, an independent measure, and laws."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.geo import Polyline, destination, distance_m, geodesic_line, nearest_on_line
from routes.model import Position

latitudes = st.floats(-90, 90, allow_nan=False, width=32)
longitudes = st.floats(-180, 180, allow_nan=False, width=32)
positions = st.builds(Position, lat=latitudes, lon=longitudes)
# A start and turns: lines of a few edges of up to 5,000 km, anywhere.
steps = st.lists(st.tuples(st.floats(0, 360), st.floats(10, 5_000_000)), min_size=1, max_size=4)

# Interception stops at 0.1 mm along the edge; what is left of it and of rounding stays under a millimetre.
TOLERANCE_M = 1e-3


def walk(start: Position, turns: Sequence[tuple[float, float]]) -> tuple[Position, ...]:
    line = [start]
    for azimuth, metres in turns:
        line.append(destination(line[-1], azimuth, metres))
    return tuple(line)


lines = st.builds(walk, positions, steps)


@pytest.mark.parametrize(
    ("line", "point", "metres"),
    [
        (((50, 0), (50, 40)), (53.4, 20), 183_713.6),
        (((40, -10), (60, 30)), (52.2, 8), 60_044.4),
        (((-45, 20), (-30, 80)), (-41, 50), 142_285.0),
    ],
)
def test_long_edges_are_geodesics_and_no_great_circles(
    line: tuple[tuple[float, float], ...], point: tuple[float, float], metres: float
) -> None:
    # Found with GeographicLib by sampling; great circles give 184,235, 59,426 and 140,363 m.
    part = [Position(lat=lat, lon=lon) for lat, lon in line]
    nearest = nearest_on_line(Position(lat=point[0], lon=point[1]), [part])
    assert nearest.m == pytest.approx(metres, abs=0.5)


@settings(max_examples=40, deadline=None)
@given(positions, lines)
def test_no_sampled_point_of_the_line_is_nearer(point: Position, line: tuple[Position, ...]) -> None:
    nearest = nearest_on_line(point, [line])
    assert nearest.m <= min(_sampled(point, a, b) for a, b in pairwise(line)) + TOLERANCE_M


def _sampled(point: Position, a: Position, b: Position) -> float:
    """Return the least distance to points of an edge 100 km apart, by another implementation of Karney's method."""
    edge = Geodesic.WGS84.InverseLine(a.lat, a.lon, b.lat, b.lon)
    count = max(1, round(edge.s13 / 100_000))
    found = [edge.Position(edge.s13 * number / count) for number in range(count + 1)]
    return min(float(Geodesic.WGS84.Inverse(point.lat, point.lon, q["lat2"], q["lon2"])["s12"]) for q in found)


@settings(max_examples=60, deadline=None)
@given(positions, lines)
def test_the_distance_is_that_to_the_point_given(point: Position, line: tuple[Position, ...]) -> None:
    nearest = nearest_on_line(point, [line])
    assert distance_m(point, nearest.at) == pytest.approx(nearest.m, abs=TOLERANCE_M)
    assert nearest_on_line(nearest.at, [line]).m < TOLERANCE_M


@settings(max_examples=60, deadline=None)
@given(positions, lines)
def test_a_line_read_backwards_is_as_far(point: Position, line: tuple[Position, ...]) -> None:
    assert nearest_on_line(point, [line[::-1]]).m == pytest.approx(nearest_on_line(point, [line]).m, abs=TOLERANCE_M)


@settings(max_examples=60, deadline=None)
@given(positions, lines)
def test_more_vertices_on_the_same_edges_change_nothing(point: Position, line: tuple[Position, ...]) -> None:
    dense = [vertex for a, b in pairwise(line) for vertex in geodesic_line(a, b, step_m=300_000)]
    assert nearest_on_line(point, [dense]).m == pytest.approx(nearest_on_line(point, [line]).m, abs=TOLERANCE_M)


@settings(max_examples=60, deadline=None)
@given(positions, lines, st.floats(-180, 180))
def test_turning_the_globe_changes_nothing(point: Position, line: tuple[Position, ...], by: float) -> None:
    def turned(position: Position) -> Position:
        return Position(lat=position.lat, lon=(position.lon + by + 180) % 360 - 180)

    moved = nearest_on_line(turned(point), [[turned(vertex) for vertex in line]])
    assert moved.m == pytest.approx(nearest_on_line(point, [line]).m, abs=TOLERANCE_M)


@settings(max_examples=60, deadline=None)
@given(positions, positions, lines)
def test_the_distance_to_a_line_grows_no_faster_than_one_walks(
    a: Position, b: Position, line: tuple[Position, ...]
) -> None:
    assert nearest_on_line(a, [line]).m <= nearest_on_line(b, [line]).m + distance_m(a, b) + TOLERANCE_M


@settings(max_examples=60, deadline=None)
@given(lines, st.floats(0, 1))
def test_a_point_on_the_line_is_0_m_away(line: tuple[Position, ...], share: float) -> None:
    edge = Geodesic.WGS84.InverseLine(line[0].lat, line[0].lon, line[1].lat, line[1].lon)
    there = edge.Position(edge.s13 * share)
    point = Position(lat=there["lat2"], lon=there["lon2"])
    assert nearest_on_line(point, [line]).m < TOLERANCE_M


@settings(max_examples=60, deadline=None)
@given(lines)
def test_a_vertex_is_0_m_away(line: tuple[Position, ...]) -> None:
    assert all(nearest_on_line(vertex, [line]).m < 1e-6 for vertex in line)


@given(positions, positions)
def test_a_part_of_one_position_is_a_point(point: Position, other: Position) -> None:
    assert nearest_on_line(point, [[other]]).m == pytest.approx(distance_m(point, other), abs=1e-6)


def test_the_nearest_of_several_parts_counts() -> None:
    far = [Position(lat=0, lon=0), Position(lat=0, lon=10)]
    near = [Position(lat=40, lon=0), Position(lat=40, lon=10)]
    # The edge between two points of 40 N bulges north by 0.11 degrees.
    assert nearest_on_line(Position(lat=41, lon=5), [far, near]).at.lat == pytest.approx(40.1, abs=0.05)


@pytest.mark.parametrize("lon", [180.0, -180.0, 179.99, -179.99])
def test_an_edge_over_the_antimeridian_is_met_there(lon: float) -> None:
    edge = [Position(lat=10, lon=179), Position(lat=10, lon=-179)]
    # One degree of latitude at 10 N is 110.6 km; the edge bulges north by 0.15 km.
    assert nearest_on_line(Position(lat=11, lon=lon), [edge]).m == pytest.approx(110_600, abs=300)


def test_a_line_over_the_pole_passes_it() -> None:
    line = [Position(lat=80, lon=0), Position(lat=80, lon=180)]
    assert nearest_on_line(Position(lat=90, lon=0), [line]).m < TOLERANCE_M
    # Half a degree of latitude beside the pole.
    assert nearest_on_line(Position(lat=89.5, lon=90), [line]).m == pytest.approx(55_847, abs=1)


@pytest.mark.parametrize("parts", [(), [], [[]]])
def test_a_line_without_positions_is_refused(parts: Sequence[Sequence[Position]]) -> None:
    with pytest.raises(ValueError, match="a line needs one position or more, got none"):
        nearest_on_line(Position(lat=0, lon=0), parts)


def test_polylines_and_positions_give_the_same_answer() -> None:
    line = [Position(lat=50, lon=30), Position(lat=46, lon=36), Position(lat=47, lon=38)]
    point = Position(lat=45, lon=40)
    assert nearest_on_line(point, (Polyline.of(line),)) == nearest_on_line(point, [line])


def test_a_polyline_is_a_sequence_of_positions_that_cannot_be_changed() -> None:
    line = [Position(lat=50, lon=30), Position(lat=46, lon=36), Position(lat=47, lon=38)]
    polyline = Polyline.of(line)
    assert list(polyline) == line
    assert polyline.positions() == tuple(line)
    assert (len(polyline), polyline[0], polyline[-1], polyline[1:]) == (3, line[0], line[2], tuple(line[1:]))
    with pytest.raises(ValueError, match="read-only"):
        polyline.lonlat[0, 0] = 0


@pytest.mark.parametrize("lonlat", [[[float("nan"), 0.0]], [[0.0, 91.0]], [[181.0, 0.0]]])
def test_a_polyline_off_the_globe_is_refused(lonlat: list[list[float]]) -> None:
    import numpy as np

    with pytest.raises(ValueError, match=r"lon must lie in \[-180, 180\] and lat in \[-90, 90\]"):
        Polyline(np.array(lonlat))
