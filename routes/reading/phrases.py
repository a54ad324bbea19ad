"""Word lists as patterns, and a quick answer to whether a sentence has any of their words at all.

A pattern of two hundred phrases takes longer over a sentence than all else that is done with it, and most sentences
have none of them. So the words of the sentence, taken apart once, are held against the first words of the phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from routes.model import Span

_LETTERS = re.compile(r"[^\W\d_]+")
# The sentences of a long article; several lists ask about each.
_REMEMBERED = 1024


def one_of(phrases: Iterable[str]) -> str:
    """Return alternatives for a regular expression, the longest first; a space stands for any white space.

    Phrases that begin alike share their beginning, which makes long lists faster to compile.

    >>> one_of(["tonne", "metric tonne", "metric ton", "metric"])
    'metric(?:\\\\s+(?:tonne|ton))?|tonne'
    """
    return _alternatives(tuple(phrase.split(" ")) for phrase in phrases)


def _alternatives(phrases: Iterable[tuple[str, ...]]) -> str:
    tails: dict[str, set[tuple[str, ...]]] = {}
    for first, *rest in phrases:
        tails.setdefault(first, set()).add(tuple(rest))
    return "|".join(_branch(word, tails[word]) for word in sorted(tails, key=lambda w: (-len(w), w)))


def _branch(word: str, tails: set[tuple[str, ...]]) -> str:
    longer = _alternatives(tail for tail in tails if tail)
    if not longer:
        return re.escape(word)
    return rf"{re.escape(word)}(?:\s+(?:{longer})){'?' if () in tails else ''}"


def folded(words: str) -> str:
    """Return words in small letters with one blank between them, as the entries of a lexicon are."""
    return " ".join(words.casefold().split())


class Phrases:
    """Whole words to look for, in any case.

    >>> Phrases(["oil", "crude oil"]).search("Crude  oil left.").group()
    'Crude  oil'
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for phrase in phrases:
            if not _LETTERS.match(phrase):
                raise ValueError("a phrase to look for must begin with a letter")
            self._by_head.setdefault(_head_of(phrase), []).append(phrase)
        # A text has few of the first words of a list; what begins with one of them is compiled when it is met.
        self._patterns: dict[str, re.Pattern[str]] = {}

    def search(self, words: str) -> re.Match[str] | None:
        return next(self.find_all(words, Span(0, len(words))), None)

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the longest phrase at a place of a text."""
        pattern = self._pattern(_head_at(text, start, end))
        return pattern.match(text, start, end) if pattern else None

    def is_all(self, words: str) -> bool:
        """Return whether the words are one of the phrases, and nothing else."""
        pattern = self._pattern(_head_at(words, 0, len(words)))
        return pattern is not None and pattern.fullmatch(words) is not None

    def find_all(self, text: str, within: Span) -> Iterator[re.Match[str]]:
        """Return the phrases in a part of the text, in order."""
        if self._by_head.keys().isdisjoint(word_set(text[within.start : within.end])):
            return
        end = within.start
        for word, start in _words(text, within.start, within.end):
            # Tried only where one of them can begin: a pattern of all would try them at every letter.
            pattern = self._pattern(word) if word in self._by_head and start >= end else None
            match = pattern.match(text, start, within.end) if pattern else None
            if match is not None:
                end = match.end()
                yield match

    def _pattern(self, head: str) -> re.Pattern[str] | None:
        """Return the pattern of the phrases that begin with a word; None where none does."""
        if head not in self._by_head:
            return None
        if head not in self._patterns:
            self._patterns[head] = re.compile(rf"\b(?:{one_of(self._by_head[head])})\b", re.IGNORECASE)
        return self._patterns[head]


def heads_of(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first words of phrases, as `word_set` has them."""
    return frozenset(head for phrase in phrases if (head := _head_of(phrase)))


def _head_of(phrase: str) -> str:
    found = _LETTERS.search(phrase.casefold())
    return found.group() if found else ""


def _head_at(text: str, start: int, end: int) -> str:
    found = _LETTERS.match(text, start, end)
    return found.group().casefold() if found else ""


@lru_cache(maxsize=_REMEMBERED)
def word_set(words: str) -> frozenset[str]:
    """Return the runs of letters in some words, in small letters.

    >>> sorted(word_set("a 290km ride on the S-300's"))
    ['a', 'km', 'on', 'ride', 's', 'the']
    """
    return frozenset(_LETTERS.findall(words.casefold()))


@lru_cache(maxsize=_REMEMBERED)
def _words(text: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """Return the runs of letters in a part of a text, in small letters, each with where it begins."""
    return tuple((match.group().casefold(), match.start()) for match in _LETTERS.finditer(text, start, end))
