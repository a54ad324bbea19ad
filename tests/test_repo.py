"""The repository names no place where it was built, and says where its data come from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


# Written in pieces, so that this file does not find itself.
WORKPLACE = re.compile(
    rb"(?<![\w.])/"
    rb"work/|\.lib"
    rb"rary\b|\bfarm"
    rb"-[0-9a-z]|issues "
    rb"show|(?<![\w/])\.\./"
    rb"shared|\bTO"
    rb"DO\b"
)
# The one file that may know of the evaluation data beside a checkout.
CI = ROOT / ".ci" / "run"


def test_no_file_names_the_workplace() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in tracked()
        if path != CI
        for match in [WORKPLACE.search(path.read_bytes())]
        if match
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["see /" + "work/x", "in .lib" + "rary/x", "on farm" + "-3a", "# TO" + "DO", "../" + "shared/gold"]
)
def test_the_look_for_the_workplace_sees_it(text: str) -> None:
    assert WORKPLACE.search(text.encode())


def data_files() -> list[Path]:
    return [path for path in tracked() if path.is_relative_to(ROOT / "routes" / "data") or path.name == "gazetteer.csv"]


@pytest.mark.parametrize("path", data_files(), ids=lambda path: path.name)
def test_a_data_file_is_named_in_the_notice(path: Path) -> None:
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    # A folder stands for the files in it, such as `routes/data/lexicon/`.
    names = [str(path.relative_to(ROOT)), f"{path.parent.relative_to(ROOT)}/"]
    assert any(f"`{name}`" in notice for name in names if name != "routes/data/")


def test_a_file_ends_its_lines_as_unix_does() -> None:
    text = [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".csv", ".txt", ".yaml"}]
    assert [path for path in text if b"\r\n" in path.read_bytes()] == []
