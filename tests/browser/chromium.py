"""Headless Chromium for the tests: Debian's, or the one that CHROMIUM names. Without it the tests fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

PATH = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Chromium's own calls home are none of the page's: without them the network log holds what the page asks for.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
)


def launch(playwright: Playwright, *arguments: str) -> Browser:
    return playwright.chromium.launch(executable_path=PATH, args=[*_ARGUMENTS, *arguments])


@dataclass(slots=True)
class Log:
    """What a page asked for and what it said."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))


@dataclass(frozen=True, slots=True)
class View:
    """The window and the reader's settings."""

    width: int = 1360
    height: int = 860
    dark: bool = False
    scripts: bool = True
    policy: bool = True
    touch: bool = False


@contextmanager
def opened(browser: Browser, path: Path, view: View | None = None) -> Iterator[tuple[Page, Log]]:
    """Open a file and wait until its map is drawn."""
    view = view or View()
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme="dark" if view.dark else "light",
        java_script_enabled=view.scripts,
        bypass_csp=not view.policy,
        has_touch=view.touch,
        reduced_motion="reduce",
    )
    page, log = context.new_page(), Log()
    log.watch(page)
    page.goto(path.as_uri())
    if view.scripts:
        page.wait_for_selector("html.ready", state="attached", timeout=10_000)
    yield page, log
    context.close()
