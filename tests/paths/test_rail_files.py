"""The two rail files: what they hold, and that every fault in them is told at once with its line."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.errors import LineFileError
from routes.gazetteer import Gazetteer
from routes.geo import distance_m
from routes.paths.rail_network import LINES_FILE, STATIONS_FILE, rail_network, read_network
from routes.resources import read_text

STATION_HEADER = "name,country,lat,lon,gauge_break,source,note\n"
LINE_HEADER = "from,to,country,gauge_mm,length_km,kind,opened,closed,source,note\n"
STATIONS = STATION_HEADER + "Alpha,RU,50,30,,project,\nBeta,RU,51,30,yes,project,\nGamma,CN,52,30,,project,\n"
LINES = LINE_HEADER + "Alpha,Beta,RU,1520,120,main,,,posts,\nBeta,Gamma,RU/CN,1435,,main,,,,\n"
# A station stands for its town; beyond this radius a namesake in the same country is another place.
NAMESAKE_M = 30_000
# Countries whose lines hang together, over train ferries and closed borders too.
JOINED = """
    RU KP KR MN CN HK VN LA TH KH MY SG KZ KG UZ TJ TM AF AZ GE AM IR TR SY IQ PK IN NP BD UA MD BY LT LV EE FI SE NO DK
    PL DE NL BE LU FR GB ES PT CH AT IT SI HR BA CZ SK HU RS RO BG GR MK XK ME
