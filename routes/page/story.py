"""The title and the standfirst, from the report where the editor has given none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from routes.model import Cargo, Mode, Outcome, Status
from routes.page.markup import label
from routes.page.options import PageOptions
from routes.page.scene import LegMark, Scene, Shipment
from routes.page.strokes import who
from routes.page.words import MODES, count, listed, sentence_case, window
from routes.reading import day_words

_MOST_TITLE = 200
_MOST_STANDFIRST = 900
_MOST_NAMED_CALLS = 3
_MOST_LOADS = 3
_UNSURE = frozenset({Status.ALLEGED, Status.DENIED})


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
        said = (who(scene.report.article, leg.leg.attribution) for leg in shipment.legs if leg.leg.attribution)
        names = tuple(dict.fromkeys(said))
        clauses = _clauses(shipment, "went" if names else _verb(shipment))
        if not clauses:
            continue
        source = f"According to {listed(names)}, " if names else ""
        dates = shipment.itinerary.window
        when = f" ({window(dates)})" if dates and (dates.start or dates.end) else ""
        yield sentence_case(f"{source}{_cargo(shipment)} {clauses[0]}{when}.")
        yield from (f"It {clause}." for clause in clauses[1:])


def _verb(shipment: Shipment) -> str:
    """Return how sure the text is that the goods went; a source that is named says it all."""
    return "is said to have gone" if any(leg.leg.status in _UNSURE for leg in shipment.legs) else "went"


def _clauses(shipment: Shipment, verb: str) -> list[str]:
    """Return what the cargo did, what it set out for in vain, and what is planned: each without its subject."""
    stretches = tuple(_stretches(shipment))
    done = [legs for legs in stretches if legs[0].leg.status not in (Status.PLANNED, Status.TURNED_BACK)]
    clauses = [f"{verb} {_joined(done)}"] if done else []
    for legs in stretches:
        ends = f"{_mode(legs[0])}from {label(legs[0].origin.name)}", label(legs[-1].destination.name)
        if legs[0].leg.status is Status.TURNED_BACK:
            clauses.append(f"had set out {' for '.join(ends)} and turned back")
        elif legs[0].leg.status is Status.PLANNED:
            clauses.append(f"is to go {'on ' if done else ''}{' to '.join(ends)}")
    return clauses


def _joined(stretches: list[tuple[LegMark, ...]]) -> str:
    """Return stretches one after the other; what sets out elsewhere went beside the others, not after them."""
    words = _step(stretches[0])
    for before, legs in pairwise(stretches):
        words += (", then " if legs[0].origin is before[-1].destination else " and ") + _step(legs)
    return words


def _cargo(shipment: Shipment) -> str:
    if not shipment.itinerary.cargo:
        return "the cargo"
    loads = tuple(_load(cargo) for cargo in shipment.itinerary.cargo[:_MOST_LOADS])
    more = ("more",) if len(shipment.itinerary.cargo) > _MOST_LOADS else ()
    return f"the cargo ({listed((*loads, *more))})"


def _load(cargo: Cargo) -> str:
    words = label(cargo.text, 80)
    # A hedge opened the sentence with a capital; a name, such as a weapon's, must keep its own.
    if cargo.hedge and words.lower().startswith(cargo.hedge.lower()):
        words = words[:1].lower() + words[1:]
    return words


def _stretches(shipment: Shipment) -> Iterator[tuple[LegMark, ...]]:
    """Yield the legs, those together that follow each other by the same mode and vessel, and are as firmly said."""
    stretch: list[LegMark] = []
    for mark in shipment.legs:
        if stretch and (_kind(mark) != _kind(stretch[-1]) or mark.origin is not stretch[-1].destination):
            yield tuple(stretch)
            stretch = []
        stretch.append(mark)
    if stretch:
        yield tuple(stretch)


def _kind(mark: LegMark) -> tuple[Mode | None, str | None, Status]:
    return mark.leg.mode, mark.leg.vessel, mark.leg.status


def _mode(mark: LegMark) -> str:
    return f"{MODES[mark.leg.mode]} " if mark.leg.mode else ""


def _step(legs: tuple[LegMark, ...]) -> str:
    first, last = legs[0], legs[-1]
    vessel = f" on the ship {label(first.leg.vessel)}" if first.leg.vessel else ""
    between = tuple(label(mark.origin.name) for mark in legs[1:])
    via = f", by way of {listed(between)}" if 0 < len(between) <= _MOST_NAMED_CALLS else ""
    via = f", with {len(between)} calls between" if len(between) > _MOST_NAMED_CALLS else via
    return f"{_mode(first)}from {label(first.origin.name)} to {label(last.destination.name)}{vessel}{via}"


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
