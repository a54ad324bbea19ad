"""Ports of the port index: the country and the point that each has in truth."""

from __future__ import annotations

from collections import defaultdict

import pytest

from routes.gazetteer import Gazetteer
from routes.gazetteer.store import WorldRow
from routes.gazetteer.world import WorldLayer
from routes.model import Place, PlaceKind, Position
from scripts.world.port_codes import country_of, left_out, misplaced, read_point
from scripts.world.towns import Towns

LAYER = WorldLayer()


def port(code: str, country: str, lat: float, lon: float) -> Place:
    return Place(f"wpi:{code}", code.title(), PlaceKind.PORT, country, Position(lat=lat, lon=lon), 3.0)


def town(country: str, lat: float, lon: float, ident: str = "gn:1") -> Place:
    return Place(ident, "Town", PlaceKind.VILLAGE, country, Position(lat=lat, lon=lon), 1.0)


def towns(*places: Place) -> Towns:
    cells = defaultdict(list)
    for place in places:
        cells[int(place.position.lat // 0.5), int(place.position.lon // 0.5)].append(place)
    return Towns(tuple(WorldRow(place) for place in places), cells)


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("ZAPOR", "UA"),
        ("CHERN", "UA"),
        ("ASPGO", "PA"),  # Panama
        ("TKMRW", "TM"),  # Turkmenbashy
        ("IDCHN", "IE"),  # Duncannon
        ("CNHKG", "HK"),
        ("USGUA", "GU"),
        ("FIMHQ", "AX"),  # Mariehamn
        ("GPGUS", "BL"),  # Gustavia
        ("KMDZA", "YT"),  # Dzaoudzi
        ("MAEUN", "EH"),  # Laayoune
        ("MAVIL", "EH"),  # Dakhla
        ("ANPHI", "SX"),
        ("ANEUX", "BQ"),
        ("ANKRA", "BQ"),
        ("ANWIL", "CW"),  # Willemstad
        ("CSBAR", "ME"),
        ("GBPTA", "IM"),  # Point of Ayre
        ("GBPWI", "GB"),  # Port William, 54.76 N 4.58 W in Scotland
        ("BNTSG", "BN"),
        ("ZADUR", "ZA"),
    ],
)
def test_a_port_lies_in_its_country_whatever_its_code_begins_with(code: str, country: str) -> None:
    assert country_of(code) == country
    assert LAYER.by_id(f"wpi:{code}").country == country


def test_a_town_in_ukraine_is_no_port_of_south_africa() -> None:
    world = Gazetteer.world()
    assert {match.place.country for match in world.find("Zaporizhzhia")} == {"UA"}


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        # Published points of the towns, to a hundredth of a degree.
        ("GBPWI", 54.76, -4.58),
        ("NLSLU", 51.28, 3.84),
        ("NLBON", 51.03, 5.81),
        ("TRAYV", 39.32, 26.69),
        ("USCXL", 32.68, -115.50),
        ("BEHEX", 51.14, 4.34),
        # Written as decimals, though their figures might be minutes.
        ("GBSCT", 54.57, -1.32),
        ("CALWP", 49.25, -55.05),
    ],
)
def test_a_point_in_degrees_and_minutes_is_read_as_such(code: str, lat: float, lon: float) -> None:
    # 0.05 degrees are 5.6 km, a town with its quays; the wrong reading is 8 to 45 km off.
    assert LAYER.by_id(f"wpi:{code}").position.latlon == pytest.approx((lat, lon), abs=0.05)


@pytest.mark.parametrize(
    ("written", "namesakes", "read"),
    [
        ((51.17, 3.5), [], (51.28333, 3.83333)),
        ((-51.17, -3.5), [], (-51.28333, -3.83333)),
        # Sixty hundredths and more are no minutes, and three decimals are none.
        ((51.17, 3.62), [], (51.17, 3.62)),
        ((51.171, 3.5), [], (51.171, 3.5)),
        # Twentieths are three minutes each: nothing tells.
        ((51.15, 3.5), [], (51.15, 3.5)),
        ((51.15, 3.5), [town("NL", 51.26, 3.84)], (51.25, 3.83333)),
        ((51.17, 3.5), [town("NL", 51.18, 3.51)], (51.17, 3.5)),
        # A namesake at the other end of the country tells nothing.
        ((51.17, 3.5), [town("NL", 53.2, 6.5)], (51.28333, 3.83333)),
    ],
)
def test_a_namesake_nearby_or_else_the_figures_tell_how_a_point_is_written(
    written: tuple[float, float], namesakes: list[Place], read: tuple[float, float]
) -> None:
    assert read_point(*written, namesakes).latlon == pytest.approx(read, abs=1e-5)


def test_a_port_among_towns_of_another_country_stops_the_build() -> None:
    wrong = misplaced([port("ZAXXX", "ZA", 47.86, 35.1)], towns(town("UA", 47.87, 35.12)))
    assert wrong[0] == "wpi:ZAXXX Zaxxx: ZA, but Town 2 km is UA"


@pytest.mark.parametrize(
    "around",
    [
        (),
        (town("UA", 47.87, 35.12), town("ZA", 47.9, 35.1, "gn:2")),
        # A degree of latitude is 111 km.
        (town("UA", 47.98, 35.1),),
    ],
)
def test_a_port_far_from_towns_or_near_one_of_its_country_may_stay(around: tuple[Place, ...]) -> None:
    assert not [line for line in misplaced([port("ZAXXX", "ZA", 47.86, 35.1)], towns(*around)) if "ZAXXX" in line]


def test_a_reviewed_port_may_stay_and_one_that_needs_no_review_is_told() -> None:
    there = port("BNTSG", "BN", 4.893, 115.111)
    assert not [line for line in misplaced([there], towns(town("MY", 4.9, 115.2))) if "BNTSG" in line]
    assert "wpi:BNTSG is reviewed, but lies where its code says" in misplaced([there], towns())


def test_ports_that_lie_elsewhere_than_their_names_say_are_not_in_the_layer() -> None:
    codes = left_out()
    assert len(codes) > 150
    assert [code for code in sorted(codes) if f"wpi:{code}" in LAYER] == []


@pytest.mark.parametrize("code", ["NLRTM", "USHSH", "MXPXM", "CACTM", "BRSUA", "KRMAS"])
def test_a_port_far_from_another_town_of_its_name_stays(code: str) -> None:
    assert f"wpi:{code}" in LAYER
