"""The straight line that stands for a way until there are networks, with its bounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.geo import distance_m
from routes.model import Mode, Path, Place, PlaceKind, Position
from routes.paths import Speeds, find_path, sketch_path, speeds


def place(lat: float, lon: float, extent_km: float = 3.0) -> Place:
    return Place("p", "P", PlaceKind.CITY, None, Position(lat=lat, lon=lon), extent_km)


NAJIN, DUNAY, TIKHORETSK = place(42.25559, 130.28308), place(42.87879, 132.33542), place(45.85307, 40.11874)
ROTTERDAM, SINGAPORE = place(51.95, 4.14), place(1.264, 103.84)

places = st.builds(place, lat=st.floats(-90, 90), lon=st.floats(-180, 180), extent_km=st.floats(0, 500))
modes = st.sampled_from([None, *Mode])


@settings(deadline=None)
@given(places, places, modes)
def test_bounds_hold_the_straight_line_and_are_in_order(origin: Place, destination: Place, mode: Mode | None) -> None:
    path = find_path(origin, destination, mode)
    straight_m = distance_m(origin.position, destination.position)
    assert 0 <= path.low_m <= straight_m <= path.high_m
    if path.low_hours is not None and path.high_hours is not None:
        assert 0 < path.low_hours <= path.high_hours


@settings(deadline=None)
@given(places, places)
def test_the_line_runs_from_place_to_place_in_short_steps(origin: Place, destination: Place) -> None:
    line = find_path(origin, destination, None).line
    assert (line[0], line[-1]) == (origin.position, destination.position)
    assert all(distance_m(a, b) < 50_001 for a, b in pairwise(line))


@pytest.mark.parametrize("mode", [None, *Mode])
def test_a_sketch_says_that_it_is_not_the_way(mode: Mode | None) -> None:
    path = sketch_path(NAJIN, DUNAY, mode)
    assert path.method == "straight line, not the way taken"
    assert path.is_inferred
    assert path.passages == ()


@pytest.mark.parametrize("mode", [None, Mode.RIVER, Mode.PIPELINE])
def test_without_speeds_there_are_no_hours(mode: Mode | None) -> None:
    path = find_path(NAJIN, DUNAY, mode)
    assert (path.low_hours, path.high_hours) == (None, None)


@pytest.mark.parametrize("mode", [Mode.SEA, Mode.RAIL, Mode.ROAD, Mode.AIR])
def test_hours_go_from_the_short_way_fast_to_the_long_way_slow(mode: Mode) -> None:
    figures = speeds(mode)
    assert figures is not None
    path = find_path(ROTTERDAM, SINGAPORE, mode)
    assert path.low_hours == pytest.approx(path.low_m / 1000 / figures.fast_kmh + figures.handling_low_hours)
    assert path.high_hours == pytest.approx(path.high_m / 1000 / figures.slow_kmh + figures.handling_high_hours)


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
    path = find_path(origin, destination, mode)
    assert path.low_m / 1000 <= km <= path.high_m / 1000


def _days(path: Path) -> tuple[float, float]:
    assert path.low_hours is not None
    assert path.high_hours is not None
    return path.low_hours / 24, path.high_hours / 24


@pytest.mark.parametrize(
    ("origin", "destination", "mode", "days"),
    [
        # 9,740 km of rail at the fastest and the usual mean speeds that Russian Railways publish.
        (DUNAY, TIKHORETSK, Mode.RAIL, (7.3, 28.0)),
        # Container trains Nakhodka-Moscow: 7 days at best, up to 20 for ordinary ones.
        (place(42.82, 132.88), place(55.7764, 37.6564), Mode.RAIL, (7.0, 20.0)),
        # 112 nautical miles at 14 to 8 knots and 1 to 4 days of handling.
        (NAJIN, DUNAY, Mode.SEA, (1.33, 4.6)),
    ],
    ids=["Dunay-Tikhoretsk", "Nakhodka-Moscow", "Najin-Dunay"],
)
def test_known_travel_times_lie_inside_the_bounds(
    origin: Place, destination: Place, mode: Mode, days: tuple[float, float]
) -> None:
    low, high = _days(find_path(origin, destination, mode))
    assert low <= days[0] <= days[1] <= high


def test_places_that_touch_may_be_no_way_apart() -> None:
    path = find_path(place(50, 30, extent_km=20), place(50, 30.1, extent_km=20), Mode.ROAD)
    assert path.low_m == 0


def test_the_four_modes_with_speeds_are_the_ones_that_were_packed() -> None:
    assert {mode for mode in Mode if speeds(mode)} == {Mode.SEA, Mode.RAIL, Mode.ROAD, Mode.AIR}


def test_every_figure_names_its_source() -> None:
    from routes.resources import read_text

    rows = [line for line in read_text("speeds.csv").splitlines()[1:] if not line.startswith("#")][1:]
    assert len(rows) == 20
    assert all(len(row.split(",", 3)[3].strip('"')) > 10 for row in rows)


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((50, 40, 0, 1, 1.0), "slow <= fast"),
        ((40, 50, 2, 1, 1.0), "low <= high"),
        ((40, 50, 0, 1, 0.9), "1 or more"),
    ],
)
def test_figures_that_cannot_be_are_refused(numbers: tuple[float, float, float, float, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Speeds(Mode.ROAD, *numbers)
