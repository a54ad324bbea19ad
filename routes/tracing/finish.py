"""From the story to an itinerary: roles, paths, cargo, the window and whether it can hold the journey."""

from __future__ import annotations

from routes.model import Article, Cargo, Itinerary, Leg, NoPath, Path, Role, StatedPassage, Status, Stop
from routes.paths import Ways, find_path
from routes.reading import Findings
from routes.tracing.draft import Draft
from routes.tracing.drafts import LegDraft, StopDraft
from routes.tracing.feasibility import judge_window
from routes.tracing.inferred import only_mode, possible_mode
from routes.tracing.later_ships import with_next_ship, with_the_ship
from routes.tracing.passages import with_passages
from routes.tracing.unnamed import unnamed_spot


def finish(article: Article, findings: Findings, draft: Draft, ways: Ways | None, *, is_one: bool) -> Itinerary:
    """Return the itinerary of a shipment; stops that no leg touches are dropped.

    The only shipment of a text has all the ships that the text names; one of several those of its legs.
    """
    order = _order_of_travel(draft)
    stops = tuple(_stop(article, draft.stops[index], _role(draft.legs, index)) for index in order)
    at = {index: (place, stops[place]) for place, index in enumerate(order)}
    cargo = _cargo(findings, draft, is_one=is_one)
    drafts = with_next_ship(article, draft.legs, findings)
    legs = tuple(_leg(article, leg, (at[leg.origin], at[leg.destination]), cargo, ways) for leg in drafts)
    if ways is not None:
        legs = with_passages(article, legs, stops, _passages(findings, draft, is_one=is_one), ways)
    legs = with_the_ship(article, legs, findings) if is_one else legs
    used = {leg.vessel for leg in legs}
    return Itinerary(
        stops=stops,
        legs=legs,
        vessels=tuple(vessel for vessel in findings.vessels if not vessel.is_naval and (is_one or vessel.name in used)),
        cargo=cargo,
        window=findings.window,
        feasibility=judge_window(legs, findings.window),
    )


def _order_of_travel(draft: Draft) -> list[int]:
    """Return the stops in the order the legs visit them; the text may tell the end first."""
    order: list[int] = []
    for leg in draft.legs:
        if leg.origin not in order:
            at = order.index(leg.destination) if leg.destination in order else len(order)
            order.insert(at, leg.origin)
        if leg.destination not in order:
            order.insert(_behind(draft, order, leg), leg.destination)
    return order


def _behind(draft: Draft, order: list[int], leg: LegDraft) -> int:
    """Return where a stop stands in the order: behind where it is reached from, and its equals in one list ("to A, B").

    What is told of a branch later lay, as a rule, before the end that was told first.
    """
    at = order.index(leg.origin) + 1
    if leg.status is Status.TURNED_BACK:
        return len(order) if draft.was_seized else at
    beside = {
        each.destination
        for each in draft.legs
        if each.origin == leg.origin and (each.evidence == leg.evidence or each.status is Status.TURNED_BACK)
    }
    while at < len(order) and order[at] in beside:
        at += 1
    return at


def _role(legs: list[LegDraft], stop: int) -> Role:
    """Return what a stop is on the way: nothing leads to an origin, nothing on from a destination.

    Where goods came back to where they began, the way has no other origin than that.
    """
    is_round = {leg.origin for leg in legs} <= {leg.destination for leg in legs}
    if not any(leg.destination == stop for leg in legs) or (is_round and stop == legs[0].origin):
        return Role.ORIGIN
    return Role.VIA if any(leg.origin == stop for leg in legs) else Role.DESTINATION


def _stop(article: Article, draft: StopDraft, role: Role) -> Stop:
    resolution = draft.resolution
    spot = unnamed_spot(article, resolution)
    span = spot or draft.span
    return Stop(
        name=article.quote(span),
        span=span,
        place=resolution.place,
        confidence=resolution.confidence,
        role=role,
        status=draft.status,
        named=spot is None,
        on=draft.on,
    )


def _leg(
    article: Article,
    draft: LegDraft,
    ends: tuple[tuple[int, Stop], tuple[int, Stop]],
    cargo: tuple[Cargo, ...],
    ways: Ways | None,
) -> Leg:
    (origin, start), (destination, end) = ends
    told = possible_mode(start.place, end.place, draft.mode) if start.place and end.place else draft.mode
    inferred = only_mode(start.place, end.place, cargo) if told is None and start.place and end.place else None
    mode = told or inferred
    way = find_path(start.place, end.place, mode, ways) if start.place and end.place else None
    return Leg(
        origin=origin,
        destination=destination,
        mode=mode,
        status=draft.status,
        evidence=draft.evidence,
        mode_inferred=inferred is not None,
        vessel=article.quote(draft.vessel) if draft.vessel else None,
        attribution=draft.attribution,
        on=draft.on,
        path=way if isinstance(way, Path) else None,
        no_path=way.reason if isinstance(way, NoPath) else None,
    )


def _passages(findings: Findings, draft: Draft, *, is_one: bool) -> tuple[StatedPassage, ...]:
    """Return the passages of the sentences that tell of a shipment; the only one has all that no event tells."""
    moving = {movement.sentence for movement in findings.movements}
    return tuple(
        passage
        for passage in findings.passages
        if passage.sentence in draft.told or (is_one and passage.sentence not in moving)
    )


def _cargo(findings: Findings, draft: Draft, *, is_one: bool) -> tuple[Cargo, ...]:
    """Return the goods of the sentences that move something; of one of several shipments, of those that tell of it."""
    moving = {movement.sentence for movement in findings.movements} if is_one else set(draft.told)
    loads = [load for load in findings.cargo if any(sentence.contains(load.span) for sentence in moving)]
    counted = [load for load in loads if load.unit is not None]
    beside = [sentence for sentence in moving if any(sentence.contains(load.span) for load in counted)]
    # Where a text counts the goods, what it calls them elsewhere says no more.
    return tuple(
        load
        for load in loads
        if load.unit is not None or not counted or any(sentence.contains(load.span) for sentence in beside)
    )
