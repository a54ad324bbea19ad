"""Read the window of days in which the goods travelled."""

from __future__ import annotations

import re
from datetime import date

from routes.model import Attribution, Movement, Span, Window
from routes.reading.cargo import names_goods
from routes.reading.dates import read_ranges

_HAPPENED = re.compile(
    r"\b(?:took place|taken place|happened|occurred|was made|were made|carried out)\b", re.IGNORECASE
)
# How many sentences after the last movement "All of this happened between ..." still speaks of it.
_REACH = 3


def read_window(
    text: str,
    sentences: tuple[Span, ...],
    movements: tuple[Movement, ...],
    sources: tuple[Attribution | None, ...],
    published: date | None,
) -> Window | None:
    """Return the first range of days that is said of the goods; a single day (of a meeting) is none."""
    moving = {movement.sentence for movement in movements}
    since = _REACH + 1
    for sentence, source in zip(sentences, sources, strict=True):
        since = 0 if sentence in moving else since + 1
        words = text[sentence.start : sentence.end]
        about_goods = sentence in moving or names_goods(words) or (since <= _REACH and _HAPPENED.search(words))
        ranges = read_ranges(words, published) if about_goods else ()
        if ranges:
            span = Span(sentence.start + ranges[0].span.start, sentence.start + ranges[0].span.end)
            return Window(ranges[0].start, ranges[0].end, span, source)
    return None
