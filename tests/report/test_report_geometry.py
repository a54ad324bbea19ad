"""Lines are cut at the antimeridian as RFC 7946 asks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.model import Position
from routes.report.geometry import line_geometry, split_at_antimeridian

positions = st.builds(
    lambda lat, lon: Position(lat=lat, lon=lon),
    st.floats(-89, 89, allow_nan=False),
    st.floats(-180, 180, allow_nan=False) | st.sampled_from([180.0, -180.0, 179.999, -179.999]),
)


def line(*lonlats: tuple[float, float]) -> tuple[Position, ...]:
    return tuple(Position(lat=lat, lon=lon) for lon, lat in lonlats)


def test_a_line_on_one_side_stays_whole() -> None:
    assert line_geometry(line((130, 42), (132, 43))) == {"type": "LineString", "coordinates": [[130, 42], [132, 43]]}


@pytest.mark.parametrize("sign", [1, -1])
def test_a_line_across_the_antimeridian_becomes_two_that_meet_there(sign: int) -> None:
    # Halfway in longitude is halfway in latitude, on the straight line between two near points.
    assert line_geometry(line((sign * 179, 10), (sign * -179, 20))) == {
        "type": "MultiLineString",
        "coordinates": [[[sign * 179, 10], [sign * 180, 15]], [[sign * -180, 15], [sign * -179, 20]]],
    }


def test_a_line_that_crosses_twice_has_three_parts() -> None:
    assert len(split_at_antimeridian(line((179, 0), (-179, 1), (-179, 2), (179, 3)))) == 3


def test_a_stop_on_the_antimeridian_leaves_no_part_of_one_point() -> None:
    assert split_at_antimeridian(line((180, 5), (-179, 6))) == (line((-180, 5), (-179, 6)),)
    assert split_at_antimeridian(line((179, 5), (180, 6), (-179, 7))) == (
        line((179, 5), (180, 6)),
        line((-180, 6), (-179, 7)),
    )


@pytest.mark.parametrize("short", [(), line((10, 10)), line((10, 10), (10, 10))])
def test_fewer_than_two_points_are_no_line(short: tuple[Position, ...]) -> None:
    assert line_geometry(short) is None


@given(st.lists(positions, max_size=12))
def test_no_part_jumps_and_no_part_is_a_point(whole: list[Position]) -> None:
    for part in split_at_antimeridian(whole):
        assert len(part) > 1
        assert all(abs(there.lon - here.lon) <= 180 for here, there in pairwise(part))


@given(st.lists(positions, max_size=12))
def test_every_point_of_the_line_is_kept(whole: list[Position]) -> None:
    kept = {position for part in split_at_antimeridian(whole) for position in part}
    if kept:
        # A point on the antimeridian itself may be told by its other name, -180 for 180.
        assert all(position in kept or abs(position.lon) == 180 for position in whole)
