"""The parts of a shipment's story as they grow: its stops, its legs, the goals that it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """A leg between two stops, by their index; `was_before` says that it was told in the pluperfect."""

    origin: int
    destination: int
    mode: Mode | None
    vessel: Span | None
    status: Status
    attribution: Attribution | None
    evidence: Span
    on: date | None
    was_before: bool = False


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


def leg_of(ends: tuple[int, int], mode: Mode | None, vessel: Span | None, told: Movement) -> LegDraft:
    """Return a leg between two stops as a movement tells it, with the carrier that it goes by."""
    origin, destination = ends
    return LegDraft(
        origin, destination, mode, vessel, told.status, told.attribution, told.sentence, told.on, told.is_past
    )


def with_carrier(told: Movement, carried: Movement, mode: Mode | None = None) -> Movement:
    """Return a movement with the carrier that another one names for the same way."""
    return replace(told, mode=told.mode or carried.mode or mode, vessel=told.vessel or carried.vessel)


def is_other_carrier(legs: list[LegDraft], goal: Goal, stops: Stops) -> bool:
    """Return whether goods came to some stops by another mode than they go to a goal: barges, and trains beside."""
    modes = {leg.mode for leg in legs if leg.destination in stops} - {None}
    return goal.movement.mode is Mode.RIVER and bool(modes) and Mode.RIVER not in modes


def leads_to(legs: list[LegDraft], stops: Stops, starts: Stops) -> bool:
    """Return whether the goods came to some stops from where they were when a goal was told, or before it."""
    reached = set(starts)
    for leg in legs:
        if leg.origin in reached:
            reached.add(leg.destination)
    return bool(stops) and (not starts or bool(reached & set(stops)) or not legs)


def is_reached(goal: Goal, legs: list[LegDraft], here: Stops) -> bool:
    """Return whether goods came to a goal from where they set out for it: what others brought there tells nothing."""
    if goal.starts and not leads_to(legs, goal.destinations, goal.starts):
        return False
    reached = {leg.destination for leg in legs} | (set(here) if legs else set())
    return all(stop in reached for stop in goal.destinations)


def is_fresh(legs: list[LegDraft], here: Stops) -> bool:
    """Return whether the goods are at a source that no leg has touched yet."""
    touched = {end for leg in legs for end in (leg.origin, leg.destination)}
    return bool(legs) and touched.isdisjoint(here)


def was_before(stops: list[StopDraft], places: Stops, here: Stops) -> bool:
    """Return whether a sighting is older than the one told first: satellites saw the ship there later."""
    first, second = stops[here[0]].on, stops[places[0]].on
    return first is not None and second is not None and second < first
