"""What all tests share: Hypothesis profiles, the golden files, the mark of the browser tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests import goldens

_BROWSER = Path(__file__).resolve().parent / "browser"

# What a shell starts in the background ignores Ctrl-C, and so would all that the tests start: they would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples on every run: a red test must be red again tomorrow. The nightly profile looks further.
hypothesis.settings.register_profile("default", derandomize=True, deadline=None)
hypothesis.settings.register_profile("nightly", derandomize=False, deadline=None, max_examples=10_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files; then read the diff")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they need, so that nobody can forget to."""
    for item in items:
        if item.path.is_relative_to(_BROWSER):
            item.add_marker(pytest.mark.browser)
        if "golden" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.golden)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return `golden(path, actual)`: the file must hold exactly these bytes in UTF-8.

    With --update-golden the file is written instead.
    """
    if request.config.getoption("--update-golden"):
        return goldens.update

    def check(path: Path, actual: str) -> None:
        problem = goldens.difference(path, actual)
        if problem:
            pytest.fail(problem, pytrace=False)

    return check
