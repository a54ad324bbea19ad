"""Capitals that say nothing: wire text in full capitals, headlines in title case."""

from __future__ import annotations

from collections.abc import Iterable

from routes.model import Span
from routes.reading.names import Name, names_within
from routes.reading.tokens import is_shouted, read_tokens


def softened(text: str, sentences: Iterable[Span], names: tuple[Name, ...]) -> str:
    """Return the text in which shouted sentences have small letters outside their names; offsets stay the same.

    >>> softened("THE TOWN LIES 20 KM AWAY.", (Span(0, 25),), ())
    'the town lies 20 km away.'
    """
    pieces, end = [], 0
    for sentence in sentences:
        if is_shouted(read_tokens(text, sentence)):
            pieces.append(text[end : sentence.start])
            end = sentence.start
            for name in names_within(names, sentence):
                if name.span.start >= end:
                    pieces += (_small(text[end : name.span.start]), text[name.span.start : name.span.end])
                    end = name.span.end
            pieces.append(_small(text[end : sentence.end]))
            end = sentence.end
    return "".join([*pieces, text[end:]]) if pieces else text


def _small(words: str) -> str:
    """Return words in small letters, but for the few letters whose small form has another length."""
    lower = words.lower()
    return lower if len(lower) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
