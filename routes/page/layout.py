"""Where pins and labels stand so that none covers another."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

XY = tuple[float, float]

# Advances in ems of the sans-serif faces that browsers have (Noto Sans, Helvetica, Segoe UI), and a little more.
_ADVANCES = (("iljtfrI.,:;'!|()[] ", 0.3), ("mwMW@%", 0.87), ("ABCDEFGHKNOPQRUVXYZ", 0.69), ("0123456789", 0.58))
_ADVANCE_OF = {letter: advance for letters, advance in _ADVANCES for letter in letters}
_LETTER_EM = 0.56
_WIDE_EM = 1.05
_BOLDER = 1.06
_LINE_COST = 3.0
_EDGE_PX = 3.0
_WORST_COST = 30.0
# How many heights of a line off its pin a stop's name may stand; from how many pixels on it needs a leader, and where
# on its way that is looked at.
_FAR = 1.8
_LED_PX = 4.0
_LEADER_FROM_PX, _LEADER_STEP_PX = 18, 4
_SHORT_OF_PX = 2.0


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

    def nearest(self, point: XY) -> XY:
        """Return the point of the rectangle that lies nearest to a point."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)

    def contains(self, point: XY) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want to stand beside a point; `gap` keeps them off the mark that is drawn there.

    `dot` is the radius of a dot that is drawn with the words or not at all.
    """

    text: str
    at: XY
    css_class: str
    size_px: float
    gap: float
    is_bold: bool = False
    is_centred: bool = False
    is_stop: bool = False
    dot: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    label: Label
    rect: Rect

    @property
    def leader(self) -> tuple[XY, XY] | None:
        """The line from a pin to its name, where that had to move far off."""
        if not _is_far(self.label, self.rect):
            return None
        (x, y), (end_x, end_y) = self.label.at, self.rect.nearest(self.label.at)
        share = 1 - _SHORT_OF_PX / math.dist((x, y), (end_x, end_y))
        return (x, y), (x + share * (end_x - x), y + share * (end_y - y))

    @property
    def baseline(self) -> XY:
        return self.rect.left, self.rect.bottom - 0.24 * self.label.size_px


def text_width(text: str, size_px: float, *, is_bold: bool = False) -> float:
    """Return the width of a line of text as a browser would set it, estimated, in pixels."""
    ems = sum(
        _WIDE_EM if unicodedata.east_asian_width(letter) in "WF" else _ADVANCE_OF.get(letter, _LETTER_EM)
        for letter in text
    )
    return ems * size_px * (_BOLDER if is_bold else 1)


def place_labels(
    labels: Iterable[Label], obstacles: Sequence[Rect], lines: Sequence[XY], width: float, height: float
) -> tuple[PlacedLabel, ...]:
    """Return the labels that find room, the first in line first; those that find none are left out.

    `lines` are points along what is drawn: a label may cross it, but rather does not. Stops come before all else;
    they are tried from the first on and from the last on, and the order that leaves fewer without a name wins.
    """
    import numpy as np

    wanted = tuple(labels)
    stops = tuple(label for label in wanted if label.is_stop)
    others = tuple(label for label in wanted if not label.is_stop)
    sheet = _Sheet(
        Rect(_EDGE_PX, _EDGE_PX, width - _EDGE_PX, height - _EDGE_PX),
        tuple(label.at for label in stops),
        np.array(lines).reshape(-1, 2),
    )
    tries = [_placed(order, list(obstacles), sheet) for order in (stops, stops[::-1])]
    best = max(tries, key=len)
    return (*best, *_placed(others, [*obstacles, *(item.rect for item in best)], sheet))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What labels heed besides each other: the picture's edge, the pins, the points of what is drawn."""

    frame: Rect
    pins: tuple[XY, ...]
    drawn: Floats


def _placed(labels: Iterable[Label], taken: list[Rect], sheet: _Sheet) -> list[PlacedLabel]:
    placed: list[PlacedLabel] = []
    for label in labels:
        spot = _around(label.at, label.dot) if label.dot else None
        if spot and any(spot.overlaps(other) for other in taken):
            continue
        rect = _best(label, taken, sheet)
        if rect is not None:
            taken += [rect, spot] if spot else [rect]
            placed.append(PlacedLabel(label, rect))
    return placed


def _best(label: Label, taken: list[Rect], sheet: _Sheet) -> Rect | None:
    best: Rect | None = None
    best_cost = math.inf if label.is_stop else _WORST_COST
    for order, rect in enumerate(_positions(label)):
        if order >= best_cost or not _inside(rect, sheet.frame) or any(rect.overlaps(other) for other in taken):
            continue
        if label.is_stop and not _is_told_apart(label, rect, taken, sheet.pins):
            continue
        low, high = (rect.left, rect.top), (rect.right, rect.bottom)
        cost = order + _LINE_COST * int(((sheet.drawn >= low) & (sheet.drawn <= high)).all(axis=1).sum())
        if cost < best_cost:
            best, best_cost = rect, cost
    return best


def _is_told_apart(label: Label, rect: Rect, taken: list[Rect], pins: tuple[XY, ...]) -> bool:
    """True where a name lies nearest to its own pin, or has a line to it that crosses nothing."""
    if not _is_far(label, rect):
        return _is_nearest(label.at, rect, pins)
    (x, y), (end_x, end_y) = label.at, rect.nearest(label.at)
    length = math.hypot(end_x - x, end_y - y)
    shares = [step / length for step in range(_LEADER_FROM_PX, int(length), _LEADER_STEP_PX)]
    points = [(x + share * (end_x - x), y + share * (end_y - y)) for share in shares]
    return not any(other.contains(point) for other in taken for point in points)


def _is_far(label: Label, rect: Rect) -> bool:
    return label.is_stop and math.dist(label.at, rect.nearest(label.at)) > label.gap + _LED_PX


def _is_nearest(at: XY, rect: Rect, pins: tuple[XY, ...]) -> bool:
    """True where a name lies closer to its own pin than to any other, so that none can be mistaken."""

    def gap(pin: XY) -> float:
        dx = max(rect.left - pin[0], 0, pin[0] - rect.right)
        dy = max(rect.top - pin[1], 0, pin[1] - rect.bottom)
        return math.hypot(dx, dy)

    own = gap(at)
    return all(pin == at or gap(pin) > own for pin in pins)


def _around(at: XY, radius: float) -> Rect:
    return Rect(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


def _positions(label: Label) -> Iterable[Rect]:
    """Yield the places round a point: right, left, above, below, the corners, aslant, then the same farther out."""
    width = text_width(label.text, label.size_px, is_bold=label.is_bold) + 2
    height = label.size_px * 1.2
    x, y = label.at
    if label.is_centred:
        yield Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        return
    steps = (0, 0.8, _FAR, _FAR + 1.5) if label.is_stop else (0, 0.8)
    for gap in (label.gap + step * height for step in steps):
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
            (-0.25 * width, gap),
            (-0.75 * width, gap),
            (-0.25 * width, -gap - height),
            (-0.75 * width, -gap - height),
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
