"""The page as text: the same every time, inert, complete."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from routes.model import BorderView, Cargo, How, Outcome, Report, Span
from routes.page import PageOptions, render_page, render_svg
from tests.page import sample_report
from tests.page.reader import Reader

_CREDITED = {
    "https://www.naturalearthdata.com/",
    "https://www.geonames.org/",
    "https://creativecommons.org/licenses/by/4.0/",
    "https://leafletjs.com/",
    "https://python-visualization.github.io/folium/",
}


@pytest.fixture(scope="module")
def page() -> str:
    return render_page(sample_report.report())


def test_the_same_report_gives_the_same_bytes_twice(page: str) -> None:
    assert render_page(sample_report.report()) == page


def test_the_same_report_gives_the_same_bytes_in_another_process(page: str) -> None:
    code = (
        "import sys, hashlib\n"
        "from routes.page import render_page\n"
        "from tests.page import sample_report\n"
        "sys.stdout.write(hashlib.sha256(render_page(sample_report.report()).encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(Path(__file__).parents[2])}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout == hashlib.sha256(page.encode()).hexdigest()


def test_the_page_of_the_story_is_at_most_400_kilobytes(page: str) -> None:
    assert len(page.encode()) <= 400 * 1024


@pytest.mark.parametrize("make", [sample_report.pacific, sample_report.without_route, sample_report.empty])
def test_no_page_is_larger_than_600_kilobytes(make: object) -> None:
    assert callable(make)
    assert len(render_page(make()).encode()) <= 600 * 1024


def test_the_policy_names_the_hash_of_each_script_and_style(page: str) -> None:
    policy = next(a["content"] for t, a in Reader(page).elements if t == "meta" and "http-equiv" in a)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*scripts, *styles)]
    assert len(scripts) == 3
    assert sorted(re.findall(r"'sha256-([^']+)'", policy)) == sorted(hashes)
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_policy_comes_before_anything_that_it_governs(page: str) -> None:
    assert page.index("Content-Security-Policy") < min(page.index("<script"), page.index("<style"))


def test_no_element_has_an_inline_handler_or_style(page: str) -> None:
    names = {name for _, attributes in Reader(page).elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "style"]


def test_nothing_but_the_credit_points_to_an_address(page: str) -> None:
    reader = Reader(page)
    assert not reader.with_attribute("src")
    assert {href for href in reader.with_attribute("href") if not href.startswith("#")} == _CREDITED
    assert "url(" not in "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert not re.search(r"@import|sourceMappingURL", page)


def test_every_fragment_link_has_its_target(page: str) -> None:
    reader = Reader(page)
    targets = {href[1:] for href in reader.with_attribute("href") if href.startswith("#")}
    assert targets <= set(reader.with_attribute("id"))


def test_no_id_stands_twice(page: str) -> None:
    ids = Reader(page).with_attribute("id")
    assert len(ids) == len(set(ids))


def test_every_sentence_of_the_article_is_in_the_page(page: str) -> None:
    report = sample_report.report()
    text = re.sub(r"[→✓]?\d+(?=[A-Z ]|$)", "", Reader(page).text)
    for span in report.sentences:
        words = report.article.quote(span)
        plain = " ".join(re.sub(r"[→✓]?\d+(?=[A-Z ]|$)", "", words).split())
        assert plain in " ".join(text.split())


def test_every_stop_leg_and_claim_is_linked_with_its_sentence_both_ways(page: str) -> None:
    reader = Reader(page)
    links = [(a["href"], a["data-ref"]) for t, a in reader.elements if t == "a" and "data-ref" in a]
    for ref in ("stop-0", "stop-1", "stop-2", "leg-0", "leg-1", "claim-0"):
        assert (f"#{ref}", ref) in links
        assert any(href.startswith("#s-") and to == ref for href, to in links)


def test_the_lists_say_what_the_map_shows(page: str) -> None:
    text = Reader(page).text
    for words in (
        "Najin",
        "42.2271, 130.2826",
        "likely",
        "Dunay, village, Russia · 59.9900, 30.9200: 19%",
        "At least 183 km (drawn as a straight line, not the way taken)",
        "according to the White House",
        "Ship Angara, alleged",
        "Supported",
        "290 km, read as 285 to 295 km",
        "296 km (288 to 304 km with all that is uncertain)",
        "Tikhoretsk to the border of Ukraine: 202 km",
        "7 September to 1 October 2023",
        "Feasible",
        "Vostochny Cosmodrome",
        "Angara (vessel)",
        "Natural Earth",
    ):
        assert words in text


def test_a_standfirst_is_made_from_who_says_what_and_when(page: str) -> None:
    assert (
        "According to the White House, the cargo (at least 1,000 containers) went by sea from Najin to Dunay on the "
        "ship Angara, then by rail from Dunay to Tikhoretsk (7 September to 1 October 2023)."
    ) in Reader(page).text


@pytest.mark.parametrize(
    ("count", "standfirst", "listed"),
    [
        (2, "the cargo (tents and rice) went", "Cargo: tents, rice"),
        (4, "the cargo (tents, rice, oil and more) went", "Cargo: tents, rice, oil, salt"),
    ],
)
def test_several_loads_are_told_in_one_list(count: int, standfirst: str, listed: str) -> None:
    loads = tuple(Cargo(words, Span(0, 1)) for words in ("tents", "rice", "oil", "salt")[:count])
    report = sample_report.report()
    report = replace(report, itineraries=(replace(report.itineraries[0], cargo=loads),))
    text = Reader(render_page(report)).text
    assert standfirst in text
    assert listed in text


def test_words_of_the_editor_replace_the_generated_ones() -> None:
    options = PageOptions("An own title", "An own standfirst.", "Graphic: own desk")
    text = Reader(render_page(sample_report.report(), options)).text
    assert "An own title" in text
    assert "An own standfirst." in text
    assert "Graphic: own desk" in text
    assert sample_report.TITLE not in text


def test_the_border_view_is_named_and_drawn() -> None:
    report = sample_report.report()
    united_nations, de_facto = (
        render_page(replace(report, border_view=view)) for view in (BorderView.UN, BorderView.DE_FACTO)
    )
    assert "Crimea drawn with Ukraine" in united_nations
    assert "Crimea drawn with Russia" in de_facto
    assert re.findall(r'"disputed":"([^"]*)"', united_nations) != re.findall(r'"disputed":"([^"]*)"', de_facto)


def test_a_report_without_a_way_gets_a_map_of_its_places_and_says_so() -> None:
    text = Reader(render_page(sample_report.without_route())).text
    assert "no route that could be drawn" in text
    assert "Vostochny Cosmodrome" in text


def test_several_shipments_are_numbered_on() -> None:
    report = sample_report.report()
    two = replace(report, itineraries=(sample_report.itinerary(), sample_report.itinerary()))
    reader = Reader(render_page(two))
    assert "Shipment 2" in reader.text
    assert {f"stop-{n}" for n in range(6)} | {f"leg-{n}" for n in range(4)} <= set(reader.with_attribute("id"))


def test_a_stop_without_a_place_is_listed_and_not_drawn() -> None:
    report = sample_report.report()
    first, *others = report.itineraries[0].stops
    legs = tuple(replace(leg, path=None) for leg in report.itineraries[0].legs)
    lost = replace(report.itineraries[0], stops=(replace(first, place=None, confidence=0.0), *others), legs=legs)
    page = render_page(replace(report, itineraries=(lost,)))
    assert "No known place fits this name" in Reader(page).text
    drawn = re.findall(r'"number":(\d+)', page)
    assert drawn == ["2", "3"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.SUPPORTED, "✓ Supported"),
        (Outcome.BORDERLINE, "≈ Borderline"),
        (Outcome.REFUTED, "✗ Does not match"),
        (Outcome.UNVERIFIABLE, "? Cannot be checked"),
    ],
)
def test_every_outcome_has_a_sign_and_words(outcome: Outcome, words: str) -> None:
    claim = replace(sample_report.claim(), outcome=outcome)
    assert words in Reader(render_page(replace(sample_report.report(), claims=(claim,)))).text


def test_a_claim_that_cannot_be_measured_still_gets_its_ring() -> None:
    page = render_page(replace(sample_report.report(), claims=(sample_report.unverifiable(),)))
    assert "about 290 km stated from Tikhoretsk" in page
    assert re.search(r'"ring":"[\w-]{100,}"', page)


def test_an_inferred_way_never_looks_confirmed(page: str) -> None:
    tracks = {a["class"] for _, a in Reader(page).elements if "track" in a.get("class", "").split()}
    assert tracks
    assert all("inferred" in css.split() for css in tracks)


def test_a_way_across_180_degrees_does_not_jump() -> None:
    svg = render_svg(sample_report.pacific())
    for d in re.findall(r'class="track[^"]*" d="([^"]*)"', svg):
        xs = [float(x) for x in re.findall(r"[ML]([\d.-]+) ", d)]
        assert max((abs(a - b) for a, b in pairwise(xs)), default=0) < 100


def test_a_right_to_left_text_keeps_its_own_direction(page: str) -> None:
    paragraphs = [a for t, a in Reader(page).elements if t == "p" and a.get("dir") == "auto"]
    assert len(paragraphs) >= 4
    assert '<html lang="en">' in page


def test_the_picture_alone_is_well_formed_and_asks_for_nothing() -> None:
    for make in (sample_report.report, sample_report.pacific, sample_report.without_route, sample_report.empty):
        svg = render_svg(make())
        root = ElementTree.fromstring(svg)  # noqa: S314  our own picture
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "var(" not in svg
        assert not re.search(r"(href|src|url\()", svg)
        assert render_svg(make()) == svg


def test_the_picture_alone_has_title_legend_and_credit() -> None:
    svg = render_svg(sample_report.report())
    for words in (
        sample_report.TITLE,
        "By rail: straight line",
        "Natural Earth",
        "Leg 1, by sea: Najin to Dunay, at least 183 km",
        "Claim 1, supported: 290 km stated, 296 km measured",
    ):
        assert words in svg
    assert 'role="img" aria-labelledby="sheet-title sheet-words"' in svg
    assert "<title id=" in svg
    assert "<desc id=" in svg


def _title(report: Report) -> str:
    return Reader(render_page(report)).text


def test_a_report_without_a_title_is_named_after_its_route() -> None:
    report = sample_report.report()
    untitled = replace(report, article=replace(report.article, title=None))
    assert "The way of the goods: Najin – Dunay – Tikhoretsk" in _title(untitled)


def test_importing_the_page_loads_nothing_heavy() -> None:
    code = "import sys, routes.page; print([m for m in ('folium', 'numpy', 'pyproj', 'shapely') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_misspelt_name_is_put_right_on_the_map_and_quoted_in_the_list() -> None:
    report = sample_report.report()
    place = replace(sample_report.TIKHORETSK, name="Tikhoretsk (town)")
    *others, last = report.itineraries[0].stops
    way = replace(report.itineraries[0], stops=(*others, replace(last, place=place)))
    read = tuple(replace(r, how=How.FUZZY) if r.mention.text == last.name else r for r in report.toponyms)
    page = render_page(replace(report, itineraries=(way,), toponyms=read))
    assert '"name":"Tikhoretsk (town)"' in page
    assert "spelt “Tikhoretsk” in the text" in Reader(page).text
