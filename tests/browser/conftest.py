"""One browser for all tests, and the pages that they open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from routes.page import render_page
from tests.browser.chromium import launch
from tests.page import sample_report


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    chromium = launch(driver)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_report.write(render_page(sample_report.report()), tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="session")
def pacific(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_report.write(render_page(sample_report.pacific()), tmp_path_factory.mktemp("pacific"))
