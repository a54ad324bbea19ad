"""Where pins and labels stand so that none covers another."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

XY = tuple[float, float]

# Mean advance of a letter in sans-serif fonts, in ems, on the wide side so that estimates do not fall short.
_LETTER_EM = 0.58
_BOLD_EM = 0.64
_WIDE_EM = 1.05
_LINE_COST = 3.0
_EDGE_PX = 3.0


@dataclass(frozen=True, slots=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def contains(self, point: XY) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want to stand beside a point; `gap` keeps them off the mark that is drawn there."""

    text: str
    at: XY
    css_class: str
    size_px: float
    gap: float
    is_bold: bool = False
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    label: Label
    rect: Rect

    @property
    def baseline(self) -> XY:
        return self.rect.left, self.rect.bottom - 0.24 * self.label.size_px


def text_width(text: str, size_px: float, *, is_bold: bool = False) -> float:
    """Return the width of a line of text as a browser would set it, estimated, in pixels."""
    letter = _BOLD_EM if is_bold else _LETTER_EM
    ems = sum(_WIDE_EM if unicodedata.east_asian_width(character) in "WF" else letter for character in text)
    return ems * size_px


def place_labels(
    labels: Iterable[Label], obstacles: Sequence[Rect], lines: Sequence[XY], width: float, height: float
) -> tuple[PlacedLabel, ...]:
    """Return the labels that find room, the first in line first; those that find none are left out.

    `lines` are points along what is drawn: a label may cross it, but rather does not.
    """
    frame = Rect(_EDGE_PX, _EDGE_PX, width - _EDGE_PX, height - _EDGE_PX)
    taken = list(obstacles)
    placed: list[PlacedLabel] = []
    for label in labels:
        best: Rect | None = None
        best_cost = math.inf
        for order, rect in enumerate(_positions(label)):
            if not (_inside(rect, frame) and not any(rect.overlaps(other) for other in taken)):
                continue
            cost = order + _LINE_COST * sum(rect.contains(point) for point in lines)
            if cost < best_cost:
                best, best_cost = rect, cost
        if best is not None:
            taken.append(best)
            placed.append(PlacedLabel(label, best))
    return tuple(placed)


def _positions(label: Label) -> Iterable[Rect]:
    """Yield the places round a point: right, left, above, below, the corners, then the same farther out."""
    width = text_width(label.text, label.size_px, is_bold=label.is_bold) + 2
    height = label.size_px * 1.2
    x, y = label.at
    if label.is_centred:
        yield Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        return
    for gap in (label.gap, label.gap + 0.8 * height):
        slant = 0.7 * gap
        for left, top in (
            (gap, -height / 2),
            (-gap - width, -height / 2),
            (-width / 2, -gap - height),
            (-width / 2, gap),
            (slant, -slant - height),
            (-slant - width, -slant - height),
            (slant, slant),
            (-slant - width, slant),
        ):
            yield Rect(x + left, y + top, x + left + width, y + top + height)


def _inside(rect: Rect, frame: Rect) -> bool:
    return (
        rect.left >= frame.left and rect.top >= frame.top and rect.right <= frame.right and rect.bottom <= frame.bottom
    )


def spread(points: Sequence[XY], apart: float) -> tuple[XY, ...]:
    """Return the points pushed from each other until they lie `apart`, as far as forty rounds allow."""
    moved = [list(point) for point in points]
    for _ in range(40):
        settled = True
        for i in range(len(moved)):
            for j in range(i + 1, len(moved)):
                dx, dy = moved[j][0] - moved[i][0], moved[j][1] - moved[i][1]
                distance = math.hypot(dx, dy)
                if distance >= apart - 0.01:
                    continue
                settled = False
                if distance < 0.5:
                    dx, dy, distance = 1.0, 0.0, 1.0
                push = (apart - min(distance, apart)) / 2 / distance if distance else 0.0
                moved[i][0] -= dx * push
                moved[i][1] -= dy * push
                moved[j][0] += dx * push
                moved[j][1] += dy * push
        if settled:
            break
    return tuple((x, y) for x, y in moved)


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


def length(line: Sequence[XY]) -> float:
    return sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))
