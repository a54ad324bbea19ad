"""Names in scripts that the filter did not learn from: there the gazetteer alone decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routes.model import Span

# Latin ends here; Greek and Cyrillic have capitals, the letters from Armenian on mostly do not.
_LATIN_END, _CAPITALS_END = "\u0370", "\u0530"
# How well known a place must be for its bare name to count, as the logarithm of a population.
_LEAST_WITH_CAPITALS, _LEAST_WITHOUT = 4.2, 5.0
# Hangul puts particles behind a name, Chinese and Japanese put no spaces around it.
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]{2,}")
_LONGEST = 8


def is_foreign(surface: str) -> bool:
    """Return whether a name begins with a letter of another script than Latin."""
    return surface[:1] >= _LATIN_END and surface[0].isalpha() and not "\u1e00" <= surface[0] <= "\u1eff"


def least_standing(surface: str) -> float:
    """Return how well known a place must be to be taken from its name in another script."""
    return _LEAST_WITH_CAPITALS if surface[0] < _CAPITALS_END else _LEAST_WITHOUT


def parts_of_words(text: str) -> Iterator[Span]:
    """Yield the spans inside words of Hangul, Chinese and Japanese that may be names.

    >>> [(span.start, span.end) for span in parts_of_words("to 평양에서")]
    [(3, 5), (3, 6)]
    """
    for match in _HANGUL.finditer(text):
        start, end = match.span()
        yield from (Span(start, to) for to in range(start + 2, min(end, start + _LONGEST + 1)))
    for match in _HAN.finditer(text):
        start, end = match.span()
        for at in range(start, end - 1):
            yield from (Span(at, to) for to in range(at + 2, min(end, at + _LONGEST) + 1) if (at, to) != (start, end))
