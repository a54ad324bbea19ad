"""The 12-nautical-mile limit: 22.224 km off the coast, off all land, and nearest to its own country."""

from __future__ import annotations

import numpy as np
import pytest

from routes.geo import (
    Polyline,
    coast,
    contains_many,
    country_polygons,
    destination,
    distance_m,
    nearest_on_line,
    nearest_on_line_many,
    territorial_band,
    territorial_limit,
    territorial_sea,
)
from routes.model import BorderView, Position

UN = BorderView.UN


def middles(part: Polyline) -> list[Position]:
    """Return the middles of the edges, each within 2.3 km of its ends and so nowhere near a jump of longitude."""
    found = [(a + b) / 2 for a, b in zip(part.lonlat[:-1], part.lonlat[1:], strict=True) if abs(a[0] - b[0]) < 180]
    return [Position(lat=lat, lon=lon) for lon, lat in found]


@pytest.mark.parametrize("code", ["MT", "FJ", "UA", "KR", "IS"])
def test_every_point_of_the_limit_is_22_km_off_the_coast_and_off_the_land(code: str) -> None:
    limit, shore, land = territorial_limit(code, UN), coast(code, UN), country_polygons(code, UN)
    assert limit is not None and shore is not None and land is not None  # noqa: PT018 - for mypy
    for part in limit.parts:
        assert isinstance(part, Polyline)
        # 12 x 1852 m; a chord of 2.2 km between two points at this distance is nearer by up to 27 m.
        on_vertices = nearest_on_line_many(part, shore.parts).m
        assert np.abs(on_vertices - 22_224).max() < 60
        between = middles(part)
        assert np.abs(nearest_on_line_many(between, shore.parts).m - 22_224).max() < 90
        assert not contains_many(part, land).any()


def test_the_limit_surrounds_an_island() -> None:
    limit = territorial_limit("MT", UN)
    assert limit is not None
    assert len(limit.parts) == 1
    # Wherever one leaves Malta, the limit is about 22 km behind the coast: 22 to 35 km from the middle of the islands.
    middle = Position(lat=35.93, lon=14.38)
    away = [distance_m(middle, position) for position in limit.parts[0]]
    assert min(away) > 22_000
    assert max(away) < 55_000


def test_off_fiji_the_limit_runs_over_the_antimeridian() -> None:
    limit = territorial_limit("FJ", UN)
    assert limit is not None
    assert nearest_on_line(Position(lat=-15.4, lon=180), limit.parts).m < 150_000
    lons = np.concatenate([part.lonlat[:, 0] for part in limit.parts if isinstance(part, Polyline)])
    assert (lons > 179).any()
    assert (lons < -179).any()


def test_where_another_coast_is_nearer_no_limit_is_drawn() -> None:
    # In the Strait of Dover, 34 km wide, 22 km from one coast is 12 km from the other.
    limit, other = territorial_limit("GB", UN), coast("FR", UN)
    assert limit is not None
    assert other is not None
    for part in limit.parts:
        assert nearest_on_line_many(part if isinstance(part, Polyline) else (), other.parts).m.min() > 22_100


def test_the_limit_says_that_it_is_derived() -> None:
    limit = territorial_limit("MT", UN)
    assert limit is not None
    assert limit.version.id == "territorial-limit-MT-un"
    assert limit.version.name == "12-nautical-mile limit of MT"
    assert limit.version.uncertainty_km == 1.5
    assert any("derived" in note and "Straight baselines" in note for note in limit.notes)


@pytest.mark.parametrize("code", ["CH", "MN", "ZZ"])
def test_a_landlocked_country_has_no_limit(code: str) -> None:
    assert territorial_limit(code, UN) is None


@pytest.mark.parametrize("azimuth", range(0, 360, 60))
def test_the_band_of_the_territorial_sea_is_the_distance_to_the_drawn_limit(azimuth: int) -> None:
    limit = territorial_limit("MT", UN)
    ship = destination(Position(lat=35.93, lon=14.38), azimuth, 60_000)
    band = territorial_band(ship, "MT", UN)
    assert limit is not None and band is not None  # noqa: PT018 - for mypy
    # The drawn limit is good to 60 m at its vertices and 27 m between them.
    assert band.nearest.m == pytest.approx(nearest_on_line(ship, limit.parts).m, abs=90)
    assert distance_m(ship, band.nearest.at) == pytest.approx(band.nearest.m, abs=1)
    assert band.low_m < band.nearest.m < band.high_m


def test_a_ship_in_the_territorial_sea_is_no_distance_away() -> None:
    # 10 km east of Malta's Delimara Point.
    band = territorial_band(Position(lat=35.82, lon=14.67), "MT", UN)
    assert band is not None
    assert (band.nearest.m, band.low_m) == (0, 0)


def test_a_town_on_its_own_land_is_as_far_as_the_coast() -> None:
    # Mdina on Malta, 5 km from the sea.
    band = territorial_band(Position(lat=35.887, lon=14.403), "MT", UN)
    assert band is not None
    assert 3_000 < band.nearest.m < 6_000


def test_a_strait_narrower_than_24_miles_is_parted_in_the_middle() -> None:
    # Dover to France: 33 km over the narrowest strait, so France's waters begin in the middle of it.
    dover = Position(lat=51.128, lon=1.31)
    band = territorial_band(dover, "FR", UN)
    assert band is not None
    assert band.nearest.m == pytest.approx(distance_m(dover, Position(lat=50.87, lon=1.58)) / 2, abs=1_500)
    assert band.low_m < 12_500


def test_a_landlocked_country_has_no_territorial_sea() -> None:
    assert territorial_band(Position(lat=47, lon=8), "CH", UN) is None
    assert territorial_sea("CH", UN) is None
