"""Places by name, id, country and nearness, in layers."""

import subprocess
import sys

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from routes.gazetteer import Gazetteer, demonym_country
from routes.model import PlaceKind, Position

GAZETTEER = Gazetteer.curated()
HEADER = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n"


def ids(name: str, gazetteer: Gazetteer = GAZETTEER) -> list[str]:
    return [match.place.id for match in gazetteer.find(name)]


@pytest.mark.parametrize(
    ("name", "all_of"),
    [
        ("Vostochny", ["ru-vostochny-cosmodrome", "ru-vostochny-port"]),
        ("Восточный", ["ru-vostochny-cosmodrome", "ru-vostochny-port"]),
        ("Дунай", ["danube", "ru-dunay"]),
        ("Georgia", ["ge", "us-georgia-state"]),
        ("Washington", ["us-washington", "us-washington-state"]),
        ("New York", ["us-new-york", "us-new-york-state"]),
        ("Tripoli", ["ly-tripoli", "lb-tripoli"]),
        ("Plymouth", ["gb-plymouth", "ms-plymouth"]),
        ("Kingston", ["jm-kingston", "nf-kingston"]),
        ("San Jose", ["cr-san-jose", "us-san-jose"]),
        ("Brest", ["by-brest", "fr-brest"]),
        ("Congo", ["cd", "cg"]),
        ("두만강", ["tumen-river", "kp-tumangang"]),
        ("Paris", ["fr-paris"]),
    ],
)
def test_namesakes_are_all_found_the_best_known_first(name: str, all_of: list[str]) -> None:
    assert ids(name) == all_of


def test_a_main_name_comes_before_an_alias() -> None:
    matches = GAZETTEER.find("Mississippi")
    assert [(match.place.kind, match.is_alias) for match in matches] == [
        (PlaceKind.DIVISION, False),
        (PlaceKind.RIVER, True),
    ]


def test_a_match_says_how_the_gazetteer_writes_the_name() -> None:
    (match,) = GAZETTEER.find("RAJIN")
    assert (match.name, match.is_alias, match.place.name) == ("Rajin", True, "Najin")


@pytest.mark.parametrize("name", ["", "   ", "...", "Xyzzy", "Najin Najin", "N", "\x00"])
def test_what_is_no_name_finds_nothing(name: str) -> None:
    assert GAZETTEER.find(name) == ()
    assert GAZETTEER.fuzzy("" if name == "N" else name) == ()


@given(st.text())
def test_any_text_may_be_asked_for(name: str) -> None:
    assert all(match.place in GAZETTEER.places for match in GAZETTEER.find(name))
    assert len(GAZETTEER.fuzzy(name, limit=3)) <= 3


def test_every_name_of_every_place_finds_it() -> None:
    for place in GAZETTEER.places:
        for name in (place.name, *place.aliases):
            assert place.id in ids(name), name


def test_the_longest_name_bounds_every_name() -> None:
    assert max(len(place.name.split()) for place in GAZETTEER.places) <= GAZETTEER.longest_name_words < 15


def test_a_country_and_its_capital_are_found_by_code() -> None:
    country, capital = GAZETTEER.country("KP"), GAZETTEER.capital_of("KP")
    assert country is not None
    assert capital is not None
    assert (country.name, capital.name) == ("North Korea", "Pyongyang")
    assert GAZETTEER.country("ZZ") is None
    assert GAZETTEER.capital_of("AQ") is None


def test_a_territory_with_its_own_code_stands_in_for_a_country() -> None:
    greenland = GAZETTEER.country("GL")
    assert greenland is not None
    assert greenland.kind is PlaceKind.TERRITORY


def test_the_user_row_comes_first_for_its_name() -> None:
    own = GAZETTEER.with_layer(HEADER + "xx-paris,Paris,city,US,33.66,-95.56,4,,24171,own,\n", "own.csv")
    assert ids("Paris", own) == ["xx-paris", "fr-paris"]
    assert ids("Paris") == ["fr-paris"]


def test_the_user_alias_comes_before_our_main_name() -> None:
    own = GAZETTEER.with_layer(HEADER + "xx-dock,Our dock,port,RU,42.9,132.3,1,Dunay,,own,\n", "own.csv")
    assert ids("Dunay", own) == ["xx-dock", "ru-dunay"]


def test_the_user_row_takes_the_place_of_the_row_with_its_id() -> None:
    own = GAZETTEER.with_layer(HEADER + "kp-najin,Najin pier,port,KP,42.23,130.29,1,,,own,\n", "own.csv")
    assert ids("Rajin", own) == []
    assert ids("Najin pier", own) == ["kp-najin"]
    najin = own.by_id("kp-najin")
    assert najin is not None
    assert najin.source == "own"
    assert len(own.places) == len(GAZETTEER.places)
    assert [place.source for place, _ in own.near(Position(lat=42.23, lon=130.29), 500)] == ["own"]


