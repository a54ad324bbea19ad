"""Ways by sea: where they go, how long they are, which passages they use and when there is none."""

from __future__ import annotations

import csv
import statistics
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.errors import UsageError
from routes.geo import distance_m
from routes.model import Position
from routes.paths.sea import NoSeaRoute, SeaRoute, sea_route, switches

PLACES = {
    "Najin": (42.2333, 130.3),
    "Dunay": (42.88, 132.36),
    "Bandar Abbas": (27.15, 56.2),
    "Bandar Anzali": (37.475, 49.465),
    "Astrakhan": (46.33, 48.0),
    "Rostov-on-Don": (47.2, 39.7),
    "Murmansk": (68.9833, 33.05),
    "Yokohama": (35.45, 139.65),
    "Seattle": (47.6, -122.3333),
    "Hamburg": (53.55, 9.9333),
    "Gdynia": (54.5333, 18.55),
    "Antwerp": (51.23, 4.4),
    "Rouen": (49.44, 1.06),
    "Kolkata": (22.55, 88.3),
    "Shanghai": (31.2187, 121.4531),
    "New Orleans": (29.95, -90.06),
    "Rosario": (-32.95, -60.63),
    "Montreal": (45.5167, -73.55),
    "Duluth": (46.7667, -92.1),
    "Rotterdam": (51.9, 4.4833),
    "Singapore": (1.2812, 103.8437),
    "Odesa": (46.4833, 30.7333),
    "Mumbai": (18.93, 72.85),
    "New York": (40.68, -74.02),
    "San Francisco": (37.8, -122.4),
    "Valparaíso": (-33.03, -71.62),
    "Moscow": (55.75, 37.62),
    "Helsinki": (60.16, 24.95),
    "Saint Petersburg": (59.9333, 30.3),
    "Busan": (35.1, 129.04),
    "Vladivostok": (43.1, 131.89),
    "Genoa": (44.4, 8.93),
    "Piraeus": (37.94, 23.63),
    "Trieste": (45.65, 13.77),
    "Le Havre": (49.48, 0.1),
    "Darwin": (-12.46, 130.84),
    "Sydney": (-33.86, 151.2),
}


def at(name: str) -> Position:
    lat, lon = PLACES[name]
    return Position(lat=lat, lon=lon)


def way(origin: str, destination: str, avoid: str = "", allow: str = "") -> SeaRoute:
    return between(at(origin), at(destination), avoid, allow)


def between(origin: Position, destination: Position, avoid: str = "", allow: str = "") -> SeaRoute:
    found = sea_route(origin, destination, avoid=frozenset(avoid.split()), allow=frozenset(allow.split()))
    assert isinstance(found, SeaRoute), found.reason
    return found


def ids(found: SeaRoute) -> list[str]:
    return [passage.id for passage in found.passages]


def miles(found: SeaRoute) -> float:
    return found.length_m / 1852


def test_from_najin_to_dunay_it_is_a_short_way_along_the_coast() -> None:
    # The geodesic of 184 km cuts over the capes south-west of Vladivostok; close round them it is some 191 km.
    assert 188_000 < way("Najin", "Dunay").length_m < 215_000


def test_between_the_caspian_and_the_ocean_there_is_no_way_and_the_reason_is_told() -> None:
    found = sea_route(at("Bandar Abbas"), at("Astrakhan"))
    assert isinstance(found, NoSeaRoute)
    assert "Caspian Sea" in found.reason
    assert "open ocean" in found.reason
    assert "Volga-Don Canal" in found.reason


def test_the_volga_don_canal_is_used_when_it_is_allowed() -> None:
    found = way("Rostov-on-Don", "Astrakhan", allow="volga-don")
    assert ids(found) == ["volga-don"]


def test_within_the_caspian_ships_sail() -> None:
    assert 900 < way("Bandar Anzali", "Astrakhan").length_m / 1000 < 1200