"""


def faults(stations: str, lines: str) -> tuple[str, ...]:
    with pytest.raises(LineFileError) as caught:
        read_network(stations, lines)
    return caught.value.problems


def test_the_network_is_a_trunk_network_of_the_world() -> None:
    network = rail_network()
    assert len(network.stations) >= 1700
    assert len(network.stretches) >= 2000
    assert sum(stretch.is_stated for stretch in network.stretches) >= 880


def test_every_station_of_the_old_world_that_should_be_joined_is_joined() -> None:
    network = rail_network()
    reached = _joined("Moscow")
    # Every country with lines to others; islands and single lines to a port are apart for good.
    joined = {network.stations[name].country for name in reached}
    assert joined >= set(JOINED.split())
    apart = {name for name, station in network.stations.items() if station.country in joined} - reached
    assert apart == set()


def _joined(start: str) -> set[str]:
    network = rail_network()
    reached, queue = {start}, [start]
    while queue:
        for stretch in network.at[queue.pop()]:
            for end in stretch.ends:
                if end not in reached:
                    reached.add(end)
                    queue.append(end)
    return reached


def test_north_america_and_southern_africa_are_joined_each() -> None:
    assert {"Halifax", "Prince Rupert", "Los Angeles", "Manzanillo", "Lazaro Cardenas", "Norfolk"} <= _joined("Chicago")
    assert {"Lobito", "Lubumbashi", "Beira", "Maputo", "Durban", "Richards Bay"} <= _joined("Dar es Salaam")


def test_stations_lie_where_the_gazetteer_has_the_place() -> None:
    gazetteer = Gazetteer.world()
    off: list[str] = []
    compared = 0
    for station in rail_network().stations.values():
        matches = gazetteer.find(re.sub(r" \(.*\)", "", station.name))
        near_m = [distance_m(m.place.position, station.position) for m in matches if m.place.country == station.country]
        if near_m and min(near_m) < NAMESAKE_M:
            compared += 1
            if min(near_m) > 5_000:
                off.append(station.name)
    assert off == []
    assert compared > 1600


def test_every_length_names_its_source_and_the_headers_say_how_to_mend_the_files() -> None:
    for name in (STATIONS_FILE, LINES_FILE):
        head = read_text(name).split("\n")[0:2]
        assert all(line.startswith("# ") for line in head)
        assert "To mend or extend" in head[1]


def test_a_good_pair_of_files_is_read() -> None:
    network = read_network(STATIONS, LINES)
    assert [stretch.is_stated for stretch in network.stretches] == [True, False]
    # One stated stretch of 120 km over 111 km in a straight line is the only measure of the other.
    assert network.stretches[1].length_m == pytest.approx(120_000, rel=0.001)


def test_all_faults_of_both_files_are_told_at_once_with_their_lines() -> None:
    stations = STATIONS + "Delta,Russia,95,30,no,nowhere,\nAlpha,RU,53,30,,project,\nshort,RU\n"
    lines = LINES + "Alpha,Omega,RU,1520,,main,,,,\nAlpha,Alpha,RU,15200,-3,fast,2022,13,,x\n"
    told = faults(stations, lines)
    for start in (
        f"{STATIONS_FILE}:5: country must be two capital letters",
        f"{STATIONS_FILE}:5: lat must lie in [-90, 90]",
        f"{STATIONS_FILE}:5: gauge_break",
        f"{STATIONS_FILE}:5: source",
        f"{STATIONS_FILE}:6: the name 'Alpha' is taken by line 2",
        f"{STATIONS_FILE}:7: a row has 7 fields, this one has 2",
        f"{LINES_FILE}:4: no station is called 'Omega'",
        f"{LINES_FILE}:5: a line needs two stations",
        f"{LINES_FILE}:5: gauge_mm",
        f"{LINES_FILE}:5: length_km",
        f"{LINES_FILE}:5: kind",
        f"{LINES_FILE}:5: opened",
        f"{LINES_FILE}:5: closed",
        f"{LINES_FILE}:5: a stated length needs a source",
    ):
        assert any(problem.startswith(start) for problem in told), start


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (LINES + "Beta,Alpha,RU,1520,,main,,,,\n", "'Alpha' and 'Beta' are joined in line 2 already"),
        (LINES.replace("RU/CN", "CN"), "country must be RU/CN"),
        (LINES.replace(",120,", ",60,"), "length_km 60 does not fit 111 km in a straight line"),
        (LINES.replace(",120,", ",600,"), "length_km 600 does not fit"),
        (LINES.replace("1435", "1520"), "is marked as a gauge break, but all its lines have 1520 mm"),
        (LINES.replace("Beta,Gamma,RU/CN,1435,,main,,,,\n", ""), "'Gamma' has no line"),
        (
            LINES.replace("1520,120,main,,,posts", "1520,,main,,,posts"),
            "there is nothing that 'posts' is the source of",
        ),
        (LINES.replace("main,,,posts", "main,2020-01,2019-01,posts"), "must lie before closed"),
        (LINES.replace("gauge_mm", "gauge"), "the columns must be"),
        ("", ""),
        (LINE_HEADER + '"Alpha,Beta\n', "not comma-separated values"),
    ],
)
def test_a_line_that_cannot_be_is_told(lines: str, fault: str) -> None:
    assert any(fault in problem for problem in faults(STATIONS, lines))


def test_a_gauge_break_that_is_not_marked_is_told_with_the_gauges() -> None:
    told = faults(STATIONS.replace("30,yes", "30,"), LINES)
    assert told == (f"{STATIONS_FILE}:3: 'Beta' joins gauges 1435 and 1520 mm; its gauge_break must be \"yes\"",)


@pytest.mark.parametrize(
    "name", ["\x1b[2J", "Al\u202epha", "A\u2028B", "A\x00B", "x" * 300, "RU", " Alpha", '"A\nB"'], ids=ascii
)
def test_a_hostile_name_is_refused_and_not_repeated_raw(name: str) -> None:
    told = faults(STATIONS + f"{name},RU,54,30,,project,\n", LINES)
    assert told
    assert all(problem.isprintable() and len(problem) < 300 for problem in told)


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_read_or_refused_with_reasons(stations: str, lines: str) -> None:
    for texts in ((stations, lines), (STATION_HEADER + stations, LINE_HEADER + lines), (STATIONS, LINES + lines)):
        with contextlib.suppress(LineFileError):
            read_network(*texts)


def test_the_network_needs_no_numpy_and_no_proj() -> None:
    code = """
import sys
from routes.paths.rail_network import rail_network
rail_network()
print({"numpy", "pyproj"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
