"""What the world layer of the package holds."""

from __future__ import annotations

import pytest

from routes import resources
from routes.gazetteer.build import content_hash
from routes.gazetteer.fold import fold
from routes.gazetteer.store import KIND_OF_CODE, NameClass
from routes.gazetteer.world import WORLD, WorldLayer
from routes.model import Place, PlaceKind

LAYER = WorldLayer()
MEGABYTE = 1_000_000


def places(name: str) -> list[Place]:
    return [entry.place for entry in LAYER.named(fold(name))]


def test_the_hash_in_the_file_is_that_of_its_rows() -> None:
    assert content_hash(resources.database(WORLD)) == LAYER.content_hash


def test_the_file_keeps_within_its_size() -> None:
    assert len(resources.read_bytes(WORLD)) <= 40 * MEGABYTE


@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        (PlaceKind.CITY, 65_000),
        (PlaceKind.VILLAGE, 160_000),
        (PlaceKind.CAPITAL, 230),
        (PlaceKind.COUNTRY, 193),
        (PlaceKind.TERRITORY, 45),
        (PlaceKind.DIVISION, 37_000),
        (PlaceKind.AIRPORT, 7_500),
        (PlaceKind.PORT, 3_700),
        (PlaceKind.RIVER, 1_000),
        (PlaceKind.LAKE, 700),
        (PlaceKind.MOUNTAIN, 800),
        (PlaceKind.ISLAND, 550),
        (PlaceKind.SEA, 70),
        (PlaceKind.STRAIT, 50),
        (PlaceKind.GULF, 150),
        (PlaceKind.CAPE, 160),
        (PlaceKind.REGION, 300),
    ],
)
def test_there_are_as_many_places_of_a_kind_as_the_sources_have(kind: PlaceKind, floor: int) -> None:
    assert int(LAYER.meta[f"places of kind {kind.value}"]) >= floor


def test_the_codes_of_kinds_in_the_file_are_those_of_the_code() -> None:
    rows = resources.database(WORLD).execute("SELECT code, kind FROM kinds ORDER BY code").fetchall()
    assert rows == [(code, kind.value) for code, kind in enumerate(KIND_OF_CODE)]


def test_every_cell_lists_its_places_once() -> None:
    (listed,) = resources.database(WORLD).execute("SELECT sum(length(numbers)) / 4 FROM cells").fetchone()
    assert listed == int(LAYER.meta["places"])


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        # GeoNames' points, read from its web pages.
        ("Najin", "KP", 42.256, 130.283),
        ("Dunay", "RU", 42.879, 132.335),
        ("Tikhoretsk", "RU", 45.855, 40.125),
        ("Bakhmut", "UA", 48.595, 38.000),
        ("Kyiv", "UA", 50.455, 30.524),
    ],
)
def test_a_place_of_the_news_lies_where_geonames_has_it(name: str, country: str, lat: float, lon: float) -> None:
    found = next(place for place in places(name) if place.country == country and place.kind.is_settlement)
    # A thousandth of a degree is the precision of the figures above.
    assert found.position.latlon == pytest.approx((lat, lon), abs=0.01)


@pytest.mark.parametrize("name", ["Kyiv", "Kiev", "Київ", "Киев", "Kijów", "キーウ", "基輔"])
def test_a_city_is_found_by_what_others_call_it(name: str) -> None:
    assert places(name)[0].id == "gn:703448"


@pytest.mark.parametrize("name", ["Dunay", "Dunai", "Дунай"])
def test_dunay_is_found_in_all_its_spellings(name: str) -> None:
    assert "gn:2024800" in {place.id for place in places(name)}


@pytest.mark.parametrize("name", ["Russia", "Russland", "Россия", "러시아", "俄罗斯", "Rusia", "روسيا"])
def test_a_country_is_found_in_the_major_languages(name: str) -> None:
    assert places(name)[0].country == "RU"
    assert places(name)[0].kind is PlaceKind.COUNTRY


