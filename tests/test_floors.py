"""Every module of the package keeps the rules of the house, and the checker sees it when one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import FLOOR_OF, Module, problems

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "routes"
# The package's own __init__ hands `analyze` up from below, so it stands outside the floors.
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return Module(".".join(parts).removesuffix(".__init__"), path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_the_rules_of_the_house(path: Path) -> None:
    assert problems(_module(path)) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_split_before_it_passes_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_every_part_of_the_package_stands_on_a_floor() -> None:
    assert {_module(path).part for path in SOURCES} <= FLOOR_OF.keys()


@pytest.mark.parametrize(
    ("name", "source", "problem"),
    [
        ("routes.geo.rings", "from routes.reading import read", "geo (floor 1) imports routes.reading.read (floor 3)"),
        ("routes.geo.rings", "import routes.cli", "geo (floor 1) imports routes.cli (floor 9)"),
        ("routes.geo.rings", "from routes import judging", "geo (floor 1) imports routes.judging (floor 6)"),
        ("routes.geo", "def f():\n    from routes.page import page", "2: geo (floor 1) imports routes.page.page"),
        (
            "routes.errors",
            "from routes.geo import distance_m",
            "errors (floor 0) imports routes.geo.distance_m (floor 1)",
        ),
        ("routes.paths.sea", "from routes.gazetteer import find", "paths (floor 2) imports routes.gazetteer.find"),
        (
            "routes.page.map",
            "if TYPE_CHECKING:\n    from routes.report import text",
            "page (floor 8) imports routes.report",
        ),
        ("routes.report.text", "from routes import analyze", "imports routes.analyze, which stands on no floor"),
        ("routes.report.text", "import routes", "imports routes, which stands on no floor"),
        ("routes.report.text", "from . import wording", "relative import"),
        ("routes.judging.rules", "import pyproj", "imports pyproj, whose home is routes.geo, routes.paths"),
        ("routes.reading.names", "def f():\n    from shapely.geometry import Point", "imports shapely.geometry.Point"),
        (
            "routes.gazetteer.rows",
            "from geopy.geocoders.base import Geocoder",
            "whose home is routes.gazetteer.geocoder",
        ),
        ("routes.cli.geocode", "import geopy", "imports geopy, whose home is routes.gazetteer.geocoder"),
        (
            "routes.placing.names",
            "from rapidfuzz import fuzz",
            "imports rapidfuzz.fuzz, whose home is routes.gazetteer",
        ),
        ("routes.report.html", "import folium", "imports folium, whose home is routes.page"),
        ("routes.report.html", "import branca.element as e", "imports branca.element, whose home is routes.page"),
        ("routes.cli.map", "import numpy as np", "imports numpy, whose home is"),
        ("routes.page.map", "import time", "imports time; stages know no clock"),
        (
            "routes.page.map",
            "from urllib.request import urlopen",
            "imports urllib.request.urlopen; stages know no clock",
        ),
        ("routes.page.map", "import logging.config", "imports logging.config; stages know no clock"),
        ("routes.reading.dates", "from datetime import date\nx = date.today()", "2: reads the clock by date.today()"),
        ("routes.reading.intake", "open('article.txt')", "opens or writes a file by open()"),
        (
            "routes.reading.intake",
            "Path('article.txt').read_text()",
            "opens or writes a file by Path('article.txt').read_text()",
        ),
        ("routes.page.map", "folium.Map().save('out.html')", "opens or writes a file by folium.Map().save()"),
        (
            "routes.gazetteer.world",
            "import sqlite3\nsqlite3.connect('x')",
            "opens or writes a file by sqlite3.connect()",
        ),
        ("routes.geo.rings", "print('here')", "prints"),
        ("routes.geo.rings", "sys.stderr.write('here')", "uses a standard stream"),
        ("routes.cli.map", "try:\n    f()\nexcept:\n    pass", "3: catches more than it can name"),
        ("routes.cli.map", "try:\n    f()\nexcept Exception:\n    raise", "3: catches more than it can name"),
        (
            "routes.cli.map",
            "try:\n    f()\nexcept (ValueError, BaseException):\n    pass",
            "3: catches more than it can name",
        ),
    ],
)
def test_the_checker_sees_a_planted_fault(name: str, source: str, problem: str) -> None:
    (found,) = problems(Module(name, source))
    assert found.startswith(name + ":")
    assert problem in found


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("routes.model.place", "from routes.model.text import Span\nfrom routes.errors import InputError"),
        ("routes.reading.names", "from routes import resources\nresources.read_text('lexicon/units.txt')"),
        ("routes.reading.names", "from routes.resources import read_text\nread_text('lexicon/units.txt')"),
        ("routes.reading.names", "from routes.gazetteer import demonym_country\nfrom routes.geo import distance_m"),
        ("routes.report.json", "from routes import __version__\nfrom routes.report.text import words"),
        ("routes.geo.geodesic", "def f():\n    from pyproj import Geod"),
        ("routes.geo.geodesic", "import numpy as np"),
        ("routes.gazetteer.geocoder", "from geopy.location import Location"),
        ("routes.page.text", "from urllib.parse import quote"),
        ("routes.cli.files", "import sys, time\nprint(open('article.txt').read(), file=sys.stderr)"),
        ("routes.resources", "from pathlib import Path\nPath('x').read_bytes()"),
        ("routes.geo.geodesic", "try:\n    f()\nexcept (ValueError, OSError):\n    pass"),
    ],
)
def test_the_checker_lets_pass_what_is_allowed(name: str, source: str) -> None:
    assert problems(Module(name, source)) == []
