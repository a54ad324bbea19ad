"""The pictures of a page: the whole route and the insets, each an svg element of its own."""

from __future__ import annotations

import math

from routes.page.drawing import draw
from routes.page.insets import OVERVIEW_HEIGHT, OVERVIEW_PADDING, OVERVIEW_WIDTH
from routes.page.markup import EMPTY, Markup, element, join
from routes.page.projection import Frame
from routes.page.scene import Inset, Scene
from routes.page.story import route_words
from routes.page.strokes import ends
from routes.page.words import MODES, OUTCOMES, count

# An inset on the page is about as wide as it is drawn, so that its words have the size of the overview's.
INSET_WIDTH = 330.0
INSET_HEIGHT = 184.0
_INSET_PADDING = 26.0
_BAR_STEPS = (1, 2, 5)
_METRES_PER_MILE = 1609.344
# A bar of scale is true at the middle of the picture only; beyond this span it would mislead.
_WIDEST_FOR_BAR_DEG = 130.0


def overview_frame(scene: Scene) -> Frame:
    return Frame.fit(scene.box, OVERVIEW_WIDTH, OVERVIEW_HEIGHT, OVERVIEW_PADDING)


def inset_frame(inset: Inset, width: float = INSET_WIDTH, height: float = INSET_HEIGHT) -> Frame:
    return Frame.fit(inset.box, width, height, _INSET_PADDING)


def overview(scene: Scene) -> Markup:
    """Return the picture of the whole route."""
    return _picture(scene, overview_frame(scene), description(scene), with_insets=scene.insets)


def inset_picture(scene: Scene, inset: Inset, width: float = INSET_WIDTH, height: float = INSET_HEIGHT) -> Markup:
    return _picture(scene, inset_frame(inset, width, height), inset.title)


def _picture(scene: Scene, frame: Frame, words: str, with_insets: tuple[Inset, ...] = ()) -> Markup:
    outlines = join(_outline(inset, frame) for inset in with_insets)
    return element(
        "svg",
        {
            "class": "picture",
            "viewBox": f"0 0 {frame.width:g} {frame.height:g}",
            "role": "img",
            "aria-label": words,
            "xmlns": "http://www.w3.org/2000/svg",
        },
        draw(scene, frame),
        outlines,
        scale_bar(frame),
    )


def _outline(inset: Inset, frame: Frame) -> Markup:
    """Return the box that an inset enlarges, drawn on the overview."""
    shown = inset_frame(inset).box
    left, top = frame.xy((shown.west, shown.north))
    right, bottom = frame.xy((shown.east, shown.south))
    attributes = {
        "class": "window",
        "x": f"{left:.1f}",
        "y": f"{top:.1f}",
        "width": f"{right - left:.1f}",
        "height": f"{bottom - top:.1f}",
    }
    return element("rect", attributes)


def description(scene: Scene) -> str:
    """Return the map in words, for those who do not see it."""
    parts = [f"Map. {route_words(scene)}."]
    parts += [f"Leg {mark.number} {MODES[mark.leg.mode]}: {ends(mark)}." for mark in scene.legs]
    parts += [f"Claim {claim.number}: {OUTCOMES[claim.claim.outcome].word.lower()}." for claim in scene.claims]
    if scene.others:
        parts.append(f"{count(len(scene.others), 'other place')} named.")
    return " ".join(parts)


def scale_bar(frame: Frame) -> Markup:
    """Return a bar in kilometres over one in miles, in the lower right corner."""
    if frame.box.east - frame.box.west > _WIDEST_FOR_BAR_DEG:
        return EMPTY
    right, y = frame.width - 12, frame.height - 24
    bars = []
    for unit_m, unit, side in ((1000.0, "km", -1), (_METRES_PER_MILE, "mi", 1)):
        figure = round_figure(0.16 * frame.width * frame.metres_per_pixel / unit_m)
        width = figure * unit_m / frame.metres_per_pixel
        tip = y + 5 * side
        bars.append(
            element("path", {"class": "bar", "d": f"M{right - width:.1f} {tip:.1f}V{y:.1f}H{right:.1f}V{tip:.1f}"})
        )
        text = {"class": "label bar-label end", "x": f"{right - 4:.1f}", "y": f"{y - 4 if side < 0 else y + 13:.1f}"}
        bars.append(element("text", text, f"{figure:,g} {unit}"))
    return element("g", {"class": "scale", "aria-hidden": "true"}, *bars)


def round_figure(value: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that is no more than a value.

    >>> round_figure(780), round_figure(0.23)
    (500, 0.2)
    """
    power = 10.0 ** math.floor(math.log10(value))
    figure = max(step for step in _BAR_STEPS if step * power <= value) * power
    return int(figure) if figure >= 1 else figure
