"""Files that are no articles, and articles that would steer the terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.command import REFUTED, STORY, Command

VERBS = ("map", "verify", "analyze")
STEERING = "\x1b[31m\x1b]0;owned\x07\x9b2J\u202e\u2066\x00\x08\r"
CONTROLS = {character for character in STEERING if not character.isprintable()}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"Najin\0Dunay", "byte 5 is NUL"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "is NUL"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)), "byte 0 is not UTF-8"),
        (b"Cargo left Na\xefn.", "byte 13 is not UTF-8"),
        ("Cargo left Najin.".encode("utf-16-le"), "is NUL"),
        (b"\xff\xfeN", "not UTF-16"),
        (b"a" * 10_000_001, "more than 10 MB"),
        (b"word " * 1_100_000, "5,000,000"),
    ],
    ids=["empty", "blank", "nul", "program", "picture", "latin-1", "utf-16 unmarked", "utf-16 cut", "10 MB", "5 MB"],
)
def test_what_is_no_article_is_told_in_one_line(routes: Command, verb: str, content: bytes, words: str) -> None:
    (routes.folder / "bad.txt").write_bytes(content)
    answer = routes(verb, "bad.txt", *(["-o", "out.html"] if verb == "map" else []))
    assert answer.code == 2
    assert answer.complaint.startswith("bad.txt: ")
    assert words in answer.complaint
    assert routes.files() == {"article.txt", "bad.txt"}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "no such file"),
        (".", "a folder"),
        ("article.txt/inside.txt", "cannot be read"),
        ("a" * 5000, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(routes: Command, verb: str, name: str, words: str) -> None:
    answer = routes(verb, name)
    assert answer.code == 2
    assert words in answer.complaint


def test_a_file_without_end_is_refused(routes: Command) -> None:
    assert "more than 10 MB" in routes("verify", "/dev/zero").complaint


def test_standard_input_is_read_like_a_file(routes: Command) -> None:
    assert routes("verify", "-", stdin=STORY.encode()).out == routes("verify", "article.txt").out
    assert routes("verify", "-", stdin=b"\0").complaint.startswith("standard input: byte 0 is NUL")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_article_with_a_byte_order_mark_is_read(routes: Command, encoding: str) -> None:
    (routes.folder / "marked.txt").write_bytes(STORY.encode(encoding))
    assert routes("verify", "marked.txt").out == routes("verify", "article.txt").out


def test_one_bad_article_of_several_keeps_all_back(routes: Command) -> None:
    assert routes("verify", "article.txt", "missing.txt").complaint.startswith("missing.txt: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "steering.txt", "--explain"),
        ("verify", "steering.txt", "article.txt"),
        ("verify", "steering.txt", "--json"),
        ("analyze", "steering.txt"),
        ("analyze", "steering.txt", "--format", "text"),
        ("analyze", "steering.txt", "--format", "geojson"),
        ("map", "steering.txt", "-o", "map.svg"),
    ],
    ids=" ".join,
)
def test_an_article_does_not_steer_the_terminal(routes: Command, arguments: tuple[str, ...]) -> None:
    steering = STEERING.replace("\x00", "")
    text = f"Title {steering}\n\nThe {steering} cargo went by rail. {REFUTED.replace('290', f'{steering} 290')}"
    text += f" {REFUTED} The goods went from Najin to Dunay on the {steering}Angara."
    (routes.folder / "steering.txt").write_text(text, encoding="utf-8", newline="")
    answer = routes(*arguments)
    assert answer.code == 0
    assert not CONTROLS & {*answer.out, *answer.err}


def test_a_file_name_does_not_steer_the_terminal(routes: Command) -> None:
    name = "\x1b[31mred\u202e.txt"
    (routes.folder / name).write_text(STORY, encoding="utf-8")
    both = routes("verify", name, "article.txt")
    assert both.out.startswith("\\x1b[31mred\\u202e.txt\n")
    assert "\x1b" not in routes("verify", f"missing{name}").complaint
    assert "\x1b" not in routes(f"verify{name}").complaint
    assert "\x1b" not in routes("verify", "article.txt", f"--{name}").complaint
    assert "\x1b" not in routes("verify", "article.txt", "--pick", f"{name}=x").complaint
    assert "\x1b" not in routes("geocode", name).err + routes("geocode", name).out
    assert "\x1b" not in routes("distance", name, "Dunay").complaint
    assert "\x1b" not in routes("analyze", "article.txt", "-o", f"out.{name}x").complaint
    assert "\x1b" not in routes("gazetteer", "show", name).complaint


def test_a_file_name_that_is_no_unicode_can_be_read_and_told(routes: Command) -> None:
    name = os.fsdecode(b"na\xefve.txt")
    Path(name).write_text(STORY, encoding="utf-8")
    answer = routes("verify", name, "article.txt")
    assert answer.code == 0
    assert answer.out.startswith("na\\udcefve.txt\n")
    assert routes("map", name, "-o", "map.html").code == 0


@pytest.mark.parametrize(
    ("option", "content", "words"),
    [
        ("--gazetteer", b"", "bad"),
        ("--gazetteer", b"\xff\xfe", "byte 0 is not UTF-8"),
        ("--gazetteer", b"id,name\nx,y\n", "bad"),
        ("--line", b"", "bad"),
        ("--line", b"{", "bad"),
        ("--line", b"\xff", "byte 0 is not UTF-8"),
        ("--line", b'{"type": "Point", "coordinates": [0, 0]}', "bad"),
    ],
)
def test_a_bad_table_or_line_file_is_told_by_its_name(routes: Command, option: str, content: bytes, words: str) -> None:
    (routes.folder / "bad").write_bytes(content)
    answer = routes("verify", "article.txt", option, "bad")
    assert answer.code == 2
    assert answer.out == ""
    for line in answer.err.splitlines():
        assert line.startswith("routes: error: bad")
    assert words in answer.err


@pytest.mark.parametrize("option", ["--gazetteer", "--line"])
def test_a_missing_table_or_line_file_is_told(routes: Command, option: str) -> None:
    assert routes("verify", "article.txt", option, "nowhere").complaint.startswith("nowhere: there is no such file")


def test_every_bad_row_of_a_table_has_a_line(routes: Command) -> None:
    header = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note"
    rows = ["a,Alpha,city,RU,103.84,1,1,,,own,", "b,Beta,city,RU,1,1,1,,,own,", "c,Gamma,spacepark,RU,1,1,1,,,own,"]
    (routes.folder / "places.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    answer = routes("gazetteer", "check", "places.csv")
    assert answer.code == 2
    assert [line.split(":")[3] for line in answer.err.splitlines()] == ["2", "4"]
