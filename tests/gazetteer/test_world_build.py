"""Writing a world layer: the same rows give the same content, and what is read is what was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from routes.gazetteer.build import content_hash, write_world
from routes.gazetteer.naming import alternates
from routes.gazetteer.store import FIRST_OWN, NameClass, WorldRow, cell_of, settlement_extent_km
from routes.model import Place, PlaceKind, Position
from scripts.world.divisions import spread_of
from scripts.world.naming import short_forms, without_transcriptions

CITY = Place(
    "gn:7",
    "Sankt Ödön",
    PlaceKind.CITY,
    "AT",
    Position(lat=47.12345, lon=-0.5),
    settlement_extent_km(60_000),
    population=60_000,
    admin1="06",
)
BAY = Place("ne:odd-bay", "Odd Bay", PlaceKind.GULF, None, Position(lat=-10, lon=180), 30.0)
ROWS = (
    WorldRow(CITY, (("St. Odon", NameClass.ALTERNATE), ("S.O.", NameClass.ABBREVIATION), ("!", NameClass.ALTERNATE))),
    WorldRow(BAY, (("odd bay", NameClass.POSTAL),)),
)


def written(*rows: WorldRow) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    write_world(connection, rows, {"nothing": "1"})
    return connection


def meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta"))


def test_the_same_rows_give_the_same_hash_and_others_another() -> None:
    assert meta(written(*ROWS)) == meta(written(*ROWS))
    assert meta(written(*ROWS))["content hash"] == content_hash(written(*ROWS))
    moved = replace(ROWS[0], place=replace(CITY, population=60_001))
    assert content_hash(written(moved, ROWS[1])) != content_hash(written(*ROWS))


def test_names_are_stored_folded_once_each_by_their_best_class() -> None:
    assert written(*ROWS).execute("SELECT * FROM names ORDER BY folded").fetchall() == [
        ("odd bay", FIRST_OWN, 0),
        ("saint odon", 7, 1),
        ("sankt odon", 7, 0),
        ("so", 7, 2),
    ]


def test_the_writing_of_an_abbreviation_is_kept() -> None:
    assert written(*ROWS).execute("SELECT * FROM spellings").fetchall() == [("so", 7, "S.O.")]


def test_an_extent_that_follows_from_the_people_is_not_stored() -> None:
    rows = written(*ROWS).execute("SELECT number, lat, lon, extent_km FROM places ORDER BY number").fetchall()
    assert rows == [(7, 4_712_345, -50_000, None), (FIRST_OWN, -1_000_000, 18_000_000, 30.0)]


def test_what_is_written_says_what_it_is() -> None:
    facts = meta(written(*ROWS))
    assert (facts["places"], facts["names"], facts["source nothing"], facts["places of kind city"]) == (
        "2",
        "4",
        "1",
        "1",
    )


def test_only_large_places_are_offered_for_close_spellings() -> None:
    assert written(*ROWS).execute("SELECT * FROM well_known").fetchall() == [("s", "sankt odon")]


def test_rows_are_taken_as_they_come() -> None:
    def stream() -> Iterator[WorldRow]:
        yield from ROWS

    connection = sqlite3.connect(":memory:", isolation_level=None)
    write_world(connection, stream(), {})
    assert meta(connection)["places"] == "2"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Kiev", NameClass.ALTERNATE),
        ("Киев", NameClass.ALTERNATE),
        ("基辅", NameClass.ALTERNATE),
        ("CDMX", NameClass.ABBREVIATION),
        ("IEV", None),
        ("ji fu", None),
        ("Ko", None),
        ("", None),
        ("A name that goes on and on and never ends", None),
    ],
)
def test_codes_transcriptions_and_sentences_are_no_alternates(name: str, kept: NameClass | None) -> None:
    assert dict(alternates([name])) == ({name: kept} if kept is not None else {})


def test_a_latin_name_that_spells_out_a_cyrillic_one_goes() -> None:
    names = ["Midltaun", "Мидлтаун", "Middletown", "Middeltown"]
    assert without_transcriptions(names) == ["Мидлтаун", "Middletown", "Middeltown"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Orange County", ["Orange"]),
        ("Kherson Oblast", ["Kherson"]),
        ("Provincia di Pisa", ["Pisa"]),
        ("State of Texas", ["Texas"]),
        ("Landkreis Celle", ["Celle"]),
        ("Texas", []),
        ("County", []),
    ],
)
def test_a_division_is_also_called_without_the_word_for_what_it_is(name: str, short: list[str]) -> None:
    assert [each for each, _ in short_forms(name)] == short


def town(lat: float, lon: float) -> Place:
    return Place(
        f"gn:{round(lat * 100)}{round(lon % 360 * 100)}", "T", PlaceKind.VILLAGE, "RU", Position(lat=lat, lon=lon), 1
    )


def test_the_middle_of_towns_across_the_180th_meridian_lies_among_them() -> None:
    spread = spread_of([town(64, 178), town(66, -178), town(65, 179)])
    assert spread.position.latlon == (65.0, 180.0) or spread.position.latlon == (65.0, -180.0)
    # A degree of latitude is 111 km, two degrees of longitude at 65 degrees north are 94 km.
    assert spread.extent_km == pytest.approx(146, abs=3)


def test_a_town_filed_under_a_wrong_division_does_not_move_its_middle() -> None:
    cluster = [town(45 + i / 10, 130 + j / 10) for i in range(5) for j in range(5)]
    assert spread_of([*cluster, town(23, 116)]).position == spread_of(cluster).position


@pytest.mark.parametrize(("lat", "lon", "cell"), [(-90, -180, 0), (0, 0, 32_580), (-0.5, 180, 32_040), (90, 0, 64_980)])
def test_a_position_lies_in_one_square(lat: float, lon: float, cell: int) -> None:
    assert cell_of(lat, lon) == cell
