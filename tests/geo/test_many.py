"""Many points at once: laws that hold anywhere, and points that are nowhere."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from routes.errors import GeometryError, InputError
from routes.geo import (
    Area,
    Polyline,
    contains,
    contains_many,
    destination,
    distance_m,
    distance_to_area,
    distance_to_area_many,
    distances_m,
    nearest_on_line,
    nearest_on_line_many,
    ring,
)
from routes.model import Position

Floats = npt.NDArray[np.float64]

# The awkward places come more often than by chance.
lats = st.one_of(st.sampled_from([-90.0, -89.9999, 0.0, 90.0]), st.floats(-90, 90))
lons = st.one_of(st.sampled_from([-180.0, -179.9999, 0.0, 90.0, 180.0]), st.floats(-180, 180))
positions = st.builds(Position, lat=lats, lon=lons)
lines = st.lists(positions, min_size=1, max_size=6)
many = st.lists(positions, min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(many, lines)
@example([Position(lat=0, lon=0)], [Position(lat=0, lon=0), Position(lat=0, lon=180)])
@example([Position(lat=90, lon=0)], [Position(lat=89, lon=0), Position(lat=89, lon=180)])
@example([Position(lat=0, lon=-180)], [Position(lat=0, lon=180), Position(lat=0, lon=180)])
def test_many_are_as_one_to_the_last_bit_and_finite(points: list[Position], line: list[Position]) -> None:
    found = nearest_on_line_many(points, [line])
    alone = [nearest_on_line(point, [line]) for point in points]
    assert found.m.tolist() == [nearest.m for nearest in alone]
    assert found.lonlat.tolist() == [list(nearest.at.lonlat) for nearest in alone]
    assert np.isfinite(found.m).all()
    assert ((found.m >= 0) & (found.m < 20_003_932)).all()


@settings(max_examples=60, deadline=None)
@given(many, positions, st.floats(1_000, 3_000_000))
def test_many_are_as_one_for_areas(points: list[Position], center: Position, radius_m: float) -> None:
    disc = Area((Polyline.of(ring(center, radius_m, vertices=30)),))
    assert contains_many(points, disc).tolist() == [contains(point, disc) for point in points]
    found = distance_to_area_many(points, disc)
    alone = [distance_to_area(point, disc) for point in points]
    assert found.m.tolist() == [nearest.m for nearest in alone]
    assert found.lonlat.tolist() == [list(nearest.at.lonlat) for nearest in alone]


@settings(max_examples=60, deadline=None)
@given(many, positions, positions)
def test_pairs_are_as_one_symmetric_and_keep_the_triangle(points: list[Position], a: Position, b: Position) -> None:
    there = distances_m([a], points)
    assert there.tolist() == [distance_m(a, point) for point in points]
    # 15 nm is what Karney gives for the accuracy of his method; sums of two such.
    assert np.abs(there - distances_m(points, [a])).max() < 1e-7
    assert (there <= distance_m(a, b) + distances_m([b], points) + 1e-7).all()


@settings(max_examples=60, deadline=None)
@given(many, lines, st.sampled_from([90.0, 180.0, -33.25]))
def test_turned_round_the_axis_mirrored_and_read_backwards_all_is_as_far(
    points: list[Position], line: list[Position], by: float
) -> None:
    def turned(some: list[Position]) -> list[Position]:
        return [Position(lat=one.lat, lon=(one.lon + by + 180) % 360 - 180) for one in some]

    def mirrored(some: list[Position]) -> list[Position]:
        return [Position(lat=-one.lat, lon=-one.lon) for one in some]

    as_is = nearest_on_line_many(points, [line]).m
    # An edge between antipodes has no one course: any change of the last bit may turn it to the other side.
    if any(distance_m(a, b) > 19_900_000 for a, b in pairwise(line)):
        return
    for other_points, other_line in ((turned(points), turned(line)), (mirrored(points), mirrored(line))):
        assert nearest_on_line_many(other_points, [other_line]).m == pytest.approx(as_is, abs=1e-3)
    assert nearest_on_line_many(points, [line[::-1]]).m == pytest.approx(as_is, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(positions, st.floats(-20, 20), st.floats(-10, 10))
def test_straight_edges_keep_to_the_straight_line_in_degrees(start: Position, east: float, north: float) -> None:
    end = Position(lat=max(-89.0, min(89.0, start.lat + north)), lon=(start.lon + east + 180) % 360 - 180)
    begin = Position(lat=max(-89.0, min(89.0, start.lat)), lon=start.lon)
    shares = np.linspace(0, 1, 8)
    lon = (begin.lon + shares * ((end.lon - begin.lon + 180) % 360 - 180) + 180) % 360 - 180
    on_it = np.column_stack([lon, begin.lat + shares * (end.lat - begin.lat)])
    # Chords of 1 km or a quarter of a degree leave the line by less than 0.3 m.
    assert nearest_on_line_many(on_it, [[begin, end]], edges="straight").m.max() < 0.3


def test_thousands_of_points_keep_their_order() -> None:
    line = [destination(Position(lat=10, lon=20), 70, 20_000 * number) for number in range(300)]
    random = np.random.default_rng(8)
    points = np.column_stack([random.uniform(-180, 180, 3000), random.uniform(-90, 90, 3000)])
    found = nearest_on_line_many(points, [line])
    assert np.abs(distances_m(points, found.lonlat) - found.m).max() < 1e-6
    backwards = nearest_on_line_many(points[::-1].copy(), [line])
    assert (backwards.m[::-1] == found.m).all()


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([[0.0, 0.0], [math.nan, 0.0]], r"point 1: lon must lie in \[-180, 180\] .* got nan, 0.0"),
        ([[0.0, 0.0], [5.0, 91.0]], r"point 1: .* lat in \[-90, 90\] degrees, got 5.0, 91.0"),
        ([[181.0, 0.0]], "point 0: .* got 181.0, 0.0"),
        ([[0.0, math.inf]], "point 0: .* got 0.0, inf"),
        ([[0.0, 0.0, 0.0]], r"an array of \(lon, lat\) with the shape \(n, 2\), got the shape \(1, 3\)"),
    ],
)
def test_points_off_the_globe_are_named(points: list[list[float]], message: str) -> None:
    array = np.array(points)
    line = [Position(lat=0, lon=0)]
    disc = Area((Polyline.of(ring(Position(lat=0, lon=0), 1000)),))
    for measure in (
        lambda: nearest_on_line_many(array, [line]),
        lambda: contains_many(array, disc),
        lambda: distances_m(array, line),
    ):
        with pytest.raises(GeometryError, match=message) as caught:
            measure()
        # Callers may catch it as routes' own or as what Python calls it.
        assert isinstance(caught.value, InputError)
        assert isinstance(caught.value, ValueError)


def test_pairs_of_unequal_number_are_refused() -> None:
    two, three = np.zeros((2, 2)), np.zeros((3, 2))
    with pytest.raises(GeometryError, match="as many points on each side, or one on one, got 2 and 3"):
        distances_m(two, three)


def test_no_points_have_no_distances() -> None:
    found = nearest_on_line_many((), [[Position(lat=0, lon=0)]])
    assert found.m.shape == (0,)
    assert found.lonlat.shape == (0, 2)
