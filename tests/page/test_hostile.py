"""Text from outside is data: no string, wherever it stands, becomes an element, an attribute or a script."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from functools import cache

import pytest

from routes.page import PageOptions, render_page, render_svg
from tests.page import sample_report
from tests.page.hostile import CHUNKS, PAYLOADS, crowded, filled_fields, first_words, hostile, last_words
from tests.page.reader import Reader

_CODE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_DATA = re.compile(r'<script type="application/json" id="route-data">(.*?)</script>', re.DOTALL)
_ODD_NAME = 'St. John\'s "Port" `x` \\ ${y} \\`{{z}}'


@cache
def page_of(number: int, *, embed: bool) -> str:
    payloads = CHUNKS[number]
    options = last_words(payloads, embed=True) if embed else first_words(payloads)
    return render_page(crowded(payloads), options)


@cache
def plain_page(*, embed: bool) -> str:
    harmless = tuple(f"word {number}" for number in range(len(CHUNKS[0])))
    return render_page(crowded(harmless), last_words(harmless, embed=embed))


def test_the_corpus_is_large_and_fills_every_field() -> None:
    assert len(set(PAYLOADS)) >= 60
    assert [payload for chunk in CHUNKS for payload in chunk] == list(PAYLOADS)
    fields = filled_fields(hostile(PAYLOADS[0]), PAYLOADS[0])
    assert len(fields) >= 40
    for name in ("Article.title", "Article.source", "Place.name", "Vessel.name", "LineVersion.name", "Path.passages"):
        assert name in fields
    for payload in PAYLOADS:
        assert filled_fields(hostile(payload), payload) == fields


@pytest.mark.parametrize("embed", [False, True])
@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_no_payload_becomes_an_element_an_attribute_or_an_address(number: int, *, embed: bool) -> None:
    plain, reader = Reader(plain_page(embed=embed)), Reader(page_of(number, embed=embed))
    assert {name for name, _ in reader.elements} <= {name for name, _ in plain.elements}
    attributes = {name for _, found in reader.elements for name in found}
    assert attributes <= {name for _, found in plain.elements for name in found}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc", "action")]
    for name in ("script", "style", "meta", "title", "h1", "main"):
        assert sum(tag == name for tag, _ in reader.elements) == sum(tag == name for tag, _ in plain.elements)
    ids = set(reader.with_attribute("id"))
    for href in reader.with_attribute("href"):
        assert href in plain.with_attribute("href") or href[1:] in ids
    assert reader.comments == []


@pytest.mark.parametrize("embed", [False, True])
@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_scripts_and_styles_are_the_same_whatever_the_text_says(number: int, *, embed: bool) -> None:
    page = page_of(number, embed=embed)
    assert _CODE.findall(page) == _CODE.findall(plain_page(embed=embed))
    [data] = _DATA.findall(page)
    assert not re.search("[<>&\u2028\u2029]", data)
    assert len(json.loads(data)["stops"]) == 3 * len(CHUNKS[number])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_breaks_the_picture(payload: str) -> None:
    svg = render_svg(hostile(payload), PageOptions(payload, payload, payload))
    plain = ElementTree.fromstring(_plain_svg())  # noqa: S314  our own picture
    root = ElementTree.fromstring(svg)  # noqa: S314  our own picture
    assert {element.tag for element in root.iter()} <= {element.tag for element in plain.iter()}
    names = {name for element in root.iter() for name in element.attrib}
    assert names <= {name for element in plain.iter() for name in element.attrib}
    assert [e.text for e in root.iter() if e.tag.endswith("style")] == [
        e.text for e in plain.iter() if e.tag.endswith("style")
    ]
    assert not re.search(r"<[!?]", svg)


@cache
def _plain_svg() -> str:
    return render_svg(sample_report.report())


def test_names_on_the_map_cannot_turn_the_words_around_them() -> None:
    svg = render_svg(hostile("\u202egnp.nijaN\u202c"))
    assert "\u202e" not in svg


def test_a_name_of_backticks_and_backslashes_is_drawn_as_it_is() -> None:
    report = sample_report.report()
    first, *others = report.itineraries[0].stops
    way = replace(report.itineraries[0], stops=(replace(first, name=_ODD_NAME), *others))
    odd = replace(report, itineraries=(way,))
    root = ElementTree.fromstring(render_svg(odd))  # noqa: S314  our own picture
    assert _ODD_NAME in {element.text for element in root.iter()}
    [data] = _DATA.findall(render_page(odd))
    assert json.loads(data)["stops"][0]["name"] == _ODD_NAME
