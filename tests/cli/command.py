"""Run a command in this process, and what it answered."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from routes.cli import main

STORY = (
    "Shells travelled by sea and rail\n"
    "Published: 15 Oct. 2023\n\n"
    "The cargo was loaded in Najin on the Angara, a Russian-flagged ship, the White House said on Friday. "
    "From there the ship sailed to Dunay in Russia.\n"
    "Later the boxes went by rail from Dunay to Tikhoretsk, which is 290 km from the Ukraine front line.\n"
)
REFUTED = "Tikhoretsk is 290 km from Ukraine's border."


def dump_row(
    number: int,
    name: str,
    feature_class: str,
    code: str,
    *,
    lat: float = 10.0,
    lon: float = 20.0,
    country: str = "QQ",
    names: str = "",
    admin1: str = "",
    admin2: str = "",
    people: int = 0,
    changed: str = "2026-01-01",
) -> str:
    """Return a row as in the dumps of GeoNames, with the end of its line."""
    place = (number, name, name, names, lat, lon, feature_class, code, country, "", admin1, admin2)
    return "\t".join(map(str, (*place, "", "", people, "", "", "Etc/UTC", changed))) + "\n"


DUMP = (
    dump_row(1, "Testland", "A", "PCLI", names="Land of Tests")
    + dump_row(2, "Oberland", "A", "ADM1", admin1="07")
    + dump_row(3, "Unterkreis", "A", "ADM2", admin1="07", admin2="12")
    + dump_row(
        4,
        "Großdorf",
        "P",
        "PPL",
        lat=10.5,
        lon=20.5,
        names="GRD,Grossdorf,Болшое Село,gross dorf",
        admin1="07",
        admin2="12",
        people=60_000,
        changed="2026-02-03",
    )
    + dump_row(5, "Weiler", "P", "PPL", admin1="07", people=100)
    + dump_row(6, "Amtssitz", "P", "PPLA2", admin1="07", admin2="12", people=0)
    + dump_row(7, "Wüstung", "P", "PPLQ", people=900)
    + dump_row(9, "Lost Lake", "H", "LK")
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An exit code and what went to the two streams."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line of an error; fails where there is not exactly one, or where data came with it."""
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("routes: error: ")
        return self.err.removeprefix("routes: error: ").rstrip("\n")


class Command:
    """Calls `routes` with arguments, in a folder of its own that has an article in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        (folder / "article.txt").write_text(STORY, encoding="utf-8")
        monkeypatch.chdir(folder)
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            monkeypatch.delenv(name, raising=False)

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Answer:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main(arguments)
        captured = self._capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    def files(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}
