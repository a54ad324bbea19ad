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


@cache
def _people() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("people"))