def test_the_northern_sea_route_is_taken_only_when_it_is_allowed() -> None:
    # Valdai Club: 12,840 nautical miles by Suez, 5,770 by the Northern Sea Route.
    usual, northern = way("Murmansk", "Yokohama"), way("Murmansk", "Yokohama", allow="northern-sea-route")
    assert miles(usual) == pytest.approx(12_840, rel=0.03)
    assert "suez" in ids(usual)
    # Theirs follows the Siberian coast closer than the shortest way does.
    assert miles(northern) == pytest.approx(5_770, rel=0.05)
    assert ids(northern)[:1] == ["northern-sea-route"]


def test_round_skagen_is_as_long_as_tables_say_when_the_kiel_canal_is_avoided() -> None:
    # 802 nautical miles, NGA Pub. 151, by the Great Belt: the Øresund is too shallow for large ships.
    assert "kiel" in ids(way("Hamburg", "Gdynia"))
    assert miles(way("Hamburg", "Gdynia", avoid="kiel oresund")) == pytest.approx(802, rel=0.05)


@pytest.mark.parametrize(
    ("origin", "destination", "passage"),
    [
        ("Singapore", "Rotterdam", "suez"),
        ("Singapore", "Rotterdam", "bab-el-mandeb"),
        ("Singapore", "Rotterdam", "gibraltar"),
        ("Singapore", "Rotterdam", "dover"),
        ("Singapore", "Mumbai", "malacca"),
        ("New York", "San Francisco", "panama"),
        ("Odesa", "Piraeus", "bosporus"),
        ("Odesa", "Piraeus", "dardanelles"),
        ("Odesa", "Rostov-on-Don", "kerch"),
        ("Genoa", "Piraeus", "messina"),
        ("Busan", "Seattle", "tsugaru"),
        ("Shanghai", "Vladivostok", "korea"),
        ("Duluth", "Montreal", "soo"),
        ("Duluth", "Montreal", "welland"),
        ("Duluth", "Montreal", "seaway"),
        ("Darwin", "Sydney", "torres"),
        ("Bandar Abbas", "Busan", "hormuz"),
        ("Bandar Abbas", "Busan", "singapore"),
    ],
)
def test_a_passage_is_used_and_given_up_when_it_is_avoided(origin: str, destination: str, passage: str) -> None:
    usual = way(origin, destination)
    assert passage in ids(usual)
    without = sea_route(at(origin), at(destination), avoid=frozenset({passage}))
    if isinstance(without, SeaRoute):
        assert passage not in ids(without)
        # Ways over a network of chosen points may be some tenths of a percent longer than need be.
        assert without.length_m > usual.length_m * 0.995
    else:
        name = next(switch.name for switch in switches() if switch.id == passage)
        assert name in without.reason


@pytest.mark.parametrize(
    "place", [(-28.78301, 32.03768), (-25.97, 32.57), (-19.83, 34.84), (-18.15, 49.42), (-4.06, 39.67)]
)
def test_to_avoid_the_suez_canal_makes_no_way_to_europe_shorter(place: tuple[float, float]) -> None:
    """From Richards Bay, a harbour behind a spit, as from its neighbours up the coast."""
    origin = Position(lat=place[0], lon=place[1])
    free, round_the_cape = (between(origin, at("Rotterdam"), avoid) for avoid in ("", "suez"))
    assert free.length_m <= round_the_cape.length_m


def test_a_dock_on_water_that_leads_nowhere_begins_at_the_sea_nearby() -> None:
    """The terminal at Sabine Pass lies on a cell of water with land all round it."""
    found = between(Position(lat=29.733, lon=-93.894), Position(lat=29.75, lon=-95.28))
    assert 0 < found.origin_snap_m < 20_000
    assert 120_000 < found.length_m < 250_000


def test_passages_come_in_the_order_of_the_way() -> None:
    assert [x for x in ids(way("Odesa", "Singapore")) if x != "malacca"] == [
        "bosporus",
        "dardanelles",
        "suez",
        "bab-el-mandeb",
        "singapore",
    ] or ids(way("Odesa", "Singapore"))[:4] == ["bosporus", "dardanelles", "suez", "bab-el-mandeb"]


