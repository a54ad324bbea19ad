"""Inside or outside, at the antimeridian and round the poles as anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.geo import Area, Polyline, contains, country_polygons, destination, distance_m, distance_to_area, ring
from routes.model import BorderView, Position


def area(*rings: list[tuple[float, float]]) -> Area:
    """Return an area by (lat, lon); rings are closed here."""
    return Area(tuple(Polyline.of([Position(lat=lat, lon=lon) for lat, lon in [*r, r[0]]]) for r in rings))


SQUARE = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)]
HOLE = [(4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0)]
OVER_180 = [(-5.0, 175.0), (-5.0, -175.0), (5.0, -175.0), (5.0, 175.0)]
ARCTIC = [(70.0, 0.0), (70.0, 90.0), (70.0, 180.0), (70.0, -90.0)]


@pytest.mark.parametrize(
    ("lat", "lon", "is_inside"),
    [(5, 2, True), (5, 5, False), (5, -2, False), (11, 5, False), (-1, 5, False), (5, 185 - 360, False)],
)
def test_a_hole_is_outside(lat: float, lon: float, is_inside: bool) -> None:
    assert contains(Position(lat=lat, lon=lon), area(SQUARE, HOLE)) is is_inside


@pytest.mark.parametrize(
    ("lat", "lon", "is_inside"),
    [
        (0, 180, True),
        (0, -180, True),
        (0, 179, True),
        (0, -179, True),
        (0, 174, False),
        (0, -174, False),
        (0, 0, False),
    ],
)
def test_an_area_over_the_antimeridian_has_an_inside(lat: float, lon: float, is_inside: bool) -> None:
    assert contains(Position(lat=lat, lon=lon), area(OVER_180)) is is_inside


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(("lat", "is_inside"), [(90, True), (85, True), (60, False), (0, False), (-85, False)])
def test_a_ring_round_a_pole_holds_the_pole_of_its_hemisphere(sign: int, lat: float, is_inside: bool) -> None:
    cap = area([(sign * ring_lat, lon) for ring_lat, lon in ARCTIC])
    assert contains(Position(lat=sign * lat, lon=33), cap) is is_inside


@settings(max_examples=60, deadline=None)
@given(
    st.builds(Position, lat=st.floats(-90, 90), lon=st.floats(-180, 180)),
    st.floats(0, 360),
    st.floats(1_000, 4_000_000),
)
def test_what_is_nearer_than_the_radius_lies_in_the_ring(center: Position, azimuth: float, radius_m: float) -> None:
    # Chords of a ring of 720 vertices leave it by less than a thousandth.
    disc = Area((Polyline.of(ring(center, radius_m)),))
    near, far = destination(center, azimuth, 0.99 * radius_m), destination(center, azimuth, 1.01 * radius_m)
    assert contains(near, disc)
    assert not contains(far, disc)
    assert distance_to_area(near, disc).m == 0
    assert distance_to_area(far, disc).m == pytest.approx(0.01 * radius_m, rel=0.01)


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("FJ", -16.85, 179.99),
        ("FJ", -16.85, -179.95),
        ("FJ", -17.8, 178.0),
        ("RU", 66.5, -172.0),
        ("RU", 67.0, 179.9999),
        ("RU", 67.0, -180.0),
        ("RU", 71.2, -179.5),
        ("AQ", -90.0, 0.0),
        ("AQ", -86.0, 179.9),
        ("AQ", -82.0, -100.0),
    ],
)
def test_countries_on_the_antimeridian_and_the_pole_hold_their_land(code: str, lat: float, lon: float) -> None:
    land = country_polygons(code, BorderView.UN)
    assert land is not None
    assert contains(Position(lat=lat, lon=lon), land)


@pytest.mark.parametrize(("code", "lat", "lon"), [("FJ", -16.8, 0.0), ("RU", 67.0, -160.0), ("AQ", 90.0, 0.0)])
def test_they_hold_nothing_else(code: str, lat: float, lon: float) -> None:
    land = country_polygons(code, BorderView.UN)
    assert land is not None
    assert not contains(Position(lat=lat, lon=lon), land)


def test_a_point_inside_is_0_m_away_and_its_own_nearest() -> None:
    point = Position(lat=5, lon=2)
    assert distance_to_area(point, area(SQUARE)) == distance_to_area(point, area(SQUARE, HOLE))
    assert distance_to_area(point, area(SQUARE)).m == 0
    assert distance_to_area(point, area(SQUARE)).at == point


def test_a_point_outside_is_as_far_as_the_edge() -> None:
    point = Position(lat=5, lon=-1)
    found = distance_to_area(point, area(SQUARE))
    # One degree of longitude at 5 N.
    assert found.m == pytest.approx(110_899, abs=30)
    assert distance_m(point, found.at) == pytest.approx(found.m, abs=1e-3)


def test_an_open_ring_and_an_empty_area_are_refused() -> None:
    with pytest.raises(ValueError, match="must end where it begins"):
        Area((Polyline.of([Position(lat=0, lon=0), Position(lat=1, lon=0), Position(lat=1, lon=1)]),))
    with pytest.raises(ValueError, match="one ring or more"):
        Area(())
