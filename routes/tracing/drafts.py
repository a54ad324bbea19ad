"""The parts of a shipment's story as they grow: its stops, its legs, the goals that it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routes.model import Attribution, Mode, Movement, Resolution, Span, Status

Stops = tuple[int, ...]


@dataclass(slots=True)
class StopDraft:
    """A stop as it grows; `key` tells two mentions of one place."""

    key: str
    span: Span
    resolution: Resolution
    status: Status
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LegDraft:
    """A leg between two stops, by their index."""

    origin: int
    destination: int
    mode: Mode | None
    vessel: Span | None
    status: Status
    attribution: Attribution | None
    evidence: Span
    on: date | None


@dataclass(frozen=True, slots=True)
class Goal:
    """Where the goods were to go when they were at `starts`; `at_event` counts what had been told by then.

    One that is `missed` is told to be where they never came.
    """

    destinations: Stops
    via: Stops
    starts: Stops
    movement: Movement
    at_event: int
    missed: bool = False
