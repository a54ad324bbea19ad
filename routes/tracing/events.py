"""Let the events of a text move the goods: from where they start, past where they go through, to where they come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from routes.model import Action, Article, Mode, Movement, Resolution, Status, Turn
from routes.tracing.draft import Draft
from routes.tracing.drafts import Stops
from routes.tracing.earlier import tell_earlier
from routes.tracing.moves import PRESENCE, STARTS, Move, key_of
from routes.tracing.returns import goes_back
from routes.tracing.signs import (
    came_back,
    crosses,
    is_unreached,
    leads_onward,
    sails,
    tells_rest,
    tells_seizure,
    tells_shut_out,
    tells_way,
    trouble,
)
from routes.tracing.words import is_disrupted

_BACK = re.compile(r"\b(?:again|back|return|returned|returning)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:which|who|that|where)\s+had\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def apply(article: Article, draft: Draft, move: Move) -> None:
    """Let an event move the goods: first where they start, then what they pass, then where they come or are to go."""
    if draft.was_seized:
        move = _as_planned(article, move)
    movement = move.movement
    draft.events += 1
    draft.told.append(movement.sentence)
    goes_on = bool(move.destinations) and not move.origins and _is_another_carrier(movement, draft)
    if (draft.closes_after is not None and draft.closes_after != movement.sentence) or (draft.ends and goes_on):
        draft.close()  # the ship came; "trucks carry the wheat on"
    move = _without_missed(article, draft, move)
    if movement.status is Status.DENIED:
        return
    if tell_earlier(article, draft, move):
        return
    present = _start(article, draft, move)
    if draft.closes_after is not None and _RELATIVE.search(_lead(article, movement)):
        draft.close()  # "the lorry, which had come from B, carried it on to C"
    if not (move.destinations and _is_goal(movement)) or movement.action in STARTS | {Action.VOYAGE}:
        draft.take_carrier(movement)
    _lead_on(article, draft, move)
    _be_at(article, draft, present, movement)
    if movement.taken_by is not None:
        draft.vessel, draft.mode = movement.taken_by, Mode.SEA
    if move.origins and move.destinations and movement.action is Action.MOVE:
        draft.whole = movement.sentence
    _note_trouble(article, draft, movement)


def _note_trouble(article: Article, draft: Draft, movement: Movement) -> None:
    """Note when something kept the goods from where they were bound."""
    if movement.action in (Action.HELD, Action.TURN_BACK):
        draft.disrupted_at = draft.events
        draft.was_held = draft.was_held or movement.action is Action.HELD
        is_seized = movement.action is Action.HELD and tells_seizure(article.quote(movement.sentence))
        draft.was_seized = draft.was_seized or is_seized
    elif is_disrupted(trouble(article, movement)):
        draft.disrupted_at = draft.events + 0.5  # words of trouble come after the goal that they spoil


def _without_missed(article: Article, draft: Draft, move: Move) -> Move:
    """Note where the goods never came; return the event without these places."""
    movement = move.movement
    if movement.status is Status.DENIED:
        draft.miss(_put(draft, (*move.destinations, *move.at), movement, None), movement)
        return move
    if movement.action is not Action.TURN_BACK:
        return move
    # "Diverted from A", "refused entry to A", "turned back near A": that was where they were to go.
    words = article.quote(movement.span)
    is_shut_out = tells_shut_out(words) or (came_back(words) and not (draft.goals or move.destinations))
    missed = (*move.origins, *((*move.at, *move.destinations) if is_shut_out else ()))
    if not missed:
        return move
    draft.miss(_put(draft, missed, movement, None), movement)
    return replace(move, origins=(), at=(), destinations=()) if is_shut_out else replace(move, origins=())


def _as_planned(article: Article, move: Move) -> Move:
    """Return an event as a mere plan where it was one: "seized in A. It was to be handed over off B"."""
    movement = move.movement
    if not move.at or movement.status is not Status.PLANNED or not is_unreached(_lead(article, movement)):
        return move
    plan = replace(movement, action=Action.BOUND)
    return replace(move, movement=plan, at=(), destinations=(*move.at, *move.destinations))


def _be_at(article: Article, draft: Draft, present: Stops, movement: Movement) -> None:
    """Take the goods to where an event has them be, or put that where it belongs if it was before."""
    if not present:
        return
    if movement.is_past and draft.here and not (draft.legs or draft.has_origin):
        draft.start_from(present[:1], movement)  # "opened at C. It had been handed in at A and changed planes in B"
        present = present[1:]
    elif movement.is_past and draft.has_come() and movement.action in (Action.UNLOAD, Action.TRANSFER):
        draft.begin_at(present, movement)
        return
    is_earlier = movement.is_past and movement.action in (Action.CALL, Action.SIGHTED)
    # "Shipped wheat from A to C. The vessel called at B": the way was told as a whole before.
    is_told_whole = bool(draft.legs) and draft.legs[-1].evidence == draft.whole != movement.sentence
    is_earlier = is_earlier or (is_told_whole and movement.action is Action.CALL and movement.turn is Turn.ON)
    is_on_the_way = is_earlier or tells_way(_lead(article, movement), article.quote(movement.span))
    is_back = _BACK.search(article.quote(movement.sentence)) is not None
    for stop in present:
        if draft.has_come() and is_on_the_way:
            draft.pass_by((stop,), movement)
        elif is_back and draft.legs:
            draft.go((stop,), movement)
        else:
            draft.arrive((stop,), movement)


def _is_another_carrier(movement: Movement, draft: Draft) -> bool:
    return movement.mode is not None and draft.mode is not None and movement.mode is not draft.mode


def _lead(article: Article, movement: Movement) -> str:
    return article.text[movement.sentence.start : movement.span.start]


def _start(article: Article, draft: Draft, move: Move) -> Stops:
    """Put the goods where an event has them start; return the stops at which it only has them be."""
    movement = move.movement
    at_day = move.started_on if movement.action in STARTS else move.came_on
    origins, at = _put(draft, move.origins, movement, move.started_on), _put(draft, move.at, movement, at_day)
    if movement.action in STARTS and not origins:
        origins, at = at, ()
    if at and movement.action not in PRESENCE:
        if movement.is_past and draft.here and not (draft.legs or draft.has_origin):
            draft.start_from(at[:1], movement)  # "seen at B. They had crossed the border at A"
        else:
            draft.arrive(at, movement)  # "At Port Klang it was moved to another ship"
        at = ()
    if origins and movement.turn is Turn.THERE and draft.here and not (move.destinations or move.via):
        draft.feed(origins, movement)
    elif origins:
        draft.start_from(origins, movement)
    elif movement.turn is Turn.BRANCH:
        draft.branch(movement, is_rest=tells_rest(_lead(article, movement)))
    elif movement.turn is Turn.THERE:
        draft.reach_goal(is_sure=movement.status is Status.PLANNED)
    return at


def _lead_on(article: Article, draft: Draft, move: Move) -> None:
    """Take the goods on to what an event has them pass and reach, or note where they are to go."""
    movement = move.movement
    via, destinations = _passed_and_reached(article, draft, move)
    origins = _put(draft, move.origins, movement, move.started_on)
    is_back = goes_back(article, draft, origins, destinations, movement)
    if (via or destinations) and not move.origins and _carries_on(movement, draft):
        draft.reach_goal()
    elif destinations and movement.status is Status.PLANNED and leads_onward(article.quote(movement.span)):
        draft.reach_goal(is_sure=True)
    if destinations and movement.action is Action.TURN_BACK and came_back(article.quote(movement.span)):
        draft.go(destinations, movement)
    elif destinations and _is_goal(movement):
        draft.aim(destinations, via, movement, is_back=is_back)
    elif destinations and is_back and not via:
        draft.go(destinations, movement)
    elif via and not destinations and draft.here and not (draft.has_origin or draft.legs or move.origins):
        _came_by(draft, via, movement)
    elif via and not destinations and draft.has_come():
        draft.pass_by(via, movement)  # told at the end: "the ship came by way of Mersin"
    else:
        movement = replace(movement, mode=movement.mode or draft.mode)
        if via and destinations and not draft.here and crosses(article.quote(movement.span)):
            draft.arrive(via[:1], movement)  # "crossed into C through B"
        for passed in via if draft.here else ():  # nothing begins where goods only pass
            draft.go((passed,), movement)
        _come_to(article, draft, destinations, movement)


def _came_by(draft: Draft, via: Stops, movement: Movement) -> None:
    """Begin the way at the first place that goods came by: "held in A; they had come by way of B and C"."""
    draft.start_from(via[:1], movement)
    for passed in via[1:]:
        draft.go((passed,), movement)
    draft.close(movement)


def _passed_and_reached(article: Article, draft: Draft, move: Move) -> tuple[Stops, Stops]:
    """Return the stops that an event has the goods pass, and those that it has them reach."""
    movement = move.movement
    via, destinations = _put(draft, move.via, movement, None), _put(draft, move.destinations, movement, move.came_on)
    if movement.action in (Action.GOODS, Action.SUPPLY):
        via = ()
    if len(destinations) > 1 and sails(article.quote(movement.span)):
        via, destinations = (*via, *destinations[:-1]), destinations[-1:]  # one ship calls at one after the other
    # "Exported through Dar es Salaam and Beira", "entered Syria through Bab al-Hawa".
    is_sent = movement.action is Action.MOVE and not move.origins and not draft.has_come()
    if via and not destinations and (is_sent or movement.action is Action.ARRIVE):
        return (), via
    return via, destinations


def _come_to(article: Article, draft: Draft, destinations: Stops, movement: Movement) -> None:
    if not destinations:
        return
    # "Unloaded at D. It had been mined at A, trucked to B and railed to C": on to D, whose turn is still to come.
    goes_on = bool(draft.ends and draft.legs) and draft.legs[-1].evidence == movement.sentence
    if movement.is_past and draft.here and not (draft.legs or draft.has_origin):
        draft.start_from(destinations, movement)  # "trucks crossed at B. The flour had been shipped to A"
    elif movement.is_past and draft.has_come() and not (draft.is_visited(destinations) or goes_on):
        draft.pass_by(destinations, movement)  # "... They had been flown to Entebbe"
    elif _BACK.search(article.quote(movement.sentence)):
        draft.go(destinations, movement)
    else:
        draft.arrive(destinations, movement)


def _put(draft: Draft, ends: tuple[Resolution, ...], movement: Movement, on: date | None) -> Stops:
    return tuple(dict.fromkeys(draft.put(key_of(end), end, movement, on) for end in ends))


def _carries_on(movement: Movement, draft: Draft) -> bool:
    if movement.action is not Action.MOVE or movement.status is not Status.REPORTED or not draft.has_origin:
        return False
    goal = draft.goals[-1].movement if draft.goals else None
    if goal is not None and goal.mode is Mode.PIPELINE:
        return True
    # By another carrier than that which left for the goal: the goods must have come there.
    return goal is not None and goal.action in STARTS and movement.mode is not None and movement.mode is not goal.mode


def _is_goal(movement: Movement) -> bool:
    """Return whether the destination is where the goods are to go, not where they came."""
    if movement.action in (Action.BOUND, Action.LEAVE, Action.LOAD, Action.TURN_BACK, Action.VOYAGE, Action.BUY):
        return True
    if movement.action is Action.GOODS and not movement.origins:
        return True  # "left with crude for B"
    # "A train hauling ethanol from A to B left the rails": it was on its way.
    is_under_way = movement.action is Action.MOVE and movement.is_under_way
    return movement.status is Status.PLANNED or is_under_way
