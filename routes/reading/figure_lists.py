"""Figures that share one unit: "10, 5 and 15 km from A, B and C", "20 km from A and 30 from B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from routes.model import End, Span
from routes.reading.clauses import Scene, can_be_end
from routes.reading.quantities import Figure, like

_NUMBER = r"\d{1,5}(?:\.\d+)?"
_BEFORE = re.compile(rf"(?<![\w.,$€£-])(?P<numbers>{_NUMBER}(?:\s*,\s*{_NUMBER})*)\s*,?\s+and\s+$")
_LATER = re.compile(
    rf"(?:\band|\bbut|,)\s+(?:(?:an?\s+mere|just|only|some|about|another|roughly|around)\s+)?(?P<number>{_NUMBER})"
    r"\s+(?=(?:from|off|short of|(?:north|south|east|west)\w*)\s)"
)
_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


def later_figures(text: str, figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """Yield the figures of a sentence that take their unit from one before them: "200 km north of A and 45 from B"."""
    for match in _LATER.finditer(text):
        before = [figure for figure in figures if figure.span.end <= match.start()]
        if before and not before[-1].quantity.unit.is_time:
            span = Span(match.start("number"), match.end("number"))
            yield Figure(span, like(before[-1].quantity, span, float(match["number"])))


def listed_before(scene: Scene, figure: Figure) -> tuple[Figure, ...]:
    """Return the figures in "10, 5 and 15 km" that stand before the one with the unit, in order."""
    match = _BEFORE.search(scene.left_of(figure.quantity.span.start))
    if match is None:
        return ()
    start = scene.sentence.start + match.start("numbers")
    spans = [Span(start + number.start(), start + number.end()) for number in re.finditer(_NUMBER, match["numbers"])]
    values = [float(scene.text[span.start : span.end]) for span in spans]
    return tuple(Figure(span, like(figure.quantity, span, value)) for span, value in zip(spans, values, strict=True))


def row_of_names(scene: Scene, end: End | None, count: int, *, is_last: bool) -> tuple[End, ...] | None:
    """Return so many names in a row of which `end` is the last or the first; None where there are not so many."""
    if end is None or end.name is None:
        return None
    names = [name.span for name in scene.names if can_be_end(name)]
    if end.name not in names:
        return None
    at = names.index(end.name)
    first = at - count + 1 if is_last else at
    row = names[first : first + count] if first >= 0 else []
    gaps = [scene.text[a.end : b.start] for a, b in pairwise(row)]
    if len(row) != count or not all(_JOINT.fullmatch(gap) for gap in gaps):
        return None
    return tuple(End(name, name=name) for name in row)
