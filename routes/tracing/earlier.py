"""What a story tells later and that came before: "... docked in C. The coal had come by rail from A to B"."""

from __future__ import annotations

import re

from routes.model import Action, Article, Mode, Movement, Status, Turn
from routes.reading import names_goods
from routes.tracing.draft import Draft
from routes.tracing.drafts import Stops
from routes.tracing.moves import STARTS, Move, key_of
from routes.tracing.words import names_cargo_carrier

_ONWARD = re.compile(r"\s+(?:on|onwards?|further|then)\b", re.IGNORECASE)
_COMES = re.compile(r"(?:comes?|came|coming|railed|trucked|brought|hauled|driven|flown|barged|piped)\b", re.IGNORECASE)
_THE_GOODS = re.compile(r"(?:the|this|these|all|its|their)\s", re.IGNORECASE)
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
    if goes_on and not starts and not _ONWARD.match(article.text, movement.span.end):
        is_passed = not (move.at or move.destinations)
        return draft.lead_on_before(chain, movement, is_passed=is_passed)
    if _leads_up(article, draft, move, starts, ends):
        draft.lead_up(chain, movement, comes_there=bool(move.destinations) or not starts)
        return True
    return False


def _chain(draft: Draft, move: Move) -> tuple[Stops, Stops]:
    """Return the stops at which an event has the goods start, and those they pass and come to, in order."""
    is_start = move.movement.action in STARTS
    from_there = (*move.origins, *(move.at if is_start else ()))
    then = (*move.via, *(() if is_start else move.at), *move.destinations)
    put = [tuple(draft.put(key_of(end), end, move.movement, None) for end in ends) for ends in (from_there, then)]
    return put[0], put[1]


def _is_goal(draft: Draft, chain: Stops) -> bool:
    """Return whether a place is one that the goods are still to come to."""
    return any(stop in chain for goal in draft.goals for stop in goal.destinations) or bool(set(chain) & set(draft.ends))


def _leads_up(article: Article, draft: Draft, move: Move, starts: Stops, ends: Stops) -> bool:
    movement = move.movement
    if not draft.has_origin and draft.legs and (movement.is_past or movement.action is Action.LOAD):
        return len(starts) == 1 or bool(ends and movement.is_past)
    if len(starts) > 1:
        return False
    if movement.is_past and starts and ends:
        return True
    is_from = bool(starts) and not ends and movement.action in (Action.MOVE, Action.SUPPLY)
    if is_from and (movement.is_past or _is_of_goods(article, movement)):
        return _COMES.match(article.quote(movement.span)) is not None
    # Lorries are on their way when "the grain was landed at A" by a ship: that was before.
    is_landed = movement.action is Action.ARRIVE and article.quote(movement.span).casefold() == "landed"
    carried = draft.legs[-1].mode if draft.legs else draft.mode
    return is_landed and carried in _BY_LAND and _is_of_goods(article, movement)


def _is_of_goods(article: Article, movement: Movement) -> bool:
    """Return whether goods are what a sentence begins to speak of: "The ore comes from A"."""
    lead = article.text[movement.sentence.start : movement.span.start]
    return _THE_GOODS.match(lead) is not None and names_goods(lead) and not names_cargo_carrier(lead)
