from __future__ import annotations

import csv
from pathlib import Path as FilePath

import pytest

from routes.geo import distances_m
from routes.model import Mode, Path, Place, PlaceKind, Position
from routes.paths import find_path
from routes.paths.river_network import river_network, waterways

_LINES = FilePath(__file__).with_name("river_distances.csv").read_text(encoding="utf-8").splitlines()
_ROWS = list(csv.DictReader(line for line in _LINES if not line.startswith("#")))


def _place(name: str, lat: float, lon: float) -> Place:
    return Place(name, name, PlaceKind.CITY, None, Position(lat=lat, lon=lon), 0.0)


def _way(origin: tuple[str, float, float], destination: tuple[str, float, float]) -> Path:
    way = find_path(_place(*origin), _place(*destination), Mode.RIVER)
    assert isinstance(way, Path)
    return way


@pytest.mark.parametrize("row", _ROWS, ids=[f"{row['origin']}-{row['destination']}" for row in _ROWS])
def test_a_stated_distance_between_river_ports_lies_within_the_band(row: dict[str, str]) -> None:
    way = _way(
        (row["origin"], float(row["lat"]), float(row["lon"])),
        (row["destination"], float(row["other_lat"]), float(row["other_lon"])),
    )
    stated_m = float(row["km"]) * 1000
    assert way.m is not None
    assert way.low_m <= stated_m <= way.high_m
    # The band is no wider than a quarter, and the length to quote is within an eighth.
    assert way.high_m / way.low_m < 1.25
    assert way.m == pytest.approx(stated_m, rel=0.13)


def test_canals_join_rivers_and_are_listed_in_order() -> None:
    way = _way(("Rotterdam", 51.92, 4.48), ("Belgrade", 44.82, 20.45))
    assert way.passages == ("Main", "Main-Danube Canal")
    back = _way(("Belgrade", 44.82, 20.45), ("Rotterdam", 51.92, 4.48))
    assert back.passages == ("Main-Danube Canal", "Main")
    assert back.m == pytest.approx(way.m)


@pytest.mark.parametrize(
    ("origin", "destination", "waterway"),
    [
        (("Rostov-on-Don", 47.22, 39.70), ("Astrakhan", 46.35, 48.03), "Volga-Don Canal"),
        (("Chicago", 41.88, -87.63), ("New Orleans", 29.95, -90.06), "Illinois Waterway"),
        (("Saint Petersburg", 59.93, 30.30), ("Kazan", 55.78, 49.08), "Volga-Baltic Waterway"),
        (("Duisburg", 51.45, 6.73), ("Magdeburg", 52.13, 11.65), "Mittelland Canal"),
        (("Hangzhou", 30.27, 120.15), ("Wuhan", 30.58, 114.30), "Grand Canal south of the Yangtze"),
        (("Antwerp", 51.22, 4.40), ("Basel", 47.57, 7.59), "Scheldt-Rhine connection"),
    ],
)
def test_a_way_goes_by_the_canal(
    origin: tuple[str, float, float], destination: tuple[str, float, float], waterway: str
) -> None:
    assert waterway in _way(origin, destination).passages


@pytest.mark.parametrize(
    ("origin", "destination"),
    [
        # No waterway joins the Po to the Danube, and none goes through the Sahara.
        (("Cremona", 45.13, 10.02), ("Budapest", 47.50, 19.05)),
        (("Tamanrasset", 22.79, 5.52), ("Cairo", 30.05, 31.23)),
        (("Vienna", 48.21, 16.42), ("Vienna", 48.21, 16.42)),
    ],
)
def test_where_no_river_joins_two_places_the_way_is_a_sketch(
    origin: tuple[str, float, float], destination: tuple[str, float, float]
) -> None:
    way = _way(origin, destination)
    assert way.m is None
    assert way.method == "straight line, not the way taken"


def test_a_place_off_the_river_says_how_far() -> None:
    # The Rhine runs by Greffern, 14 km to the west of it.
    way = _way(("Basel", 47.57, 7.59), ("Karlsruhe Airport", 48.78, 8.25))
    assert way.notes == ("the river's line is 14 km from Karlsruhe Airport",)


def test_the_ends_of_all_waterways_of_the_file_are_part_of_one_of_the_nets() -> None:
    network = river_network()
    for waterway in waterways():
        start, end = network.landing(waterway.line[0]), network.landing(waterway.line[-1])
        assert max(start.m, end.m) < 100, waterway.name
        assert network.way(start.node, end.node), waterway.name
        straight_km = float(distances_m(waterway.line[:-1], waterway.line[1:]).sum()) / 1000
        # Few points are given of each: lines as coarse as these are up to two fifths too short.
        assert 0.97 < waterway.km / straight_km < 1.7, waterway.name
