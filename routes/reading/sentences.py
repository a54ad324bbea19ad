"""Cut a text into sentences, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.model import Span
from routes.resources import read_lexicon

_LONGEST = 2_000
_END = re.compile(r"[.!?…。]+[\"'”’)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"(?:^|[\s(\"“'‘-])([^\s(\"“'‘-]*)$")
_OPENER = re.compile(r"\s*[\"'“‘(\[]*(\w+|\S)")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order; a line end parts them; `flow` takes out those inside paragraphs.

    >>> text = "The U.S. spoke on Oct. 1. Cargo left."
    >>> [text[span.start : span.end] for span in split_sentences(text)]
    ['The U.S. spoke on Oct. 1.', 'Cargo left.']
    """
    return tuple(span for block in _blocks(text) for span in _sentences_in(text, block))


def _blocks(text: str) -> Iterator[Span]:
    return (Span(match.start(), match.end()) for match in re.finditer(r"[^\r\n]+", text))


def _sentences_in(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _is_boundary(text, match, block):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, block.end)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Cut what is longer than any sentence: a table, a list, an attack on patterns that look around."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in " \t\n")
        end = cut if cut > start else start + _LONGEST
        yield Span(start, end)
        start = end + (cut > start)
    if start < span.end:
        yield Span(start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    inner = text[start:end]
    if inner.strip():
        yield from _bounded(text, Span(start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())))


def _is_boundary(text: str, match: re.Match[str], block: Span) -> bool:
    opener = _OPENER.match(text, match.end(), block.end)
    if opener is None:
        return True
    if opener.group(1)[0].islower():
        return False
    if match.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(block.start, match.start() - 30), match.start())
    return word is None or not _is_abbreviation(word.group(1), opener.group(1))


def _is_abbreviation(word: str, following: str) -> bool:
    folded = word.casefold().strip(",;:")
    if folded in _abbreviations(before_number=True):
        return following[0].isdigit()
    if folded in _abbreviations(before_number=False):
        return True
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):  # "the U.S. The ship": no name goes on with a function word
        return following.casefold() not in function_words()
    return len(word) == 1 and word.isupper() and word != "I"


@cache
def function_words() -> frozenset[str]:
    """Return the words that open a sentence with a capital letter and are never a name."""
    return frozenset(entry.casefold() for entry, _ in read_lexicon("function_words"))


@cache
def _abbreviations(*, before_number: bool) -> frozenset[str]:
    wanted = "number" if before_number else "word"
    return frozenset(entry.casefold() for entry, fields in read_lexicon("abbreviations") if fields == (wanted,))
