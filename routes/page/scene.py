"""What there is to draw: the report's findings on a plane that knows no 180 degree line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routes.model import Candidate, Claim, Itinerary, Leg, Place, Position, Report, Span, Stop
from routes.page.projection import Box, LonLat
from routes.page.words import shortened

Line = tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class StopMark:
    """A stop with its number on the map and, where its place is known, its point.

    `name` is the text's, but the gazetteer's where the text misspells it; `told_by` are the articles of a dossier
    that tell of it, by their letters. `is_derived` where the place is told by another, as in "20 km east of X".
    """

    ref: str
    number: int
    stop: Stop
    name: str
    candidates: tuple[Candidate, ...]
    point: LonLat | None
    told_by: str = ""
    is_derived: bool = False

    @property
    def words(self) -> str:
        """What stands at the stop on the map."""
        name = shortened(self.name) if self.is_derived else self.name
        return f"{name} ({self.told_by})" if self.told_by else name


@dataclass(frozen=True, slots=True)
class LegMark:
    """A leg between two marks; `line` is empty where an end is not known."""

    ref: str
    number: int
    leg: Leg
    origin: StopMark
    destination: StopMark
    line: Line

    @property
    def is_inferred(self) -> bool:
        return self.leg.path is None or self.leg.path.is_inferred


@dataclass(frozen=True, slots=True)
class Shipment:
    """An itinerary with its marks."""

    itinerary: Itinerary
    stops: tuple[StopMark, ...]
    legs: tuple[LegMark, ...]


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim; `line` joins the nearest points that were measured, `ring` lies at the stated distance."""

    ref: str
    number: int
    claim: Claim
    line: Line
    ring: Line
    around: str | None
    told_by: str = ""

    @property
    def teller(self) -> str:
        """Return whose claim it is, to stand before it; nothing where there is one article."""
        return f"{self.told_by}: " if self.told_by else ""

    @property
    def is_drawn(self) -> bool:
        return bool(self.line or self.ring)


@dataclass(frozen=True, slots=True)
class FrontMark:
    """A dated reference line that a claim was measured to."""

    name: str
    on: date
    source: str
    parts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A place that the text names and that is no stop; areas have no point worth drawing."""

    ref: str
    place: Place
    spans: tuple[Span, ...]
    point: LonLat | None


@dataclass(frozen=True, slots=True)
class Inset:
    """A part of the map that is too small to see at the scale of the whole."""

    titles: tuple[str, ...]
    box: Box

    @property
    def title(self) -> str:
        """What the inset shows; of many things the first and how many more."""
        if len(self.titles) <= 2:
            return " · ".join(self.titles)
        return f"{self.titles[0]}, and {len(self.titles) - 1} more"


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the page and the drawing show of a report."""

    report: Report
    shipments: tuple[Shipment, ...]
    claims: tuple[ClaimMark, ...]
    fronts: tuple[FrontMark, ...]
    others: tuple[OtherPlace, ...]
    insets: tuple[Inset, ...]
    box: Box
    country_names: dict[str, str]
    context: tuple[Place, ...]

    @property
    def stops(self) -> tuple[StopMark, ...]:
        return tuple(stop for shipment in self.shipments for stop in shipment.stops)

    @property
    def legs(self) -> tuple[LegMark, ...]:
        return tuple(leg for shipment in self.shipments for leg in shipment.legs)

    def country(self, place: Place | None) -> str | None:
        """Return the name of a place's country, for a place that is not a country itself."""
        if place is None or place.country is None:
            return None
        name = self.country_names.get(place.country, place.country)
        return None if name == place.name else name


def position(point: LonLat) -> Position:
    """Return a point of the plane as a position on the earth."""
    lon, lat = point
    return Position(lat=lat, lon=(lon + 180) % 360 - 180)
