"""A world layer from a dump of GeoNames: what is taken, what is refused, and that nothing is left half done."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from routes.gazetteer.build import write_world
from routes.gazetteer.store import NameClass, WorldRow
from routes.gazetteer.world import WORLD, WorldLayer
from routes.model import Place, PlaceKind, Position
from tests.cli.command import DUMP, Command, dump_row

BUILD = ("gazetteer", "build", "--geonames", "dump.txt", "-o", "world.sqlite")


def place(ident: str, name: str, kind: PlaceKind) -> Place:
    return Place(ident, name, kind, "QR", Position(lat=1.0, lon=2.0), 7.0)


PACKAGED = (
    WorldRow(place("gn:1001", "Republic of Tests", PlaceKind.COUNTRY), (("R.O.T.", NameClass.ABBREVIATION),)),
    WorldRow(place("ne:old-sea", "Old Sea", PlaceKind.SEA), (("Mare Antiquum", NameClass.ALTERNATE),)),
    WorldRow(place("gn:1002", "Oldtown", PlaceKind.CITY)),
    WorldRow(place("gn:4", "Big Village", PlaceKind.VILLAGE), (("GDF", NameClass.ABBREVIATION),)),
)


@pytest.fixture(autouse=True)
def _packaged(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a small layer where the package's is: that one takes seconds to copy from."""
    path = tmp_path_factory.mktemp("package") / "world.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        write_world(connection, PACKAGED, {"nothing": "1"})
    monkeypatch.setattr("routes.gazetteer.dump.WORLD", str(path))


def build(routes: Command, *arguments: str, dump: str = DUMP) -> WorldLayer:
    """Return what is built; each time in a file of its own, for a database that is open is not opened again."""
    (routes.folder / "dump.txt").write_text(dump, encoding="utf-8")
    name = f"world{len(routes.files())}.sqlite"
    answer = routes(*BUILD[:-1], name, *arguments)
    assert answer.code == 0, answer.err
    assert answer.err.startswith(f"routes: wrote {name}: ")
    return WorldLayer(str((routes.folder / name).resolve()))


def named(layer: WorldLayer, folded: str) -> list[str]:
    return [name.place.id for name in layer.named(folded)]


def test_countries_divisions_and_towns_are_taken(routes: Command) -> None:
    layer = build(routes)
    assert (layer.by_id("gn:1").kind, layer.by_id("gn:1").country) == (PlaceKind.COUNTRY, "QQ")
    town = layer.by_id("gn:4")
    assert (town.name, town.kind, town.admin1, town.admin2) == ("Großdorf", PlaceKind.CITY, "07", "12")
    assert (town.position.latlon, town.population) == ((10.5, 20.5), 60_000)
    assert named(layer, "grossdorf") == ["gn:4"]
    assert named(layer, "болшое село") == ["gn:4"]
    assert layer.meta["source GeoNames"] == "dump.txt, changed up to 2026-02-03"


def test_small_settlements_are_left_out_but_no_seat(routes: Command) -> None:
    layer = build(routes)
    assert ("gn:5" in layer, "gn:6" in layer, "gn:7" in layer) == (False, True, False)
    assert layer.by_id("gn:6").kind is PlaceKind.VILLAGE
    assert "gn:5" in build(routes, "--min-population", "100")
    assert "gn:7" not in build(routes, "--min-population", "0"), "a place that is no more stays out"


def test_the_extent_of_a_division_follows_its_towns(routes: Command) -> None:
    # Towns on a grid that fills a square of two by two degrees: the mean square of their distance from the middle
    # is 2/3, which is half the square of the radius of a disc with as much spread. A degree has 111.2 km.
    towns = [
        dump_row(100 + 21 * i + j, f"Dorf{i}{j}", "P", "PPL", lat=-1 + i / 10, lon=30 + j / 10, admin1="07", people=900)
        for i in range(21)
        for j in range(21)
    ]
    layer = build(routes, dump=dump_row(1, "Land", "A", "ADM1", lat=0, lon=31, admin1="07") + "".join(towns))
    assert layer.by_id("gn:1").extent_km == pytest.approx((4 / 3) ** 0.5 * 111.2, rel=0.07)


def test_what_the_dump_lacks_comes_from_the_package(routes: Command) -> None:
    layer = build(routes)
    for row in (PACKAGED[0], PACKAGED[1]):
        found = layer.by_id(row.place.id)
        assert (found.name, found.kind, found.position) == (row.place.name, row.place.kind, row.place.position)
        assert found.extent_km == row.place.extent_km
    assert named(layer, "mare antiquum") == ["ne:old-sea"]
    assert [(name.place.id, name.written) for name in layer.named("rot")] == [("gn:1001", "R.O.T.")]
    assert "gn:1002" not in layer, "settlements are the dump's alone"
    assert named(layer, "gdf") == ["gn:4"]


