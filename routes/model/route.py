"""The way of the goods: stops, legs, itineraries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from routes.model.place import Place, Position
from routes.model.story import Cargo, Mode, Status, Vessel, Window
from routes.model.text import Attribution, Span


class Role(Enum):
    """Where on the way a stop lies."""

    ORIGIN = "origin"
    VIA = "via"
    DESTINATION = "destination"


class Feasible(Enum):
    """Whether the goods can have made it in the stated time."""

    FEASIBLE = "feasible"
    TIGHT = "tight"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the goods were or are to go. `name` stands exactly so in the text."""

    name: str
    span: Span
    place: Place | None
    confidence: float
    role: Role
    status: Status
    named: bool = True
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """How long a kind of service takes, with what it needs at the ends and at borders, hours."""

    service: str
    low_hours: float
    high_hours: float


@dataclass(frozen=True, slots=True)
class Path:
    """The line a leg is drawn along, and how it was found.

    `m` is the length to quote, between `low_m` and `high_m`; None for a sketch, whose line is not the way taken.
    `is_inferred` is True unless the text itself describes the way; `line` runs through positions that are close
    enough for straight map segments and may cross the antimeridian. `passages` are the straits, canals, borders and
    stations on the way, `notes` what a reader has to know of it.
    """

    method: str
    line: tuple[Position, ...]
    low_m: float
    high_m: float
    m: float | None = None
    services: tuple[ServiceTime, ...] = ()
    passages: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_inferred: bool = True

    @property
    def low_hours(self) -> float | None:
        """The hours of the fastest service; None where no service is known."""
        return min((service.low_hours for service in self.services), default=None)

    @property
    def high_hours(self) -> float | None:
        """The hours of the slowest service at its slowest."""
        return max((service.high_hours for service in self.services), default=None)


@dataclass(frozen=True, slots=True)
class NoPath:
    """That there is no way of a kind between two places, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Leg:
    """The way from one stop to the next; `origin` and `destination` index the itinerary's stops."""

    origin: int
    destination: int
    mode: Mode | None
    status: Status
    evidence: Span
    mode_inferred: bool = False
    vessel: str | None = None
    carrier: str | None = None
    attribution: Attribution | None = None
    on: date | None = None
    path: Path | None = None
    no_path: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceFit:
    """How the journey fits the window by one kind of service, with the days it takes."""

    service: str
    outcome: Feasible
    low_days: float
    high_days: float


@dataclass(frozen=True, slots=True)
class Feasibility:
    """Can the stated window hold the journey? `speed_needed_kmh` is the mean speed it asks for.

    The outcome is that of the service that fits best; `services` tells them apart where a mode has several.
    """

    outcome: Feasible
    reason: str
    speed_needed_kmh: float | None = None
    services: tuple[ServiceFit, ...] = ()


@dataclass(frozen=True, slots=True)
class Itinerary:
    """One shipment: its stops in order of travel and the legs between them."""

    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    vessels: tuple[Vessel, ...] = ()
    cargo: tuple[Cargo, ...] = ()
    window: Window | None = None
    feasibility: Feasibility | None = None

    def __post_init__(self) -> None:
        for leg in self.legs:
            if not (0 <= leg.origin < len(self.stops) and 0 <= leg.destination < len(self.stops)):
                raise ValueError(f"a leg needs stops 0..{len(self.stops) - 1}, got {leg.origin} to {leg.destination}")
