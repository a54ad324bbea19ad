"""From the story to an itinerary: roles, paths, cargo, the window and whether it can hold the journey."""

from __future__ import annotations

from routes.model import (
    Article,
    Cargo,
    Itinerary,
    Leg,
    Role,
    Stop,
)
from routes.paths import find_path
from routes.reading import Findings
from routes.tracing.draft import Draft
from routes.tracing.drafts import LegDraft, StopDraft
from routes.tracing.feasibility import judge_window
from routes.tracing.inferred import only_mode
from routes.tracing.unnamed import unnamed_spot


def finish(article: Article, findings: Findings, draft: Draft, *, is_one: bool) -> Itinerary:
    """Return the itinerary of a shipment; stops that no leg touches are dropped.

    The only shipment of a text has all the ships that the text names; one of several those of its legs.
    """
    order = _order_of_travel(draft)
    stops = tuple(
        _stop(article, draft.stops[index], _role(position, len(order))) for position, index in enumerate(order)
    )
    position = {index: place for place, index in enumerate(order)}
    cargo = _cargo(findings)
    legs = tuple(_leg(article, leg, stops, position, cargo) for leg in draft.legs)
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
            order.insert(order.index(leg.origin) + 1, leg.destination)
    return order


def _role(position: int, count: int) -> Role:
    if position == 0:
        return Role.ORIGIN
    return Role.DESTINATION if position == count - 1 else Role.VIA


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
    article: Article, draft: LegDraft, stops: tuple[Stop, ...], position: dict[int, int], cargo: tuple[Cargo, ...]
) -> Leg:
    origin, destination = position[draft.origin], position[draft.destination]
    start, end = stops[origin].place, stops[destination].place
    inferred = only_mode(start, end, cargo) if draft.mode is None and start and end else None
    mode = draft.mode or inferred
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
        path=find_path(start, end, mode) if start and end else None,
    )


def _cargo(findings: Findings) -> tuple[Cargo, ...]:
    """Return the counted goods of the sentences that move something."""
    moving = {movement.sentence for movement in findings.movements}
    return tuple(cargo for cargo in findings.cargo if any(sentence.contains(cargo.span) for sentence in moving))
