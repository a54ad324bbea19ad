"""Words that tell why goods did not come where they were bound, and carriers that carry goods by their kind."""

from __future__ import annotations

import re
from functools import cache

from routes.reading import Phrases
from routes.resources import read_lexicon

# "It", "The ship", "But the trucks": what the sentences before spoke of.
_OF_THE_WAY = re.compile(
    r"(?:(?:but|yet|however|instead|then|later)\b,?\s+)?(?:it|she|they|both|neither|none|"
    r"(?:the|its|their)\s+(?:[\w-]+\s+){0,2}?(?:ships?|vessels?|tankers?|freighters?|boats?|barges?|convoy|trains?|trucks?|"
    r"lorr(?:y|ies)|planes?|aircraft|cargo|goods|shipment|load|containers?|boxes))\b",
    re.IGNORECASE,
)


def is_disrupted(words: str) -> bool:
    return _phrases("disruptions").search(words) is not None


def tells_failure(sentence: str) -> bool:
    """Return whether a sentence that names no place tells of a carrier or its load that they never came there.

    >>> tells_failure("It never arrived."), tells_failure("The minister never arrived.")
    (True, False)
    """
    return _OF_THE_WAY.match(sentence) is not None and _sure_failures().search(sentence) is not None


def names_cargo_carrier(words: str) -> bool:
    return _phrases("cargo_carriers").search(words) is not None


def names_passengers(words: str) -> bool:
    return _phrases("passengers").search(words) is not None


@cache
def _sure_failures() -> Phrases:
    return Phrases(entry for entry, fields in read_lexicon("disruptions") if "surely" in fields)


@cache
def _phrases(lexicon: str) -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon(lexicon))
