"""The story of one shipment so far: where the goods are, by what they came there, and where they are to go."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from routes.model import Action, Mode, Movement, Resolution, Span, Status
from routes.tracing.drafts import (
    Goal,
    LegDraft,
    StopDraft,
    Stops,
    is_fresh,
    is_other_carrier,
    is_reached,
    leads_to,
    leg_of,
    was_before,
    with_carrier,
)


@dataclass(slots=True)
class Draft:
    """One shipment under way.

    `here` are the stops where the goods are now, several where they went side by side. `ends` are those that the story
    told before it told of any origin: the way has to come there at last. `told` are the sentences that
    tell of this shipment, `whole` the last one that tells its way from end to end. `before` is where a story that went
    back in time stands: the sentence that did, and the last stop it put before the others.
    """

    stops: list[StopDraft] = field(default_factory=list)
    legs: list[LegDraft] = field(default_factory=list)
    here: Stops = ()
    ends: Stops = ()
    has_origin: bool = False
    goals: list[Goal] = field(default_factory=list)
    mode: Mode | None = None
    vessel: Span | None = None
    events: int = 0
    disrupted_at: float = -1
    was_held: bool = False
    was_seized: bool = False
    whole: Span | None = None
    before: tuple[Span, int] | None = None
    closes_after: Span | None = None
    ending: Movement | None = None
    told: list[Span] = field(default_factory=list)

    def put(self, key: str, resolution: Resolution, movement: Movement, on: date | None) -> int:
        """Return the index of the stop `key`, made if the story has not named it yet; `on` is the day it is told of."""
        for index, stop in enumerate(self.stops):
            if stop.key == key:
                stop.on = stop.on or on
                return index
        self.stops.append(StopDraft(key, resolution.mention.span, resolution, movement.status, on))
        return len(self.stops) - 1

    @property
    def origins(self) -> Stops:
        """Return where the goods came from, as far as the story has told."""
        if not self.has_origin:
            return ()
        return (self.legs[0].origin,) if self.legs else self.here

    def is_visited(self, stops: Stops) -> bool:
        """Return whether the way has led to or from all of these stops already."""
        known = {end for leg in self.legs for end in (leg.origin, leg.destination)} | set(self.here)
        return all(stop in known for stop in stops)

    def start_from(self, origins: Stops, movement: Movement) -> None:
        """Take the goods to be where an event puts their start."""
        if self.ends and set(origins) == set(self.ends):
            self.close()
        elif self.goals and set(origins) == set(self.goals[-1].destinations):
            self.reach_goal()
        if not self.here or set(origins) == set(self.here):
            self.here, self.has_origin = origins, True
        elif not self.has_origin:
            # The end was told first: "docked in B with a load from A".
            self.ends, self.here, self.has_origin = self.here, origins, True
            if self.ending is not None and self.ending.sentence == movement.sentence:
                self.ending = with_carrier(self.ending, movement, self.mode)
            told_in = self.ending.sentence if self.ending else None
            if movement.is_past or (movement.action is Action.LOAD and told_in == movement.sentence):
                self.closes_after = movement.sentence  # "... It had been loaded in A": then it goes on from B
        else:
            self._start_elsewhere(origins, movement)

    def _start_elsewhere(self, origins: Stops, movement: Movement) -> None:
        """Take up an origin that is not where the goods are."""
        is_bound = movement.action in (Action.BOUND, Action.VOYAGE)
        leads_on = bool(movement.destinations or movement.via) and not is_bound
        if self.is_visited(origins):
            self.here = origins if leads_on else self.here
        elif self.ends and not self.legs and movement.action in (Action.GOODS, Action.MOVE):
            self.here = (*self.here, *origins)  # several loads that came to one port
        elif leads_on and movement.action is not Action.LEAVE:
            # Another source beside the first: "the towers came to Glasgow from Campbeltown".
            self.here, self.vessel = origins, movement.vessel
        elif movement.action in (Action.LEAVE, Action.LOAD):
            if movement.is_past:
                self.begin_at(origins, movement)
            else:
                self.go(origins, movement)

    def begin_at(self, origins: Stops, movement: Movement) -> None:
        """Put stops before the story's first one: "The coal had been loaded in A", told at the end."""
        here, told = self.here, len(self.legs)
        self.mode, self.vessel = None, None  # what carries the goods now need not have carried them then
        self.add(origins, (self.legs[0].origin,) if self.legs else here, movement)
        self.legs = [*self.legs[told:], *self.legs[:told]]
        self.here = here
        self.before = movement.sentence, origins[-1]

    def feed(self, origins: Stops, movement: Movement) -> None:
        """Bring more to where the goods are: "in A, where they had arrived by truck from B"."""
        here, mode, vessel = self.here, self.mode, self.vessel
        self.mode, self.vessel = None, None
        told = len(self.legs)
        self.add(origins, here, movement)
        if told and self.legs[0].origin in here:
            self.legs = [*self.legs[told:], *self.legs[:told]]
        self.here, self.mode, self.vessel, self.has_origin = here, mode, vessel, True

    def branch(self, movement: Movement, *, is_rest: bool) -> None:
        """Go back to where the last leg began: "..., while 5,000 tonnes go to C".

        `is_rest` says that it tells of what is left: of goods that have come, that is where they came.
        """
        if not self.legs or (self.goals and self.goals[-1].starts == self.here):
            return
        last = self.legs[-1]
        came_before = last.status is Status.REPORTED and last.evidence != movement.sentence
        if is_rest and came_before and (movement.status is Status.PLANNED or movement.mode in (Mode.ROAD, Mode.RAIL)):
            return
        self.here, self.mode = (last.origin,), last.mode

    def arrive(self, places: Stops, movement: Movement) -> None:
        """Bring the goods to places where they are said to have been."""
        if not self.here:
            self.here, self.ending = places, movement
        elif not self.has_origin and was_before(self.stops, places, self.here):
            self.ends, self.here, self.has_origin = self.here, places, True
        elif self.ends and set(places) == set(self.ends):
            self.close(movement)
        elif not self.is_visited(places) or is_fresh(self.legs, self.here):
            self.go(places, movement)
        else:
            self._tell_mode(places, movement)

    def _tell_mode(self, places: Stops, movement: Movement) -> None:
        """Give the leg to a place the mode that a second telling of it has: "made at A and trucked to B"."""
        for at, leg in enumerate(self.legs):
            if leg.destination in places and leg.mode is None and leg.evidence == movement.sentence:
                self.legs[at] = replace(leg, mode=movement.mode)

    def has_come(self) -> bool:
        """Return whether the goods are where their last leg ended."""
        return bool(self.legs) and (self.legs[-1].destination,) == self.here

    def pass_by(self, via: Stops, movement: Movement) -> None:
        """Lead the last leg through stops that are told only after it."""
        last = self.legs.pop()
        here, mode, vessel = self.here, self.mode, self.vessel
        last = replace(last, mode=last.mode or movement.mode)
        self.here, self.mode, self.vessel = (last.origin,), last.mode, last.vessel
        for passed in via:
            self.go((passed,), movement)
        self.legs += [replace(last, origin=stop) for stop in self.here if stop != last.destination]
        self.here, self.mode, self.vessel = here, mode, vessel
        self.before = movement.sentence, via[-1]

    def aim(self, destinations: Stops, via: Stops, movement: Movement, *, is_back: bool = False) -> None:
        """Note where the goods are to go. They may call elsewhere before, or never come there."""
        if is_back or not self.is_visited(destinations) or not self.here:
            if self.goals and self._is_replaced(self.goals[-1], destinations, movement):
                self.goals.pop()
            self.goals.append(Goal(destinations, via, self.here, movement, self.events))

    def _is_replaced(self, goal: Goal, destinations: Stops, movement: Movement) -> bool:
        """Return whether a goal is told again, nearer: "for the Middle East ... the destination was Iran"."""
        if goal.destinations == destinations:
            return not goal.movement.is_former
        if self.disrupted_at > goal.at_event:
            return False
        both_bound = movement.action is goal.movement.action is Action.BOUND
        return both_bound and goal.starts == self.here and not (movement.is_past or goal.movement.is_past)

    def miss(self, stops: Stops, movement: Movement) -> None:
        """Note that the goods never came to some stops, be it that the story had them bound there or not."""
        starts = next((goal.starts for goal in self.goals if goal.destinations == stops), self.here)
        if len(self.legs) == 1 and self.legs[0].destination in stops:
            starts = self.here = (self.legs.pop().origin,)  # "was sent from A to B. It never came to B"
        if set(stops) & (set(starts) | {leg.destination for leg in self.legs}):
            return
        self.goals = [goal for goal in self.goals if goal.destinations != stops]
        self.goals.append(
            Goal(stops, (), starts, replace(movement, is_past=False, mode=None), self.events, missed=True)
        )

    def reach_goal(self, *, is_sure: bool = False) -> None:
        """Take the goods to the goal that the story left open: what is carried on from there was there.

        `is_sure` where the text goes on from there, whatever happened before: "bound for A, where it is to be loaded".
        """
        if self.goals and (is_sure or not self._is_given_up(self.goals[-1])):
            goal = self.goals.pop()
            self.go(goal.destinations, goal.movement)

    def close(self, movement: Movement | None = None) -> None:
        """Lead the goods to the end that was told first."""
        self.closes_after = None
        if self.ends and self.here and set(self.ends) != set(self.here):
            ends, self.ends = self.ends, ()
            told = self.ending or movement
            if told is not None:
                self.go(ends, with_carrier(told, movement) if movement else told)
        self.ends = ()

    def end(self) -> None:
        """Lead the goods to the goals that the story left open, or mark them as given up."""
        self.close()
        last = self.here
        told_in = None
        for goal in self.goals:
            if is_reached(goal, self.legs, self.here):
                continue
            if self._is_given_up(goal):
                self._give_up(goal)
                continue
            if self.was_seized and told_in == goal.movement.sentence:
                last = self.here  # "was to unload off B before it went on to C"
            told_in = goal.movement.sentence
            goes_on = leads_to(self.legs, last, goal.starts) and not (
                goal.starts and is_other_carrier(self.legs, goal, last)
            )
            self.here = last if goes_on else goal.starts
            for passed in goal.via:
                self.go((passed,), goal.movement)
            self.go(goal.destinations, goal.movement)

    def go(self, destinations: Stops, movement: Movement) -> None:
        """Move the goods from where they are to other stops; what was told before is not told twice."""
        origins, self.here = self.here, destinations
        self.add(origins, destinations, movement)

    def take_carrier(self, movement: Movement) -> None:
        """Note the carrier the goods are on, for the moves that do not name it again."""
        if movement.vessel is not None or {movement.mode, self.mode} == {Mode.RIVER, Mode.SEA}:
            self.vessel = movement.vessel  # a barge takes on what the ship brought, a ship what the barges did
        if movement.mode is not None:
            self.mode = movement.mode

    def add(self, origins: Stops, destinations: Stops, movement: Movement) -> None:
        """Add the legs of a movement, or tell more of those there are."""
        mode = movement.mode or self.mode
        if mode is None and (movement.vessel or self.vessel):
            mode = Mode.SEA
        by_ship = mode in (Mode.SEA, Mode.RIVER)
        kept = None if mode is Mode.SEA and self.mode is Mode.RIVER else self.vessel  # a tug crosses no ocean
        vessel = (movement.vessel or kept) if by_ship else None
        pairs = [(origin, destination) for origin in origins for destination in destinations if origin != destination]
        for pair in pairs:
            leg = leg_of(pair, mode, vessel, movement)
            told = next((at for at, each in enumerate(self.legs) if (each.origin, each.destination) == pair), None)
            if told is None:
                self.legs.append(leg)
            elif self.legs[told].mode is None:
                self.legs[told] = replace(self.legs[told], mode=movement.mode)
        # A train, a lorry or a barge is not said to carry on what is "then taken to" somewhere else.
        stays = mode is Mode.SEA or vessel is not None or movement.action not in (Action.MOVE, Action.SUPPLY)
        self.vessel, self.mode = (vessel, mode) if stays else (None, None)

    def _is_given_up(self, goal: Goal) -> bool:
        if goal.missed or (self.disrupted_at > goal.at_event and not goal.via):
            return True
        is_disrupted, has_other = self.disrupted_at >= 0, len(self.goals) > 1
        if goal.movement.is_former:
            return is_disrupted or has_other or bool(self.legs)
        if goal.movement.is_past and (goal.movement.action is Action.VOYAGE or self.was_held):
            return is_disrupted
        return goal.movement.is_past and has_other and goal is not self.goals[0]

    def _give_up(self, goal: Goal) -> None:
        here, mode, vessel = self.here, self.mode, self.vessel
        is_old = goal.movement.is_former or goal.movement.is_past
        starts = goal.starts if goal.starts and not is_old else self.origins or goal.starts
        if not starts:
            self.go(() if goal.missed else goal.destinations, goal.movement)
            return
        for stop in goal.destinations:
            self.stops[stop].status = Status.TURNED_BACK
        self.add(starts, goal.destinations, replace(goal.movement, status=Status.TURNED_BACK))
        self.here, self.mode, self.vessel = here, mode, vessel
