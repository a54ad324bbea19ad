"""The title and the standfirst, from the report where the editor has given none."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Outcome, Status
from routes.page.markup import label
from routes.page.options import PageOptions
from routes.page.scene import LegMark, Scene, Shipment
from routes.page.strokes import who
from routes.page.words import MODES, count, listed, window
from routes.reading import day_words

_MOST_TITLE = 200
_MOST_STANDFIRST = 900
_MOST_NAMED_CALLS = 3
_UNSURE = frozenset({Status.ALLEGED, Status.PLANNED, Status.DENIED})


def title(scene: Scene, options: PageOptions) -> str:
    given = options.title or scene.report.article.title
    if given:
        return label(given, _MOST_TITLE)
    return route_words(scene)


def route_words(scene: Scene) -> str:
    """Return the route in a few words, for a title or for the map's description."""
    ways = [" – ".join(label(stop.name) for stop in shipment.stops) for shipment in scene.shipments]
    if ways:
        return f"The way of the goods: {'; '.join(ways)}"
    return "Places and distances named in the text"


def standfirst(scene: Scene, options: PageOptions) -> str:
    """Return who says it, what, and when."""
    if options.standfirst:
        return label(options.standfirst, _MOST_STANDFIRST)
    parts = list(_said(scene)) if scene.shipments else ["The text describes no route that could be drawn."]
    parts.append(judged(scene))
    published = scene.report.article.published_on
    if published:
        parts.append(f"Published {day_words(published)}.")
    return label(" ".join(part for part in parts if part), _MOST_STANDFIRST)


def _said(scene: Scene) -> Iterator[str]:
    for shipment in scene.shipments:
        steps = [_step(legs) for legs in _stretches(shipment)]
        if not steps:
            continue
        said = (who(scene.report.article, leg.leg.attribution) for leg in shipment.legs if leg.leg.attribution)
        names = tuple(dict.fromkeys(said))
        source = f"According to {listed(names)}, " if names else ""
        unsure = any(leg.leg.status in _UNSURE for leg in shipment.legs)
        verb = "is said to have gone" if unsure and not names else "went"
        dates = shipment.itinerary.window
        when = f" ({window(dates)})" if dates and (dates.start or dates.end) else ""
        sentence = f"{source}{_cargo(shipment)} {verb} {', then '.join(steps)}{when}."
        yield sentence[:1].upper() + sentence[1:]


def _cargo(shipment: Shipment) -> str:
    if not shipment.itinerary.cargo:
        return "the cargo"
    cargo = shipment.itinerary.cargo[0]
    words = label(cargo.text, 80)
    # A hedge opened the sentence with a capital; a name, such as a weapon's, must keep its own.
    if cargo.hedge and words.lower().startswith(cargo.hedge.lower()):
        words = words[:1].lower() + words[1:]
    return f"the cargo ({words})"


def _stretches(shipment: Shipment) -> Iterator[tuple[LegMark, ...]]:
    """Yield the legs, those together that follow each other by the same mode and vessel."""
    stretch: list[LegMark] = []
    for mark in shipment.legs:
        if stretch and (
            (mark.leg.mode, mark.leg.vessel) != (stretch[-1].leg.mode, stretch[-1].leg.vessel)
            or mark.origin is not stretch[-1].destination
        ):
            yield tuple(stretch)
            stretch = []
        stretch.append(mark)
    if stretch:
        yield tuple(stretch)


def _step(legs: tuple[LegMark, ...]) -> str:
    first, last = legs[0], legs[-1]
    mode = f"{MODES[first.leg.mode]} " if first.leg.mode else ""
    vessel = f" on the ship {label(first.leg.vessel)}" if first.leg.vessel else ""
    between = tuple(label(mark.origin.name) for mark in legs[1:])
    via = f", by way of {listed(between)}" if 0 < len(between) <= _MOST_NAMED_CALLS else ""
    via = f", with {len(between)} calls between" if len(between) > _MOST_NAMED_CALLS else via
    return f"{mode}from {label(first.origin.name)} to {label(last.destination.name)}{vessel}{via}"


def judged(scene: Scene) -> str:
    """Return how many stated distances were checked, and what became of them."""
    if not scene.claims:
        return ""
    outcomes = [mark.claim.outcome for mark in scene.claims]
    words = {
        Outcome.SUPPORTED: "supported",
        Outcome.BORDERLINE: "borderline",
        Outcome.REFUTED: "not matching",
        Outcome.UNVERIFIABLE: "not checkable",
    }
    parts = [f"{outcomes.count(outcome)} {word}" for outcome, word in words.items() if outcome in outcomes]
    return f"{count(len(outcomes), 'stated distance')} checked: {', '.join(parts)}."
