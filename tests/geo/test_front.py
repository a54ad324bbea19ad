"""The front line by date. The expected distances were read off published daily maps of the front."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from routes.geo import ReferenceLine, distance_band, distance_m, front_countries, front_line, nearest_on_line
from routes.geo.front import _periods
from routes.model import Position

TOWN = Position(lat=45.8547, lon=40.1253)
DEPOT = Position(lat=45.88842, lon=40.04236)
DAY = date(2023, 10, 13)


def front(on: date) -> ReferenceLine:
    line = front_line("UA", on)
    assert line is not None
    return line


@pytest.mark.parametrize(("place", "km"), [(TOWN, 295.8), (DEPOT, 288.65)], ids=["town", "depot"])
def test_tikhoretsk_is_as_far_from_the_front_as_on_the_map_of_that_day(place: Position, km: float) -> None:
    band = distance_band(place, front(DAY))
    # The chain of settlements errs by 5.8 km at worst; maps of one day differ by up to 5 km.
    assert band.nearest.m / 1000 == pytest.approx(km, abs=5.8)
    assert band.low_m / 1000 <= km <= band.high_m / 1000


def test_the_nearest_point_lies_where_the_map_has_it() -> None:
    at = nearest_on_line(TOWN, front(DAY).parts).at
    # Settlements stand for the line, up to 60 km apart, so that the point may slide along it.
    assert distance_m(at, Position(lat=47.7537, lon=37.4102)) < 15_000


def test_ukraine_alone_has_a_front_line() -> None:
    assert front_countries() == frozenset({"UA"})
    assert front_line("RU", DAY) is None


def test_there_is_none_before_the_war() -> None:
    assert front_line("UA", date(2022, 2, 23)) is None
    assert front_line("UA", date(2022, 2, 24)) is not None


def test_the_periods_follow_each_other_without_a_gap() -> None:
    periods = _periods()
    assert len(periods) == 36
    assert (periods[0].start, periods[-1].end) == (date(2022, 2, 24), date(2026, 8, 22))
    for earlier, later in pairwise(periods):
        assert later.start == earlier.end + timedelta(days=1)
    assert sum(len(period.rows) for period in periods) == 2815


def test_every_period_gives_a_line_and_a_line_changes_with_its_period() -> None:
    lines = [front(period.start) for period in _periods()]
    assert len({line.version.id for line in lines}) == 36
    for line, period in zip(lines, _periods(), strict=True):
        assert (line.version.valid_from, line.version.valid_to) == (period.start, period.end)
        assert front(period.end) == line
        assert all(44 < point.lat < 53 and 22 < point.lon < 41 for part in line.parts for point in part)
        # The chain takes in every vertex of the period, and so do the zones.
        assert sum(map(len, line.parts)) == len(period.rows)
        assert max(zone.uncertainty_km for zone in line.zones) == line.version.uncertainty_km


def test_after_the_last_period_the_last_line_stands_with_a_note() -> None:
    last, later = front(date(2026, 8, 22)), front(date(2027, 1, 1))
    assert later.version == last.version
    assert [note for note in later.notes if note not in last.notes] == [
        "The line is that of 2026-08-22, the last day known here; the front may have moved since."
    ]


def test_the_fast_weeks_of_2022_promise_no_more_than_20_km() -> None:
    line = front(date(2022, 3, 10))
    assert min(zone.uncertainty_km for zone in line.zones) >= 20
    assert any("moved fast" in note for note in line.notes)


def test_a_far_uncertain_stretch_widens_the_interval_only_as_far_as_it_reaches() -> None:
    # From Kharkiv the stretches that are uncertain by more than 100 km in this week are those to the north.
    line = front(date(2025, 5, 25))
    assert line.version.uncertainty_km > 100
    band = distance_band(TOWN, line)
    assert band.high_m - band.low_m < 20_000
    assert band.low_m <= band.nearest.m <= band.high_m


def test_a_line_without_zones_is_off_by_its_own_uncertainty() -> None:
    line = front(DAY)
    plain = ReferenceLine(line.version, line.parts)
    band = distance_band(TOWN, plain)
    assert band.high_m - band.low_m == pytest.approx(2000 * line.version.uncertainty_km)
