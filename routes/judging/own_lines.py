"""The user's own lines, by the names that the text and the file have in common: "the buffer zone"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from routes.gazetteer import fold
from routes.geo import Area, Polyline, ReferenceLine
from routes.judging.context import Context
from routes.judging.targets import LineTarget, Missing
from routes.model import End
from routes.reading import day_words

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "the"
# How far past an end its name may run: the reader knows "Suwalki" of "the Suwalki line".
_REACH = 80


def own_line(end: End | None, context: Context) -> LineTarget | Missing | None:
    """Return the user's line that an end names, in the version of the day; None where it names none."""
    if end is None or not context.named_lines:
        return None
    words = list(_words(context.article.text[end.span.start : end.span.end + _REACH], end.span.end - end.span.start))
    named = [line for line in context.named_lines if _is_named(line_words(line), words)]
    if not named:
        return None
    longest = max(len(line_words(line)) for line in named)
    return _on_the_day([line for line in named if len(line_words(line)) == longest], context.on)


def line_words(line: ReferenceLine) -> tuple[str, ...]:
    """Return the words of a line's name as they are compared, without an article.

    >>> from routes.model import LineVersion
    >>> line_words(ReferenceLine(LineVersion("a#0", "The Suwałki Line", None, None, 0.0, "a"), ()))
    ('suwalki', 'line')
    """
    words = tuple(word for word, _ in _words(line.version.name, len(line.version.name)))
    return words[1:] if words[:1] == (_ARTICLE,) else words


def _words(text: str, limit: int) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text, folded, each with whether a name may begin with it."""
    for found in _WORD.finditer(text):
        yield fold(found.group()), found.start() < limit


def _is_named(name: tuple[str, ...], words: list[tuple[str, bool]]) -> bool:
    plain = tuple(word for word, _ in words)
    starts = (at for at, (_, may_begin) in enumerate(words) if may_begin)
    return bool(name) and any(plain[at : at + len(name)] == name for at in starts)


def _on_the_day(lines: Iterable[ReferenceLine], on: date | None) -> LineTarget | Missing:
    versions = tuple(lines)
    name = versions[0].version.name
    held = tuple(line for line in versions if holds_on(line, on))
    if not held:
        day = f"the given file has none for {day_words(on)}" if on else "no date is known, and it has dates"
        return Missing(name, f"{name}: {day}")
    is_dated = any(line.version.valid_from or line.version.valid_to for line in held)
    return LineTarget(name, None, held, on=on if is_dated else None, area=_land(held))


def holds_on(line: ReferenceLine, on: date | None) -> bool:
    start, end = line.version.valid_from, line.version.valid_to
    if on is None:
        return start is None and end is None
    return (start is None or start <= on) and (end is None or on <= end)


def _land(lines: tuple[ReferenceLine, ...]) -> Area | None:
    """Return what lies inside, where all parts are closed rings, as those of a polygon are."""
    rings = tuple(part for line in lines for part in line.parts if isinstance(part, Polyline) and len(part) > 3)
    is_closed = len(rings) == sum(len(line.parts) for line in lines) and all(ring[0] == ring[-1] for ring in rings)
    return Area(rings) if rings and is_closed else None
