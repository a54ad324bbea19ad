"""The map as SVG: the whole route, or one part of it. It is the page's first paint, its print, its fallback."""

from __future__ import annotations

import math
from collections.abc import Iterator

from routes.page.atlas import context_labels
from routes.page.ground import ground
from routes.page.layout import XY, Label, PlacedLabel, Rect, place_labels, spread
from routes.page.markup import EMPTY, Markup, Value, element, join, label
from routes.page.polylines import along, length, thinned, visible_runs
from routes.page.projection import Frame
from routes.page.scene import ClaimMark, LegMark, Line, Scene, StopMark
from routes.page.strokes import claim_label, front_label, leg_class, leg_strokes, pin_class, ring_class
from routes.page.verdict_signs import SIGN_PX, sign, split_sign
from routes.page.words import OUTCOMES

PIN_RADIUS = 11.0
_PINS_APART = 25.0
_ARROW_STEP = 110.0
_SHORTEST_WITH_ARROW = 46.0
_SAMPLE_PX = 7.0
_SMALL_RING_PX = 150.0
_HIDDEN_PX = 0.2


def draw(scene: Scene, frame: Frame) -> Markup:
    """Return the content of an svg element that shows the scene in a frame."""
    pins = _pins(scene, frame)
    placed = _labels(scene, frame, pins)
    return join(
        (
            ground(frame, scene.report.border_view),
            _fronts(scene, frame),
            join(_claim(scene, mark, frame) for mark in scene.claims),
            join(_leg(mark, frame, pins) for mark in scene.legs),
            _places(scene, frame, placed),
            join(_leader(item.leader) for item in placed if item.leader),
            join(_pin(stop, frame, at) for stop, at in pins),
            join(_text(item) for item in placed),
        )
    )


def _d(line: Line, frame: Frame) -> str:
    """Return the path of a line, without the parts that lie well beyond the frame and what a pixel hides."""
    points = thinned([frame.xy(point) for point in line], _HIDDEN_PX)
    runs = visible_runs(points, Rect(0, 0, frame.width, frame.height))
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run) for run in runs)


def _closed(ring: Line, frame: Frame) -> str:
    """Return the path of a ring, whole: what is cut out of it would be filled across the cut."""
    points = thinned([frame.xy(point) for point in ring], _HIDDEN_PX)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _fronts(scene: Scene, frame: Frame) -> Markup:
    paths = (_d(part, frame) for front in scene.fronts for part in front.parts)
    d = "".join(paths)
    if not d:
        return EMPTY
    return join((element("path", {"class": "front-case", "d": d}), element("path", {"class": "front", "d": d})))


