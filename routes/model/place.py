"""Places on the earth, and which of them a name in the text may stand for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from routes.model.reading import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A point on WGS 84, in degrees.

    pyproj, shapely and GeoJSON want `lonlat`; geopy, folium and people want `latlon`.
    The check matters: pyproj answers nan, without complaint, for a latitude past the pole.

    >>> Position(lat=42.2271, lon=130.2826).lonlat
    (130.2826, 42.2271)
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.lat) and -90 <= self.lat <= 90):
            raise ValueError(f"lat must lie in [-90, 90] degrees, got {self.lat}")
        if not (math.isfinite(self.lon) and -180 <= self.lon <= 180):
            raise ValueError(f"lon must lie in [-180, 180] degrees, got {self.lon}")

    @property
    def lonlat(self) -> tuple[float, float]:
        return (self.lon, self.lat)

    @property
    def latlon(self) -> tuple[float, float]:
        return (self.lat, self.lon)


class PlaceKind(Enum):
    """What a place is; the values are those of the gazetteer's column `kind`."""

    CONTINENT = "continent"
    COUNTRY = "country"
    TERRITORY = "territory"
    DIVISION = "division"
    REGION = "region"
    DISPUTED_AREA = "disputed area"
    CAPITAL = "capital"
    CITY = "city"
    VILLAGE = "village"
    PORT = "port"
    NAVAL_BASE = "naval base"
    MILITARY_BASE = "military base"
    DEPOT = "depot"
    AIRPORT = "airport"
    SPACEPORT = "spaceport"
    REFINERY = "refinery"
    POWER_PLANT = "power plant"
    FACILITY = "facility"
    STATION = "station"
    BORDER_CROSSING = "border crossing"
    OCEAN = "ocean"
    SEA = "sea"
    GULF = "gulf"
    STRAIT = "strait"
    CANAL = "canal"
    RIVER = "river"
    LAKE = "lake"
    ISLAND = "island"
    PENINSULA = "peninsula"
    CAPE = "cape"
    MOUNTAIN = "mountain"
    BRIDGE = "bridge"
    RAILWAY = "railway"
    # Where a text only says "off the port", "60 miles off the coast".
    OFFSHORE = "point at sea"

    @property
    def is_area(self) -> bool:
        """True where a single point says little: the place is larger than any city."""
        return self in _AREAS

    @property
    def is_water(self) -> bool:
        return self in _WATERS

    @property
    def is_settlement(self) -> bool:
        return self in _SETTLEMENTS


_AREAS = frozenset(
    {
        PlaceKind.CONTINENT,
        PlaceKind.COUNTRY,
        PlaceKind.TERRITORY,
        PlaceKind.DIVISION,
        PlaceKind.REGION,
        PlaceKind.DISPUTED_AREA,
        PlaceKind.OCEAN,
        PlaceKind.SEA,
        PlaceKind.GULF,
        PlaceKind.RIVER,
        PlaceKind.RAILWAY,
        PlaceKind.PENINSULA,
    }
)
_WATERS = frozenset(
    {
        PlaceKind.OCEAN,
        PlaceKind.SEA,
        PlaceKind.GULF,
        PlaceKind.STRAIT,
        PlaceKind.CANAL,
        PlaceKind.RIVER,
        PlaceKind.LAKE,
    }
)
_SETTLEMENTS = frozenset({PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.VILLAGE})


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the gazetteer. A city is not a point: `extent_km` is its radius.

    `admin1` and `admin2` are the codes that GeoNames gives the divisions of a country, such as "TX" and "277";
    a division has its own.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    position: Position
    extent_km: float
    aliases: tuple[str, ...] = ()
    population: int | None = None
    source: str = ""
    note: str = ""
    admin1: str | None = None
    admin2: str | None = None

    def __post_init__(self) -> None:
        if not (math.isfinite(self.extent_km) and self.extent_km >= 0):
            raise ValueError(f"extent_km must be a finite number >= 0, got {self.extent_km}")


class How(Enum):
    """By what a name in the text was matched with a place."""

    EXACT = "exact"
    ALIAS = "alias"
    FUZZY = "fuzzy"
    DERIVED = "derived"
    COORDINATES = "coordinates"
    PICKED = "picked"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for; `score` lies in 0..1 and sums to 1 over the candidates."""

    place: Place
    score: float
    why: str
    how: How = How.EXACT


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which place a mention stands for; `place` is None where nothing fits.

    `area` is the closed ring, counter-clockwise, in which a place lies that is known by others only.
    """

    mention: Mention
    place: Place | None
    confidence: float
    candidates: tuple[Candidate, ...] = ()
    how: How | None = None
    area: tuple[Position, ...] | None = None