def test_an_unknown_passage_is_an_error_that_names_the_known() -> None:
    with pytest.raises(UsageError, match=r'no sea passage is called "suess": did you mean "suez"\?.*panama'):
        sea_route(at("Odesa"), at("Piraeus"), avoid=frozenset({"suess"}))


def test_a_passage_cannot_be_avoided_and_allowed() -> None:
    with pytest.raises(UsageError, match="suez cannot be both"):
        sea_route(at("Odesa"), at("Piraeus"), avoid=frozenset({"suez"}), allow=frozenset({"suez"}))


def test_an_inland_city_is_too_far_from_the_sea() -> None:
    found = sea_route(at("Moscow"), at("Helsinki"))
    assert found == NoSeaRoute(
        "the start does not lie within 60 km of water that sea ships reach"
    ) or found == NoSeaRoute("the end does not lie within 60 km of water that sea ships reach")


@pytest.mark.parametrize(
    "port",
    ["Hamburg", "Antwerp", "Rouen", "Kolkata", "Shanghai", "New Orleans", "Rosario", "Montreal", "Rostov-on-Don"],
)
def test_a_river_port_is_reached_by_its_river(port: str) -> None:
    found = way(port, "Singapore")
    # The grid's cells are 2.8 km wide at most, and a port may lie beside its fairway.
    assert found.origin_snap_m < 6_000


def test_a_way_over_the_pacific_crosses_the_antimeridian_without_a_detour() -> None:
    found = way("Yokohama", "Seattle")
    # 4,245 nautical miles, NGA Pub. 151.
    assert miles(found) == pytest.approx(4_245, rel=0.02)
    jumps = sum(abs(a.lon - b.lon) > 180 for a, b in pairwise(found.line))
    assert jumps == 1


def test_there_and_back_are_one_way() -> None:
    there, back = way("Odesa", "Singapore"), way("Singapore", "Odesa")
    assert there.line == back.line[::-1]
    assert there.passages == back.passages[::-1]
    assert there.length_m == back.length_m


def test_from_a_place_to_itself_is_no_way_at_all() -> None:
    assert sea_route(Position(lat=0, lon=-30), Position(lat=0, lon=-30)) == SeaRoute(
        0.0, (Position(lat=0, lon=-30),), (), 0.0, 0.0
    )


def _table() -> list[tuple[Position, Position, float, frozenset[str]]]:
    text = (Path(__file__).parent / "port_distances.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return [
        (
            Position(lat=float(row["lat"]), lon=float(row["lon"])),
            Position(lat=float(row["other_lat"]), lon=float(row["other_lon"])),
            float(row["published_nm"]),
            frozenset(row["avoid"].split()),
        )
        for row in rows
    ]


def test_lengths_agree_with_a_published_table() -> None:
    off = []
    for origin, destination, published_nm, avoid in _table():
        found = sea_route(origin, destination, avoid=avoid)
        assert isinstance(found, SeaRoute)
        off.append(abs(miles(found) / published_nm - 1))
    # The table itself is good to 5 %.
    assert statistics.median(off) < 0.012
    assert sum(x < 0.05 for x in off) >= 0.9 * len(off)


ports = st.sampled_from(sorted(set(PLACES) - {"Moscow", "Astrakhan", "Bandar Anzali"}))


@settings(max_examples=60)
@given(ports, ports)
def test_a_way_begins_and_ends_at_its_places_and_is_no_shorter_than_the_geodesic(origin: str, destination: str) -> None:
    found = way(origin, destination)
    assert (found.line[0], found.line[-1]) == (at(origin), at(destination))
    # Millimetres are rounding.
    assert found.length_m >= distance_m(at(origin), at(destination)) - 0.01
    assert found.length_m == pytest.approx(sum(distance_m(a, b) for a, b in pairwise(found.line)))
    assert all(distance_m(a, b) <= 60_000 for a, b in pairwise(found.line))


@settings(max_examples=40)
@given(ports, ports, ports)
def test_a_stop_on_the_way_makes_it_no_shorter(a: str, b: str, c: str) -> None:
    # Ways are tightened on a grid, which may miss some hundred metres at a cape.
    assert way(a, c).length_m <= (way(a, b).length_m + way(b, c).length_m) * 1.005 + 500
