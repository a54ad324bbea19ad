"""Many spans that are asked what they cover; a walk over all of them for each question would cost their square."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from itertools import accumulate

from routes.model import Span


class Cover:
    """Spans in any order, which may overlap each other.

    >>> cover = Cover([Span(10, 15), Span(0, 5)])
    >>> cover.overlaps(Span(4, 8)), cover.overlaps(Span(5, 10)), cover.contains(Span(11, 15))
    (True, False, True)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        # The farthest end of all spans up to each.
        self._ends = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start

    def contains(self, span: Span) -> bool:
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._ends[before - 1] >= span.end


class Taken:
    """Spans that never overlap, to which others can be added."""

    __slots__ = ("_spans",)

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def take(self, span: Span) -> bool:
        """Add a span that overlaps none; return whether it did not."""
        at = bisect_left(self._spans, Span(span.end, span.end))
        is_free = at == 0 or self._spans[at - 1].end <= span.start
        if is_free:
            insort(self._spans, span)
        return is_free
