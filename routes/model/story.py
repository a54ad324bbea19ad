"""What the text tells of the goods: events, ships, loads, days; still without coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from routes.model.text import Attribution, Span


class Mode(Enum):
    """How goods travel."""

    SEA = "sea"
    RAIL = "rail"
    ROAD = "road"
    AIR = "air"
    RIVER = "river"
    PIPELINE = "pipeline"


class Status(Enum):
    """How firmly the text puts a stop or a leg."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    PLANNED = "planned"
    TURNED_BACK = "turned back"
    DENIED = "denied"


class Action(Enum):
    """What happens to the goods at a word of the text."""

    LOAD = "load"
    LEAVE = "leave"
    MOVE = "move"
    VOYAGE = "voyage"
    CALL = "call"
    SIGHTED = "sighted"
    HELD = "held"
    ARRIVE = "arrive"
    UNLOAD = "unload"
    TRANSFER = "transfer"
    BOUND = "bound for"
    TURN_BACK = "turn back"
    SUPPLY = "supply"
    GOODS = "goods"
    BUY = "buy"


class Turn(Enum):
    """How a movement goes on from the one before it: from where that ended, beside it, or with other goods."""

    ON = "on"
    BRANCH = "branch"
    THERE = "there"
    NEW_SHIPMENT = "new shipment"


@dataclass(frozen=True, slots=True)
class Movement:
    """One event of the goods' way, with the places the clause gives it.

    Several origins or destinations are alternatives side by side; `via` and `at` come one after the other.
    `is_former` says that the goal is told of as one that no longer holds ("had been bound for"), `is_past` that it
    may be ("was bound for"), or that it lies before all that was told ("had been loaded in"); `is_under_way` says
    that it goes on ("a train hauling coal to"). `taken_by` is the ship that takes the goods over from
    the one they came on.
    """

    action: Action
    span: Span
    sentence: Span
    origins: tuple[Span, ...] = ()
    destinations: tuple[Span, ...] = ()
    at: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    mode: Mode | None = None
    vessel: Span | None = None
    status: Status = Status.REPORTED
    attribution: Attribution | None = None
    on: date | None = None
    turn: Turn = Turn.ON
    is_former: bool = False
    is_past: bool = False
    is_under_way: bool = False
    taken_by: Span | None = None

    @property
    def places(self) -> tuple[Span, ...]:
        return (*self.origins, *self.destinations, *self.at, *self.via)


@dataclass(frozen=True, slots=True)
class Vessel:
    """A ship that the text names; its flag is a country, never a stop.

    A naval one carries no goods: it stops others.
    """

    name: str
    span: Span
    flag: str | None = None
    imo: str | None = None
    is_naval: bool = False


@dataclass(frozen=True, slots=True)
class Cargo:
    """Goods and how many, as written; `hedge` is the word that makes the figure soft."""

    text: str
    span: Span
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class StatedPassage:
    """What the text says of a strait, a canal or a cape on the way: `span` are its words, `name` the name in them.

    `passed` and `avoided` are passages by their ids: a way round a cape avoids the canal that would be shorter.
    """

    span: Span
    sentence: Span
    name: Span
    passed: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """The dates between which the goods travelled; None where the text leaves an end open."""

    start: date | None
    end: date | None
    span: Span | None = None
    attribution: Attribution | None = None
