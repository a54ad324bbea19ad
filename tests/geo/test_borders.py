"""Borders, coasts and outlines: known distances, both views, the rows that were packed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest

from routes.geo import (
    ReferenceLine,
    border,
    coast,
    country_at,
    country_polygons,
    demarcation_line,
    disputed_areas,
    nearest_on_line,
    neighbours,
    parallel,
)
from routes.geo.atlas import atlas
from routes.model import BorderView, Position

UN, DE_FACTO = BorderView.UN, BorderView.DE_FACTO
TOWN = Position(lat=45.8547, lon=40.1253)
DEPOT = Position(lat=45.88842, lon=40.04236)


def known(line: ReferenceLine | None) -> ReferenceLine:
    assert line is not None
    return line


def km(point: Position, line: ReferenceLine | None) -> float:
    return nearest_on_line(point, known(line).parts).m / 1000


@pytest.mark.parametrize("view", [UN, DE_FACTO])
@pytest.mark.parametrize(("place", "expected"), [(TOWN, 202.33), (DEPOT, 195.13)], ids=["town", "depot"])
def test_tikhoretsk_is_as_far_from_the_border_of_ukraine_as_openstreetmap_has_it(
    place: Position, expected: float, view: BorderView
) -> None:
    # Natural Earth lies within 1.2 km of OpenStreetMap's line here, and we thin it by 0.25 km.
    assert km(place, border("UA", view)) == pytest.approx(expected, abs=1.5)
    assert km(place, border("UA", view, neighbour="RU")) == pytest.approx(expected, abs=1.5)
    assert km(place, border("RU", view, neighbour="UA")) == pytest.approx(expected, abs=1.5)


def test_crimea_is_as_far_from_tikhoretsk_as_openstreetmap_has_kerch() -> None:
    land = country_polygons("UA", UN)
    assert land is not None
    crimea = [ring for ring in land.rings if all(44 < p.lat < 46.3 and 32.4 < p.lon < 36.7 for p in ring)]
    # Kerch's quays stick out by a kilometre more than the generalised coast.
    assert nearest_on_line(TOWN, crimea).m / 1000 == pytest.approx(276.29, abs=1.5)


def test_crimea_is_parted_from_the_mainland_in_one_view_only() -> None:
    perekop = Position(lat=46.15, lon=33.69)
    assert km(perekop, border("UA", DE_FACTO)) < 5
    assert km(perekop, border("UA", UN)) > 250
    yalta = Position(lat=44.5, lon=34.17)
    assert km(yalta, coast("UA", UN)) < 2
    assert km(yalta, coast("RU", DE_FACTO)) < 2
    assert km(yalta, coast("UA", DE_FACTO)) > 100


@pytest.mark.parametrize(
    ("name", "lat", "lon", "un", "de_facto"),
    [
        ("Simferopol", 44.957, 34.11, "UA", "RU"),
        ("Laayoune", 27.1536, -13.2033, "EH", "MA"),
        ("Tifariti, east of the berm", 26.158, -10.567, "EH", "EH"),
        ("Tan-Tan, north of 27°40' N", 28.438, -11.103, "MA", "MA"),
        ("Pristina", 42.667, 21.166, "XK", "XK"),
        ("Taipei", 25.038, 121.56, "TW", "TW"),
        ("Hargeisa", 9.56, 44.065, "SO", "XS"),
        ("Kythrea, Northern Cyprus", 35.247, 33.475, "CY", "XN"),
        ("Limassol", 34.7, 33.03, "CY", "CY"),
        ("Ramallah", 31.9, 35.2, "PS", "PS"),
        ("Baikonur", 45.62, 63.31, "KZ", "KZ"),
        ("Cayenne", 4.92, -52.33, "GF", "GF"),
        ("Longyearbyen", 78.2, 15.7, "SJ", "SJ"),
        ("Anchorage", 61.2, -149.9, "US", "US"),
        ("Provideniya, beyond the antimeridian", 64.6, -173.2, "RU", "RU"),
        ("Moscow", 55.75, 37.62, "RU", "RU"),
        ("South Pole", -90.0, 0.0, "AQ", "AQ"),
        ("mid-Pacific", 0.0, -150.0, None, None),
        ("North Pole", 90.0, 0.0, None, None),
        ("Caspian Sea", 42.0, 50.5, None, None),
    ],
)
def test_a_place_lies_in_the_country_of_the_view(
    name: str, lat: float, lon: float, un: str | None, de_facto: str | None
) -> None:
    point = Position(lat=lat, lon=lon)
    assert (country_at(point, UN), country_at(point, DE_FACTO)) == (un, de_facto), name


def test_western_sahara_begins_at_its_parallel() -> None:
    line = known(border("EH", UN, neighbour="MA"))
    latitudes = [point.lat for part in line.parts for point in part]
    # On the grid of the source, in steps of 0.0017 degrees; its corner with Algeria is at 27.661.
    assert all(lat == pytest.approx(27 + 40 / 60, abs=0.006) for lat in latitudes)
    assert border("EH", UN, neighbour="MA") != border("EH", DE_FACTO, neighbour="MA")


@pytest.mark.parametrize(
    ("code", "view", "expected"),
    [
        ("UA", UN, "BY HU MD PL RO RU SK"),
        ("UA", DE_FACTO, "BY HU MD PL RO RU SK"),
        ("KP", UN, "CN KR RU"),
        ("KR", UN, "KP"),
        ("SO", UN, "DJ ET KE"),
        ("SO", DE_FACTO, "ET KE XS"),
        ("CY", UN, "XA XD"),
        ("CY", DE_FACTO, "XA XB XD"),
        ("CU", UN, ""),
        ("FR", UN, "AD BE CH DE ES IT LU MC"),
        ("GF", UN, "BR SR"),
        ("JP", UN, ""),
        ("MN", UN, "CN RU"),
    ],
)
def test_neighbours_share_an_edge(code: str, view: BorderView, expected: str) -> None:
    assert neighbours(code, view) == frozenset(expected.split())


@pytest.mark.parametrize("code", ["JP", "AU", "IS", "CU", "ZZ"])
def test_an_island_and_an_unknown_code_have_no_land_border(code: str) -> None:
    assert border(code, UN) is None


def test_a_country_without_a_coast_has_none() -> None:
    assert coast("CH", UN) is None
    assert border("CH", UN, neighbour="PL") is None
    assert country_polygons("ZZ", UN) is None


@pytest.mark.parametrize("code", ["RU", "FJ"])
def test_the_cut_along_the_antimeridian_is_no_coast(code: str) -> None:
    line = known(coast(code, UN))
    edges = [(a, b) for part in line.parts for a, b in pairwise(part)]
    along = [(a, b) for a, b in edges if abs(a.lon) > 179.999 and abs(b.lon) > 179.999 and abs(a.lat - b.lat) > 1e-3]
    assert along == []


@pytest.mark.parametrize("view", [UN, DE_FACTO])
@pytest.mark.parametrize("code", ["UA", "MA", "EH", "KP", "CY", "IN"])
def test_border_and_coast_make_up_the_outline_of_a_country(code: str, view: BorderView) -> None:
    land = country_polygons(code, view)
    assert land is not None
    drawn = [line for line in (border(code, view), coast(code, view)) if line is not None]
    edges = {edge for line in drawn for part in line.parts for edge in _edges(part)}
    outline = Counter(edge for ring in land.rings for edge in _edges(ring))
    # An edge that occurs twice parts two polygons of one country, or is a spike of no width.
    assert {edge for edge, count in outline.items() if count % 2} <= edges <= set(outline)


def _edges(line: Sequence[Position]) -> list[frozenset[Position]]:
    return [frozenset(edge) for edge in pairwise(line)]


@pytest.mark.parametrize("view", [UN, DE_FACTO])
def test_a_border_says_its_view_and_its_disputes(view: BorderView) -> None:
    line = known(border("RS", view))
    assert line.border_view is view
    assert line.version.id == f"border-RS-{view.value}"
    assert "The status of Kosovo (XK) is disputed." in line.notes
    assert ("Crimea with Ukraine" in line.notes[0]) is (view is UN)


def test_disputed_areas_have_outlines() -> None:
    for code in disputed_areas():
        assert country_polygons(code, DE_FACTO) is not None, code


def test_the_korean_demarcation_line_passes_panmunjom() -> None:
    line = demarcation_line()
    # The village lies on the line.
    assert km(Position(lat=37.956, lon=126.677), line) < 1.5
    # 41 to 42 km from the blue house in Seoul to the line.
    assert km(Position(lat=37.5867, lon=126.9748), line) == pytest.approx(41, abs=3)
    assert line.version.id == "korea-demarcation-line"


@pytest.mark.parametrize(("lat", "metres"), [(39.0, 110_996), (37.0, 110_977)])
def test_a_parallel_is_measured_along_the_meridian(lat: float, metres: float) -> None:
    # Lengths of a degree of the meridian on WGS 84. The vertices are a tenth of a degree apart, and a geodesic
    # between two leaves the parallel by under 5 m.
    nearest = nearest_on_line(Position(lat=lat, lon=127.03), parallel(38).parts)
    assert nearest.m == pytest.approx(metres, abs=12)


def test_the_ends_of_the_earth_are_no_parallels() -> None:
    with pytest.raises(ValueError, match="between -90 and 90"):
        parallel(90)
    assert parallel(-38).version.name == "38° S"


def test_the_packed_rows_are_all_there() -> None:
    world = atlas()
    assert (len(world.codes), len(world.arc_is_cut), len(world.lonlat)) == (259, 4650, 333113)
    assert int(world.use_polygon.max()) + 1 == 4254
    counts = {
        view: tuple(sum(find(code, view) is not None for code in world.codes) for find in (border, coast))
        for view in BorderView
    }
    assert counts == {UN: (167, 213), DE_FACTO: (170, 216)}
