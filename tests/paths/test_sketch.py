"""The straight line that stands for a way where no network reaches, with its bounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.geo import distance_m
from routes.model import Mode, Place, PlaceKind, Position
from routes.paths import Detour, detours, sketch_path


def place(lat: float, lon: float, extent_km: float = 3.0) -> Place:
    return Place("p", "P", PlaceKind.CITY, None, Position(lat=lat, lon=lon), extent_km)


NAJIN, DUNAY = place(42.25559, 130.28308), place(42.87879, 132.33542)
ROTTERDAM, SINGAPORE = place(51.95, 4.14), place(1.264, 103.84)

places = st.builds(place, lat=st.floats(-90, 90), lon=st.floats(-180, 180), extent_km=st.floats(0, 500))
modes = st.sampled_from([None, *Mode])


@settings(deadline=None)
@given(places, places, modes)
def test_bounds_hold_the_straight_line_and_are_in_order(origin: Place, destination: Place, mode: Mode | None) -> None:
    path = sketch_path(origin, destination, mode)
    straight_m = distance_m(origin.position, destination.position)
    assert 0 <= path.low_m <= straight_m <= path.high_m
    for time in path.services:
        assert 0 <= time.low_hours <= time.high_hours


@settings(deadline=None)
@given(places, places)
def test_the_line_runs_from_place_to_place_in_short_steps(origin: Place, destination: Place) -> None:
    line = sketch_path(origin, destination, None).line
    assert (line[0], line[-1]) == (origin.position, destination.position)
    assert all(distance_m(a, b) < 50_001 for a, b in pairwise(line))


@pytest.mark.parametrize("mode", [None, *Mode])
def test_a_sketch_says_that_it_is_not_the_way(mode: Mode | None) -> None:
    path = sketch_path(NAJIN, DUNAY, mode)
    assert path.method == "straight line, not the way taken"
    assert path.is_inferred
    assert (path.m, path.passages) == (None, ())


def test_without_a_mode_there_are_no_hours() -> None:
    path = sketch_path(NAJIN, DUNAY, None)
    assert (path.low_hours, path.high_hours) == (None, None)


@pytest.mark.parametrize(
    ("origin", "destination", "mode", "km"),
    [
        # Published port distances in nautical miles: Murmansk-Yokohama is the longest detour.
        (place(68.97, 33.05), place(35.45, 139.65), Mode.SEA, 12_840 * 1.852),
        (place(31.22, 121.5), ROTTERDAM, Mode.SEA, 10_521 * 1.852),
        (place(53.54, 9.97), place(54.53, 18.55), Mode.SEA, 802 * 1.852),
        (place(22.3, 114.17), SINGAPORE, Mode.SEA, 1_447 * 1.852),
        # Tariff kilometres of Russian Railways.
        (place(43.1118, 131.8817), place(55.7764, 37.6564), Mode.RAIL, 9_288),
        (place(48.4964, 135.0733), place(52.0297, 113.4975), Mode.RAIL, 2_324),
    ],
    ids=["Murmansk-Yokohama", "Shanghai-Rotterdam", "Hamburg-Gdynia", "Hong Kong-Singapore", "Trans-Siberian", "Chita"],
)
def test_published_ways_lie_inside_the_bounds(origin: Place, destination: Place, mode: Mode, km: float) -> None:
    path = sketch_path(origin, destination, mode)
    assert path.low_m / 1000 <= km <= path.high_m / 1000


def test_places_that_touch_may_be_no_way_apart() -> None:
    path = sketch_path(place(50, 30, extent_km=20), place(50, 30.1, extent_km=20), Mode.ROAD)
    assert path.low_m == 0


def test_every_mode_has_a_detour_and_so_has_an_unknown_one() -> None:
    assert set(detours()) == {mode.value for mode in Mode} | {"any"}
    assert detours()["any"].high == max(detour.high for detour in detours().values())


@pytest.mark.parametrize("factors", [(0.9, 1.0, 1.1), (1.2, 1.1, 1.3), (1.0, 1.4, 1.3)])
def test_detours_that_cannot_be_are_refused(factors: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="1 <= low <= usual <= high"):
        Detour(*factors)
