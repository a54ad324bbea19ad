"""The key to the signs on the map: only those that the map shows."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Mode
from routes.page.markup import Markup, element
from routes.page.scene import LegMark, Scene
from routes.page.strokes import front_label, key, leg_class, pin_class, sample
from routes.page.words import MODES, OUTCOMES, is_straight, sentence_case


def entries(scene: Scene) -> Iterator[tuple[Markup, str]]:
    """Yield the samples with their words."""
    for mark in _one_of_each(scene):
        yield key(mark.leg.mode, leg_class(mark)), _leg_words(mark)
    if any(stop.point and pin_class(stop) != "good" for stop in scene.stops):
        pin = element("g", {"class": "pin unsure"}, element("circle", {"class": "disc", "cx": 23, "cy": 8, "r": 6.5}))
        yield sample(pin), "Place not sure"
    if any(mark.ring for mark in scene.claims):
        css = _css(scene, with_ring=True)
        yield sample(element("path", {"class": f"ring {css}", "d": "M2 8H44"})), "Stated distance, as a ring"
    if any(mark.line for mark in scene.claims):
        css = _css(scene, with_ring=False)
        line = element("path", {"class": f"reach {css}", "d": "M2 8H40"})
        end = element("circle", {"class": f"end {css}", "cx": 40, "cy": 8, "r": 3.5})
        yield sample(line, end), "Measured distance"
    for front in scene.fronts:
        yield sample(element("path", {"class": "front", "d": "M2 8H44"})), front_label(front)
    if any(other.point for other in scene.others):
        yield sample(element("circle", {"class": "other", "cx": 23, "cy": 8, "r": 3.5})), "Named, not on the route"
    yield sample(element("path", {"class": "disputed", "d": "M2 8H44"})), "Disputed border"


def _css(scene: Scene, *, with_ring: bool) -> str:
    shown = [mark for mark in scene.claims if (mark.ring if with_ring else mark.line)]
    return OUTCOMES[shown[0].claim.outcome].css_class


def _one_of_each(scene: Scene) -> tuple[LegMark, ...]:
    found: dict[tuple[Mode | None, str], LegMark] = {}
    for mark in scene.legs:
        if mark.line:
            found.setdefault((mark.leg.mode, leg_class(mark)), mark)
    return tuple(found.values())


def _leg_words(mark: LegMark) -> str:
    words = sentence_case(MODES[mark.leg.mode])
    if not mark.is_inferred:
        return words
    straight = mark.leg.path is None or is_straight(mark.leg.path)
    return f"{words}: straight line, not the way taken" if straight else f"{words}, way inferred"


def legend(scene: Scene) -> Markup:
    items = (element("li", {}, picture, f" {words}") for picture, words in entries(scene))
    return element("ul", {"class": "legend", "aria-label": "Legend"}, *items)
