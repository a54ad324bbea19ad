"""Hostile words never run, with the page's policy and with the policy cut out, and nothing is asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routes import dossier
from routes.page import PageOptions, render_dossier_page, render_page, render_svg
from tests.browser.chromium import Log, View, opened
from tests.page import sample_report
from tests.page.hostile import CHUNKS, crowded, first_words, hostile, last_words

pytestmark = pytest.mark.browser

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ODD_NAME = 'St. John\'s "Port" `x` \\ ${y} \\`{{z}}'
# Each pin is opened, for its popup has words; of the rest one of each kind is used, for each lays the map anew.
_USE_ALL = """() => {
  const kinds = ["button.go", ".chip", ".enlarge", ".others a", "summary", "mark", "[data-refs]", "#whole"];
  const touched = [...document.querySelectorAll("[data-pin]")];
  for (const kind of kinds) touched.push(...[...document.querySelectorAll(kind)].slice(-1));
  for (const element of touched) {
    for (const name of ["mouseenter", "mouseover", "focusin", "focus"]) element.dispatchEvent(new Event(name));
    element.dispatchEvent(new MouseEvent("click", { cancelable: true }));
  }
  return touched.length;
}"""


def test_an_attack_that_works_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The control: without escaping, this is what the tests below would notice."""
    evil = "<!DOCTYPE html><html class=ready><img src=x onerror='window.pwned=1'>"
    with opened(browser, sample_report.write(evil, tmp_path)) as (page, log):
        page.wait_for_function("window.pwned === 1")
        assert len(log.requests) == 2


@pytest.mark.parametrize("payloads", CHUNKS)
@pytest.mark.parametrize("policy", [True, False])
def test_no_words_run_in_a_page(browser: Browser, tmp_path: Path, payloads: tuple[str, ...], *, policy: bool) -> None:
    with opened(browser, _written(_page_of(payloads), tmp_path, policy=policy)) as (page, log):
        _nothing_runs(page, log)
        assert page.locator("[data-pin]").count() == 3 * len(payloads)


@pytest.mark.parametrize("payloads", CHUNKS)
def test_no_words_run_in_a_frame(browser: Browser, tmp_path: Path, payloads: tuple[str, ...]) -> None:
    html = render_page(crowded(payloads), last_words(payloads, embed=True))
    with opened(browser, _written(html, tmp_path, policy=False)) as (page, log):
        _nothing_runs(page, log)


@pytest.mark.parametrize("payloads", CHUNKS)
def test_no_words_run_in_a_dossier(browser: Browser, tmp_path: Path, payloads: tuple[str, ...]) -> None:
    found = dossier([hostile(payload) for payload in payloads])
    html = render_dossier_page(found, last_words(payloads, embed=False))
    with opened(browser, _written(html, tmp_path, policy=False)) as (page, log):
        _nothing_runs(page, log)


def test_no_words_run_in_a_picture_that_is_opened_by_itself(browser: Browser, tmp_path: Path) -> None:
    for payloads in CHUNKS:
        path = sample_report.write(render_svg(crowded(payloads), first_words(payloads)), tmp_path, "map.svg")
        context = browser.new_context(bypass_csp=True)
        page, log = context.new_page(), Log()
        log.watch(page)
        page.goto(path.as_uri())
        assert page.evaluate("window.pwned") is None
        assert page.evaluate("document.documentElement.nodeName") == "svg"
        assert log.messages == []
        assert log.requests == [path.as_uri()]
        context.close()


@cache
def _page_of(payloads: tuple[str, ...]) -> str:
    return render_page(crowded(payloads), first_words(payloads))


def _written(html: str, folder: Path, *, policy: bool) -> Path:
    return sample_report.write(html if policy else _POLICY.sub("", html, count=1), folder)


def _nothing_runs(page: Page, log: Log) -> None:
    assert page.evaluate(_USE_ALL) > 10
    page.wait_for_timeout(20)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("Object.prototype.pwned") is None
    assert page.is_visible("h1")
    assert log.messages == []
    assert len({url.split("#")[0] for url in log.requests}) == 1


def test_a_name_of_backticks_and_backslashes_is_drawn_as_it_is(browser: Browser, tmp_path: Path) -> None:
    report = sample_report.report()
    first, *others = report.itineraries[0].stops
    way = replace(report.itineraries[0], stops=(replace(first, name=_ODD_NAME), *others))
    path = sample_report.write(render_page(replace(report, itineraries=(way,))), tmp_path)
    with opened(browser, path) as (page, log):
        assert _ODD_NAME in page.locator(".word.stop").all_text_contents()
        page.locator("[data-pin]").first.click()
        assert page.locator(".leaflet-popup-content b").inner_text() == _ODD_NAME
        assert _ODD_NAME in page.inner_text(".route")
        assert page.locator("[data-pin]").count() == 3
        assert log.messages == []


@pytest.mark.parametrize("size", [(640, 400), (320, 300)])
def test_a_frame_shows_map_and_source_and_is_reached_by_the_keyboard(
    browser: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    options = PageOptions(credit="Graphic: our desk", embed=True)
    path = sample_report.write(render_page(sample_report.report(), options), tmp_path)
    with opened(browser, path, View(*size)) as (page, log):
        assert page.locator("html").evaluate("e => [e.scrollWidth, e.scrollHeight]") == list(size)
        assert page.is_visible("text=Graphic: our desk")
        assert page.is_visible("text=GeoNames")
        box = page.locator(".live").bounding_box()
        assert box
        assert box["height"] >= 150
        reached = set()
        for _ in range(20):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.dataset.pin || document.activeElement.tagName"))
        assert {"stop-0", "stop-1", "stop-2", "BUTTON", "SUMMARY", "A"} <= reached
        page.click("summary")
        assert page.is_visible("text=Disputed border")
        assert "Satellite pictures" not in page.content()
        assert log.messages == []
        assert {url.split("#")[0] for url in log.requests} == {path.as_uri()}


def test_a_frame_runs_in_a_sandboxed_iframe_of_another_page(browser: Browser, tmp_path: Path) -> None:
    frame = sample_report.write(render_page(sample_report.report(), PageOptions(embed=True)), tmp_path, "frame.html")
    outer = f'<!DOCTYPE html><iframe sandbox="allow-scripts" width=640 height=400 src="{frame.as_uri()}"></iframe>'
    path = sample_report.write(outer, tmp_path, "outer.html")
    context = browser.new_context()
    page, log = context.new_page(), Log()
    log.watch(page)
    page.goto(path.as_uri())
    inner = page.frames[1]
    inner.wait_for_selector("html.ready", state="attached")
    assert inner.locator("[data-pin]").count() == 3
    assert log.messages == []
    assert set(log.requests) == {path.as_uri(), frame.as_uri()}
    context.close()
