"""What a story tells later and that came before: "... docked in C. The coal had come by rail from A to B"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from routes.model import Action, Article, Mode, Movement, Resolution, Status, Turn
from routes.reading import names_goods
from routes.tracing.draft import Draft
from routes.tracing.drafts import Stops
from routes.tracing.moves import STARTS, Move, key_of
from routes.tracing.words import names_cargo_carrier

_ONWARD = re.compile(r"\s+(?:on|onwards?|further|then)\b", re.IGNORECASE)
_COMES = re.compile(r"(?:comes?|came|coming|railed|trucked|brought|hauled|driven|flown|barged|piped)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|other|others|second)\b", re.IGNORECASE)
_THE_GOODS = re.compile(r"(?:the|this|these|all|its|their)\s", re.IGNORECASE)
# How many words the goods stand in that a sentence begins to speak of: "The bagged rice was".
_SUBJECT = 4
_BY_LAND = frozenset({Mode.ROAD, Mode.RAIL})


def tell_earlier(article: Article, draft: Draft, move: Move) -> bool:
    """Put what came before the story so far in its place; return False where an event goes on with the story."""
    movement = move.movement
    if movement.status is Status.PLANNED or not (draft.legs or (draft.here and draft.has_origin)):
        return False
    starts, ends = _chain(draft, move)
    chain = tuple(dict.fromkeys((*starts, *ends)))
    if not chain or any(draft.is_visited((stop,)) for stop in chain) or _is_goal(draft, chain):
        return False
    goes_on = draft.before is not None and draft.before[0] == movement.sentence and movement.turn is not Turn.THERE
    if goes_on and move.is_coarse and not starts:
        return True  # "it left A at B, crossed Kazakhstan and changed its load at C"
    goes_on = goes_on and (movement.is_past or not move.destinations)
    if goes_on and not starts and not _ONWARD.match(article.text, movement.span.end):
        is_passed = not (move.at or move.destinations)
        return _lead_on_before(draft, chain, movement, is_passed=is_passed)
    if _leads_up(article, draft, move, starts, ends):
        _lead_up(draft, chain, movement, comes_there=bool(move.destinations) or not starts)
        return True
    return False


def _chain(draft: Draft, move: Move) -> tuple[Stops, Stops]:
    """Return the stops at which an event has the goods start, and those they pass and come to, in order."""
    is_start = move.movement.action in STARTS
    from_there = (*move.origins, *(move.at if is_start else ()))
    then = (*move.via, *(() if is_start else move.at), *move.destinations)

    def put(ends: tuple[Resolution, ...], on: date | None) -> Stops:
        return tuple(draft.put(key_of(end), end, move.movement, on if end not in move.via else None) for end in ends)

    return put(from_there, move.started_on), put(then, move.came_on)


def _is_goal(draft: Draft, chain: Stops) -> bool:
    """Return whether a place is one that the goods are still to come to."""
    return any(stop in chain for goal in draft.goals for stop in goal.destinations) or bool(
        set(chain) & set(draft.ends)
    )


def _leads_up(article: Article, draft: Draft, move: Move, starts: Stops, ends: Stops) -> bool:
    movement = move.movement
    if _ANOTHER.search(article.text[movement.sentence.start : movement.span.start]):
        return False
    if not draft.has_origin and draft.legs and (movement.is_past or movement.action is Action.LOAD):
        return len(starts) == 1 or bool(ends and movement.is_past)
    if len(starts) > 1:
        return False
    if movement.is_past and starts and ends:
        return True
    is_from = bool(starts) and not ends and movement.action in (Action.MOVE, Action.SUPPLY) and not move.is_coarse
    if is_from and (movement.is_past or _is_of_goods(article, movement)):
        return _COMES.match(article.quote(movement.span)) is not None
    # Lorries are on their way when "the grain was landed at A" by a ship: that was before.
    is_landed = movement.action is Action.ARRIVE and article.quote(movement.span).casefold() == "landed"
    carried = draft.legs[-1].mode if draft.legs else draft.mode
    return is_landed and carried in _BY_LAND and _is_of_goods(article, movement)


def _is_of_goods(article: Article, movement: Movement) -> bool:
    """Return whether goods are what a sentence begins to speak of: "The ore comes from A"."""
    lead = article.text[movement.sentence.start : movement.span.start]
    subject = " ".join(lead.split()[:_SUBJECT])
    return _THE_GOODS.match(lead) is not None and names_goods(subject) and not names_cargo_carrier(lead)


def _lead_up(draft: Draft, chain: Stops, movement: Movement, *, comes_there: bool) -> None:
    """Lead a way, told after it, up to the story's first stop: "The coal had come by rail from A to B".

    `comes_there` says that the event ends at the last of these; how the goods went on is not told then.
    """
    here, told, mode, vessel = draft.here, len(draft.legs), draft.mode, draft.vessel
    first = (draft.legs[0].origin,) if draft.legs else here
    onward = draft.legs[0].mode if draft.legs and not draft.has_origin else None
    draft.here, draft.mode, draft.vessel = chain[:1], None, None
    for stop in chain[1:]:
        draft.go((stop,), movement)
    draft.mode, draft.vessel = None, None
    last = replace(movement, mode=onward, vessel=None) if comes_there else movement
    draft.add(draft.here, first, last)
    draft.legs = [*draft.legs[told:], *draft.legs[:told]]
    draft.here, draft.mode, draft.vessel, draft.has_origin = here, mode, vessel, True
    draft.before = movement.sentence, chain[-1]


def _lead_on_before(draft: Draft, stops: Stops, movement: Movement, *, is_passed: bool) -> bool:
    """Put stops behind the last of what came earlier; return whether there is a way on from there."""
    origin = draft.before[1] if draft.before else None
    at = next((at for at, leg in enumerate(draft.legs) if leg.origin == origin), None)
    if at is None:
        return False
    here, mode, vessel = draft.here, draft.mode, draft.vessel
    last = draft.legs.pop(at)
    told = len(draft.legs)
    draft.here, draft.mode, draft.vessel = (last.origin,), movement.mode or last.mode, None
    for stop in stops:
        draft.go((stop,), movement)
    added = draft.legs[told:]
    onward = last.mode or (movement.mode if is_passed else None)
    draft.legs[told:] = []
    draft.legs[at:at] = [*added, replace(last, origin=stops[-1], mode=onward)]
    draft.here, draft.mode, draft.vessel = here, mode, vessel
    draft.before = movement.sentence, stops[-1]
    return True
