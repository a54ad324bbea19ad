"""Starting is cheap: the heavy packages load in the function that needs them, not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "branca", "folium", "geopy", "lxml", "numpy", "pyproj", "rapidfuzz", "requests", "shapely", "sqlite3",
    "trafilatura",
}  # fmt: skip
PARTS = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in [*(ROOT / "routes").glob("*/__init__.py"), *(ROOT / "routes").glob("[!_]*.py")]
)


def loaded_by(*arguments: str) -> set[str]:
    """Return the top-level packages that a fresh Python loads for these arguments."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in lines}


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by("-m", "routes", "--help") & HEAVY == set()


def test_the_version_opens_the_world_layer_for_its_hash_and_loads_nothing_else() -> None:
    assert loaded_by("-m", "routes", "--version") & HEAVY == {"sqlite3"}


@pytest.mark.parametrize("verb", ["map", "verify", "analyze", "geocode", "distance", "batch", "gazetteer"])
def test_help_of_a_verb_loads_nothing_heavy(verb: str) -> None:
    assert loaded_by("-m", "routes", verb, "--help") & HEAVY == set()


@pytest.mark.parametrize("part", ["routes", *PARTS])
def test_importing_a_part_loads_nothing_heavy(part: str) -> None:
    assert loaded_by("-c", f"import {part}") & HEAVY == set()


def test_the_look_sees_a_heavy_package() -> None:
    assert loaded_by("-c", "import folium") >= {"folium", "branca", "numpy"}
