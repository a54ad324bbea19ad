"""How fast goods travel, and how much longer than the straight line their way may be."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from routes.model import Mode
from routes.resources import read_text

_FILE = "speeds.csv"


@dataclass(frozen=True, slots=True)
class Speeds:
    """Documented bounds for a mode: speeds over the way, handling at the ends together, detour as a factor."""

    mode: Mode
    slow_kmh: float
    fast_kmh: float
    handling_low_hours: float
    handling_high_hours: float
    detour_high: float

    def __post_init__(self) -> None:
        if not 0 < self.slow_kmh <= self.fast_kmh:
            raise ValueError(f"speeds need 0 < slow <= fast, got {self.slow_kmh}..{self.fast_kmh} km/h")
        if not 0 <= self.handling_low_hours <= self.handling_high_hours:
            raise ValueError(
                f"handling needs 0 <= low <= high, got {self.handling_low_hours}..{self.handling_high_hours} h"
            )
        if not self.detour_high >= 1:
            raise ValueError(f"a detour factor is 1 or more, got {self.detour_high}")


@cache
def speeds(mode: Mode) -> Speeds | None:
    """Return the bounds for a mode; None where there are no documented ones."""
    figures = _figures().get(mode)
    return Speeds(mode, **figures) if figures else None


@cache
def _figures() -> dict[Mode, dict[str, float]]:
    lines = [line for line in read_text(_FILE).splitlines() if not line.startswith("#")]
    found: dict[Mode, dict[str, float]] = {}
    for row in csv.DictReader(lines):
        found.setdefault(Mode(row["mode"]), {})[row["figure"]] = float(row["value"])
    return found
