"""The key to the signs on the map: only those that the map shows."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Mode, Status
from routes.page.basemap import BorderStyle, borders, even_detail
from routes.page.markup import Markup, element
from routes.page.pictures import overview_frame
from routes.page.scene import LegMark, Scene
from routes.page.strokes import front_label, key, leg_class, pin_class, sample
from routes.page.words import MODES, OUTCOMES, STATUSES, is_straight, sentence_case

_DISPUTED = BorderStyle.DASHED
# These are drawn paler than the others.
_NOT_DONE = frozenset({Status.PLANNED, Status.TURNED_BACK, Status.DENIED})


def entries(scene: Scene) -> Iterator[tuple[Markup, str]]:
    """Yield the samples with their words."""
    for mark in _one_of_each(scene):
        yield key(mark.leg.mode, leg_class(mark)), _leg_words(mark)
    if any(stop.point and pin_class(stop) != "good" for stop in scene.stops):
        pin = element("g", {"class": "pin unsure"}, element("circle", {"class": "disc", "cx": 23, "cy": 8, "r": 6.5}))
        yield sample(pin), "Stop whose place is not certain"
    yield from _claims(scene)
    for front in scene.fronts:
        yield sample(element("path", {"class": "front", "d": "M2 8H44"})), front_label(front)
    if any(other.point for other in scene.others):
        yield sample(element("circle", {"class": "other", "cx": 23, "cy": 8, "r": 3.5})), "Named, not on the route"
    if any(True for _ in borders(overview_frame(scene).box, even_detail(0), scene.report.border_view, _DISPUTED)):
        yield sample(element("path", {"class": "disputed", "d": "M2 8H44"})), "Disputed border"


def _claims(scene: Scene) -> Iterator[tuple[Markup, str]]:
    """Yield what was stated and what was measured, for each verdict that the map shows."""
    for outcome, badge in OUTCOMES.items():
        marks = [mark for mark in scene.claims if mark.claim.outcome is outcome]
        css = badge.css_class
        parts, words = [], []
        if any(mark.ring for mark in marks):
            parts.append(element("path", {"class": f"ring {css}", "d": "M2 8H20"}))
            words.append("stated (dashed)")
        if any(mark.line for mark in marks):
            parts.append(element("path", {"class": f"reach {css}", "d": f"M{23 if parts else 2} 8H40"}))
            parts.append(element("circle", {"class": f"end {css}", "cx": 40, "cy": 8, "r": 3.5}))
            words.append("measured")
        if parts:
            yield sample(*parts), f"{badge.sign} {badge.word}: distance {' and '.join(words)}"


def _one_of_each(scene: Scene) -> tuple[LegMark, ...]:
    found: dict[tuple[Mode | None, str], LegMark] = {}
    for mark in scene.legs:
        if mark.line:
            found.setdefault((mark.leg.mode, leg_class(mark)), mark)
    return tuple(found.values())


def _leg_words(mark: LegMark) -> str:
    words = sentence_case(MODES[mark.leg.mode])
    if mark.leg.status in _NOT_DONE:
        words += f", {STATUSES[mark.leg.status]}"
    if not mark.is_inferred:
        return words
    straight = mark.leg.path is None or is_straight(mark.leg.path)
    return f"{words}: straight line, not the way taken" if straight else f"{words}, way inferred"


def legend(scene: Scene) -> Markup:
    items = (element("li", {}, picture, f" {words}") for picture, words in entries(scene))
    return element("ul", {"class": "legend", "aria-label": "Legend"}, *items)
