"""Ways by rail: which countries, which stations, what is said about them."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise

import pytest

from routes.errors import UsageError
from routes.geo import distance_m
from routes.model import Place, PlaceKind, Position
from routes.paths.rail import rail_route
from routes.paths.rail_network import rail_network
from routes.paths.rail_result import NoRailRoute, RailRoute
from tests.paths.rail_places import at, between, found


def place(name: str, country: str | None, lat: float, lon: float, extent_km: float = 3.0) -> Place:
    return Place(name, name, PlaceKind.CITY, country, Position(lat=lat, lon=lon), extent_km)


def pairs(count: int) -> list[tuple[str, str]]:
    names = sorted(rail_network().stations)
    draw = random.Random(6)  # noqa: S311 - no secret, the same pairs in every run
    return [(names[draw.randrange(len(names))], names[draw.randrange(len(names))]) for _ in range(count)]


def domestic_pairs(count: int) -> list[tuple[str, str]]:
    by_country: dict[str, list[str]] = {}
    for name, station in sorted(rail_network().stations.items()):
        by_country.setdefault(station.country, []).append(name)
    draw = random.Random(7)  # noqa: S311 - no secret, the same pairs in every run
    groups = [group for country, group in sorted(by_country.items()) if len(group) > 3]
    return [tuple(draw.sample(draw.choice(groups), 2)) for _ in range(count)]  # type: ignore[misc]  # two of a sample


def test_there_and_back_are_the_same_way() -> None:
    for origin, destination in pairs(40):
        there, back = rail_route(at(origin), at(destination)), rail_route(at(destination), at(origin))
        if isinstance(there, RailRoute) and isinstance(back, RailRoute):
            assert back.stations == there.stations[::-1]
            assert back.length_m == pytest.approx(there.length_m)
            assert len(back.borders) == len(there.borders)
        else:
            assert isinstance(there, NoRailRoute)
            assert isinstance(back, NoRailRoute)


def test_a_way_is_never_shorter_than_the_geodesic_and_its_line_is_unbroken() -> None:
    for origin, destination in pairs(40):
        route = rail_route(at(origin), at(destination))
        if isinstance(route, NoRailRoute):
            assert route.reason
            continue
        straight_m = distance_m(route.line[0], route.line[-1])
        # Stated lengths between town centres may fall short of the geodesic by the way to the stations.
        assert route.length_m > 0.97 * straight_m
        assert route.low_m <= route.length_m <= route.high_m
        assert max(distance_m(a, b) for a, b in pairwise(route.line)) < 51_000
        assert 0 <= route.share_stated <= 1


def test_a_way_inside_a_country_stays_in_it_or_says_why_not() -> None:
    for origin, destination in domestic_pairs(120):
        route = rail_route(at(origin), at(destination))
        country = rail_network().stations[origin].country
        if isinstance(route, RailRoute) and route.notes[0] != "there is no way by rail that crosses no border":
            assert set(route.countries) == {country}
            assert route.borders == ()


@pytest.mark.parametrize(
    "pair", [("Vladivostok", "Moscow"), ("Nakhodka", "Murmansk"), ("Khasan", "Simferopol"), ("Omsk", "Chelyabinsk")]
)
def test_from_the_far_east_no_way_takes_manchuria_for_a_short_cut(pair: tuple[str, str]) -> None:
    assert "CN" not in between(*pair).countries


def test_kaliningrad_is_reached_through_others_and_this_is_said() -> None:
    route = between("Kaliningrad", "Moscow")
    assert route.notes == ("there is no way by rail that crosses no border",)
    assert set(route.countries) == {"RU", "LT", "BY"}


def test_breaks_of_gauge_lie_at_marked_stations_only() -> None:
    stations = rail_network().stations
    for origin, destination in pairs(60):
        route = rail_route(at(origin), at(destination))
        if isinstance(route, RailRoute):
            assert all(stations[name].is_gauge_break for name in route.breaks_of_gauge)


@pytest.mark.parametrize(
    ("origin", "destination", "breaks"),
    [
        ("Beijing", "Warsaw", 2),
        ("Moscow", "Brest", 0),
        ("Tehran", "Istanbul", 0),
        ("Vladivostok", "Pyongyang", 1),
        ("Warsaw", "Madrid", 1),
        ("Almaty", "Urumqi", 1),
    ],
)
def test_goods_change_gauge_as_often_as_they_must(origin: str, destination: str, breaks: int) -> None:
    assert len(between(origin, destination).breaks_of_gauge) == breaks


def test_borders_are_told_in_order_with_the_station_before() -> None:
    route = found(rail_route(at("Beijing"), at("Moscow"), avoid=frozenset({"Manzhouli", "KZ"})))
    assert route.borders == (("CN", "MN", "Erenhot"), ("MN", "RU", "Sukhbaatar"))
    assert route.breaks_of_gauge == ("Erenhot",)
    assert route.countries == ("CN", "MN", "RU")


def test_a_border_station_can_be_kept_off_and_so_can_a_country() -> None:
    by_manzhouli = found(rail_route(at("Beijing"), at("Moscow"), avoid=frozenset({"MN", "KZ"})))
    assert by_manzhouli.borders == (("CN", "RU", "Manzhouli"),)
    none = rail_route(at("Beijing"), at("Moscow"), avoid=frozenset({"RU"}))
    assert isinstance(none, NoRailRoute)
    assert "without RU" in none.reason


def test_through_names_the_only_countries_that_may_be_passed() -> None:
    route = found(rail_route(at("Beijing"), at("Moscow"), through=frozenset({"KZ"})))
    assert set(route.countries) <= {"CN", "KZ", "RU"}
    closed_in = rail_route(at("Berlin"), at("Minsk"), through=frozenset())
    assert isinstance(closed_in, NoRailRoute)
    assert closed_in.reason == "the rail network here does not join Berlin and Minsk through BY, DE alone"


@pytest.mark.parametrize("words", [{"through": frozenset({"KZX"})}, {"avoid": frozenset({"Zabaykalsk"})}])
def test_a_wish_that_names_nothing_is_not_silently_passed_over(words: dict[str, frozenset[str]]) -> None:
    with pytest.raises(UsageError, match="the rail network has no country"):
        rail_route(at("Beijing"), at("Moscow"), **words)  # type: ignore[arg-type]  # one keyword at a time


def test_a_closed_stretch_is_used_only_where_nothing_else_leads_there() -> None:
    assert between("Seoul", "Pyongyang").closed == (("Munsan", "Kaesong", "2008-12"),)
    assert "Belgorod" not in between("Moscow", "Kyiv").stations
    assert between("Moscow", "Kyiv").closed == ()


def test_a_way_far_round_a_closed_stretch_says_so() -> None:
    route = between("Moscow", "Helsinki")
    assert route.length_m > 3_000_000
    assert [note for note in route.notes if note.endswith("km is closed at Vyborg-Vainikkala (since 2022-12)")]
    assert between("Moscow", "Minsk").notes == ()


def test_on_a_day_before_it_was_closed_a_border_is_open() -> None:
    route = found(rail_route(at("Belgorod"), at("Kharkiv"), on=date(2013, 5, 1)))
    assert route.stations == ("Belgorod", "Kharkiv")
    assert route.closed == ()


def test_on_a_day_before_it_was_opened_a_line_is_not_used() -> None:
    before = found(rail_route(at("Krasnodar"), at("Kerch"), on=date(2019, 1, 1)))
    assert "Taman" not in before.stations
    assert "Taman" in between("Krasnodar", "Kerch").stations


def test_a_way_that_is_not_there_is_told_with_the_nearest_station() -> None:
    magadan = rail_route(place("Magadan", "RU", 59.5638, 150.8035), at("Moscow"))
    assert isinstance(magadan, NoRailRoute)
    assert magadan.reason.startswith("the rail network here does not reach Magadan: the nearest station is ")
    reykjavik = rail_route(place("Reykjavik", "IS", 64.1355, -21.8954), at("Moscow"))
    assert isinstance(reykjavik, NoRailRoute)
    assert "has no station in IS" in reykjavik.reason


def test_networks_apart_are_told() -> None:
    route = rail_route(at("Tokyo"), at("Seoul"))
    assert route == NoRailRoute("the rail network here does not join Tokyo and Seoul")


def test_a_country_is_no_end_of_a_way_but_a_city_state_is() -> None:
    russia = Place("ru", "Russia", PlaceKind.COUNTRY, "RU", Position(lat=60, lon=100), 4000)
    assert isinstance(rail_route(russia, at("Berlin")), NoRailRoute)
    singapore = Place("sg", "Singapore", PlaceKind.COUNTRY, "SG", Position(lat=1.36, lon=103.8), 25)
    assert found(rail_route(singapore, at("Bangkok"))).stations[0] == "Woodlands"


def test_two_places_of_one_station_need_no_train() -> None:
    route = rail_route(at("Moscow"), place("Khimki", "RU", 55.8970, 37.4297))
    assert isinstance(route, NoRailRoute)
    assert route.reason == "Moscow and Khimki have one station, Moscow"


def test_the_station_over_the_border_does_not_serve_a_place() -> None:
    sinuiju = found(rail_route(place("Sinuiju", "KP", 40.1, 124.4), at("Pyongyang")))
    assert sinuiju.stations[0] == "Sinuiju"
    dandong = found(rail_route(place("Dandong", "CN", 40.12, 124.39), at("Pyongyang")))
    assert dandong.stations[0] == "Dandong"


def test_the_way_to_the_station_counts_as_far_as_it_lies_outside_the_place() -> None:
    near = found(rail_route(place("Suburb", "RU", 55.9, 37.6, extent_km=60.0), at("Tver")))
    far = found(rail_route(place("Village", "RU", 55.9, 37.6, extent_km=0.0), at("Tver")))
    access_m = far.access_m[0]
    assert 15_000 < access_m < 20_000
    assert far.length_m - near.length_m == pytest.approx(access_m)
    assert far.line[0] == Position(lat=55.9, lon=37.6)


def test_najin_and_dunay_are_served_by_their_own_stations() -> None:
    assert found(rail_route(place("Najin", "KP", 42.2559, 130.2831), at("Khasan"))).stations[0] == "Rajin"
    assert found(rail_route(place("Dunay", "RU", 42.8788, 132.3354), at("Ussuriysk"))).stations[0] == "Dunay"


def test_a_train_ferry_is_told() -> None:
    assert between("Tehran", "Ankara").ferries == (("Van", "Tatvan"),)
    assert between("Yuzhno-Sakhalinsk", "Khabarovsk").ferries == (("Kholmsk", "Vanino"),)
