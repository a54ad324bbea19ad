"""The loader tells every fault of a gazetteer file, with its line."""

import pytest

from routes.errors import GazetteerError
from routes.gazetteer import Gazetteer, check_rows

HEADER = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note"
GOOD = "xx-depot,Our depot,depot,RU,45.9,40.04,2,the depot|Депо,,our survey,"


def rows(*lines: str, header: str = HEADER) -> str:
    return "\n".join((header, *lines)) + "\n"


def changed(**fields: str) -> str:
    values = dict(zip(HEADER.split(","), GOOD.split(","), strict=True)) | fields
    return ",".join(values.values())


def test_a_good_file_has_no_fault() -> None:
    assert check_rows(rows(GOOD), "own.csv") == ()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (changed(id=""), "id must be"),
        (changed(id="Tikhoretsk depot"), "id must be"),
        (changed(id="x" * 65), "id must have at most 64 characters"),
        (changed(name=""), "name must have a letter"),
        (changed(name=" - "), "name must have a letter"),
        (changed(name="a|b"), "name must have a letter or digit and no |"),
        (changed(name="n" * 121), "name must have at most 120 characters"),
        (changed(kind="harbor"), "kind must be one of continent, country"),
        (changed(kind=""), "kind must be one of"),
        (changed(country="XQ"), "country must be an ISO 3166 code"),
        (changed(country="Russia"), "country must be an ISO 3166 code"),
        (changed(country="ru"), "country must be an ISO 3166 code"),
        (changed(lat="103.84"), "lat must be a number in [-90, 90] degrees, got '103.84'"),
        (changed(lat=""), "lat must be a number"),
        (changed(lat="45 N"), "lat must be a number"),
        (changed(lat="nan"), "lat must be a number"),
        (changed(lat="4_5"), "lat must be a number"),
        (changed(lat="٤٥"), "lat must be a number"),
        (changed(lon="180.5"), "lon must be a number in [-180, 180] degrees"),
        (changed(lon="inf"), "lon must be a number"),
        (changed(extent_km="-1"), "extent_km must be a number in [0, 20038] kilometres"),
        (changed(extent_km="1e9"), "extent_km must be a number"),
        (changed(extent_km=""), "extent_km must be a number"),
        (changed(population="many"), "population must be a whole number or empty"),
        (changed(population="-5"), "population must be a whole number or empty"),
        (changed(aliases="a||b"), "has no letter or digit"),
        (changed(aliases="a" * 121), "is too long"),
        (changed(aliases="|".join(["abcd"] * 500)), "aliases must have at most 2000 characters"),
        (changed(note="n" * 601), "note must have at most 600 characters"),
        (changed(name="Dep\x00ot"), "name holds the control character U+0000"),
        (changed(name="Dep\x1bot"), "name holds the control character U+001B"),
        (changed(aliases="evil\u202etxt"), "aliases holds the control character U+202E"),
        (changed(note="x\u2066y"), "note holds the control character U+2066"),
        (changed(name='"two\nlines"'), "name holds the control character U+000A"),
        ("a,b,c", "a row has 11 fields, this one has 3"),
        (GOOD + ",more", "a row has 11 fields, this one has 12"),
    ],
)
def test_a_bad_row_is_told_with_its_line(row: str, fault: str) -> None:
    problems = check_rows(rows("", changed(id="xx-first"), row), "own.csv")
    assert len(problems) == 1
    assert problems[0].startswith("own.csv:4: ")
    assert fault in problems[0]


def test_all_bad_rows_are_told_at_once() -> None:
    text = rows(changed(id="xx-a", lat="99"), changed(id="xx-b", kind="?", lon="999"), GOOD)
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.curated().with_layer(text, "own.csv")
    assert [problem.split(" must")[0] for problem in caught.value.problems] == [
        "own.csv:2: lat",
        "own.csv:3: kind",
        "own.csv:3: lon",
    ]


def test_an_id_that_is_taken_names_the_line_that_took_it() -> None:
    assert check_rows(rows(GOOD, changed(name="Another")), "own.csv") == (
        "own.csv:3: id 'xx-depot' is taken by line 2; ids must differ",
    )


@pytest.mark.parametrize(
    ("header", "faults"),
    [
        (HEADER.replace(",note", ""), ["column note is missing"]),
        (HEADER + ",colour", ["column 'colour' is not known"]),
        (HEADER.replace("lat,", "latitude,"), ["column lat is missing", "column 'latitude' is not known"]),
        (HEADER.replace("lat,lon", "lon,lat"), ["the columns must be"]),
        (HEADER + ",note", ["the columns must be"]),
        ("", ["the columns must be"]),
    ],
)
def test_a_wrong_header_is_told_before_the_rows(header: str, faults: list[str]) -> None:
    problems = check_rows(rows("not,a,row", header=header) if header else "", "own.csv")
    if not header:
        assert len(problems) == len(HEADER.split(","))
        return
    assert len(problems) == len(faults)
    assert all(problem.startswith(f"own.csv:1: {fault}") for problem, fault in zip(problems, faults, strict=True))


def test_a_file_that_is_no_csv_is_told_with_the_last_line_that_was() -> None:
    problems = check_rows(rows(GOOD, 'xx-b,"open'), "own.csv")
    assert len(problems) == 1
    assert "own.csv: after line 2: this is not comma-separated values" in problems[0]


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault() -> None:
    text = "\ufeff" + rows(GOOD).replace("\n", "\r\n")
    assert check_rows(text, "own.csv") == ()
    assert Gazetteer.curated().with_layer(text, "own.csv").find("Our depot")[0].place.id == "xx-depot"


def test_a_message_shows_hostile_text_escaped_and_cut() -> None:
    (problem,) = check_rows(rows(changed(kind="<script>" + "я" * 100)), "own.csv")
    assert problem.isascii()
    assert len(problem) < 700
