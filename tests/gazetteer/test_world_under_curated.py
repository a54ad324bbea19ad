"""The gazetteer with the world under it: each place once, and as the curated rows have it."""

from __future__ import annotations

import pytest

from routes.gazetteer import Gazetteer
from routes.gazetteer.store import NameClass
from routes.gazetteer.twins import find_twin
from routes.model import Place, PlaceKind, Position

CURATED = Gazetteer.curated()
WORLD = Gazetteer.world()
HEADER = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n"


def ids(name: str, gazetteer: Gazetteer = WORLD) -> list[str]:
    return [match.place.id for match in gazetteer.find(name)]


@pytest.mark.parametrize(
    "name", ["Najin", "Bakhmut", "Vostochny", "Georgia", "Washington", "New York", "Danube", "Paris"]
)
def test_what_the_curated_rows_find_comes_first(name: str) -> None:
    curated = ids(name, CURATED)
    assert ids(name)[: len(curated)] == curated


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Київ", "ua-kyiv"),
        ("Kijów", "ua-kyiv"),
        ("Rajin", "kp-najin"),
        ("Russland", "ru"),
        ("Danube", "danube"),
        ("Crimea", "ua-crimea"),
    ],
)
def test_a_place_that_both_have_is_found_once(name: str, ident: str) -> None:
    assert [each for each in ids(name) if not each.startswith("gn:")] == [ident]


def test_a_place_of_the_world_alone_is_found() -> None:
    assert CURATED.find("Orange County") == ()
    assert len(ids("Orange County")) == 8


def test_a_curated_place_learns_its_divisions_and_people_from_the_world() -> None:
    (state,) = (match.place for match in WORLD.find("Texas") if match.place.id == "us-texas")
    assert (state.admin1, state.admin2) == ("TX", None)
    assert state.population is not None
    assert state.population > 20_000_000
    known = CURATED.by_id("us-texas")
    assert known is not None
    assert known.admin1 is None
    assert WORLD.by_id("us-texas") == state


def test_postal_codes_and_demonyms_are_found_on_demand_alone() -> None:
    assert "us-indiana" not in ids("IN")
    matches = {match.place.id: match.name_class for match in WORLD.find("IN", extra=True)}
    assert matches["us-indiana"] is NameClass.POSTAL
    assert WORLD.find("in", extra=True) == ()
    (texans,) = WORLD.find("Texans", extra=True)
    assert (texans.place.id, texans.name_class) == ("us-texas", NameClass.DEMONYM)


def test_a_match_by_an_alternate_is_written_as_it_was_asked_for() -> None:
    (match,) = WORLD.find("Kijów")
    assert (match.name, match.is_alias, match.name_class) == ("Kijów", True, NameClass.ALTERNATE)


def test_an_abbreviation_is_no_word_in_small_letters() -> None:
    assert "us" in ids("US")
    assert "us" not in ids("us")


def test_many_forms_are_known_from_both() -> None:
    assert WORLD.known(["vostochny cosmodrome", "orange county", "zzyzzk"]) == {"vostochny cosmodrome", "orange county"}
    assert CURATED.known(["vostochny cosmodrome", "orange county"]) == {"vostochny cosmodrome"}


def test_near_a_curated_place_its_twin_is_not_shown() -> None:
    found = [place.id for place, _ in WORLD.near(Position(lat=50.4546, lon=30.5238), 3000)]
    assert "ua-kyiv" in found
    assert "gn:703448" not in found


def test_near_a_village_the_world_knows_it() -> None:
    # Aurora in Oregon; 45.231 N 122.756 W in GeoNames.
    found = [place.name for place, _ in WORLD.near(Position(lat=45.231, lon=-122.756), 1500)]
    assert "Aurora" in found


def test_a_row_of_the_user_covers_the_world_too() -> None:
    mine = WORLD.with_layer(f"{HEADER}my-place,Aurora,village,US,45.231,-122.756,1,,,mine,\n", "mine.csv")
    near = [place.id for place, _ in mine.near(Position(lat=45.231, lon=-122.756), 1500)]
    assert ids("Aurora", mine)[0] == "my-place"
    assert "my-place" in near
    assert set(ids("Aurora")) - set(ids("Aurora", mine)) == {"gn:5711906"}
    assert mine.is_users("my-place")
    assert not mine.is_users("ua-kyiv")


