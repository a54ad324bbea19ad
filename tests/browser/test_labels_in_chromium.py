"""Where pins and names stand on the map, measured in Chromium's own boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routes.model import Report
from routes.page import render_page
from tests.browser.chromium import View, opened
from tests.page import sample_report

pytestmark = pytest.mark.browser

# Words over words, words over pins, pins over pins (whose least distance is the 24 pixels of a target).
_CROWDING = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .map((e) => [e.textContent, e.getBoundingClientRect()]);
  const [words, pins] = [boxes(".word"), boxes("[data-pin]")];
  const gap = (a, b) => Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
  const over = (p, q) => p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom;
  const found = [];
  words.forEach(([a, p], i) => words.slice(i + 1).forEach(([b, q]) => over(p, q) && found.push(a + " / " + b)));
  words.forEach(([a, p]) => pins.forEach(([b, q]) => over(p, q) && found.push(a + " / pin " + b)));
  pins.forEach(([a, p], i) => pins.slice(i + 1).forEach(([b, q]) => gap(p, q) < 24 && found.push(a + " on " + b)));
  return found;
}"""
# What stands on a pin, and what stands beside the same number in the list.
_KEYED = """() => [...document.querySelectorAll("[data-pin]")].map((pin) => {
  const item = document.getElementById(pin.dataset.pin);
  return [pin.textContent, item.querySelector(".disc").textContent, item.querySelector("b").textContent];
})"""
_STORIES = {
    3: (sample_report.report(), ([42.5, 131.3], [45.85, 40.13], [55.0, 90.0])),
    8: (sample_report.pacific(), ([38.0, -95.0],)),
    12: (sample_report.many(12), ([39.0, 29.0], [41.0, 28.0])),
    20: (sample_report.many(20), ([39.0, 29.0], [36.0, 35.5])),
}


@pytest.mark.parametrize("width", [1360, 360])
@pytest.mark.parametrize("count", _STORIES)
def test_no_name_covers_a_name_or_a_pin_at_any_zoom(browser: Browser, tmp_path: Path, width: int, count: int) -> None:
    report, places = _STORIES[count]
    with opened(browser, _written(report, tmp_path), View(width, 780)) as (page, _):
        assert page.evaluate(_CROWDING) == []
        for zoom in range(2, 10):
            for at in places:
                assert _crowding(page, zoom, at) == []


def _crowding(page: Page, zoom: int, at: list[float]) -> list[str]:
    page.evaluate("([zoom, at]) => { map_1.setView(at, zoom, { animate: false }); }", [zoom, at])
    page.wait_for_timeout(30)
    found: list[str] = page.evaluate(_CROWDING)
    return found


@pytest.mark.parametrize("width", [1360, 360])
@pytest.mark.parametrize("count", _STORIES)
def test_every_stop_is_numbered_on_the_map_and_named_in_the_list(
    browser: Browser, tmp_path: Path, width: int, count: int
) -> None:
    report, _ = _STORIES[count]
    with opened(browser, _written(report, tmp_path), View(width, 780)) as (page, _log):
        keyed = page.evaluate(_KEYED)
        assert [number for number, _, _ in keyed] == [number for _, number, _ in keyed]
        assert [name for _, _, name in keyed] == [stop.name for way in report.itineraries for stop in way.stops]


@pytest.mark.parametrize(("count", "width", "least"), [(3, 1360, 3), (3, 360, 3), (12, 1360, 12), (20, 1360, 18)])
def test_names_find_room_on_the_whole_map(browser: Browser, tmp_path: Path, count: int, width: int, least: int) -> None:
    with opened(browser, _written(_STORIES[count][0], tmp_path), View(width, 780)) as (page, _):
        assert page.locator(".word.stop").count() >= least


def test_a_name_that_had_to_move_has_a_line_to_its_pin(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, _written(_STORIES[20][0], tmp_path)) as (page, _):
        assert page.locator(".live path.leader.name").count() > 0
        far = page.evaluate(
            """() => {
                 const pins = [...document.querySelectorAll("[data-pin]")].map((e) => e.getBoundingClientRect());
                 const lines = document.querySelectorAll(".live path.leader.name").length;
                 const gap = (w, p) => Math.hypot(
                   Math.max(w.left - p.x - 13, 0, p.x + 13 - w.right),
                   Math.max(w.top - p.y - 13, 0, p.y + 13 - w.bottom));
                 const words = [...document.querySelectorAll(".word.stop")].map((e) => e.getBoundingClientRect());
                 return words.filter((w) => Math.min(...pins.map((p) => gap(w, p))) > 24).length - lines;
               }"""
        )
        assert far <= 0


def _written(report: Report, folder: Path) -> Path:
    return sample_report.write(render_page(report), folder)