def test_georgia_is_a_country_and_a_state() -> None:
    assert [(place.kind, place.country) for place in places("Georgia")[:2]] == [
        (PlaceKind.COUNTRY, "GE"),
        (PlaceKind.DIVISION, "US"),
    ]


@pytest.mark.parametrize(("name", "admin1"), [("Washington", {"DC", "WA"}), ("New York", {"NY"})])
def test_city_and_state_of_one_name_are_both_there(name: str, admin1: set[str]) -> None:
    of_us = [place for place in places(name) if place.country == "US"][:2]
    assert {place.kind.is_settlement for place in of_us} == {True, False}
    assert {place.admin1 for place in of_us} == admin1


def test_springfield_is_the_name_of_many() -> None:
    assert len(places("Springfield")) > 20


def test_paris_in_texas_knows_its_state_and_county() -> None:
    (paris,) = (place for place in places("Paris") if place.admin1 == "TX")
    # Lamar County has the FIPS code 48277.
    assert (paris.country, paris.admin2) == ("US", "277")


@pytest.mark.parametrize("name", ["Lamar County", "Lamar"])
def test_a_county_is_found_with_and_without_the_word(name: str) -> None:
    assert any((place.kind, place.admin1, place.admin2) == (PlaceKind.DIVISION, "TX", "277") for place in places(name))


def test_the_danube_and_the_village_called_vostochny_are_there() -> None:
    assert places("Danube")[0].kind is PlaceKind.RIVER
    # Two villages and a port bear the name; the spaceport does not stand in the sources.
    assert {place.kind for place in places("Vostochny")} == {PlaceKind.VILLAGE, PlaceKind.PORT}


@pytest.mark.parametrize(
    ("written", "country", "admin1"),
    [
        ("U.S.", "US", None),
        ("UAE", "AE", None),
        ("U.K.", "GB", None),
        ("N.C.", "US", "NC"),
        ("Ind.", "US", "IN"),
        ("Calif.", "US", "CA"),
        ("B.C.", "CA", "02"),
        ("NSW", "AU", "02"),
    ],
)
def test_an_abbreviation_stands_for_its_country_or_state(written: str, country: str, admin1: str | None) -> None:
    found = [entry for entry in LAYER.named(fold(written)) if entry.name_class is NameClass.ABBREVIATION]
    assert [(entry.place.country, entry.place.admin1) for entry in found] == [(country, admin1)]


def test_a_postal_code_is_no_name_by_itself() -> None:
    assert "US" not in {place.country for place in places("IN")}
    (entry,) = LAYER.named_apart("in")
    assert (entry.name_class, entry.place.name, entry.written) == (NameClass.POSTAL, "Indiana", "IN")


def test_a_demonym_is_no_name_by_itself() -> None:
    assert places("Texans") == []
    assert [entry.place.admin1 for entry in LAYER.named_apart("texans")] == ["TX"]


# The middle of the box around its towns may lie this far from GeoNames' point of a state (median 20 km, worst 110).
STATE_TOLERANCE_DEGREES = 1.5


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    # GeoNames' points of some states; they are the middle of the state to a quarter of a degree.
    [("TX", 31.25, -99.25), ("OH", 40.25, -83.0), ("GA", 32.75, -83.5), ("IN", 40.0, -86.25), ("NY", 43.0, -75.5)],
)
def test_a_state_has_its_point_near_its_middle(code: str, lat: float, lon: float) -> None:
    entries = [*LAYER.named(code.lower()), *LAYER.named_apart(code.lower())]
    (entry,) = (each for each in entries if (each.place.country, each.place.admin1) == ("US", code))
    assert entry.place.position.latlon == pytest.approx((lat, lon), abs=STATE_TOLERANCE_DEGREES)
    assert 100 < entry.place.extent_km < 900


def test_a_division_across_the_180th_meridian_has_its_point_in_itself() -> None:
    (chukotka,) = (place for place in places("Chukotka") if place.kind is PlaceKind.DIVISION)
    # Anadyr lies at 177.5 E, Provideniya at 173.2 W.
    assert chukotka.position.lon > 160 or chukotka.position.lon < -170
