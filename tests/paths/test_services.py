"""How long goods take, by the kind of service."""

from __future__ import annotations

import csv

import pytest

from routes.model import Mode
from routes.paths import services, times
from routes.paths.services import Band, Service
from routes.resources import read_text

HOUR = Band(0, 0)


def test_every_mode_has_a_service() -> None:
    assert all(services(mode) for mode in Mode)
    assert [service.name for service in services(Mode.RAIL)] == ["container train", "block train", "single wagons"]


@pytest.mark.parametrize("name", ["services.csv", "detours.csv"])
def test_every_figure_names_its_source(name: str) -> None:
    lines = [line for line in read_text(name).splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    assert rows
    assert all(len(row["source"]) > 10 for row in rows)


def test_hours_go_from_the_short_way_fast_to_the_long_way_slow_with_the_ends() -> None:
    [time] = times(Mode.AIR, 9_000_000, 10_800_000)
    assert (time.low_hours, time.high_hours) == (9_000 / 21_600 * 24 + 4, 24 + 24)


def test_borders_and_breaks_of_gauge_cost_time() -> None:
    plain = times(Mode.RAIL, 1_000_000, 1_000_000)
    crossing = times(Mode.RAIL, 1_000_000, 1_000_000, borders=2, breaks_of_gauge=1)
    more = [later.low_hours - time.low_hours for time, later in zip(plain, crossing, strict=True)]
    assert more == pytest.approx([14, 20, 36])


# Days published for the way by rail from Dunay to Tikhoretsk, some 9,740 km: 7.3 at 1,340 km a day, 10.6 at 920, 14.6
# at 669, 18.6 at 521, 28 at 345.
@pytest.mark.parametrize(
    ("service", "days"), [("container train", (7.3, 10.6)), ("block train", (14.6, 18.6)), ("single wagons", (28, 28))]
)
def test_published_days_lie_inside_the_bounds(service: str, days: tuple[float, float]) -> None:
    [time] = [time for time in times(Mode.RAIL, 9_740_000, 9_740_000) if time.service == service]
    ends = next(each.ends for each in services(Mode.RAIL) if each.name == service)
    assert (time.low_hours - ends.low) / 24 <= days[0] <= days[1] <= (time.high_hours - ends.high) / 24


@pytest.mark.parametrize(("slow", "fast"), [(0, 10), (20, 10)])
def test_speeds_that_cannot_be_are_refused(slow: float, fast: float) -> None:
    with pytest.raises(ValueError, match="0 < slow <= fast"):
        Service("a cart", slow, fast, HOUR, HOUR, HOUR)


def test_hours_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="0 <= low <= high"):
        Band(3, 2)
