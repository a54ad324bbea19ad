"""The page of a dossier as Chromium shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from routes.page import render_dossier_page
from tests.browser.chromium import View, opened
from tests.browser.test_page_in_chromium import _COLOURS, contrast
from tests.dossier.retold import retellings
from tests.page import sample_report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_report.write(render_dossier_page(retellings()), tmp_path_factory.mktemp("dossier"))


@pytest.mark.parametrize("width", [320, 360, 768, 1100, 1360, 1920])
def test_no_width_needs_sideways_scrolling(browser: Browser, folder: Path, width: int) -> None:
    with opened(browser, folder, View(width, 700)) as (page, log):
        assert page.locator("html").evaluate("e => e.scrollWidth") <= width
        assert log.messages == []
        assert {url.split("#")[0] for url in log.requests} == {folder.as_uri()}


def test_contradictions_stand_above_the_table_and_the_table_above_the_texts(browser: Browser, folder: Path) -> None:
    for width in (360, 1360):
        with opened(browser, folder, View(width, 780)) as (page, _):
            tops = [
                page.locator(f"#{name}").evaluate("e => e.getBoundingClientRect().top")
                for name in ("disputes", "says", "text")
            ]
            assert tops == sorted(tops)


def test_a_stop_of_the_table_is_shown_on_the_map(browser: Browser, folder: Path) -> None:
    with opened(browser, folder) as (page, _):
        before = page.evaluate("map_1.getZoom()")
        page.click("#stop-2 button.go")
        page.wait_for_timeout(100)
        assert page.evaluate("map_1.getZoom()") > before
        page.hover("#stop-1 button.go")
        assert page.locator(".used.hot").count() == 3


def test_without_scripts_everything_is_there(browser: Browser, folder: Path) -> None:
    with opened(browser, folder, View(scripts=False)) as (page, _):
        text = page.inner_text("body")
        for words in ("5 contradictions", "what B says does not match", "Who says what", "Pyongyang has said nothing"):
            assert words in text
        assert page.is_visible(".still svg")


def test_targets_are_24_pixels_or_more(browser: Browser, folder: Path) -> None:
    with opened(browser, folder, View(360, 780)) as (page, _):
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, .chip, .source, summary, a.letter")]
                 .map((e) => [e.className, e.getBoundingClientRect()])
                 .filter(([, r]) => r.width > 0 && (r.height < 23.9 || r.width < 23.9)).map(([name]) => name)"""
        )
        assert small == []


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_their_ground(browser: Browser, folder: Path, *, dark: bool) -> None:
    with opened(browser, folder, View(dark=dark)) as (page, _):
        pairs = page.evaluate(_COLOURS.replace('"h1,', '"th, td p, .letter, h1,'))
        assert [pair for pair in pairs if contrast(pair[1], pair[2]) < 4.5] == []
