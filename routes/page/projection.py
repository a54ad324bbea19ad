"""Flat coordinates: boxes that may lie beyond 180 degrees, and Mercator as Leaflet draws it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from routes.model import Position

LonLat = tuple[float, float]
# Mercator ends here: the world is a square.
MAX_LAT = 85.05


@dataclass(frozen=True, slots=True)
class Box:
    """A range of unwrapped longitudes and of latitudes, in degrees; `west` may lie below -180, `east` above 180."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[LonLat], margin: float = 0.0) -> Box:
        lons, lats = zip(*points, strict=True)
        return cls(
            min(lons) - margin,
            max(min(lats) - margin, -MAX_LAT),
            max(lons) + margin,
            min(max(lats) + margin, MAX_LAT),
        )

    @property
    def centre_lon(self) -> float:
        return (self.west + self.east) / 2

    def contains(self, point: LonLat) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, other: Box) -> bool:
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


def mercator_y(lat: float) -> float:
    """Return the height above the equator in degrees of longitude there.

    >>> round(mercator_y(60), 2)
    75.46
    """
    lat = max(-MAX_LAT, min(MAX_LAT, lat))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def inverse_mercator(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)


def near_lon(lon: float, to: float) -> float:
    """Return a longitude shifted by whole turns to lie within 180 degrees of another.

    >>> near_lon(-170, to=175)
    190
    """
    return lon + 360 * round((to - lon) / 360)


def unwrap(line: Sequence[Position], start: float | None = None) -> tuple[LonLat, ...]:
    """Return a line as (lon, lat) without a jump at 180 degrees, beginning near `start`."""
    points: list[LonLat] = []
    lon = start
    for position in line:
        lon = position.lon if lon is None else near_lon(position.lon, to=lon)
        points.append((lon, position.lat))
    return tuple(points)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of `width` by `height` pixels that shows a box and, where its shape differs, some more."""

    box: Box
    width: float
    height: float
    scale: float

    @classmethod
    def fit(cls, box: Box, width: float, height: float, padding: float = 0.0) -> Frame:
        """Return the frame whose inner part, without the padding, holds the whole box."""
        low, high = mercator_y(box.south), mercator_y(box.north)
        wide, tall = max(box.east - box.west, 1e-6), max(high - low, 1e-6)
        scale = min((width - 2 * padding) / wide, (height - 2 * padding) / tall)
        half_wide, half_tall = width / scale / 2, height / scale / 2
        top = mercator_y(MAX_LAT)
        middle = max(half_tall - top, min(top - half_tall, (low + high) / 2)) if half_tall < top else 0.0
        shown = Box(
            box.centre_lon - half_wide,
            inverse_mercator(middle - half_tall),
            box.centre_lon + half_wide,
            inverse_mercator(middle + half_tall),
        )
        return cls(shown, width, height, scale)

    def xy(self, point: LonLat) -> tuple[float, float]:
        """Return a point's place in the picture, in pixels from its upper left corner."""
        lon, lat = point
        return (lon - self.box.west) * self.scale, (mercator_y(self.box.north) - mercator_y(lat)) * self.scale

    @property
    def metres_per_pixel(self) -> float:
        """Metres of ground a pixel shows at the middle of the picture (sphere of 6,371 km)."""
        middle = inverse_mercator((mercator_y(self.box.south) + mercator_y(self.box.north)) / 2)
        return 111_195.0 / self.scale * math.cos(math.radians(middle))