def test_two_towns_of_one_name_on_both_sides_of_a_state_line_stay_two() -> None:
    found = {match.place.admin1: match.place.id for match in WORLD.find("Kansas City")}
    assert found["MO"] == "us-kansas-city"
    assert found["KS"] == "gn:4273837"


def test_a_row_of_the_user_is_the_town_on_its_side_of_the_state_line() -> None:
    mine = WORLD.with_layer(f"{HEADER}my-city,Kansas City,city,US,39.114,-94.627,4,,,mine,\n", "mine.csv")
    found = {match.place.admin1: match.place.id for match in mine.find("Kansas City")}
    assert (found["KS"], found["MO"]) == ("my-city", "us-kansas-city")


def test_a_misspelt_city_is_found_in_the_world() -> None:
    assert CURATED.fuzzy("Chattanoga") == ()
    assert WORLD.fuzzy("Chattanoga")[0].place.admin1 == "TN"


def test_the_world_has_a_hash_of_its_own() -> None:
    assert WORLD.content_hash == CURATED.content_hash
    assert CURATED.world_hash is None
    assert WORLD.world_hash is not None


def place(kind: PlaceKind, lat: float, lon: float, extent_km: float = 1.0, **more: str) -> Place:
    return Place(
        "x",
        "X",
        kind,
        more.get("country", "US"),
        Position(lat=lat, lon=lon),
        extent_km,
        admin1=more.get("admin1"),
        admin2=more.get("admin2"),
    )


@pytest.mark.parametrize(
    ("a", "b", "is_same"),
    [
        # One degree of latitude is 111 km.
        (place(PlaceKind.CITY, 40, 0), place(PlaceKind.VILLAGE, 40.1, 0), True),
        (place(PlaceKind.CITY, 40, 0), place(PlaceKind.CITY, 40.2, 0), False),
        (place(PlaceKind.CITY, 40, 0, 20), place(PlaceKind.CITY, 40.17, 0, 19), True),
        (place(PlaceKind.PORT, 40, 0), place(PlaceKind.CITY, 40.1, 0), True),
        (place(PlaceKind.CITY, 40, 0), place(PlaceKind.DIVISION, 40, 0, 300), False),
        (place(PlaceKind.DIVISION, 40, 0, 300), place(PlaceKind.DIVISION, 42, 0, 280), True),
        (place(PlaceKind.DIVISION, 40, 0, 300), place(PlaceKind.DIVISION, 42, 0, 20, admin2="1"), False),
        (place(PlaceKind.COUNTRY, 40, 0, 300), place(PlaceKind.DIVISION, 40, 0, 300), False),
        (place(PlaceKind.COUNTRY, 60, 0, 300), place(PlaceKind.TERRITORY, 0, 90, 300), True),
        (place(PlaceKind.COUNTRY, 24, 121, 200), place(PlaceKind.ISLAND, 23.7, 121, 190), True),
        (place(PlaceKind.RIVER, 40, 0, 0), place(PlaceKind.RIVER, 43, 0, 700), True),
        (place(PlaceKind.RIVER, 40, 0, 700), place(PlaceKind.CITY, 40, 0), False),
        (place(PlaceKind.SPACEPORT, 40, 0), place(PlaceKind.VILLAGE, 40, 0), False),
        (place(PlaceKind.CITY, 40, 0, country="MX"), place(PlaceKind.CITY, 40, 0), False),
        (place(PlaceKind.CITY, 40, 0, admin1="KS"), place(PlaceKind.CITY, 40, 0.05, admin1="MO"), False),
        (place(PlaceKind.CITY, 40, 0, admin1="KS"), place(PlaceKind.CITY, 40, 0.05), True),
        (place(PlaceKind.PORT, 40, 0, admin1="KS"), place(PlaceKind.CITY, 40, 0.05, admin1="MO"), True),
        (place(PlaceKind.ISLAND, 0, 179.99), place(PlaceKind.ISLAND, 0, -179.99), True),
    ],
)
def test_two_records_are_one_place_where_kind_and_nearness_say_so(a: Place, b: Place, *, is_same: bool) -> None:
    assert (find_twin(a, [b]) is not None) == is_same
    assert (find_twin(b, [a]) is not None) == is_same


def test_of_several_towns_the_nearest_is_the_twin() -> None:
    far, near = place(PlaceKind.CITY, 40.1, 0), place(PlaceKind.VILLAGE, 40.01, 0)
    assert find_twin(place(PlaceKind.CITY, 40, 0), [far, near]) == near
