"""The measurement behind `routes distance`: the same intervals as those of the verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from routes.cli.lines import Line
from routes.model import Measurement, Mode, NoPath, Path, Place, Position

if TYPE_CHECKING:
    from routes.paths import Ways

GEODESIC = "geodesic on WGS 84"


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two ends are apart. With neither `measured` nor `path` there is a `reason`."""

    origin: Place | Line
    destination: Place | Line
    mode: Mode | None = None
    measured: Measurement | None = None
    path: Path | None = None
    bearing_deg: float | None = None
    reason: str | None = None

    @property
    def method(self) -> str | None:
        if self.path:
            return self.path.method
        return GEODESIC if self.measured else None

    @property
    def interval_m(self) -> tuple[float, float] | None:
        if self.path:
            return self.path.low_m, self.path.high_m
        return (self.measured.low_m, self.measured.high_m) if self.measured else None

    @property
    def m(self) -> float | None:
        """The figure to quote, in metres; of a sketch the length of the line it is drawn along."""
        if self.path and self.path.m is not None:
            return self.path.m
        if self.path:
            from routes.geo import distance_m

            return sum(distance_m(here, there) for here, there in pairwise(self.path.line))
        return self.measured.m if self.measured else None

    @property
    def way(self) -> tuple[Position, ...]:
        """The positions to draw."""
        if self.path:
            return self.path.line
        if self.measured is None:
            return ()
        from routes.geo import geodesic_line

        return tuple(geodesic_line(*self.measured.nearest))


def measure_straight(origin: Place, destination: Place) -> Distance:
    from routes.judging.measure import between_places

    measured = between_places(origin, destination)
    return Distance(origin, destination, measured=measured, bearing_deg=_bearing(measured))


def measure_way(origin: Place, destination: Place, mode: Mode, ways: Ways) -> Distance:
    from routes.paths import find_path

    way = find_path(origin, destination, mode, ways)
    if isinstance(way, NoPath):
        return Distance(origin, destination, mode, reason=way.reason)
    return Distance(origin, destination, mode, path=way)


def measure_line(place: Place, line: Line, *, swapped: bool = False) -> Distance:
    """Return the distance from a place to the nearest point of a line; `swapped` where the line was named first."""
    from routes.judging.measure import to_line
    from routes.judging.targets import LineTarget

    origin, destination = (line, place) if swapped else (place, line)
    if not line.found:
        return Distance(origin, destination, reason=line.reason)
    measured = to_line(place, LineTarget(line.name, None, line.found, on=line.on), swapped=swapped)
    return Distance(origin, destination, measured=measured, bearing_deg=_bearing(measured))


def _bearing(measured: Measurement) -> float | None:
    from routes.geo import azimuth_deg

    here, there = measured.nearest
    return azimuth_deg(here, there) % 360 if here != there else None
