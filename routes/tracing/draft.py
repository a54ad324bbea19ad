"""The story so far: where the goods are, and by what they came there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from routes.model import Attribution, Mode, Movement, Resolution, Span, Status


@dataclass(slots=True)
class StopDraft:
    """A stop as it grows; `key` tells two mentions of one place."""

    key: str
    span: Span
    resolution: Resolution
    status: Status


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


@dataclass(slots=True)
class Draft:
    """One shipment under way. `here` is the stop where the goods are now."""

    stops: list[StopDraft] = field(default_factory=list)
    legs: list[LegDraft] = field(default_factory=list)
    here: int | None = None
    mode: Mode | None = None
    vessel: Span | None = None
    goal: tuple[int, Movement] | None = None

    def put(self, key: str, resolution: Resolution, status: Status) -> int:
        """Return the index of the stop `key`, made if the story has not named it yet."""
        for index, stop in enumerate(self.stops):
            if stop.key == key:
                return index
        self.stops.append(StopDraft(key, resolution.mention.span, resolution, status))
        return len(self.stops) - 1

    def aim(self, destination: int, movement: Movement) -> None:
        """Note where the goods are to go: "left A for B", "bound for B". They may call elsewhere before."""
        self.take_carrier(movement)
        self.goal = (destination, movement)

    def give_up_goal(self) -> None:
        """Keep the way to a goal that the goods will not reach, as turned back."""
        if self.goal is not None and self.here is not None:
            here, (destination, movement) = self.here, self.goal
            self.goal = None
            self.stops[destination].status = Status.TURNED_BACK
            self.go(destination, replace(movement, status=Status.TURNED_BACK))
            self.here = here

    def end(self) -> None:
        """Lead the goods to the goal that the story left open."""
        if self.goal is not None:
            destination, movement = self.goal
            self.goal = None
            self.go(destination, movement)

    def begin_at(self, origin: int, movement: Movement) -> None:
        """Put a stop before the story's first one: "The coal had been loaded in A", told at the end."""
        first = self.legs[0].origin if self.legs else self.here
        here, self.here = self.here, origin
        told = len(self.legs)
        if first is not None:
            self.go(first, movement)
        if len(self.legs) > told:
            self.legs.insert(0, self.legs.pop())
        self.here = here

    def go(self, destination: int, movement: Movement) -> None:
        """Move the goods from where they are to a stop; what was told before is not told twice."""
        origin, self.here = self.here, destination
        if self.goal is not None and self.goal[0] == destination:
            self.goal = None
        if origin is None or origin == destination or self._is_told(origin, destination):
            return
        mode = movement.mode or self.mode
        if mode is None and (movement.vessel or self.vessel):
            mode = Mode.SEA
        by_ship = mode in (Mode.SEA, Mode.RIVER)
        vessel = (movement.vessel or self.vessel) if by_ship else None
        self.legs.append(
            LegDraft(origin, destination, mode, vessel, movement.status, movement.attribution, movement.sentence)
        )
        self.vessel, self.mode = (vessel, mode) if by_ship else (None, None)

    def take_carrier(self, movement: Movement) -> None:
        """Note the carrier the goods are on, for the moves that do not name it again."""
        if movement.vessel is not None:
            self.vessel = movement.vessel
        if movement.mode is not None:
            self.mode = movement.mode

    def _is_told(self, origin: int, destination: int) -> bool:
        if any((leg.origin, leg.destination) == (origin, destination) for leg in self.legs):
            return True
        # The story looks back: a later sentence names a stop that the goods have passed already.
        passed = any(destination in (leg.origin, leg.destination) for leg in self.legs)
        return passed and any(leg.destination == origin for leg in self.legs)
