"""What was measured, and whether the stated figure can be true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from routes.model.place import Place, Position
from routes.model.reading import Statement, StatementKind

# Along a way, or in hours: a circle would show something else.
_NO_RING = frozenset({StatementKind.ROUTE, StatementKind.TRAVEL_TIME})


class BorderView(Enum):
    """Whose borders are measured and drawn where states disagree.

    UN: Crimea with Ukraine, as in UN General Assembly resolution 68/262. DE_FACTO: Natural Earth's own
    choice, by control on the ground (Crimea with Russia).
    """

    UN = "un"
    DE_FACTO = "de-facto"


class Outcome(Enum):
    """What can be said of a claim. Never "false": a figure does not match."""

    SUPPORTED = "supported"
    BORDERLINE = "borderline"
    REFUTED = "refuted"
    UNVERIFIABLE = "unverifiable"


class Reading(Enum):
    """How the stated length was taken: as the crow flies or along a way."""

    STRAIGHT_LINE = "straight line"
    ROUTE = "route"


@dataclass(frozen=True, slots=True)
class LineVersion:
    """The dated reference line that was measured to, and how far it may be off."""

    id: str
    name: str
    valid_from: date | None
    valid_to: date | None
    uncertainty_km: float
    source: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured distance as an interval in metres, with the two nearest points."""

    m: float
    low_m: float
    high_m: float
    nearest: tuple[Position, Position]
    reading: Reading = Reading.STRAIGHT_LINE
    on: date | None = None
    border_view: BorderView | None = None
    line: LineVersion | None = None


@dataclass(frozen=True, slots=True)
class OtherMeasurement:
    """A second figure worth knowing: another subject near by, or another reference."""

    subject: str
    reference: str
    measured: Measurement


@dataclass(frozen=True, slots=True)
class PlacedEnd:
    """An end of a claim on the earth. `place` is None for a line, or where no place is known."""

    text: str
    name: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated distance and what became of it.

    `sentence` can be quoted as it stands; `arithmetic` are the steps that led to the outcome, one a line.
    """

    statement: Statement
    subject: PlacedEnd | None
    reference: PlacedEnd | None
    outcome: Outcome
    reason: str
    sentence: str
    pair_agrees: bool | None = None
    measured: Measurement | None = None
    also_measured: tuple[OtherMeasurement, ...] = ()
    holds_for: tuple[OtherMeasurement, ...] = ()
    does_not_hold_for: tuple[OtherMeasurement, ...] = ()
    bearing_measured_deg: float | None = None
    bearing_outcome: Outcome | None = None
    place_chosen_by_claim: bool = False
    arithmetic: tuple[str, ...] = ()

    @property
    def ring_centre(self) -> Place | None:
        """The end that the stated distance can be drawn around: the reference, or the subject if that is a line."""
        if self.statement.kind in _NO_RING or not self.statement.quantity.value_m > 0:
            return None
        ends = (end.place for end in (self.reference, self.subject) if end is not None)
        return next((place for place in ends if place is not None and not place.kind.is_area), None)
