"""Inside and outside of countries over the antimeridian and round a pole, by winding instead of crossings.

The second opinion turns to all vertices of a ring in a row, by PROJ's azimuths, and sums up the turns: a whole turn
means inside. It holds while the ring keeps away from the antipode of the point, so points are taken on the same half
of the globe.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from pyproj import Geod

from routes.geo import Area, Polyline, contains, contains_many, country_polygons, ring
from routes.model import BorderView, Position

Floats = npt.NDArray[np.float64]
EARTH = Geod(ellps="WGS84")


def is_inside_by_winding(lon: float, lat: float, rings: tuple[Polyline, ...]) -> bool:
    return sum(_turns(lon, lat, ring.lonlat) for ring in rings) % 2 == 1


def _turns(lon: float, lat: float, lonlat: Floats) -> int:
    azimuth, _, _ = EARTH.inv(np.full(len(lonlat), lon), np.full(len(lonlat), lat), *np.ascontiguousarray(lonlat.T))
    turned = (np.diff(azimuth) + 180) % 360 - 180
    return round(float(turned.sum()) / 360)


def scattered(rings: tuple[Polyline, ...], count: int, seed: int) -> Floats:
    """Return points beside vertices of rings, from 10 m to 300 km away: near the edge is where one may err."""
    random = np.random.default_rng(seed)
    vertices = np.vstack([ring.lonlat for ring in rings])
    at = vertices[random.integers(len(vertices), size=count)]
    far_m = 10 ** random.uniform(1, 5.5, count)
    lon, lat, _ = EARTH.fwd(at[:, 0], at[:, 1], random.uniform(0, 360, count), far_m)
    return np.column_stack([lon, lat])


@pytest.mark.parametrize(
    ("code", "count"), [("FJ", 300), ("AQ", 30), ("RU", 20), ("KI", 200), ("CL", 20), ("US", 20), ("GL", 20)]
)
def test_a_country_holds_the_points_that_its_rings_wind_round(code: str, count: int) -> None:
    land = country_polygons(code, BorderView.UN)
    assert land is not None
    points = scattered(land.rings, count, 11)
    expected = [is_inside_by_winding(lon, lat, land.rings) for lon, lat in points.tolist()]
    assert contains_many(points, land).tolist() == expected
    assert 0.1 < np.mean(expected) < 0.9


@pytest.mark.parametrize("sign", [1, -1])
def test_wavy_caps_round_both_poles_hold_what_they_wind_round(sign: int) -> None:
    lon = np.linspace(-180, 180, 241)
    lat = sign * (80 + 6 * np.sin(np.radians(7 * lon)))
    lon[-1], lat[-1] = lon[0], lat[0]
    cap = Area((Polyline(np.column_stack([lon, lat])),))
    random = np.random.default_rng(3)
    points = np.column_stack([random.uniform(-180, 180, 500), sign * random.uniform(70, 90, 500)])
    points[:3] = np.array([[0.0, sign * 90], [-180.0, sign * 90], [180.0, sign * 89.999]])
    expected = [is_inside_by_winding(lon, lat, cap.rings) for lon, lat in points.tolist()]
    assert contains_many(points, cap).tolist() == expected


def test_many_points_at_once_are_judged_as_each_alone() -> None:
    disc = Area((Polyline.of(ring(Position(lat=-17, lon=179.9), 300_000, vertices=50)),))
    points = scattered(disc.rings, 200, 2)
    alone = [contains(Position(lat=lat, lon=lon), disc) for lon, lat in points.tolist()]
    assert contains_many(points, disc).tolist() == alone


def test_a_vertex_on_the_meridian_of_a_point_counts_once() -> None:
    # Due south of the top vertex, and of the two that lie level with it.
    diamond = Area((Polyline(np.array([[0, 2], [1, 0], [0, -2], [-1, 0], [0, 2]], dtype=float)),))
    inside, below, above = (Position(lat=lat, lon=0) for lat in (0.5, -3, 3))
    assert contains(inside, diamond)
    assert not contains(below, diamond)
    assert not contains(above, diamond)
    assert [contains(Position(lat=0.5, lon=lon), diamond) for lon in (-1, 1)] == [False, False]


def test_no_points_are_no_answers() -> None:
    disc = Area((Polyline.of(ring(Position(lat=0, lon=0), 1000)),))
    assert contains_many((), disc).tolist() == []
