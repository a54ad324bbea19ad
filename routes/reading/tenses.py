"""Whether what a sentence tells of a day has happened, by the tense of the word that moves goods beside it."""

from __future__ import annotations

import re

from routes.model import Action, Span, Status
from routes.reading.triggers import Trigger, find_triggers
from routes.reading.turns import status_of

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])|\n")
# No sentence is looked for farther back than this.
_LONGEST = 2_000
_PAST = re.compile(
    r"\w+ed|left|set|took|taken|went|came|brought|sent|flew|flown|drove|driven|lay|was|ran|sank|sunk|caught|held|begun|"
    r"began|made|hit|struck|cast|stuck",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|due|expected|expects?|scheduled|hopes?|plans?|planned|(?:is|are|set|was|were)\s+to|"
    r"to be|until|till|by|before|next|deadline)\b",
    re.IGNORECASE,
)


def has_moved(text: str, day: Span, *, is_under_way: bool = False) -> bool:
    """Return whether the nearest word that moves goods in the sentence of a day tells what has happened.

    With `is_under_way` it must tell of the way itself: "the port was hit in March 2022" begins no voyage.

    >>> text = "The ship left Odesa on May 3 and will reach Izmir on May 9."
    >>> has_moved(text, Span(23, 28)), has_moved(text, Span(53, 58))
    (True, False)
    """
    sentence = _sentence(text, day)
    found = [each for each in find_triggers(text, sentence) if each.action is not Action.GOODS]
    before = [each for each in found if each.span.start < day.start]
    after = [each for each in found if each.span.start >= day.end]
    told = before[-1] if before else after[0] if after else None
    if told is None or not _is_past(text, sentence, told) or (is_under_way and told.action is Action.HELD):
        return False
    between = text[told.span.end : day.start] if before else text[day.end : told.span.start]
    return _AHEAD.search(between) is None


def _is_past(text: str, sentence: Span, told: Trigger) -> bool:
    status = status_of(told.action, text[sentence.start : told.span.start])
    return status is not Status.PLANNED and _PAST.match(text, told.span.start) is not None


def _sentence(text: str, day: Span) -> Span:
    first = max(0, day.start - _LONGEST)
    start = max((match.end() for match in SENTENCE_END.finditer(text, first, day.start)), default=first)
    following = SENTENCE_END.search(text, day.end)
    return Span(start, following.start() if following else len(text))
