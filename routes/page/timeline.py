"""The dates of a shipment on a line, and whether they leave time enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from routes.model import Itinerary
from routes.page.cards import badge, section
from routes.page.markup import EMPTY, Markup, element, label
from routes.page.scene import Scene
from routes.page.strokes import who
from routes.page.words import FEASIBLE_BADGES, sentence, sentence_case, window
from routes.reading import day_words

_WIDTH = 400
_RIGHT = 384.0
_LEFT = 16.0


def timeline_section(scene: Scene) -> Markup:
    """Return the windows and dates of all shipments; nothing where the text gives none."""
    parts = [part for shipment in scene.shipments if (part := _timeline(scene, shipment.itinerary)) is not EMPTY]
    return section("time", "When", *parts) if parts else EMPTY


def _timeline(scene: Scene, itinerary: Itinerary) -> Markup:
    dates = itinerary.window
    feasibility = itinerary.feasibility
    bar = _bar(scene, itinerary)
    if dates is None and feasibility is None and bar is EMPTY:
        return EMPTY
    parts = []
    if dates is not None:
        said = f", according to {who(scene.report.article, dates.attribution)}" if dates.attribution else ""
        length = f" ({(dates.end - dates.start).days} days)" if dates.start and dates.end else ""
        parts.append(element("p", {}, element("b", {}, sentence_case(window(dates))), f"{length}{said}"))
    parts.append(bar)
    if feasibility is not None:
        speed = feasibility.speed_needed_kmh
        needed = f" Mean speed needed: {speed:.0f} km/h." if speed else ""
        reason = element("span", {}, f" {sentence(label(feasibility.reason, 400))}{needed}")
        parts.append(element("p", {}, badge(FEASIBLE_BADGES[feasibility.outcome]), reason))
    return element("div", {"class": "when"}, *parts)


def _bar(scene: Scene, itinerary: Itinerary) -> Markup:
    told = set(_dates(itinerary))
    published = scene.report.article.published_on
    points = sorted(told | ({(published, "text published")} if published else set()))
    if not told or len(points) < 2:
        return EMPTY
    first, last = points[0][0], points[-1][0]
    if first == last:
        return EMPTY

    def x(on: date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * ((on - first).days / (last - first).days)

    dates = itinerary.window
    start = dates.start if dates and dates.start else min(told)[0]
    end = dates.end if dates and dates.end else max(told)[0]
    span = element(
        "rect",
        {"class": "span", "x": f"{x(start):.1f}", "y": 14, "width": f"{max(3.0, x(end) - x(start)):.1f}", "height": 8},
    )
    marks = [element("path", {"class": "axis", "d": f"M{_LEFT} 18H{_RIGHT}"}), span]
    names: list[Markup] = []
    for on, what in points:
        marks.append(element("circle", {"class": "tick", "cx": f"{x(on):.1f}", "cy": 18, "r": 4}))
        names.append(element("li", {}, element("b", {}, day_words(on, with_year=False)), f" {what}"))
    picture = element("svg", {"viewBox": f"0 0 {_WIDTH} 36", "class": "bar", "aria-hidden": "true"}, *marks)
    return element("div", {}, picture, element("ol", {"class": "dates"}, *names))


def _dates(itinerary: Itinerary) -> Iterator[tuple[date, str]]:
    """Yield the days that the text gives; a stop's own only where no leg tells of that day."""
    if itinerary.window and itinerary.window.start:
        yield itinerary.window.start, "window opens"
    if itinerary.window and itinerary.window.end:
        yield itinerary.window.end, "window closes"
    for leg in itinerary.legs:
        if leg.on:
            yield leg.on, f"{label(itinerary.stops[leg.origin].name)} to {label(itinerary.stops[leg.destination].name)}"
    told = {(end, leg.on) for leg in itinerary.legs for end in (leg.origin, leg.destination)}
    for number, stop in enumerate(itinerary.stops):
        if stop.on and (number, stop.on) not in told:
            yield stop.on, f"at {label(stop.name)}"
