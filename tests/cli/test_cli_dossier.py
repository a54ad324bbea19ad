"""`routes map` and `routes verify` with several articles, and with saved pages."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routes.report import dossier_schema_text
from tests.cli.command import Command

RETELLINGS = Path(__file__).parents[2] / "maps" / "tikhoretsk-retold"
PAGES = Path(__file__).parents[1] / "reading" / "pages"
THREE = ("front.txt", "border.txt", "near.txt")


@pytest.fixture
def three(routes: Command) -> Command:
    for name in THREE:
        shutil.copy(RETELLINGS / name, routes.folder)
    return routes


def loads(text: str) -> Any:  # noqa: ANN401 - JSON is what it is
    return json.loads(text)


@pytest.mark.parametrize("ending", ["html", "svg", "json", "geojson"])
def test_map_makes_one_file_of_several_articles(three: Command, ending: str) -> None:
    answer = three("map", *THREE, "-o", f"out.{ending}")
    assert (answer.code, answer.out) == (0, "")
    first = (three.folder / f"out.{ending}").read_bytes()
    three("map", *THREE, "-o", f"out.{ending}")
    assert (three.folder / f"out.{ending}").read_bytes() == first


@pytest.mark.parametrize("command", [("map", "-o", "-"), ("verify",)])
def test_json_of_several_articles_is_a_dossier(three: Command, command: tuple[str, ...]) -> None:
    out = ("-o", "out.json") if command[0] == "map" else ("--json", "-o", "out.json")
    assert three(command[0], *THREE, *out).code == 0
    document = loads((three.folder / "out.json").read_text(encoding="utf-8"))
    Draft202012Validator(loads(dossier_schema_text())).validate(document)
    assert [source["source"] for source in document["sources"]] == list(THREE)
    assert ("toponyms" in document["articles"][0]) is (command[0] == "map")
    assert document["contradictions"][0]["topic"] == "distance"


def test_verify_names_the_contradiction_below_the_tables(three: Command) -> None:
    answer = three("verify", *THREE)
    text = " ".join(answer.out.split())
    assert text.index("front.txt") < text.index("near.txt") < text.index("3 articles, compared")
    assert "what A and C say fits, what B says does not match." in text


def test_exit_codes_of_several_articles_are_those_of_one(three: Command) -> None:
    assert three("verify", *THREE).code == 0
    assert three("verify", *THREE, "--fail-on", "refuted").code == 1
    assert three("verify", "front.txt", "near.txt", "--fail-on", "refuted").code == 0
    assert three("verify", *THREE, "--json", "--fail-on", "refuted").code == 1
    assert three("map", *THREE, "missing.txt", "-o", "out.html").code == 2
    assert not (three.folder / "out.html").exists()


def test_one_article_gives_what_it_gave(three: Command) -> None:
    assert loads(three("verify", "front.txt", "--json").out)["schema"] == "routes-report/1"
    assert "compared" not in three("verify", "front.txt").out
    assert "Contradictions" not in three("map", "front.txt").out


def test_a_result_never_takes_the_place_of_one_of_the_articles(three: Command) -> None:
    shutil.copy(PAGES / "news.html", three.folder / "news.html")
    before = (three.folder / "news.html").read_bytes()
    answer = three("map", "front.txt", "news.html", "-o", "news.html")
    assert answer.code == 2
    assert "the article itself" in answer.complaint
    assert (three.folder / "news.html").read_bytes() == before


def test_standard_input_can_be_one_of_several_but_once(three: Command) -> None:
    text = (RETELLINGS / "near.txt").read_bytes()
    assert three("verify", "front.txt", "-", "--json", stdin=text).code == 0
    assert "only once" in three("verify", "-", "-", stdin=text).complaint


def test_pages_of_one_name_in_two_folders_are_kept_apart(routes: Command) -> None:
    for folder, name in (("a", "front.txt"), ("b", "border.txt")):
        (routes.folder / folder).mkdir()
        shutil.copy(RETELLINGS / name, routes.folder / folder / "page.txt")
    document = loads(routes("verify", "a/page.txt", "b/page.txt", "--json").out)
    assert [source["source"] for source in document["sources"]] == ["page.txt", "page.txt"]
    sides = document["contradictions"][0]["sides"]
    assert [(side["articles"], side["outcome"]) for side in sides] == [([0], "supported"), ([1], "refuted")]


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.html")))
def test_every_verb_reads_a_saved_page(routes: Command, name: str) -> None:
    shutil.copy(PAGES / name, routes.folder / "saved.html")
    report = loads(routes("analyze", "saved.html").out)
    assert report["published_from"] in ("page", None)
    assert routes("verify", "saved.html").code == 0
    assert routes("map", "saved.html", "-o", "out.html").code == 0


def test_a_saved_page_may_come_from_standard_input(routes: Command) -> None:
    report = loads(routes("analyze", "-", stdin=(PAGES / "blog.html").read_bytes()).out)
    assert (report["title"], report["published"]) == ("A coal train to Gdansk", "2024-06-11")


def test_without_the_extra_a_notice_says_so(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(PAGES / "news.html", routes.folder / "saved.html")
    assert "plain-page" not in routes("verify", "saved.html").err
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    answer = routes("verify", "saved.html")
    assert answer.code == 0
    assert "cargo-routes[html]" in answer.err


@pytest.mark.parametrize("verb", ["map", "verify", "analyze"])
def test_a_page_without_an_article_is_told_in_one_line(routes: Command, verb: str) -> None:
    (routes.folder / "saved.html").write_bytes(b"<!DOCTYPE html><html><body></body></html>")
    answer = routes(verb, "saved.html")
    assert answer.code == 2
    assert answer.complaint.startswith("saved.html: no text was found in the page")


def test_a_text_without_a_way_gets_a_map_of_its_places_and_says_so(routes: Command) -> None:
    (routes.folder / "talks.txt").write_text("Ministers met in Vienna and in Geneva on Monday.\n", encoding="utf-8")
    answer = routes("map", "talks.txt", "-o", "out.html")
    assert answer.code == 0
    assert "no-route" in answer.err
    page = (routes.folder / "out.html").read_text(encoding="utf-8")
    assert "names no way of goods" in page
    assert "Vienna" in page


def test_several_shipments_of_one_article_are_told_apart(routes: Command) -> None:
    text = (
        "Grain was shipped by sea from Odesa to Istanbul.\n"
        "In another shipment, coal was carried by rail from Katowice to Gdansk.\n"
    )
    (routes.folder / "two.txt").write_text(text, encoding="utf-8")
    assert len(loads(routes("analyze", "two.txt").out)["itineraries"]) == 2
    table = routes("analyze", "two.txt", "--format", "text").out
    page = routes("map", "two.txt").out
    for number in (1, 2):
        assert f"Shipment {number}" in table
        assert f"Shipment {number}" in page
