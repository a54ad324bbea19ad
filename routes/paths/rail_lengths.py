"""How long a stretch of line is: as stated, or from the geodesic by what is measured on stated ones."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from routes.model import Position

# Mean radius of the earth (IUGG). A sphere is wrong by 0.5 % at most, which an estimate by a factor can bear,
# and it spares the network PROJ, whose loading takes longer than reading all lines.
_RADIUS_M = 6_371_008.8
# Timetables, kilometre posts and tariff distances of one line differ by so much.
_STATED_BAND = 0.02
# A country's own factor counts from so many stated stretches on.
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Factors:
    """Line over geodesic: of the shortest tenth, the mean, of the longest tenth."""

    low: float
    mean: float
    high: float


@dataclass(frozen=True, slots=True)
class Lengths:
    """Factors for stretches without a stated length, by country, and those for all other countries."""

    by_country: dict[str, Factors]
    elsewhere: Factors

    @staticmethod
    def measured(pairs: Iterable[tuple[str, float, float]]) -> Lengths:
        """Return the factors of (country, stated, geodesic length); a country with fewer than 8 has none of its own.

        >>> found = Lengths.measured([("RU", 120.0, 100.0)] * 8 + [("CN", 280.0, 200.0)])
        >>> found.estimated("RU", 100_000)[1], round(found.estimated("CN", 100_000)[1])
        (120000.0, 124000)
        """
        groups: dict[str, list[tuple[float, float]]] = {}
        for country, stated_m, straight_m in pairs:
            # Between town centres a stated length can fall short of the geodesic; a line cannot.
            groups.setdefault(country, []).append((max(stated_m, straight_m), straight_m))
        known = {country: _factors(found) for country, found in groups.items() if len(found) >= _ENOUGH}
        return Lengths(known, _factors([pair for found in groups.values() for pair in found] or [(1.0, 1.0)]))

    def stated(self, length_m: float) -> tuple[float, float, float]:
        """Return the shortest, the likeliest and the longest length of a stretch with a stated one, in metres."""
        return (length_m * (1 - _STATED_BAND), length_m, length_m * (1 + _STATED_BAND))

    def estimated(self, country: str, straight_m: float) -> tuple[float, float, float]:
        """Return the same for a stretch without, from its geodesic."""
        factors = self.by_country.get(country, self.elsewhere)
        return (straight_m * factors.low, straight_m * factors.mean, straight_m * factors.high)


def _factors(pairs: list[tuple[float, float]]) -> Factors:
    ratios = sorted(stated_m / straight_m for stated_m, straight_m in pairs)
    tenth = len(ratios) // 10
    mean = math.fsum(stated_m for stated_m, _ in pairs) / math.fsum(straight_m for _, straight_m in pairs)
    return Factors(ratios[tenth], mean, ratios[-1 - tenth])


def sphere_m(a: Position, b: Position) -> float:
    """Return the great-circle distance on the mean sphere, in metres.

    >>> f"{sphere_m(Position(lat=0, lon=0), Position(lat=0, lon=1)):.0f}"
    '111195'
    """
    lat, other = math.radians(a.lat), math.radians(b.lat)
    half_lon = math.radians(b.lon - a.lon) / 2
    square = math.sin((other - lat) / 2) ** 2 + math.cos(lat) * math.cos(other) * math.sin(half_lon) ** 2
    return 2 * _RADIUS_M * math.asin(min(1.0, math.sqrt(square)))