def test_the_user_names_are_corrected_too() -> None:
    own = GAZETTEER.with_layer(HEADER + "xx-q,Quillborough,city,GB,51.0,-1.0,1,,,own,\n", "own.csv")
    assert [match.place.id for match in own.fuzzy("Quilborough")] == ["xx-q"]


def test_the_hash_changes_with_the_content() -> None:
    own = GAZETTEER.with_layer(HEADER + "xx-q,Quillborough,city,GB,51.0,-1.0,1,,,own,\n", "own.csv")
    assert GAZETTEER.content_hash != own.content_hash
    assert len(own.content_hash) == 16
    assert Gazetteer.curated() is GAZETTEER


def test_the_depot_is_near_its_town() -> None:
    town = GAZETTEER.find("Tikhoretsk")[0].place
    near = GAZETTEER.near(town.position, 10_000)
    assert [place.id for place, _ in near] == ["ru-tikhoretsk", "ru-tikhoretsk-depot"]
    # 7.45 km by the coordinates that imagery analyses give.
    assert near[1][1] == pytest.approx(7_450, abs=60)


@pytest.mark.parametrize(
    ("lat", "lon", "radius_km"),
    [
        (52.0, 179.9, 1500),
        (52.0, -179.9, 1500),
        (-17.0, 180.0, 900),
        (89.9, 10.0, 1500),
        (-90.0, 0.0, 4000),
        (0, 0, 25),
    ],
)
def test_nearness_is_right_across_the_antimeridian_and_at_the_poles(lat: float, lon: float, radius_km: float) -> None:
    expected = {
        place.id
        for place in GAZETTEER.places
        if Geodesic.WGS84.Inverse(lat, lon, *place.position.latlon)["s12"] <= radius_km * 1000
    }
    found = GAZETTEER.near(Position(lat=lat, lon=lon), radius_km * 1000)
    assert {place.id for place, _ in found} == expected
    assert [distance for _, distance in found] == sorted(distance for _, distance in found)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("American", "US"),
        ("British", "GB"),
        ("North Korean", "KP"),
        ("North Koreans", "KP"),
        ("South Korean", "KR"),
        ("Emirati", "AE"),
        ("Soviet", "RU"),
        ("Russian", "RU"),
        ("Ukrainian", "UA"),
        ("Dutch", "NL"),
        ("Burkinabé", "BF"),
        ("Swiss", "CH"),
        ("Frenchmen", "FR"),
        ("Somalis", "SO"),
        ("Georgian", "GE"),
        ("English", "GB"),
        ("Scottish", "GB"),
        ("Welsh", "GB"),
        ("Chechen", "RU"),
        ("Siberian", "RU"),
        ("Uyghurs", "CN"),
        ("Hong Konger", "HK"),
        ("Corsican", "FR"),
    ],
)
def test_a_demonym_names_its_country(word: str, code: str) -> None:
    assert demonym_country(word) == code


@pytest.mark.parametrize("word", ["polish", "Russia", "Korea", "", "Danube", "turkey", "Angara"])
def test_what_is_no_demonym_names_none(word: str) -> None:
    assert demonym_country(word) is None


@pytest.mark.parametrize(
    ("word", "ident"),
    [
        ("Texan", "us-texas"),
        ("Californian", "us-california"),
        ("Catalan", "es-catalonia"),
        ("Bavarian", "de-bavaria"),
        ("Sicilian", "it-sicily"),
        ("Crimean", "ua-crimea"),
    ],
)
def test_a_word_for_the_people_of_a_division_names_the_division(word: str, ident: str) -> None:
    assert demonym_country(word) is None
    assert ident in [match.place.id for match in Gazetteer.world().find(word, extra=True)]


def test_the_demonyms_cover_the_countries() -> None:
    from routes import resources

    codes = {line.split(",")[1] for line in resources.read_text("demonyms.csv").splitlines()[1:]}
    countries = {place.country for place in GAZETTEER.places if place.kind is PlaceKind.COUNTRY}
    # Congolese and Dominican each belong to two countries; the larger has the word. The Vatican has none in use.
    assert countries - codes == {"CG", "DM", "VA"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "{'numpy', 'pyproj', 'shapely', 'geopy', 'rapidfuzz', 'folium', 'sqlite3'}"
    code = f"import sys, routes.gazetteer; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