def test_a_place_of_the_dump_takes_the_place_of_the_packages(routes: Command) -> None:
    row = dump_row(1001, "Tests of the dump", "A", "PCLI", lat=3, lon=4, country="QR")
    layer = build(routes, dump=DUMP + row)
    assert (layer.by_id("gn:1001").name, layer.by_id("gn:1001").position.latlon) == ("Tests of the dump", (3.0, 4.0))
    assert named(layer, "republic of tests") == ["gn:1001"]
    assert named(layer, "rot") == ["gn:1001"]


def test_the_packages_own_layer_can_be_copied_from(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("routes.gazetteer.dump.WORLD", WORLD)
    layer, packaged = build(routes), WorldLayer()
    assert named(layer, "sea of japan")[:1] == named(packaged, "sea of japan")[:1] != []
    for ident in named(packaged, "us")[:1]:
        assert layer.by_id(ident) == packaged.by_id(ident)


def test_divisions_have_the_names_that_are_given_and_keep_their_own(routes: Command) -> None:
    (routes.folder / "admin1.txt").write_text("QQ.07\tUpper Land\tUpper Land\t2\n", encoding="utf-8")
    (routes.folder / "admin2.txt").write_text("QQ.07.12\tLower County\tLower County\t3\n", encoding="utf-8")
    layer = build(routes, "--admin1", "admin1.txt", "--admin2", "admin2.txt")
    assert (layer.by_id("gn:2").name, layer.by_id("gn:3").name) == ("Upper Land", "Lower County")
    assert named(layer, "oberland") == ["gn:2"]


def test_alternate_names_in_a_file_of_their_own_win(routes: Command) -> None:
    rows = [
        ("4", "en", "Big Village", "", "", "", "", "", ""),
        ("4", "", "Oldham-Alt", "", "", "", "1", "", "1900"),
        ("4", "link", "https://example.org/Grossdorf", "", "", "", "", "", ""),
        ("4", "iata", "GRD", "", "", "", "", "", ""),
        ("4", "en", "The Big Onion", "", "", "1", "", "", ""),
        ("4", "abbr", "G.D.", "", "", "", "", "", ""),
        ("99", "en", "Nowhere", "", "", "", "", "", ""),
    ]
    text = "".join("\t".join((str(number), *row)) + "\n" for number, row in enumerate(rows, start=1))
    (routes.folder / "names.txt").write_text(text, encoding="utf-8")
    layer = build(routes, "--alternates", "names.txt")
    for known in ("big village", "oldham alt", "grossdorf", "gd"):
        assert named(layer, known) == ["gn:4"], known
    for unknown in ("grd", "the big onion", "big onion", "nowhere", "болшое село"):
        assert named(layer, unknown) == [], unknown
    assert len(routes.files()) == 4


def test_the_same_dump_gives_the_same_content(routes: Command) -> None:
    assert build(routes).content_hash == build(routes).content_hash


GOOD = dump_row(8, "Gut", "P", "PPL", people=1000)
FAULTS = [
    ("a\tb\n", "a row has 19 fields between tabs, got 2"),
    (GOOD.replace("8\t", "x\t", 1), "the id must be a number from 1 to 99999999, got 'x'"),
    (GOOD.replace("8\t", "100000000\t", 1), "the id must be a number"),
    (GOOD.replace("Gut", " ", 1), "the name is empty"),
    (dump_row(8, "Gut", "P", "PPL", lat=91), "lat must lie in [-90, 90] degrees, got 91"),
    (GOOD.replace("\t20.0\t", "\teast\t"), "lon must be a number of degrees, got 'east'"),
    (GOOD.replace("\t20.0\t", "\tnan\t"), "lon must lie in [-180, 180] degrees, got nan"),
    (GOOD.replace("\t1000\t", "\tmany\t"), "the population must be a number or nothing, got 'many'"),
    (GOOD.replace("\tQQ\t", "\tqq\t"), "the country must be two capital letters or nothing, got 'qq'"),
    (GOOD + GOOD, "the id 8 has a row above already"),
]


@pytest.mark.parametrize(("rows", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_a_bad_row_is_told_with_its_line_and_leaves_the_old_file(routes: Command, rows: str, words: str) -> None:
    (routes.folder / "world.sqlite").write_text("old", encoding="utf-8")
    (routes.folder / "dump.txt").write_text(DUMP + rows, encoding="utf-8")
    answer = routes(*BUILD)
    assert answer.code == 2
    line = DUMP.count("\n") + rows.count("\n")
    assert answer.complaint.startswith(f"dump.txt:{line}: {words}")
    assert (routes.folder / "world.sqlite").read_text(encoding="utf-8") == "old"
    assert routes.files() == {"article.txt", "dump.txt", "world.sqlite"}


def test_all_bad_rows_are_told_up_to_twenty(routes: Command) -> None:
    (routes.folder / "dump.txt").write_bytes(b"a\tb\n" * 3 + b"\xff" * 18 + b"\n" + DUMP.encode())
    lines = routes(*BUILD).err.splitlines()
    assert [line.split(":")[3] for line in lines] == ["1", "2", "3", "4"]
    (routes.folder / "dump.txt").write_bytes(b"{}\n" * 1000)
    assert len(routes(*BUILD).err.splitlines()) == 20


def test_a_row_that_is_not_utf_8_is_told(routes: Command) -> None:
    (routes.folder / "dump.txt").write_bytes(GOOD.encode().replace(b"Gut", b"G\xfct"))
    assert routes(*BUILD).complaint == "dump.txt:1: the row is not UTF-8"


@pytest.mark.parametrize(
    ("option", "text", "words"),
    [
        ("--admin1", "QQ.07\tLand\n", "a row has 4 fields between tabs, got 2"),
        ("--admin2", "QQ.07\tLand\tLand\tx\n", "the id must be a number"),
        ("--alternates", "1\t2\t3\n", "a row has 8 fields between tabs, got 3"),
        ("--alternates", "1\tx\ten\tName\t\t\t\t\t\t\n", "the id must be a number"),
    ],
)
def test_a_bad_row_of_a_list_of_names_is_told(routes: Command, option: str, text: str, words: str) -> None:
    (routes.folder / "dump.txt").write_text(DUMP, encoding="utf-8")
    (routes.folder / "names.txt").write_text(text, encoding="utf-8")
    assert routes(*BUILD, option, "names.txt").complaint.startswith(f"names.txt:1: {words}")
    assert routes.files() == {"article.txt", "dump.txt", "names.txt"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("gazetteer", "build"), "needs --geonames FILE and -o FILE.sqlite"),
        (("gazetteer", "build", "--geonames", "dump.txt"), "needs --geonames FILE and -o FILE.sqlite"),
        (("gazetteer", "build", "Dunay", *BUILD[2:]), "takes no name, got 'Dunay'"),
        ((*BUILD, "--alternates", "-"), "files alone"),
        ((*BUILD, "--min-population", "few"), "'few' is no number of people"),
        (("gazetteer", "build", "--geonames", "article.txt", "-o", "."), "a file in it, such as world.sqlite"),
        (("gazetteer", "build", "--geonames", "missing.txt", "-o", "x.sqlite"), "missing.txt: there is no such file"),
        (("gazetteer", "build", "--geonames", "article.txt", "-o", "nowhere/x"), "there is no folder nowhere"),
        (("gazetteer", "show", "Dunay", "--geonames", "dump.txt"), "--geonames belongs to `routes gazetteer build`"),
        (("gazetteer", "check", "--min-population", "0"), "--min-population belongs to"),
        (("gazetteer", "check", "-o", "x"), "-o belongs to"),
    ],
)
def test_what_cannot_work_is_told_in_one_line(routes: Command, arguments: tuple[str, ...], words: str) -> None:
    answer = routes(*arguments)
    assert answer.code == 2
    assert words in answer.complaint.splitlines()[0]
    assert routes.files() == {"article.txt"}


def test_a_dump_without_places_is_refused(routes: Command) -> None:
    (routes.folder / "dump.txt").write_text(dump_row(1, "Mount", "T", "MT"), encoding="utf-8")
    assert "holds no country, division or settlement" in routes(*BUILD).complaint


def test_a_disk_that_is_full_is_told(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("routes.gazetteer.build.write_world", fail)
    (routes.folder / "dump.txt").write_text(DUMP, encoding="utf-8")
    assert (
        routes(*BUILD).complaint == "-o world.sqlite: cannot be written: database or disk is full; choose another place"
    )
    assert routes.files() == {"article.txt", "dump.txt"}


def test_what_was_built_is_used_by_world(routes: Command) -> None:
    build(routes)
    [built] = routes.files() - {"article.txt", "dump.txt"}
    card = routes("gazetteer", "show", "Grossdorf", "--world", built).out
    assert "gn:4" in card
    answer = routes("analyze", "-", "--world", built, stdin=b"Grain was shipped from Grossdorf to Istanbul.")
    [itinerary] = json.loads(answer.out)["itineraries"]
    assert itinerary["stops"][0]["place_id"] == "gn:4"


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0"])
def test_a_file_that_is_no_world_layer_is_told(routes: Command, content: bytes | None) -> None:
    if content is not None:
        (routes.folder / "world.sqlite").write_bytes(content)
    words = "world.sqlite: is no world layer; make one by `routes gazetteer build`"
    assert routes("geocode", "Najin", "--world", "world.sqlite").complaint == words
