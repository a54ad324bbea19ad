"""Geodesics against published values and against laws that hold for any shortest line."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.geo import azimuth_deg, destination, distance_m, geodesic_line, midpoint, ring
from routes.model import Position

positions = st.builds(
    Position,
    lat=st.floats(-90, 90, allow_nan=False, width=32),
    lon=st.floats(-180, 180, allow_nan=False, width=32),
)

NAJIN = Position(lat=42.25559, lon=130.28308)
DUNAY = Position(lat=42.87879, lon=132.33542)
TIKHORETSK = Position(lat=45.85307, lon=40.11874)

# 15 nm are Karney's bound; his rows are printed to a micrometre or coarser.
ROUNDING_M = 1e-3

# lat 1, lon 1, azimuth 1, lat 2, lon 2, metres: from the test rows that C. F. F. Karney publishes with GeographicLib;
# the last three are nearly antipodal, where Vincenty's method fails.
KARNEY = [
    (35.60777, -139.44815, 111.098748429560326, -11.17491, -69.95921, 8935244.5604818305),
    (55.52454, 106.05087, 22.020059880982801, 77.03196, -162.81766, 4105086.1713924406),
    (-21.97856, 142.59065, 327.55543123566811, 41.84138, 98.56635, 8394328.894657671),
    (-66.99028, 112.2363, 173.73491240878403, -12.70631, -74.09656, 11150344.2312080241),
    (-17.42761, 173.34268, 200.966442338807072, -15.84784, 5.93557, 16076603.1631180673),
    (32.84994, 48.28919, 150.492927788121982, -56.28556, -157.70868, 16727068.9438164461),
    (88.202499451857, 0, None, -88.202499451857, 179.981022032992859592, 20003898.214),
    (89.262080389218, 0, None, -89.262080389218, 179.992207982775375662, 20003925.854),
    (89.333123580033, 0, None, -89.333123580032997687, 179.99295812360148422, 20003926.881),
]

# Half the ellipse through the poles: no shortest line is longer.
LONGEST_M = 20_003_931.4586


@pytest.mark.parametrize(("lat_1", "lon_1", "azimuth", "lat_2", "lon_2", "metres"), KARNEY)
def test_the_inverse_problem_gives_the_published_rows(
    lat_1: float, lon_1: float, azimuth: float | None, lat_2: float, lon_2: float, metres: float
) -> None:
    a, b = Position(lat=lat_1, lon=lon_1), Position(lat=lat_2, lon=lon_2)
    assert distance_m(a, b) == pytest.approx(metres, abs=ROUNDING_M)
    if azimuth is not None:
        assert azimuth_deg(a, b) == pytest.approx(azimuth, abs=1e-9)


def test_the_direct_problem_gives_the_published_row() -> None:
    end = destination(Position(lat=40.63972222, lon=-73.77888889), 53.5, 5_850_000)
    # Printed to five decimals in GeographicLib's manual.
    assert end.latlon == pytest.approx((49.01467, 2.56106), abs=5e-6)


@pytest.mark.parametrize(
    ("a", "b", "km", "tolerance_km"),
    [
        (NAJIN, DUNAY, 182.18, 0.005),
        (DUNAY, TIKHORETSK, 6_919.79, 0.005),
        (Position(lat=51.95, lon=4.14), Position(lat=1.264, lon=103.84), 10_562.585, 0.0005),
    ],
    ids=["Najin-Dunay", "Dunay-Tikhoretsk", "Rotterdam-Singapore"],
)
def test_known_distances_are_met_to_their_last_digit(a: Position, b: Position, km: float, tolerance_km: float) -> None:
    assert distance_m(a, b) / 1000 == pytest.approx(km, abs=tolerance_km)


@given(positions, positions)
def test_a_distance_is_the_same_both_ways_and_never_longer_than_half_a_meridian(a: Position, b: Position) -> None:
    assert distance_m(a, b) == pytest.approx(distance_m(b, a), abs=1e-6)
    assert 0 <= distance_m(a, b) <= LONGEST_M + 1e-3


@given(positions, positions, positions)
def test_no_detour_is_shorter(a: Position, b: Position, c: Position) -> None:
    assert distance_m(a, c) <= distance_m(a, b) + distance_m(b, c) + 1e-6


@given(positions, positions)
def test_the_ellipsoid_is_no_further_from_a_sphere_than_its_flattening(a: Position, b: Position) -> None:
    # Arcs on the sphere of parametric latitude times the half axes bound every geodesic.
    arc = _arc(a, b)
    assert 6_356_752.314 * arc - 1e-3 <= distance_m(a, b) <= 6_378_137.0 * arc + 1e-3


def _arc(a: Position, b: Position) -> float:
    def unit(point: Position) -> tuple[float, float, float]:
        beta = math.atan2(
            (1 - 1 / 298.257223563) * math.sin(math.radians(point.lat)), math.cos(math.radians(point.lat))
        )
        lon = math.radians(point.lon)
        return math.cos(beta) * math.cos(lon), math.cos(beta) * math.sin(lon), math.sin(beta)

    u, v = unit(a), unit(b)
    across = math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    return math.atan2(across, sum(x * y for x, y in zip(u, v, strict=True)))


@given(positions, st.floats(0, 360, exclude_max=True), st.floats(1, 9_000_000))
def test_destination_and_azimuth_undo_each_other(a: Position, azimuth: float, metres: float) -> None:
    end = destination(a, azimuth, metres)
    assert distance_m(a, end) == pytest.approx(metres, abs=1e-5)
    # Near a pole a hair's breadth turns the azimuth by degrees: compare where the two directions lead.
    assert distance_m(destination(a, azimuth_deg(a, end), metres), end) < 1e-4


@given(positions, positions)
def test_an_azimuth_is_finite_and_below_360(a: Position, b: Position) -> None:
    assert 0 <= azimuth_deg(a, b) < 360


def test_a_point_has_azimuth_0_to_itself() -> None:
    assert azimuth_deg(NAJIN, NAJIN) == 0


@given(positions, positions)
def test_the_midpoint_is_as_far_from_both_ends(a: Position, b: Position) -> None:
    middle = midpoint(a, b)
    assert distance_m(a, middle) == pytest.approx(distance_m(a, b) / 2, abs=1e-5)
    assert distance_m(middle, b) == pytest.approx(distance_m(a, b) / 2, abs=1e-5)


@given(positions, positions, st.floats(40_000, 3_000_000))
def test_a_line_keeps_its_ends_its_length_and_its_step(a: Position, b: Position, step_m: float) -> None:
    line = geodesic_line(a, b, step_m=step_m)
    pieces = [distance_m(p, q) for p, q in pairwise(line)]
    assert (line[0], line[-1]) == (a, b)
    assert sum(pieces) == pytest.approx(distance_m(a, b), abs=1e-4)
    assert max(pieces) <= step_m + 1e-4


def test_a_line_over_the_antimeridian_stays_short() -> None:
    line = geodesic_line(Position(lat=35, lon=179), Position(lat=36, lon=-179))
    assert all(abs(point.lon) >= 179 for point in line)


@pytest.mark.parametrize("step_m", [0, -1, math.nan])
def test_a_step_that_leads_nowhere_is_refused(step_m: float) -> None:
    with pytest.raises(ValueError, match="step_m must be more than 0"):
        geodesic_line(NAJIN, DUNAY, step_m=step_m)


@pytest.mark.parametrize(("azimuth", "metres"), [(math.nan, 1.0), (0.0, math.inf)])
def test_a_direction_or_length_that_is_no_number_is_refused(azimuth: float, metres: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        destination(NAJIN, azimuth, metres)


@given(positions, st.floats(100, 9_000_000))
def test_a_ring_is_closed_and_all_its_vertices_lie_at_its_radius(center: Position, radius_m: float) -> None:
    outline = ring(center, radius_m, vertices=24)
    assert outline[0] == outline[-1]
    assert len(outline) == 25
    assert all(distance_m(center, vertex) == pytest.approx(radius_m, abs=1e-5) for vertex in outline)


@pytest.mark.parametrize("lat", [0, 45, 60, 75, -75])
def test_a_drawn_ring_leaves_its_radius_by_3_5_m_at_most(lat: float) -> None:
    # 290 km with 720 vertices, straight chords on the web-mercator screen between them; a spherical ring is off by
    # up to 1.6 km here.
    radius_m = 290_000.0
    center = Position(lat=lat, lon=40)
    screen = [(point.lon, math.asinh(math.tan(math.radians(point.lat)))) for point in ring(center, radius_m)]
    drawn = [
        Position(lat=math.degrees(math.atan(math.sinh(y + share * (next_y - y)))), lon=x + share * (next_x - x))
        for (x, y), (next_x, next_y) in pairwise(screen)
        for share in (0.25, 0.5, 0.75)
    ]
    assert max(abs(distance_m(center, point) - radius_m) for point in drawn) <= 3.5


def test_a_ring_over_the_antimeridian_has_vertices_on_both_sides_and_valid_longitudes() -> None:
    outline = ring(Position(lat=-17, lon=179.5), 200_000)
    assert {point.lon > 0 for point in outline} == {True, False}
    assert all(177 < abs(point.lon) <= 180 for point in outline)


def test_a_ring_round_a_pole_runs_once_round_the_map() -> None:
    outline = ring(Position(lat=89, lon=10), 300_000, vertices=360)
    turns = [(q.lon - p.lon + 180) % 360 - 180 for p, q in pairwise(outline)]
    assert sum(turns) == pytest.approx(360)


def test_a_ring_runs_counter_clockwise() -> None:
    outline = ring(Position(lat=10, lon=20), 100_000, vertices=4)
    assert [round(azimuth_deg(Position(lat=10, lon=20), vertex)) % 360 for vertex in outline[:4]] == [0, 270, 180, 90]


@pytest.mark.parametrize("radius_m", [0, -5, math.nan, 20_003_932])
def test_a_radius_that_no_ring_has_is_refused(radius_m: float) -> None:
    with pytest.raises(ValueError, match="radius_m must lie between"):
        ring(NAJIN, radius_m)


def test_a_ring_of_two_vertices_is_refused() -> None:
    with pytest.raises(ValueError, match="3 vertices or more"):
        ring(NAJIN, 1000, vertices=2)
