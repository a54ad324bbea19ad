"""Text whose lines were broken at some width, put back into paragraphs; what is read of it keeps its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import pairwise
from math import ceil
from typing import TypeVar

from routes.model import Article, Position, Span
from routes.reading.sentences import function_words

T = TypeVar("T")

_LINE = re.compile(r"[^\r\n]+")
_ONE_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_WORD = re.compile(r"\S+")
# What begins an item of a list, if more than one line begins so.
_ITEM = re.compile(r"[-–—*•·>#]|\d{1,3}[.)]\s|[a-z][.)]\s")
# What begins a line by itself: when it came out, who wrote it.
_LABEL = re.compile(r"(?:(?:First )?(?:Published|Posted|Updated|Last updated|Date)\b|By [^\W\d_a-z]|[^\W\d_]+:\s)")
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}\b")
_BROKEN_WORD = re.compile(r"\w-$")
# Of ten lines that were broken, one may stick out: an address of a page, a word that nobody would part.
_USUAL = 0.9
# The widest line need not be one of those that plainly go on: by so much it may be wider.
_WORD_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Flow:
    """A text with a blank in place of each line end inside a paragraph.

    `starts` are pairs of offsets, in this text and in the original, from which on both run together.
    """

    text: str
    original: str
    starts: tuple[tuple[int, int], ...]

    def restored(self, value: T) -> T:
        """Return a value with all its spans, and the words quoted at them, as they are in the original."""
        return value if self.text == self.original else self._restored(value, {})

    def _restored(self, value: T, done: dict[int, tuple[object, object]]) -> T:
        if isinstance(value, Span):
            return self._span(value)  # type: ignore[return-value]  # a Span is a T here
        if not isinstance(value, tuple | frozenset) and not is_dataclass(value):
            return value
        if isinstance(value, Position | Article | type):
            return value
        if id(value) not in done:
            # The value is kept beside its answer, so that no other gets its id.
            done[id(value)] = (value, self._made_anew(value, done))
        return done[id(value)][1]  # type: ignore[return-value]  # made from a T

    def _made_anew(self, value: object, done: dict[int, tuple[object, object]]) -> object:
        if isinstance(value, tuple | frozenset):
            parts = [self._restored(each, done) for each in value]
            is_same = all(new is old for new, old in zip(parts, value, strict=True))
            return value if is_same else type(value)(parts)
        assert is_dataclass(value)
        assert not isinstance(value, type)
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = self._restored(old, done)
            if new is not old:
                changed[field.name] = new
        span, text = changed.get("span", getattr(value, "span", None)), getattr(value, "text", None)
        if isinstance(span, Span) and isinstance(text, str):
            words = self.original[span.start : span.end]
            changed |= {} if words == text else {"text": words}
        return replace(value, **changed) if changed else value

    def _span(self, span: Span) -> Span:
        start = self._offset(span.start)
        found = Span(start, self._offset(span.end - 1) + 1 if len(span) else start)
        return span if found == span else found

    def _offset(self, offset: int) -> int:
        here, there = self.starts[bisect_right(self.starts, (offset, len(self.original))) - 1]
        return there + offset - here


def flow(text: str, *, keeps_length: bool = False) -> Flow:
    r"""Return a text without the line ends that only its width asked for.

    A blank line parts paragraphs, and so does the end of a line that had room for the next word: a headline, a
    dateline, the last line of a paragraph. With `keeps_length` all offsets stay.

    >>> flow("Grain left on the Maria\nCristina, which is bound\nfor Istanbul.").text
    'Grain left on the Maria Cristina, which is bound for Istanbul.'
    >>> flow("Grain leaves Odesa\n\nThe ship sailed.\nNobody saw it.").text
    'Grain leaves Odesa\n\nThe ship sailed.\nNobody saw it.'
    """
    made: list[str] = []
    starts = [(0, 0)]
    length = at = 0
    for soft in _soft_breaks(text):
        joint = (
            " " * len(soft) if keeps_length else "" if _BROKEN_WORD.search(text[soft.start - 2 : soft.start]) else " "
        )
        made += [text[at : soft.start], joint]
        length += soft.start - at + len(joint)
        starts.append((length, soft.end))
        at = soft.end
    return Flow("".join([*made, text[at:]]), text, tuple(starts))


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a line and the blanks around it, with the line and the next."""

    span: Span
    line: str
    following: str
    is_first: bool
    is_before_item: bool

    @property
    def goes_on(self) -> bool:
        """Return whether the next line can only be the rest of the sentence."""
        return self.may_be_soft and (self.following[0].islower() or self._last_word in function_words())

    @property
    def _last_word(self) -> str:
        last = self.line.rpartition(" ")[2]
        return last if last.islower() else ""

    @property
    def least(self) -> int:
        """Return the width that the line would have had with the next word."""
        word = _WORD.match(self.following)
        return len(self.line) + 1 + (word.end() if word else 0)

    @property
    def may_be_soft(self) -> bool:
        is_headline = self.is_first and _DATELINE.match(self.following) and not self.line.endswith((",", "-"))
        return not (self.is_before_item or is_headline or _LABEL.match(self.following))


def _soft_breaks(text: str) -> Iterator[Span]:
    breaks = tuple(_breaks(text))
    widths = sorted(len(each.line) for each in breaks if each.goes_on)
    if not widths:
        return
    width = widths[ceil(_USUAL * len(widths)) - 1]
    for each in breaks:
        is_full = width < each.least and len(each.line) <= widths[-1] + _WORD_LENGTH
        if each.goes_on or (is_full and each.may_be_soft):
            yield each.span


def _breaks(text: str) -> Iterator[_Break]:
    """Yield the single line ends between two lines that are not blank."""
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    has_items = sum(_ITEM.match(line.group().lstrip()) is not None for line in lines) > 1
    for number, (line, following) in enumerate(pairwise(lines)):
        start = line.start() + len(line.group().rstrip())
        end = following.end() - len(following.group().lstrip())
        if _ONE_BREAK.fullmatch(text, start, end):
            words = text[end : following.end()].rstrip()
            is_item = has_items and _ITEM.match(words) is not None
            yield _Break(Span(start, end), line.group().strip(), words, number == 0, is_item)
