"""Points of the compass in a text."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Bearing
from routes.resources import read_lexicon


def bearing_at(text: str, position: int, limit: int) -> tuple[Bearing | None, int]:
    """Return the bearing that stands at an offset and where it ends; None and the offset where none does.

    >>> bearing_at("20 km to the north-east of Basra", 5, 32)
    (Bearing(text='north-east', azimuth_deg=45.0), 23)
    """
    match = _pattern().match(text, position, limit)
    if match is None:
        return None, position
    words = match["points"] or match["letter"]
    return Bearing(words, azimuth_of(words)), match.end()


def azimuth_of(words: str) -> float:
    """Return the azimuth of a point of the compass, however it is joined."""
    return _azimuths()[re.sub(r"[\s-]+", "", words.casefold())]


@cache
def compass_words() -> str:
    """Return the alternatives of a regular expression for the points of the compass, the longest first."""
    points = sorted((entry for entry, _ in read_lexicon("bearings") if len(entry) > 1), key=len, reverse=True)
    return "|".join(re.sub("(?<=h|t)(?=[news])", r"[\\s-]?", point.replace("-", "")) for point in points)


@cache
def _azimuths() -> dict[str, float]:
    return {entry.replace("-", ""): float(fields[0]) for entry, fields in read_lexicon("bearings")}


@cache
def _pattern() -> re.Pattern[str]:
    # A single letter is a point of the compass before "of" alone: "15 km N of Adak".
    points = rf"(?P<points>{compass_words()})\b|(?P<letter>[NSEW])(?=\s+of\b)"
    return re.compile(rf"\s*(?:to the\s+|due\s+|directly\s+|just\s+)*(?:{points})", re.IGNORECASE)
