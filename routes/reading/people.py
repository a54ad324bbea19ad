"""People whom goods are for: where they came from, or what befell them, is no part of the goods' way."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Span
from routes.reading.phrases import Phrases
from routes.resources import read_lexicon

# "For families who fled A", "survivors of the earthquake in A".
_BEFELL = re.compile(
    r"\s+(?:(?:who|whom|that|whose|fleeing|escaping|leaving|displaced|uprooted|driven|hit|affected|caught|trapped|stranded|"
    r"returning|evacuated|made\s+homeless|cut\s+off)\b|(?:of|from|after)\s)",
    re.IGNORECASE,
)
# "Were to be", "have since been": what stands between people and the verb that moves them.
_PASSIVE = re.compile(
    r"\s+(?:(?:(?:have|has|had|will|would|could|may|must)\s+)?(?:\w+ly\s+|since\s+|also\s+|then\s+|all\s+|later\s+)?"
    r"(?:were|was|are|is|been|be|being)\s+(?:to\s+be\s+|being\s+|due\s+to\s+be\s+|expected\s+to\s+be\s+)?)"
    r"(?:\w+ly\s+|first\s+|then\s+|later\s+|also\s+|all\s+|since\s+|reportedly\s+)?$",
    re.IGNORECASE,
)
# "Tents for the wounded were": it is tents that go.
_OF_OTHERS = re.compile(
    r"\b(?:for|of|to|with|belonging|from|by)\s+(?:(?:the|some|all|[\d,]+)\s+)*(?:\w+\s+)?$", re.IGNORECASE
)


def tells_of_people(lead: str) -> bool:
    """Return whether the place behind some words is where people came from, not the goods for them.

    >>> tells_of_people(" tents for families driven from "), tells_of_people(" tents for families in ")
    (True, False)
    """
    people = list(_people().find_all(lead, Span(0, len(lead))))
    return bool(people) and _BEFELL.match(lead, people[-1].end()) is not None


def ends_with_people(lead: str) -> bool:
    """Return whether people stand right before a word: "for families hit by the drought"."""
    words = lead.split()
    return bool(words) and lead.endswith(" ") and _people().is_all(words[-1])


def carries_people(lead: str) -> bool:
    """Return whether people are what a verb in the passive moves: "the wounded were then taken".

    >>> carries_people("The worst cases were to be "), carries_people("Tents for the wounded were ")
    (True, False)
    """
    passive = _PASSIVE.search(lead)
    if passive is None:
        return False
    start = max(lead.rfind(mark, 0, passive.start()) + len(mark) for mark in (", ", "; ", ": ", " and ", " but "))
    subject = lead[max(start, 0) : passive.start()]
    found = [*_people().find_all(subject, Span(0, len(subject))), *_carried().find_all(subject, Span(0, len(subject)))]
    last = max(found, key=lambda match: match.end(), default=None)
    if last is None or last.end() < len(subject.rstrip()):
        return False
    return _OF_OTHERS.search(subject, 0, last.start()) is None


@cache
def _carried() -> Phrases:
    """Return people who travel as a rule because others take them somewhere."""
    return Phrases(entry for entry, _ in read_lexicon("carried_people"))


@cache
def _people() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("people"))
