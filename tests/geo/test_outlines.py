import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.geo import Area, Polyline, coast, contains, destination, disc, distance_m, nearest_on_line, offshore, sector
from routes.geo import strip as strip_round
from routes.model import BorderView, Position

_POSITIONS = st.builds(Position, lat=st.floats(-75, 75), lon=st.floats(-180, 180))


def _area(outline: tuple[Position, ...]) -> Area:
    return Area((Polyline.of(outline),))


@given(_POSITIONS, st.floats(0, 359), st.sampled_from([11.25, 22.5, 45.0]))
def test_a_sector_holds_what_lies_in_its_direction_and_nothing_else(
    center: Position, azimuth: float, half: float
) -> None:
    area = _area(sector(center, (50_000, 100_000), azimuth, half))
    assert contains(destination(center, azimuth, 75_000), area)
    assert not contains(destination(center, azimuth, 40_000), area)
    assert not contains(destination(center, azimuth, 110_000), area)
    assert not contains(destination(center, azimuth + half + 5, 75_000), area)


@given(_POSITIONS, st.floats(0, 359), st.floats(20_000, 1_000_000))
def test_a_strip_holds_the_way_and_what_is_near_it(a: Position, azimuth: float, length_m: float) -> None:
    b = destination(a, azimuth, length_m)
    area = _area(strip_round(a, b, 10_000))
    assert all(contains(destination(a, azimuth, share * length_m), area) for share in (0.0, 0.3, 1.0))
    assert not contains(destination(a, azimuth + 180, 11_000), area)


def test_a_disc_ends_at_its_radius() -> None:
    center = Position(lat=46.48, lon=30.73)
    assert {round(distance_m(center, position)) for position in disc(center, 30_000)} == {30_000}


@pytest.mark.parametrize("country", ["OM", "YE", "LK", "LB", "UA", "FJ"])
def test_the_waters_off_a_coast_lie_between_the_two_distances(country: str) -> None:
    found = offshore(country, BorderView.UN, 20_000, 40_000)
    shore = coast(country, BorderView.UN)
    assert found is not None
    assert shore is not None
    # Both lines are simplified to 2 km.
    distances = [nearest_on_line(position, shore.parts).m for position in found[1]]
    assert max(distances) < 43_000
    assert contains(found[0], _area(found[1]))


@pytest.mark.parametrize("country", ["CH", "RU", "US"])
def test_there_are_no_waters_off_no_coast_or_one_of_half_the_globe(country: str) -> None:
    assert offshore(country, BorderView.UN, 0, 40_000) is None


@pytest.mark.parametrize(("radii", "half"), [((2.0, 1.0), 45), ((0.0, 1.0), 91), ((-1.0, 1.0), 45)])
def test_a_sector_that_cannot_be_is_refused(radii: tuple[float, float], half: float) -> None:
    with pytest.raises(ValueError, match="a sector needs"):
        sector(Position(lat=0, lon=0), radii, 0, half)
