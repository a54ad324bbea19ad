"""The golden files are compared byte by byte, and a difference is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import goldens


def test_what_was_written_by_update_is_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "page.html"
    goldens.update(path, "Dunay\nДунай\r\n")
    assert path.read_bytes() == b"Dunay\n\xd0\x94\xd1\x83\xd0\xbd\xd0\xb0\xd0\xb9\r\n"
    assert goldens.difference(path, "Dunay\nДунай\r\n") is None


@pytest.mark.parametrize(
    ("actual", "line"),
    [("Dunay\nNajin\n", 2), ("Dunay\nДунай\r\n", 2), ("Dunay\nДунай", 3), ("Dunay\nДунай\n\n", 4), ("", 1)],
)
def test_a_difference_names_the_first_line_that_differs(actual: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    goldens.update(path, "Dunay\nДунай\n")
    assert (goldens.difference(path, actual) or "").startswith(f"{path}:{line}: differs")


def test_a_missing_golden_file_is_a_difference(tmp_path: Path) -> None:
    assert "no such golden file" in (goldens.difference(tmp_path / "missing.json", "") or "")


@pytest.mark.usefixtures("golden")
def test_a_test_that_uses_a_golden_file_is_marked(request: pytest.FixtureRequest) -> None:
    # The step with the newest versions leaves out what is marked.
    assert request.node.get_closest_marker("golden") is not None
