"""An article as rows of words, with what stands between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from routes.model import Span
from routes.reading.recognition.lexis import Lexis, Word
from routes.reading.tokens import read_tokens

# Gaps between words, by what they say of a name beside them; 0 is a plain space.
SPACE, HYPHEN, ABBREVIATED, COMMA, POSSESSED, STOP, QUOTE, OPEN, CLOSE, DASH, COLON, OTHER, EDGE = range(13)
_SHOUTED = 0.7
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence's words begin and end in the document; `shouted` says that capitals mean nothing in it."""

    first: int
    last: int
    capital_share: float
    shouted: bool
    is_upper: bool


class Document:
    """The words of an article: `starts`, `ends` and `words` run side by side; `gaps[i]` stands before word i."""

    def __init__(self, text: str, sentences: tuple[Span, ...], lexis: Lexis) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[Word] = []
        self.gaps: list[int] = []
        self.sentences: list[Sentence] = []
        self.written: list[str] = []
        for sentence in sentences:
            self._take(sentence, lexis)
        self.gaps.append(EDGE)

    def _take(self, sentence: Span, lexis: Lexis) -> None:
        text, first = self.text, len(self.words)
        tokens, word = read_tokens(text, sentence), lexis.word
        starts = [token.start for token in tokens]
        ends = [token.end for token in tokens]
        if tokens:
            self.gaps.append(EDGE)
            self.gaps += [gap_class(text[end:start]) for end, start in zip(ends, starts[1:], strict=False)]
        self.starts += starts
        self.ends += ends
        self.written += [token.text for token in tokens]
        self.words += [word(token.text) for token in tokens]
        if len(self.words) > first:
            self.sentences.append(self._sentence(first))

    def _sentence(self, first: int) -> Sentence:
        letters = [
            word for word, written in zip(self.words[first:], self.written[first:], strict=True) if written[0].isalpha()
        ]
        capitals = sum(word.is_capital for word in letters)
        share = round(capitals / max(len(letters), 1), 2)
        shouted = len(letters) >= _LEAST_WORDS and share >= _SHOUTED
        is_upper = shouted and not any(map(str.islower, "".join(self.written[first:])))
        return Sentence(first, len(self.words), share, shouted, is_upper)

    @cached_property
    def small(self) -> Counter[str]:
        """How often each word stands with a small letter."""
        return Counter(word.folded for word in self.words if not word.is_capital)

    @cached_property
    def capital(self) -> Counter[str]:
        """How often each word stands with a capital."""
        return Counter(word.folded for word in self.words if word.is_capital)


_GAPS = {
    **dict.fromkeys((" ", "\u00a0", "\n"), SPACE),
    **dict.fromkeys(("-", "–"), HYPHEN),
    **dict.fromkeys(("'s ", "’s ", "' ", "’ "), POSSESSED),
    **dict.fromkeys((" - ", " – ", " — ", " -- ", "—"), DASH),
    ". ": ABBREVIATED,
    ", ": COMMA,
    " (": OPEN,
    ") ": CLOSE,
}
_FIRST = {
    **dict.fromkeys(".?!", STOP),
    **dict.fromkeys("([", OPEN),
    **dict.fromkeys(")]", CLOSE),
    **dict.fromkeys(":;", COLON),
    **dict.fromkeys('"“”‘', QUOTE),
    ",": COMMA,
    "—": DASH,
}


def gap_class(gap: str) -> int:
    """Return the class of what stands between two words.

    >>> gap_class(" ") == SPACE, gap_class(" (") == OPEN, gap_class(' "') == QUOTE
    (True, True, True)
    """
    found = _GAPS.get(gap)
    if found is not None:
        return found
    bare = gap.strip()
    if bare in ("'s", "’s", "'", "’"):
        return POSSESSED
    if not bare:
        return SPACE if gap and len(gap) < 4 else OTHER
    return _FIRST.get(bare[0], OTHER)
