"""The page as Chromium shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.chromium import View, launch, opened
from tests.page import sample_report

pytestmark = pytest.mark.browser

_COLOURS = """() => {
  const ground = (e) => {
    const colour = getComputedStyle(e).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" && e.parentElement ? ground(e.parentElement) : colour;
  };
  const words = "h1, h2, p, dt, dd, .badge, .source, .name, .chip, mark, figcaption, .legend li";
  return [...document.querySelectorAll(words)]
    .map((e) => [e.outerHTML.slice(0, 60), getComputedStyle(e).color, ground(e)]);
}"""


def test_the_page_asks_for_nothing_and_says_nothing_however_it_is_used(browser: Browser, story: Path) -> None:
    with opened(browser, story) as (page, log):
        for selector in ("button.go", ".enlarge", "#whole", ".leaflet-control-zoom-in", ".chip", ".source", "summary"):
            for element in page.query_selector_all(selector):
                element.click()
        page.keyboard.press("Tab")
        page.hover(".used")
        assert log.requests[0] == story.as_uri()
        assert {url.split("#")[0] for url in log.requests} == {story.as_uri()}
        assert log.messages == []


def test_the_network_log_holds_no_request_of_the_page(driver: Playwright, story: Path, tmp_path: Path) -> None:
    control = sample_report.write('<img src="http://example.invalid/x.png">', tmp_path, "control.html")
    assert _asked_for(driver, control, tmp_path) == {"http://example.invalid/x.png"}
    assert _asked_for(driver, story, tmp_path) == set()


def _asked_for(driver: Playwright, path: Path, folder: Path) -> set[str]:
    """Return the addresses that a page makes Chromium ask for; Chromium's own calls home name no initiator."""
    log = folder / f"{path.stem}.json"
    browser = launch(driver, f"--log-net-log={log}")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_timeout(500)
    browser.close()
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    asked = [event["params"] for event in events if "initiator" in event.get("params", {})]
    return {params["url"] for params in asked if params["initiator"] != "not an origin"}


def test_as_many_stops_are_drawn_as_the_report_has(browser: Browser, story: Path, pacific: Path) -> None:
    for path, count in ((story, 3), (pacific, 8)):
        with opened(browser, path) as (page, _):
            numbers = [e.inner_text() for e in page.query_selector_all("[data-pin]")]
            assert numbers == [str(n) for n in range(1, count + 1)]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [320, 360, 768, 900, 1360, 1920])
def test_no_width_needs_sideways_scrolling(browser: Browser, story: Path, width: int, *, scripts: bool) -> None:
    with opened(browser, story, View(width, 700, scripts=scripts)) as (page, _):
        found = page.locator("html").evaluate("e => e.scrollWidth") if scripts else _wide_without_scripts(page)
        assert found <= width


def _wide_without_scripts(page: Page) -> int:
    boxes = [page.locator(selector).bounding_box() for selector in ("header", ".map", ".side", "footer")]
    return round(max(box["x"] + box["width"] for box in boxes if box))


def test_without_scripts_map_stops_legs_claims_and_text_are_there(browser: Browser, story: Path) -> None:
    with opened(browser, story, View(scripts=False)) as (page, log):
        text = page.inner_text("body")
        for words in ("Najin", "Dunay", "Tikhoretsk", "Leg 1, by sea", "Leg 2, by rail", "Supported", "Moscow called"):
            assert words in text
        assert page.is_visible(".still svg")
        assert page.locator(".still g[data-ref^=stop] .number").all_text_contents() == ["1", "2", "3"]
        assert not page.is_visible(".live")
        assert log.messages == []


def test_the_keyboard_reaches_every_stop_leg_and_claim(browser: Browser, story: Path) -> None:
    wanted = {"stop-0", "stop-1", "stop-2", "leg-0", "leg-1", "claim-0"}
    with opened(browser, story) as (page, _):
        reached: set[str] = set()
        for _step in range(80):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "document.activeElement.matches('button.go') ? document.activeElement.dataset.ref : ''"
            )
            reached.add(focused)
        assert wanted <= reached


def test_enter_on_a_leg_shows_it_on_the_map(browser: Browser, story: Path) -> None:
    with opened(browser, story) as (page, _):
        before = page.evaluate("map_1.getZoom()")
        page.focus("button.go[data-ref=leg-0]")
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        assert page.evaluate("map_1.getZoom()") > before + 2
        assert "leg 1 is shown" in page.inner_text(".status").lower()
        assert page.evaluate("document.querySelectorAll('path.track.hot').length") == 1


def test_a_sentence_and_its_findings_light_up_together(browser: Browser, story: Path) -> None:
    with opened(browser, story) as (page, _):
        page.hover("#stop-1 b")
        assert page.locator(".used.hot").count() == 1
        assert page.locator("[data-pin=stop-1].hot").count() == 1
        page.hover(".used >> nth=0")
        assert page.locator("#stop-0.hot").count() == 1


def test_a_tap_on_a_chip_shows_its_thing(browser: Browser, story: Path) -> None:
    with opened(browser, story, View(360, 780, touch=True)) as (page, _):
        page.tap(".chip[data-ref=claim-0]")
        page.wait_for_timeout(100)
        assert page.evaluate("map_1.getZoom()") > 5


def test_targets_are_24_pixels_or_more(browser: Browser, story: Path) -> None:
    with opened(browser, story, View(360, 780)) as (page, _):
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, .chip, .source, summary, [data-pin], .leaflet-bar a")]
                 .map((e) => [e.className, e.getBoundingClientRect()])
                 .filter(([, r]) => r.width > 0 && (r.height < 23.9 || r.width < 23.9)).map(([name]) => name)"""
        )
        assert small == []


def test_the_policy_stops_what_is_put_in_later(browser: Browser, story: Path) -> None:
    with opened(browser, story) as (page, log):
        page.evaluate(
            """() => {
                 const script = document.createElement("script");
                 script.textContent = "window.pwned = 1";
                 document.body.append(script);
                 const image = new Image();
                 image.src = "https://example.org/x.png";
                 document.body.append(image);
               }"""
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.pwned") is None
        assert all("Content Security Policy" in message for message in log.messages)
        assert len(log.messages) == 2


def test_the_story_prints_on_two_pages_of_a4(browser: Browser, story: Path, tmp_path: Path) -> None:
    with opened(browser, story) as (page, _):
        pdf = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 2
        page.emulate_media(media="print")
        assert page.is_visible(".still svg")
        assert not page.is_visible(".live")


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_their_ground(browser: Browser, story: Path, *, dark: bool) -> None:
    with opened(browser, story, View(dark=dark)) as (page, _):
        pairs = page.evaluate(_COLOURS)
        assert [pair for pair in pairs if contrast(pair[1], pair[2]) < 4.5] == []


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours. W3C, Web Content Accessibility Guidelines 2.2, 1.4.3."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
