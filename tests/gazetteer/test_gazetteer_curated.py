"""What gazetteer.csv holds."""

from collections import Counter

import pytest
from geographiclib.geodesic import Geodesic

from routes import resources
from routes.gazetteer import Gazetteer, check_rows, fold
from routes.gazetteer.checks import COUNTRY_CODES
from routes.model import Place, PlaceKind

GAZETTEER = Gazetteer.curated()


def best(name: str) -> Place:
    return GAZETTEER.find(name)[0].place


def test_the_file_has_no_fault() -> None:
    assert check_rows(resources.read_text("gazetteer.csv"), "gazetteer.csv") == ()


@pytest.mark.parametrize(
    ("kind", "at_least"),
    [
        (PlaceKind.COUNTRY, 197),
        (PlaceKind.TERRITORY, 45),
        (PlaceKind.CAPITAL, 220),
        (PlaceKind.CITY, 500),
        (PlaceKind.PORT, 300),
        (PlaceKind.NAVAL_BASE, 30),
        (PlaceKind.MILITARY_BASE, 35),
        (PlaceKind.DEPOT, 8),
        (PlaceKind.SPACEPORT, 18),
        (PlaceKind.BORDER_CROSSING, 40),
        (PlaceKind.SEA, 50),
        (PlaceKind.OCEAN, 5),
        (PlaceKind.GULF, 35),
        (PlaceKind.STRAIT, 40),
        (PlaceKind.CANAL, 8),
        (PlaceKind.RIVER, 60),
        (PlaceKind.DIVISION, 200),
        (PlaceKind.REGION, 50),
        (PlaceKind.DISPUTED_AREA, 15),
        (PlaceKind.CONTINENT, 6),
        (PlaceKind.AIRPORT, 25),
    ],
)
def test_there_are_at_least_so_many_places_of_a_kind(kind: PlaceKind, at_least: int) -> None:
    assert Counter(place.kind for place in GAZETTEER.places)[kind] >= at_least


def test_every_row_has_a_source() -> None:
    assert [place.id for place in GAZETTEER.places if not place.source] == []


def test_rows_stand_in_groups_of_one_kind_sorted_by_id() -> None:
    places = GAZETTEER.places
    groups = list(dict.fromkeys(place.kind for place in places))
    assert sorted(places, key=lambda place: (groups.index(place.kind), place.id)) == list(places)


def test_no_row_repeats_one_of_its_own_names() -> None:
    for place in GAZETTEER.places:
        # "US" and "America" may stand beside each other, "Kyiv" and "Kyïv" need not.
        names = [fold(name) for name in (place.name, *place.aliases)]
        assert len(set(names)) == len(names), place.id


