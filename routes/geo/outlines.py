"""Outlines of where something may lie: a disc or a sector round a place, a strip between two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from routes.geo.geodesic import LONGEST_GEODESIC_M, azimuth_deg, destination, distance_m, geodesic_line, ring
from routes.model import Position

_ARC_STEP_DEG = 5.0
_DISC_VERTICES = 72
Outline = tuple[Position, ...]


def disc(center: Position, radius_m: float) -> Outline:
    """Return the closed ring round a point, counter-clockwise; a vertex every 5 degrees."""
    return ring(center, radius_m, vertices=_DISC_VERTICES)


def sector(center: Position, radii_m: tuple[float, float], azimuth_deg: float, half_deg: float) -> Outline:
    """Return the part of a ring between two radii within `half_deg` of a direction, as a closed ring.

    >>> outline = sector(Position(lat=0, lon=0), (0, 100_000), 90, 45)
    >>> outline[0] == outline[-1] == Position(lat=0, lon=0), max(position.lon for position in outline) > 0.89
    (True, True)
    """
    low_m, high_m = radii_m
    if not (0 <= low_m < high_m < LONGEST_GEODESIC_M and 0 < half_deg <= 90):
        raise ValueError(f"a sector needs 0 <= low < high and half_deg in 0..90, got {low_m}, {high_m}, {half_deg}")
    steps = max(2, round(2 * half_deg / _ARC_STEP_DEG))
    azimuths = [azimuth_deg - half_deg + 2 * half_deg * step / steps for step in range(steps + 1)]
    inner = [destination(center, azimuth, low_m) for azimuth in azimuths] if low_m else [center]
    outer = [destination(center, azimuth, high_m) for azimuth in reversed(azimuths)]
    return (*inner, *outer, inner[0])


def strip(a: Position, b: Position, half_width_m: float) -> Outline:
    """Return the closed ring about the geodesic from one place to another, so wide to both sides and beyond the ends.

    >>> outline = strip(Position(lat=0, lon=0), Position(lat=0, lon=1), 10_000)
    >>> round(min(position.lon for position in outline), 3), round(max(position.lat for position in outline), 3)
    (-0.09, 0.09)
    """
    there = azimuth_deg(a, b)
    back = azimuth_deg(b, a)
    line = geodesic_line(a, b)
    right = [destination(here, azimuth_deg(here, there_) + 90, half_width_m) for here, there_ in pairwise(line)]
    left = [destination(here, azimuth_deg(here, there_) - 90, half_width_m) for here, there_ in pairwise(line)]
    turn = [step * 180 / 12 for step in range(13)]
    far = [destination(b, back - 90 - angle, half_width_m) for angle in turn]
    near = [destination(a, there - 90 - angle, half_width_m) for angle in turn]
    outline = [*right, *far, *reversed(left), *near]
    return (*outline, outline[0])


def reach_m(center: Position, outline: Sequence[Position]) -> float:
    """Return how far the farthest vertex of an outline lies from a point."""
    return max(distance_m(center, position) for position in outline)
