""" "Here", "this port": where a report was written, when its dateline says so."""

from __future__ import annotations

import re
from dataclasses import replace

from routes.model import Mention, MentionKind, Movement, Span
from routes.reading.names import Name
from routes.reading.relative import GIVEN

_HERE = re.compile(
    r"\b(?:(?:to|in|at|into|from|of|reached|left|near)\s+(?P<place>this\s+(?:[a-z]+\s+){0,2}?(?:port|city|town|capital|harbou?r))"
    r"|(?:arrived|docked|unloaded|landed|berthed|anchored|moored|came|brought|delivered|shipped)\s+(?P<adverb>here))\b"
)


def places_here(text: str, sentence: Span) -> tuple[Name, ...]:
    """Return the words of a sentence that stand for the place of the dateline."""
    found = []
    for match in _HERE.finditer(text, sentence.start, sentence.end):
        start, end = match.span("place" if match["place"] else "adverb")
        found.append(Name(Mention(Span(start, end), text[start:end], MentionKind.PLACE, why=GIVEN), is_known=True))
    return tuple(found)


def at_home(movement: Movement, here: tuple[Name, ...], home: Span) -> Movement:
    """Return a movement with the dateline's place where it says "here"."""
    spans = {name.span for name in here}

    def put(ends: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(home if span in spans else span for span in ends)

    return replace(
        movement,
        origins=put(movement.origins),
        destinations=put(movement.destinations),
        at=put(movement.at),
        via=put(movement.via),
    )
