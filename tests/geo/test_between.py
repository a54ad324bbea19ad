"""Lines and areas to each other: nearest, farthest, and in which directions."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from routes.errors import GeometryError
from routes.geo import (
    Area,
    Polyline,
    azimuth_deg,
    closest,
    country_polygons,
    destination,
    directions,
    distance_m,
    farthest,
    ring,
)
from routes.model import BorderView, Position

Floats = npt.NDArray[np.float64]
EARTH = Geod(ellps="WGS84")


def area(*rings: Sequence[tuple[float, float]]) -> Area:
    """Return an area by (lat, lon); rings are closed here."""
    return Area(tuple(Polyline.of([Position(lat=lat, lon=lon) for lat, lon in [*r, r[0]]]) for r in rings))


def line(*positions: tuple[float, float]) -> tuple[Polyline, ...]:
    return (Polyline.of([Position(lat=lat, lon=lon) for lat, lon in positions]),)


def box(south: float, west: float, north: float, east: float) -> Area:
    return area([(south, west), (south, east), (north, east), (north, west)])


def land(code: str) -> Area:
    found = country_polygons(code, BorderView.UN)
    assert found is not None
    return found


def dense(shape: Area, step_m: float) -> Floats:
    found = [outline.lonlat for outline in shape.rings]
    edges = itertools.chain.from_iterable(itertools.pairwise(outline.lonlat.tolist()) for outline in shape.rings)
    for (lon, lat), (other_lon, other_lat) in edges:
        length_m = EARTH.inv(lon, lat, other_lon, other_lat)[2]
        if length_m > step_m:
            found.append(np.array(EARTH.npts(lon, lat, other_lon, other_lat, int(length_m / step_m))))
    return np.vstack(found)


def all_distances_m(a: Floats, b: Floats) -> Floats:
    pairs = np.hstack([np.repeat(a, len(b), axis=0), np.tile(b, (len(a), 1))])
    return np.array(EARTH.inv(*np.ascontiguousarray(pairs.T))[2])


@pytest.mark.parametrize(
    ("a", "b"), [("IL", "SY"), ("CY", "LB"), ("QA", "BH"), ("FJ", "TO"), ("SG", "BN"), ("DJ", "YE"), ("MT", "TN")]
)
def test_countries_are_as_far_as_their_dense_outlines(a: str, b: str) -> None:
    here, there = land(a), land(b)
    near, far = closest(here, there), farthest(here, there)
    step_m = 2_000.0
    between = all_distances_m(dense(here, step_m)[:3000], dense(there, step_m)[:3000])
    if near.m == 0:
        # Neighbours: they share vertices.
        assert between.min() < 1e-6
    # Sampling every 2 km misses the nearest point by up to 1 km, which beside d metres is 1 km squared by 2 d.
    assert near.m <= between.min() + 1e-3
    assert near.m >= between.min() - (1_000.0**2 / max(near.m, 1_000.0))
    assert far.m >= between.max() - 1e-3
    assert distance_m(near.a, near.b) == pytest.approx(near.m, abs=1e-3)
    assert distance_m(far.a, far.b) == pytest.approx(far.m, abs=1e-3)


@pytest.mark.parametrize(
    ("a", "b", "least_km", "most_km"),
    [
        # Iran and Israel: 888.1 to 2,858.0 km, as another implementation found it on the same outlines.
        ("IR", "IL", 888.1, 2858.0),
    ],
)
def test_the_interval_of_two_countries(a: str, b: str, least_km: float, most_km: float) -> None:
    assert closest(land(a), land(b)).m / 1000 == pytest.approx(least_km, abs=0.1)
    assert farthest(land(a), land(b)).m / 1000 == pytest.approx(most_km, abs=0.1)


@pytest.mark.parametrize("pair", [("FR", "DE"), ("RU", "UA"), ("US", "CA"), ("KP", "KR")])
def test_neighbours_touch(pair: tuple[str, str]) -> None:
    found = closest(land(pair[0]), land(pair[1]))
    assert found.m == 0
    assert found.a == found.b


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (box(0, 0, 10, 10), box(5, 5, 15, 15)),
        (box(0, 0, 10, 10), box(4, 4, 6, 6)),
        (box(0, 4, 10, 6), box(4, 0, 6, 10)),
        (box(0, 0, 10, 10), line((5, -5), (5, 15))),
        (box(0, 0, 10, 10), line((5, 4), (5, 5))),
        (box(-5, 175, 5, -175), line((0, 170), (0, -170))),
        (line((0, 0), (0, 10)), line((-5, 5), (5, 5))),
        (line((80, 0), (80, 180)), line((80, 90), (80, -90))),
        (box(0, 0, 10, 10), Position(lat=5, lon=5)),
        (line((0, 0), (0, 10)), line((0, 10), (10, 10))),
        (box(0, 0, 10, 10), box(0, 10, 10, 20)),
    ],
    ids=[
        "corner",
        "within",
        "cross",
        "through",
        "line within",
        "at 180",
        "lines",
        "at the pole",
        "point",
        "end",
        "edge",
    ],
)
def test_what_overlaps_crosses_or_touches_is_0_m_apart(a: Area, b: Area) -> None:
    for found in (closest(a, b), closest(b, a)):
        assert found.m == 0
        assert found.a == found.b
    assert directions(a, b) is None


def test_lines_along_one_great_circle_touch_without_a_warning() -> None:
    # Rounding alone says on which side of each other they lie.
    a, b = line((0, 0), (0, 10)), line((0, 0.01), (0, 5))
    assert closest(a, b).m == 0
    meridian, beyond = line((10, 20), (40, 20)), line((15, 20), (16, 20))
    assert closest(meridian, beyond).m == 0


def test_a_hole_is_measured_from_its_edge() -> None:
    holed = area([(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)], [(2.0, 2.0), (2.0, 8.0), (8.0, 8.0), (8.0, 2.0)])
    # From 4 N to the hole's edge at 2 N, which bulges south by less than 2 km.
    assert closest(holed, box(4, 4, 6, 6)).m == pytest.approx(221_000, abs=2_500)
    assert closest(box(4, 4, 6, 6), holed).m == closest(holed, box(4, 4, 6, 6)).m


positions = st.builds(Position, lat=st.floats(-90, 90, width=32), lon=st.floats(-180, 180, width=32))
discs = st.builds(
    lambda center, radius_m: Area((Polyline.of(ring(center, radius_m, vertices=24)),)),
    positions,
    st.floats(1_000, 1_500_000),
)
walks = st.builds(
    lambda start, turns: (
        Polyline.of(list(itertools.accumulate(turns, lambda here, turn: destination(here, *turn), initial=start))),
    ),
    positions,
    st.lists(st.tuples(st.floats(0, 360), st.floats(10, 3_000_000)), min_size=1, max_size=4),
)
shapes = st.one_of(positions, discs, walks)


@settings(max_examples=80, deadline=None)
@given(shapes, shapes)
def test_both_ways_are_as_far_and_nearest_is_never_beyond_farthest(a: Area, b: Area) -> None:
    near, far = closest(a, b), farthest(a, b)
    assert closest(b, a).m == pytest.approx(near.m, abs=1e-3)
    # Another piece's end may win by the little that the ends of pieces leave open.
    assert farthest(b, a).m == pytest.approx(far.m, abs=1e-3)
    assert 0 <= near.m <= far.m + 1e-6 <= 20_003_932
    assert distance_m(near.a, near.b) == pytest.approx(near.m, abs=1e-3)
    assert distance_m(far.a, far.b) == pytest.approx(far.m, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(walks, walks)
def test_every_pair_of_vertices_lies_between_nearest_and_farthest(
    a: tuple[Polyline, ...], b: tuple[Polyline, ...]
) -> None:
    between = all_distances_m(a[0].lonlat, b[0].lonlat)
    assert closest(a, b).m <= between.min() + 1e-3
    assert farthest(a, b).m >= between.max() - 1e-3


@settings(max_examples=40, deadline=None)
@given(positions, st.floats(1_000, 3_000_000), st.floats(1.01, 1.5), st.floats(0, 360))
def test_two_discs_are_apart_by_what_their_radii_leave(
    center: Position, radius_m: float, factor: float, azimuth: float
) -> None:
    # Two geodesic circles; the chords of a ring of 720 vertices leave it by less than 1e-5 of the radius.
    apart_m = 2 * radius_m * factor
    other = destination(center, azimuth, apart_m)
    a, b = (Area((Polyline.of(ring(middle, radius_m)),)) for middle in (center, other))
    assert closest(a, b).m == pytest.approx(apart_m - 2 * radius_m, abs=4e-5 * radius_m)
    assert farthest(a, center).m == pytest.approx(radius_m, rel=1e-6)


def test_the_antipode_inside_an_area_is_as_far_as_one_can_be() -> None:
    # Half the meridian ellipse: wherever one stands, over a pole.
    assert farthest(Position(lat=5, lon=5), box(-10, -180, 0, -170)).m == pytest.approx(20_003_931.46, abs=0.01)


@settings(max_examples=40, deadline=None)
@given(positions, st.floats(0, 359), st.floats(200_000, 3_000_000))
def test_directions_hold_the_one_between_middles(center: Position, azimuth: float, apart_m: float) -> None:
    other = destination(center, azimuth, apart_m)
    a, b = (Area((Polyline.of(ring(middle, 50_000, vertices=36)),)) for middle in (center, other))
    found = directions(a, b)
    # None where a pole lies between the two discs, or in one of them.
    assert found is None or azimuth_deg(center, other) in found


def test_directions_to_a_country() -> None:
    found = directions(land("PT"), land("SE"))
    assert found is not None
    assert 20 < found.middle_deg < 35
    assert 22.5 in found
    assert 180 not in found


@pytest.mark.parametrize("empty", [(), [], [[]]])
def test_an_empty_line_is_refused(empty: Sequence[Sequence[Position]]) -> None:
    for measure in (closest, farthest):
        with pytest.raises(GeometryError, match="a line needs one position or more, got none"):
            measure(empty, Position(lat=0, lon=0))
