"""What stands before a word that moves goods: whether that happened, when, and whether to other goods than before."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from routes.model import Action, Movement, Status, Turn
from routes.reading.phrases import Phrases
from routes.resources import read_lexicon

_PLANNED = re.compile(
    r"\b(?:(?:will|would|should|could|may|might|(?:due|expected|scheduled|planned|plans|set|about|is|are|was|were|meant|"
    r"supposed|ordered|waiting|wants?|hoped?|hopes?|intends?|means|agreed|"
    r"leave)\s+to)(?:\s+(?:be|have been|soon|also|now|then|later))*|to be|"
    r"waiting for leave to)\s*$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|denied|denies|no|nothing was ever|(?:had|has|have)\s+(?:ended|stopped|halted|suspended|banned))\b"
    r"(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:had\s+(?:\w+\s+)?been|(?:was|were)\s+originally|once)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "Had to return" tells what followed, not what was before.
_PLUPERFECT = re.compile(r"\bhad\s+(?:been\s+)?(?:(?!to\b)\w+\s+)?$", re.IGNORECASE)
# "Was bound for", "were heading for"; "was to go on to" looks ahead.
_PAST = re.compile(r"\b(?:was|were|had)\s+(?:(?!to\b)\w+\s+)?$|^was\s", re.IGNORECASE)
_CAN_BE_EARLIER = frozenset(
    {
        *(Action.LOAD, Action.LEAVE, Action.MOVE, Action.CALL, Action.SIGHTED),
        *(Action.ARRIVE, Action.UNLOAD, Action.TRANSFER),
    }
)
_SUPPOSED = re.compile(r"\b(?:was|were)\s+(?:supposed|meant|intended)\s+to\s+(?:be\s+)?$", re.IGNORECASE)
# What was made or grown somewhere was so before it went anywhere.
MADE = re.compile(r"(?:made|produced|mined|refined|grown|assembled|built|manufactured|constructed|fabricated)\s")
_BRANCH = re.compile(
    r"(?:^|[,;:])\s*(?:and\s+)?(?:while|whereas|others|another\s+[\d,]+|the rest|the other|the remainder)\b"
    r"(?:[^,;]|,(?=\d))*$",
    re.IGNORECASE,
)
# A carrier that comes up as new, as the subject of its clause: "Eight days before, a first train had left".
_NEW_CARRIER = re.compile(
    r"\b(?:another|a (?:second|first|third|new))\s+(?:[\w-]+\s+){0,3}"
    r"(?:ship|vessel|tanker|train|convoy|plane|cargo|container|truck|lorry)\b",
    re.IGNORECASE,
)
# The event happens where the one before it ended: "to Maputo, where the metal was to be loaded".
_THERE = re.compile(r"\b(?:from where|where|from there|then|thence)\b[^,;:.]*$", re.IGNORECASE)
_INTO = re.compile(r"\b(?:to|onto|into|by|with|on|aboard|from)\s+$", re.IGNORECASE)


def status_of(action: Action, lead: str) -> Status:
    """Return how firmly the words before an event put it."""
    if _NOT_DONE.search(lead):
        return Status.DENIED
    is_planned = action in (Action.BOUND, Action.BUY) or bool(_PLANNED.search(lead))
    return Status.PLANNED if is_planned else Status.REPORTED


def in_time(movement: Movement, lead: str, word: str) -> Movement:
    """Return a movement with what its tense tells: that it lies before what was told, or no longer holds."""
    if movement.action in _CAN_BE_EARLIER:
        is_supposed = movement.status is Status.PLANNED and _SUPPOSED.search(lead) is not None
        return replace(movement, is_past=is_supposed or bool(_PLUPERFECT.search(lead)) or MADE.match(word) is not None)
    if movement.action in (Action.BOUND, Action.VOYAGE):
        is_former = bool(_FORMER.search(lead)) or word.startswith("should have")
        return replace(movement, is_former=is_former, is_past=bool(_PAST.search(lead) or _PAST.search(word)))
    return movement


def turn_of(lead: str, *, opens: bool) -> Turn:
    """Return how an event goes on from the one before it; only one that opens its sentence can tell of other goods."""
    new = _new_words().search(lead) or _NEW_CARRIER.search(lead)
    if opens and new is not None and not _INTO.search(lead[: new.start()]):
        return Turn.NEW_SHIPMENT
    if _BRANCH.search(lead):
        return Turn.BRANCH
    return Turn.THERE if _THERE.search(lead) else Turn.ON


@cache
def _new_words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("new_shipments"))