# The points that published imagery analyses and public gazetteers give for the places of the story.
@pytest.mark.parametrize(
    ("name", "lat", "lon", "country"),
    [
        ("Najin", 42.2271, 130.2826, "KP"),
        ("Rajin", 42.2271, 130.2826, "KP"),
        ("Rason", 42.2271, 130.2826, "KP"),
        ("나진", 42.2271, 130.2826, "KP"),
        ("Раджин", 42.2271, 130.2826, "KP"),
        ("Dunay", 42.8790, 132.3350, "RU"),
        ("Dunai", 42.8790, 132.3350, "RU"),
        ("Tikhoretsk", 45.8547, 40.1253, "RU"),
        ("Тихорецк", 45.8547, 40.1253, "RU"),
        ("Tikhoretsk ammunition depot", 45.8884, 40.0424, "RU"),
        ("Vostochny Cosmodrome", 51.884, 128.333, "RU"),
        ("Pyongyang", 39.0339, 125.7543, "KP"),
        ("Moscow", 55.7522, 37.6156, "RU"),
        ("Vladivostok", 43.1056, 131.8735, "RU"),
        # GeoNames and the World Port Index
        ("Vostochny Port", 42.7333, 133.05, "RU"),
        ("Bakhmut", 48.5949, 37.9996, "UA"),
        ("Kerch", 45.3607, 36.4706, "UA"),
        ("Chongjin", 41.7956, 129.7758, "KP"),
        ("Rotterdam", 51.9225, 4.4792, "NL"),
        ("Novorossiysk", 44.7244, 37.7675, "RU"),
    ],
)
def test_a_place_of_the_news_lies_where_others_put_it(name: str, lat: float, lon: float, country: str) -> None:
    place = best(name)
    distance_m = Geodesic.WGS84.Inverse(lat, lon, place.position.lat, place.position.lon)["s12"]
    # 10 km is what a reader may be led astray by.
    assert distance_m <= 10_000
    assert place.country == country


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Strait of Hormuz", PlaceKind.STRAIT),
        ("Kerch Strait", PlaceKind.STRAIT),
        ("Bosphorus", PlaceKind.STRAIT),
        ("Bosporus", PlaceKind.STRAIT),
        ("Bab el-Mandeb", PlaceKind.STRAIT),
        ("Suez Canal", PlaceKind.CANAL),
        ("Panama Canal", PlaceKind.CANAL),
        ("Sea of Japan", PlaceKind.SEA),
        ("East Sea", PlaceKind.SEA),
        ("Donbas", PlaceKind.REGION),
        ("Crimea", PlaceKind.DISPUTED_AREA),
        ("Angara", PlaceKind.RIVER),
        ("Ankara", PlaceKind.CAPITAL),
        ("Robotyne", PlaceKind.VILLAGE),
        ("Zaporizhzhia NPP", PlaceKind.POWER_PLANT),
        ("Snake Island", PlaceKind.ISLAND),
        ("Kerch bridge", PlaceKind.BRIDGE),
        ("Trans-Siberian", PlaceKind.RAILWAY),
        ("Sohae", PlaceKind.SPACEPORT),
        ("Tongchang-ri", PlaceKind.SPACEPORT),
        ("Punggye-ri", PlaceKind.FACILITY),
        ("Toropets arsenal", PlaceKind.DEPOT),
        ("Hmeimim", PlaceKind.MILITARY_BASE),
        ("Zabaikalsk", PlaceKind.BORDER_CROSSING),
        ("Kerem Shalom", PlaceKind.BORDER_CROSSING),
        ("Africa", PlaceKind.CONTINENT),
        ("Kursk region", PlaceKind.DIVISION),
    ],
)
def test_a_name_of_the_news_is_of_its_kind(name: str, kind: PlaceKind) -> None:
    assert best(name).kind is kind


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "US"),
        ("US", "US"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("United States", "US"),
        ("America", "US"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("Britain", "GB"),
        ("DPRK", "KP"),
        ("North Korea", "KP"),
        ("ROK", "KR"),
        ("South Korea", "KR"),
        ("UAE", "AE"),
        ("U.A.E.", "AE"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("Türkiye", "TR"),
        ("Czechia", "CZ"),
        ("Burma", "MM"),
        ("Côte d’Ivoire", "CI"),
        ("Россия", "RU"),
        ("대한민국", "KR"),
    ],
)
def test_a_country_goes_by_the_names_that_people_write(name: str, code: str) -> None:
    assert best(name) == GAZETTEER.country(code)


@pytest.mark.parametrize(
    ("old", "now"),
    [("Kiev", "Kyiv"), ("Odessa", "Odesa"), ("Bombay", "Mumbai"), ("Rangoon", "Yangon"), ("Kharkov", "Kharkiv")],
)
def test_an_old_name_finds_the_place(old: str, now: str) -> None:
    assert best(old) == best(now)


@pytest.mark.parametrize("word", ["us", "Us", "Is", "it", "Rok", "car", "dmz"])
def test_a_word_is_not_taken_for_an_acronym(word: str) -> None:
    assert GAZETTEER.find(word) == ()


def test_no_row_carries_the_misspelling() -> None:
    assert GAZETTEER.find("Tikhorestk") == ()


def test_every_country_has_a_capital() -> None:
    countries = [place.country for place in GAZETTEER.places if place.kind is PlaceKind.COUNTRY]
    assert [code for code in countries if code and GAZETTEER.capital_of(code) is None] == []


def test_every_place_lies_in_its_country() -> None:
    # The extents of these leave out what lies oceans away: Alaska and Hawaii, the Canaries, the Azores, Pratas.
    scattered = {"US", "ES", "PT", "TW"}
    astray = []
    for place in GAZETTEER.places:
        country = GAZETTEER.country(place.country) if place.country else None
        if country is None or place.country in scattered:
            continue
        apart_m = Geodesic.WGS84.Inverse(*place.position.latlon, *country.position.latlon)["s12"]
        # A tenth for the coarse outlines that the extents were measured on, 20 km for islets and harbours.
        if apart_m > 1100 * country.extent_km + 20_000:
            astray.append(place.id)
    assert astray == []


def test_every_inhabited_country_code_has_a_place() -> None:
    # Antarctica is a continent; the others have no inhabitants but guests.
    assert {code for code in COUNTRY_CODES if GAZETTEER.country(code) is None} == {"AQ", "BV", "HM", "TF", "UM"}


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Zaporizhzhia nuclear plant", "ua-zaporizhzhia-nuclear-power-plant"),
        ("Zaporizhzhia NPP", "ua-zaporizhzhia-nuclear-power-plant"),
        ("Zaporozhye nuclear power station", "ua-zaporizhzhia-nuclear-power-plant"),
        ("Kursk nuclear power plant", "ru-kursk-nuclear-power-plant"),
        ("Chernobyl nuclear power plant", "ua-chornobyl-nuclear-power-plant"),
        ("Chernobyl nuclear power station", "ua-chornobyl-nuclear-power-plant"),
        ("Fukushima Daiichi", "jp-fukushima-daiichi"),
        ("Fukushima Dai-ichi nuclear power plant", "jp-fukushima-daiichi"),
        ("Leningrad NPP", "ru-leningrad-nuclear-power-plant"),
        ("Kashiwazaki-Kariwa nuclear power plant", "jp-kashiwazaki-kariwa-nuclear-power-plant"),
        ("Barakah nuclear power plant", "ae-barakah-nuclear-power-plant"),
        ("Akkuyu nuclear plant", "tr-akkuyu-nuclear-power-plant"),
        ("Hinkley Point", "gb-hinkley-point-nuclear-power-plant"),
        ("Three Mile Island", "us-three-mile-island-nuclear-power-plant"),
        ("Sellafield", "gb-sellafield"),
    ],
)
def test_a_power_plant_is_found_by_its_long_and_its_short_name(name: str, ident: str) -> None:
    assert best(name).id == ident


