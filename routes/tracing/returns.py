"""Goods that go back where they came from: "had been shipped from A to B ... were loaded and left B for A"."""

from __future__ import annotations

import re

from routes.model import Article, Movement
from routes.tracing.draft import Draft
from routes.tracing.drafts import Stops

_SENT_BACK = re.compile(
    r"\b(?:sen[dt]|sends|sending|ship(?:s|ped|ping)?|tak(?:es?|en|ing)|took|go(?:es|ing)?|brought|carried|hauled)\s+"
    r"(?:[\w,-]+\s+){0,6}?back\b|\b(?:returned|returning|repatriated)\s+(?:[\w,-]+\s+){0,6}?to\b",
    re.IGNORECASE,
)


def goes_back(article: Article, draft: Draft, origins: Stops, destinations: Stops, movement: Movement) -> bool:
    """Return whether an event takes goods back to where an earlier leg had brought them from.

    That leg was told as long past, or the text says that the goods are sent back: a ship that only leaves its last port
    for its first may be empty.
    """
    if not origins or set(origins) != set(draft.here) or movement.is_past or len(destinations) != 1:
        return False
    outward = [leg for leg in draft.legs if leg.destination in origins and leg.origin in destinations]
    if not outward or any(leg.evidence == movement.sentence for leg in outward):
        return False
    return any(leg.was_before for leg in outward) or _SENT_BACK.search(article.text) is not None
