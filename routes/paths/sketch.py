"""Paths without a network: the straight line, and a band for the way really taken."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from routes.geo import distance_m, geodesic_line
from routes.model import Mode, Path, Place
from routes.paths.services import times
from routes.resources import read_text

METHOD = "straight line, not the way taken"
_FILE = "detours.csv"
_ANY = "any"


@dataclass(frozen=True, slots=True)
class Detour:
    """How much longer than the geodesic a way is: at least, usually, at most."""

    low: float
    usual: float
    high: float

    def __post_init__(self) -> None:
        if not 1 <= self.low <= self.usual <= self.high:
            raise ValueError(f"detours need 1 <= low <= usual <= high, got {self.low}, {self.usual}, {self.high}")


def sketch_path(origin: Place, destination: Place, mode: Mode | None) -> Path:
    """Return the straight line between two places, with bounds in metres and hours for the way taken.

    The shortest way joins the near edges of the two places by the least documented detour of the mode; the longest
    their points by the widest, and their extents. Without a mode there are no hours.
    """
    straight_m = distance_m(origin.position, destination.position)
    extents_m = (origin.extent_km + destination.extent_km) * 1000
    detour = detours()[mode.value if mode else _ANY]
    low_m = max(0.0, straight_m * detour.low - extents_m)
    high_m = straight_m * detour.high + extents_m
    line = geodesic_line(origin.position, destination.position)
    return Path(METHOD, line, low_m, high_m, services=times(mode, low_m, high_m) if mode else ())


@cache
def detours() -> dict[str, Detour]:
    """Return the detour of each mode by its name, and of "any" mode."""
    lines = [line for line in read_text(_FILE).splitlines() if not line.startswith("#")]
    return {
        row["mode"]: Detour(float(row["low"]), float(row["usual"]), float(row["high"])) for row in csv.DictReader(lines)
    }