def _claim(scene: Scene, mark: ClaimMark, frame: Frame) -> Markup:
    css = OUTCOMES[mark.claim.outcome].css_class
    parts = []
    if ring := _closed(mark.ring, frame) if mark.ring else "":
        parts.append(element("path", {"class": ring_class(scene, mark), "d": ring}))
    if reach := _d(mark.line, frame) if mark.line else "":
        parts.append(element("path", {"class": f"reach {css}", "d": reach}))
    # What lies outside an inset would widen it beyond its frame, which converters to PNG pay for.
    if mark.line and frame.box.contains(mark.line[-1]):
        x, y = frame.xy(mark.line[-1])
        parts.append(element("circle", {"class": f"end {css}", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": 3.5}))
    return element("g", {"data-ref": mark.ref}, *parts) if parts else EMPTY


def _leg(mark: LegMark, frame: Frame, pins: list[tuple[StopMark, XY]]) -> Markup:
    if not mark.line:
        return EMPTY
    d = _d(mark.line, frame)
    if not d:
        return EMPTY
    paths = [element("path", {"class": css, "d": d}) for css in leg_strokes(mark)]
    return element("g", {"data-ref": mark.ref}, *paths, *_arrows(mark, frame, [at for _, at in pins]))


def _arrows(mark: LegMark, frame: Frame, pins: list[XY]) -> Iterator[Markup]:
    line = [frame.xy(point) for point in mark.line]
    whole = length(line)
    if whole < _SHORTEST_WITH_ARROW:
        return
    first = whole / 2 if whole < 2 * _ARROW_STEP else _ARROW_STEP / 2
    for (x, y), angle in along(line, first, _ARROW_STEP):
        is_seen = 0 <= x <= frame.width and 0 <= y <= frame.height
        if is_seen and all(math.hypot(x - px, y - py) > PIN_RADIUS + 9 for px, py in pins):
            turn = f"translate({x:.1f} {y:.1f}) rotate({math.degrees(angle):.0f})"
            yield element(
                "path", {"class": f"arrow {leg_class(mark)}", "d": "M8 0L-6 -5.5L-3 0L-6 5.5Z", "transform": turn}
            )


def _pins(scene: Scene, frame: Frame) -> list[tuple[StopMark, XY]]:
    """Return the stops that the frame shows, pushed apart where they would cover each other."""
    shown = [(stop, stop.point) for stop in scene.stops if stop.point and frame.box.contains(stop.point)]
    moved = spread([frame.xy(point) for _, point in shown], _PINS_APART)
    return [(stop, at) for (stop, _), at in zip(shown, moved, strict=True)]


def _pin(stop: StopMark, frame: Frame, at: XY) -> Markup:
    assert stop.point is not None
    x, y = at
    true_x, true_y = frame.xy(stop.point)
    leader = EMPTY
    if math.hypot(x - true_x, y - true_y) > 2:
        d = f"M{true_x:.1f} {true_y:.1f}L{x:.1f} {y:.1f}"
        leader = join(
            (
                element("path", {"class": "leader", "d": d}),
                element("circle", {"class": "spot", "cx": f"{true_x:.1f}", "cy": f"{true_y:.1f}", "r": 3}),
            )
        )
    return element(
        "g",
        {"class": f"pin {pin_class(stop)}", "data-ref": stop.ref},
        leader,
        element("circle", {"class": "disc", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": PIN_RADIUS}),
        element("text", {"class": "number", "x": f"{x:.1f}", "y": f"{y + 4.3:.1f}"}, str(stop.number)),
    )


def _labels(scene: Scene, frame: Frame, pins: list[tuple[StopMark, XY]]) -> tuple[PlacedLabel, ...]:
    obstacles = [Rect(x - 13, y - 13, x + 13, y + 13) for _, (x, y) in pins]
    # The bar of scale stands in the lower right corner.
    obstacles.append(Rect(frame.width - 0.17 * frame.width - 12, frame.height - 44, frame.width, frame.height))
    wanted = [
        Label(label(stop.words, 40), at, "label stop", 14.5, PIN_RADIUS + 4, is_bold=True, is_stop=True)
        for stop, at in pins
    ]
    wanted += [found for mark in scene.claims if (found := _claim_words(mark, frame)) is not None]
    wanted += list(_front_words(scene, frame))
    taken = tuple(stop.stop.place.id for stop, _ in pins if stop.stop.place)
    wanted += [
        Label(label(other.place.name, 40), frame.xy(other.point), "label place", 12, 6)
        for other in scene.others
        if other.point and frame.box.contains(other.point)
    ]
    shown = {other.place.id for other in scene.others}
    wanted += context_labels(scene, frame, frozenset(taken) | shown)
    return place_labels(wanted, obstacles, _drawn_points(scene, frame), frame.width, frame.height)


def _claim_words(mark: ClaimMark, frame: Frame) -> Label | None:
    """Return a claim's figures, beside its ring where that is small, else at the middle of its line."""
    css = OUTCOMES[mark.claim.outcome].css_class
    words = claim_label(mark)
    ring = [frame.xy(point) for point in mark.ring]
    if ring:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        radius = (max(xs) - min(xs)) / 2
        if radius <= _SMALL_RING_PX:
            middle = ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)
            return Label(words, middle, f"label claim {css}", 12.5, radius + 4, is_bold=True)
    if not (mark.line or ring):
        return None
    at = frame.xy(mark.line[len(mark.line) // 2]) if mark.line else min(ring, key=lambda xy: (xy[1], xy[0]))
    return Label(words, at, f"label claim {css}", 12.5, 8, is_bold=True)


def _front_words(scene: Scene, frame: Frame) -> Iterator[Label]:
    for front in scene.fronts:
        shown = [frame.xy(point) for part in front.parts for point in part if frame.box.contains(point)]
        if shown:
            yield Label(front_label(front), shown[len(shown) // 3], "label front", 12, 8, is_bold=True)


def _drawn_points(scene: Scene, frame: Frame) -> list[XY]:
    lines = [mark.line for mark in scene.legs] + [mark.line for mark in scene.claims]
    lines += [mark.ring for mark in scene.claims] + [part for front in scene.fronts for part in front.parts]
    return [at for line in lines for at, _ in along([frame.xy(point) for point in line], 0, _SAMPLE_PX)]


def _places(scene: Scene, frame: Frame, placed: tuple[PlacedLabel, ...]) -> Markup:
    """Return the dots of the places whose names found room, and of the other places that the text names."""
    dots = [
        element("circle", {"class": "dot", "cx": f"{item.label.at[0]:.1f}", "cy": f"{item.label.at[1]:.1f}", "r": 2})
        for item in placed
        if item.label.css_class == "label city"
    ]
    for other in scene.others:
        if other.point and frame.box.contains(other.point):
            x, y = frame.xy(other.point)
            attributes: dict[str, Value] = {
                "class": "other",
                "cx": f"{x:.1f}",
                "cy": f"{y:.1f}",
                "r": 3.5,
                "data-ref": other.ref,
            }
            dots.append(element("circle", attributes))
    return join(dots)


def _leader(ends: tuple[XY, XY]) -> Markup:
    (x, y), (end_x, end_y) = ends
    return element("path", {"class": "leader name", "d": f"M{x:.1f} {y:.1f}L{end_x:.1f} {end_y:.1f}"})


def _text(item: PlacedLabel) -> Markup:
    x, y = item.baseline
    outcome, words = split_sign(item.label.text) if "claim" in item.label.css_class else (None, "")
    if outcome is not None:
        left = item.rect.left
        attributes = {"class": item.label.css_class, "x": f"{left + SIGN_PX:.1f}", "y": f"{y:.1f}"}
        return join((sign(outcome, left, y), element("text", attributes, words)))
    if item.label.is_centred:
        middle = (item.rect.left + item.rect.right) / 2
        return element("text", {"class": item.label.css_class, "x": f"{middle:.1f}", "y": f"{y:.1f}"}, item.label.text)
    # Estimated widths are a little wide: a label on the left must end at its mark.
    if item.rect.right <= item.label.at[0]:
        attributes = {"class": f"{item.label.css_class} end", "x": f"{item.rect.right:.1f}", "y": f"{y:.1f}"}
        return element("text", attributes, item.label.text)
    if item.rect.left < item.label.at[0]:
        middle = (item.rect.left + item.rect.right) / 2
        attributes = {"class": f"{item.label.css_class} mid", "x": f"{middle:.1f}", "y": f"{y:.1f}"}
        return element("text", attributes, item.label.text)
    return element("text", {"class": item.label.css_class, "x": f"{x:.1f}", "y": f"{y:.1f}"}, item.label.text)
