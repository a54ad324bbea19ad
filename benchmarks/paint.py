"""Measure how soon a page shows its map in headless Chromium: the first paint, and the live map that is ready for use.

The first paint is the browser's own First Contentful Paint, the second the mark that the page's script sets when the
map is drawn. Each opening has a fresh profile; the median of the openings counts, on a machine that does nothing else.

Run: .venv/bin/python benchmarks/paint.py [PAGE...]
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OPENINGS = 5
BUDGETS_MS = (500, 1500)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The page's policy forbids evaluation, and with it playwright's way of waiting for a condition.
TIMES = """() => new Promise((tell) => {
  new PerformanceObserver((list, observer) => {
    const first = list.getEntriesByName("first-contentful-paint")[0];
    if (!first) return;
    observer.disconnect();
    tell([first.startTime, performance.getEntriesByName("route-ready")[0].startTime]);
  }).observe({ type: "paint", buffered: true });
})"""


def opened(browser: Browser, page: Path, width: int) -> tuple[float, float]:
    """Return when one opening first painted and when its map was ready, in milliseconds from the start."""
    context = browser.new_context(viewport={"width": width, "height": 860})
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.wait_for_selector("html.ready", state="attached")
    first, ready = tab.evaluate(TIMES)
    context.close()
    return float(first), float(ready)


def main() -> None:
    pages = [Path(name) for name in sys.argv[1:]] or sorted(ROOT.glob("maps/*/route.html"))
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        raise SystemExit("no chromium: install it or name one by CHROMIUM=PATH")
    load = os.getloadavg()[0]
    print(f"{'page':24} {'width':>5} {'kB':>5} {'first paint ms':>15} {'map ready ms':>13}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        opened(browser, pages[0], 1360)  # the first opening warms the browser up
        for page in pages:
            for width in (1360, 360):
                times = [opened(browser, page, width) for _ in range(OPENINGS)]
                first, ready = (statistics.median(column) for column in zip(*times, strict=True))
                size = page.stat().st_size / 1000
                print(f"{page.resolve().parent.name:24} {width:5} {size:5.0f} {first:15.0f} {ready:13.0f}")
        browser.close()
    print(f"medians of {OPENINGS} openings; budgets {BUDGETS_MS[0]} and {BUDGETS_MS[1]} ms")
    print(f"load average {load:.2f} before, {os.getloadavg()[0]:.2f} after")


if __name__ == "__main__":
    main()
