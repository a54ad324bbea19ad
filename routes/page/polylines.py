"""Lines in pixels: points along them, what of them is seen, what a pixel hides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from routes.page.layout import XY, Rect


def along(line: Sequence[XY], first: float, step: float) -> tuple[tuple[XY, float], ...]:
    """Return points on a line at `first` and every `step` pixels after it, with the direction in radians."""
    found: list[tuple[XY, float]] = []
    walked, wanted = 0.0, first
    for (ax, ay), (bx, by) in pairwise(line):
        length = math.hypot(bx - ax, by - ay)
        while length > 0 and wanted <= walked + length:
            share = (wanted - walked) / length
            found.append(((ax + share * (bx - ax), ay + share * (by - ay)), math.atan2(by - ay, bx - ax)))
            wanted += step
        walked += length
    return tuple(found)


def thinned(line: Sequence[XY], tolerance: float) -> list[XY]:
    """Return a line without the vertices that lie within `tolerance` of what is left.

    D. H. Douglas and T. K. Peucker, Cartographica 10 (1973), 112-122.

    >>> thinned([(0, 0), (1, 0.1), (2, 0), (2, 5)], 0.2)
    [(0, 0), (2, 0), (2, 5)]
    """
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        gaps = [(_gap(line[n], line[first], line[last]), n) for n in range(first + 1, last)]
        farthest, middle = max(gaps, default=(0.0, first))
        if farthest > tolerance:
            kept.add(middle)
            parts += [(first, middle), (middle, last)]
    return [point for n, point in enumerate(line) if n in kept]


def _gap(point: XY, a: XY, b: XY) -> float:
    """Return how far a point lies from the segment from `a` to `b`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square)) if square else 0.0
    return math.hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)


def visible_runs(line: Sequence[XY], frame: Rect) -> tuple[tuple[XY, ...], ...]:
    """Return the parts of a line whose segments may touch a frame, whole segments each."""
    runs: list[list[XY]] = []
    for a, b in pairwise(line):
        box = Rect(min(a[0], b[0]) - 1, min(a[1], b[1]) - 1, max(a[0], b[0]) + 1, max(a[1], b[1]) + 1)
        if not box.overlaps(frame):
            continue
        if runs and runs[-1][-1] == a:
            runs[-1].append(b)
        else:
            runs.append([a, b])
    return tuple(tuple(run) for run in runs)


def length(line: Sequence[XY]) -> float:
    return sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))
