"""The 12-nautical-mile limit: 22.224 km off the coast, off all land, and nearest to its own country."""

from __future__ import annotations

import numpy as np
import pytest

from routes.geo import (
    Polyline,
    coast,
    contains_many,
    country_polygons,
    distance_m,
    nearest_on_line,
    nearest_on_line_many,
    territorial_limit,
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
