"""The example stories as readers get them: silent, without barriers, whole on paper and without scripts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routes.model import Article, Span
from routes.page import render_page
from tests.browser.chromium import View, opened
from tests.page import sample_report

pytestmark = pytest.mark.browser

_ROOT = Path(__file__).parents[2]
_PAGES = sorted(_ROOT.glob("maps/*/route.html"))
_AXE = _ROOT / "build" / "axe.min.js"
_STORIES = pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.parent.name)
_BARRIERS = """async () => {
  const found = await axe.run(document);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html.slice(0, 120)));
}"""
_HIDDEN = """() => [".route > li", "article.claim", "details li", ".text p", ".notices li", ".legend li", ".inset"]
  .flatMap((selector) => [...document.querySelectorAll(selector)])
  .filter((e) => !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    || e.getBoundingClientRect().height === 0)
  .map((e) => e.textContent.slice(0, 60))"""


def _barriers(page: Page) -> list[str]:
    assert _AXE.is_file(), "axe-core is missing: `make test-browser` fetches it"
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_BARRIERS)
    return found


@_STORIES
@pytest.mark.parametrize("width", [1360, 360])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_barrier(browser: Browser, path: Path, width: int, *, dark: bool) -> None:
    with opened(browser, path, View(width, 780, dark=dark)) as (page, log):
        assert _barriers(page) == []
        page.locator("[data-pin]").first.dispatch_event("click")
        page.wait_for_selector(".leaflet-popup-content")
        assert _barriers(page) == []
        assert log.messages == []
        assert {url.split("#")[0] for url in log.requests} == {path.as_uri()}


@_STORIES
def test_a_story_fits_320_pixels(browser: Browser, path: Path) -> None:
    with opened(browser, path, View(320, 640)) as (page, _):
        assert page.locator("html").evaluate("e => e.scrollWidth") <= 320


@_STORIES
def test_tab_reaches_every_stop_leg_and_claim_in_the_order_of_the_page(browser: Browser, path: Path) -> None:
    with opened(browser, path) as (page, _):
        wanted = page.evaluate("[...document.querySelectorAll('button.go')].map((e) => e.dataset.ref)")
        reached = []
        for _step in range(40 + 4 * len(wanted)):
            page.keyboard.press("Tab")
            ref = page.evaluate("document.activeElement.matches('button.go') ? document.activeElement.dataset.ref : ''")
            reached += [ref] if ref else []
        assert reached[: len(wanted)] == wanted
        assert wanted


@_STORIES
def test_a_story_without_scripts_has_its_map(browser: Browser, path: Path) -> None:
    with opened(browser, path, View(scripts=False)) as (page, _):
        assert page.is_visible(".still svg")
        assert page.locator(".still .pin").count() > 1


@_STORIES
def test_a_printed_story_hides_nothing(browser: Browser, path: Path, tmp_path: Path) -> None:
    with opened(browser, path) as (page, _):
        pdf = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= (
            2 if path.parent.name == "najin-tikhoretsk" else 3
        )
        page.emulate_media(media="print")
        assert page.evaluate(_HIDDEN) == []


@_STORIES
def test_a_story_is_no_larger_than_a_megabyte(path: Path) -> None:
    assert path.stat().st_size <= (400_000 if path.parent.name == "najin-tikhoretsk" else 1_000_000)


def test_nothing_moves_for_readers_who_want_no_motion(browser: Browser) -> None:
    with opened(browser, _PAGES[0]) as (page, _):
        page.locator("button.go[data-ref^=leg]").first.click()
        zoom = page.evaluate("map_1.getZoom()")
        assert page.locator(".leaflet-zoom-anim, .leaflet-pan-anim").count() == 0
        page.wait_for_timeout(400)
        assert page.evaluate("map_1.getZoom()") == zoom
        moving = """() => [...document.querySelectorAll("*")].filter((e) => {
          const style = getComputedStyle(e);
          return style.transitionDuration !== "0s" || style.animationName !== "none";
        }).length"""
        assert page.evaluate(moving) == 0


@pytest.mark.parametrize("words", ["قالت الوزارة إن السفينة غادرت", "המשרד אמר כי האונייה יצאה"])
def test_a_quotation_from_right_to_left_keeps_its_letters_and_its_direction(
    browser: Browser, tmp_path: Path, words: str
) -> None:
    report = sample_report.report()
    text = f"{report.article.text}\n\n{words}."
    last = Span(len(text) - len(words) - 1, len(text))
    article = Article(text, words, report.article.published, "sample.txt")
    story = replace(report, article=article, sentences=(*report.sentences, last))
    path = sample_report.write(render_page(story), tmp_path)
    with opened(browser, path) as (page, _):
        found = page.locator(".text p", has_text=words)
        assert found.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert page.locator("h1").inner_text() == words
        assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.locator(".text p").first.evaluate("e => getComputedStyle(e).direction") == "ltr"
