"""Take the picture of a page that the README shows.

    python scripts/take_picture.py maps/najin-tikhoretsk/route.html maps/najin-tikhoretsk/route.png

Needs Chromium (the environment variable CHROMIUM, else `chromium` on PATH) and the extra `dev`. A picture depends
on the fonts of the machine, so it is not compared byte by byte.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# Without these Chromium calls home, and waits for an answer.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--width", type=int, default=1360)
    parser.add_argument("--height", type=int, default=860)
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        parser.error("no chromium: install it or name one by CHROMIUM=PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        page = browser.new_page(viewport={"width": options.width, "height": options.height})
        page.goto(options.page.resolve().as_uri())
        page.wait_for_selector(".leaflet-marker-icon")
        page.screenshot(path=options.picture)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