# A plant lies in the country whose code it has: the town that lent it the name, or the next one, by GeoNames.
@pytest.mark.parametrize("place", [p for p in GAZETTEER.places if p.kind is PlaceKind.POWER_PLANT], ids=lambda p: p.id)
def test_a_power_plant_lies_near_other_places_of_its_country(place: Place) -> None:
    # Barakah in the desert is 53 km from the port of Ruwais; the others are nearer to theirs.
    near = Gazetteer.world().near(place.position, 60_000)
    assert place.country in [other.country for other, _ in near if other.id != place.id and not other.kind.is_area]


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Atlantic", "atlantic-ocean"),
        ("Pacific", "pacific-ocean"),
        ("Indian Ocean", "indian-ocean"),
        ("Mediterranean", "mediterranean-sea"),
        ("the Gulf", "persian-gulf"),
        ("Arctic", "arctic"),
        ("Caribbean", "caribbean-sea"),
        ("Baltic", "baltic-sea"),
        ("Adriatic", "adriatic-sea"),
        ("Aegean", "aegean-sea"),
        ("Caspian", "caspian-sea"),
        ("EU", "european-union"),
        ("European Union", "european-union"),
        ("Benelux", "benelux"),
    ],
)
def test_a_water_or_a_union_is_found_by_its_short_name(name: str, ident: str) -> None:
    assert ident in [match.place.id for match in GAZETTEER.find(name)]
    assert Gazetteer.world().find(name)[0].place.id in {ident, "gulf-of-mexico"}


def test_the_point_of_the_european_union_is_told() -> None:
    union = best("European Union")
    # IGN France, at the withdrawal of the United Kingdom: 9 54' 7" E, 49 50' 35" N.
    assert union.position.lat == pytest.approx(49.8431, abs=1e-4)
    assert union.position.lon == pytest.approx(9.9019, abs=1e-4)
    assert "centre" in union.note
