"""The page of a dossier, as a browser takes it apart."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from functools import cache

import pytest

from routes import dossier
from routes.page import PageOptions, render_dossier_page, render_dossier_svg
from routes.page.merging import merge
from tests.dossier.retold import NAMES, compared, report_of, retellings
from tests.page import sample_report
from tests.page.hostile import CHUNKS, first_words, hostile
from tests.page.reader import Reader

_LARGEST = 600_000


@cache
def page() -> str:
    return render_dossier_page(retellings())


@cache
def plain_pair() -> str:
    return render_dossier_page(dossier([sample_report.report(), sample_report.report()]))


def test_the_contradictions_come_first_then_who_says_what_then_the_texts() -> None:
    text = Reader(page()).text
    places = [
        text.index(words) for words in ("5 contradictions", "Who says what", "stated distances, checked", "The texts")
    ]
    assert places == sorted(places)
    assert "what A and C say fits, what B says does not match." in text


def test_every_article_is_there_with_its_letter_its_words_and_its_verdict() -> None:
    text = Reader(page()).text
    for name in NAMES:
        for paragraph in report_of(name).article.text.splitlines():
            assert " ".join(paragraph.split())[:40] in text
    for words in ("A · Shells from Najin", "B · Pictures trace", "C · A thousand boxes", "front.txt"):
        assert words in text
    assert text.count("Does not match") >= 3


def test_a_stop_on_the_map_says_which_articles_tell_of_it() -> None:
    assert "Tikhoretsk (A, B, C)" in page()
    told = render_dossier_page(compared("Coal went from Odesa to Izmir.", "Coal went from Odesa to Varna."))
    assert "Odesa (A, B)" in told
    assert "Varna (B)" in told


def test_each_shared_stop_is_drawn_once() -> None:
    reader = Reader(page())
    pins = [found for name, found in reader.elements if name == "g" and found.get("class", "").startswith("pin ")]
    assert {found["data-ref"] for found in pins if "data-ref" in found} == {"stop-0", "stop-1", "stop-2"}


def test_every_link_leads_somewhere() -> None:
    reader = Reader(page())
    ids = reader.with_attribute("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in reader.with_attribute("href") if href.startswith("#")} <= set(ids)


def test_the_page_has_the_policy_of_every_page_and_asks_for_nothing() -> None:
    assert "default-src &#x27;none&#x27;" in page() or "default-src 'none'" in page()
    reader = Reader(page())
    assert not {name for name, _ in reader.elements} & {"img", "iframe", "link", "base", "form", "object"}
    assert not reader.with_attribute("src")
    assert len(page()) < _LARGEST


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert page() == render_dossier_page(retellings())
    assert render_dossier_svg(retellings()) == render_dossier_svg(retellings())


def test_articles_with_one_title_and_one_file_are_told_apart_by_their_letters() -> None:
    reports = [
        replace(report_of(name), article=replace(report_of(name).article, title="One title", source="a/page.html"))
        for name in NAMES
    ]
    text = Reader(render_dossier_page(dossier(reports))).text
    for letter, name in zip("ABC", NAMES, strict=True):
        start = text.index(f"{letter} · One title (page.html")
        words = " ".join(report_of(name).article.text.split())[:30]
        assert text.index(words, start) - start < 120


def test_words_of_the_editor_win() -> None:
    text = Reader(render_dossier_page(retellings(), PageOptions("My title", "My words", "My desk"))).text
    for words in ("My title", "My words", "My desk"):
        assert words in text


def test_articles_without_a_way_get_a_map_and_say_so() -> None:
    text = Reader(render_dossier_page(compared("Linz lies 155 km from Vienna.", "It rained in Graz."))).text
    assert "No contradiction was found" in text
    assert "155 km" in text


def test_articles_without_anything_give_a_page() -> None:
    text = Reader(render_dossier_page(compared("Nothing happened.", "Nothing at all."))).text
    assert "The texts tell of no way of goods" in text


def test_the_merged_text_keeps_every_span_of_every_article() -> None:
    found = retellings()
    merged = merge(found)
    for number, report in enumerate(found.reports):
        for claim in report.claims:
            span = claim.statement.span
            moved = type(span)(span.start + merged.parts[number].start, span.end + merged.parts[number].start)
            assert merged.report.article.quote(moved) == report.article.quote(span)
    quotes = [merged.report.article.quote(mention.mention.span) for mention in merged.report.toponyms]
    assert quotes == [mention.mention.text for mention in merged.report.toponyms]


@pytest.mark.parametrize("payloads", CHUNKS)
def test_no_payload_becomes_an_element_a_script_or_an_attribute(payloads: tuple[str, ...]) -> None:
    evil = render_dossier_page(dossier([hostile(payload) for payload in payloads]), first_words(payloads))
    reader, plain = Reader(evil), Reader(plain_pair())
    assert {name for name, _ in reader.elements} <= {name for name, _ in plain.elements} | {"ul", "li"}
    attributes = {name for _, found in reader.elements for name in found}
    assert attributes <= {name for _, found in plain.elements for name in found}
    assert sum(name == "script" for name, _ in reader.elements) == 4
    code = re.compile(r"<script>(.*?)</script>", re.DOTALL)
    assert code.findall(evil) == code.findall(plain_pair())


@pytest.mark.parametrize("payloads", CHUNKS)
def test_no_payload_breaks_the_picture(payloads: tuple[str, ...]) -> None:
    svg = render_dossier_svg(dossier([hostile(payload) for payload in payloads]), first_words(payloads))
    names = {found.tag.rpartition("}")[2] for found in ElementTree.fromstring(svg).iter()}  # noqa: S314  our own picture
    assert names <= {"svg", "g", "path", "rect", "circle", "text", "title", "desc", "style"}
