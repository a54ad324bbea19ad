"""What the text says, still without coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from routes.model.text import Attribution, Span


class MentionKind(Enum):
    """What a name in the text stands for."""

    PLACE = "place"
    DEMONYM = "demonym"
    VESSEL = "vessel"
    PERSON = "person"
    ORGANISATION = "organisation"
    FURNITURE = "page furniture"


class Slot(Enum):
    """How strongly the words around a name ask for a place."""

    NONE = "none"
    ENDPOINT = "endpoint"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `why` gives the cue that decided its kind."""

    span: Span
    text: str
    kind: MentionKind
    slot: Slot = Slot.NONE
    why: str | None = None


class Unit(Enum):
    """A unit that a claim may be stated in, with its exact length in metres; a time or a share of a way has none.

    International yard and foot of 1959; the nautical mile of 1929. A league is three statute miles, at sea
    three nautical ones.
    """

    KM = "km"
    MI = "mi"
    NMI = "nmi"
    M = "m"
    FT = "ft"
    YD = "yd"
    LEAGUE = "league"
    SEA_LEAGUE = "sea league"
    MINUTE = "min"
    HOUR = "h"
    DAY = "day"
    WAY = "of the way"

    @property
    def metres(self) -> float:
        return _METRES[self]

    @property
    def hours(self) -> float:
        return _HOURS[self]

    @property
    def is_time(self) -> bool:
        return self in _HOURS


_METRES = {
    Unit.KM: 1000.0,
    Unit.MI: 1609.344,
    Unit.NMI: 1852.0,
    Unit.M: 1.0,
    Unit.FT: 0.3048,
    Unit.YD: 0.9144,
    Unit.LEAGUE: 3 * 1609.344,
    Unit.SEA_LEAGUE: 3 * 1852.0,
    Unit.WAY: 0.0,
}
_HOURS = {Unit.MINUTE: 1 / 60, Unit.HOUR: 1.0, Unit.DAY: 24.0}


class Modifier(Enum):
    """The word that widens or turns a stated figure."""

    ABOUT = "about"
    WITHIN = "within"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    ALMOST = "almost"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated length or travel time: the figure as written and the interval it stands for, in metres."""

    span: Span
    value: float
    unit: Unit
    low_m: float
    high_m: float
    modifier: Modifier | None = None
    value_max: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.low_m <= self.high_m:
            raise ValueError(f"a quantity needs 0 <= low_m <= high_m, got {self.low_m}..{self.high_m}")

    @property
    def value_m(self) -> float:
        """Return the stated length in metres; of a time the middle of what it can stand for."""
        return (self.low_m + self.high_m) / 2 if self.unit.is_time else self.value * self.unit.metres


@dataclass(frozen=True, slots=True)
class Bearing:
    """A direction as written ("southwest") and its azimuth, degrees clockwise from north."""

    text: str
    azimuth_deg: float


class LineKind(Enum):
    """A line or area, not a point, that a distance may be stated from."""

    FRONT = "front line"
    BORDER = "border"
    COAST = "coast"
    DEMARCATION = "demarcation line"
    PARALLEL = "parallel"
    TERRITORIAL_SEA = "territorial sea"


@dataclass(frozen=True, slots=True)
class LineMention:
    """Words that name a line; `of` are the words for the country or sea it belongs to.

    `neighbour` are the words for the country beyond a border that the text names from both sides
    ("the border between A and B"); `detail` is the latitude of a parallel.
    """

    span: Span
    kind: LineKind
    of: Span | None = None
    detail: str | None = None
    neighbour: Span | None = None


@dataclass(frozen=True, slots=True)
class End:
    """One end of a stated distance: the words, the name in them, or the line they name.

    `name` is None for "the town", "the plant"; then `antecedent` may hold the name it stands for.
    """

    span: Span
    name: Span | None = None
    line: LineMention | None = None
    antecedent: Span | None = None

    @property
    def place_span(self) -> Span | None:
        return self.name or self.antecedent


class StatementKind(Enum):
    """What sort of figure was stated."""

    DISTANCE = "distance"
    BEARING = "distance and bearing"
    LINE = "distance to a line"
    WITHIN = "within a radius"
    ROUTE = "route length"
    TRAVEL_TIME = "travel time"
    HALFWAY = "halfway between"


@dataclass(frozen=True, slots=True)
class Statement:
    """A distance as the text states it: subject is so far from reference, or halfway from there to `beyond`."""

    kind: StatementKind
    span: Span
    sentence: Span
    quantity: Quantity
    also: Quantity | None = None
    bearing: Bearing | None = None
    subject: End | None = None
    reference: End | None = None
    attribution: Attribution | None = None
    beyond: End | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text and the day it means (None where no publication date anchors it)."""

    span: Span
    on: date | None
    text: str
