"""Follow the goods through the movements of a text and lay out their itineraries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from routes.model import (
    Action,
    Article,
    Itinerary,
    Notice,
    Resolution,
    Span,
    Status,
    Turn,
)
from routes.paths import OPEN, Ways
from routes.reading import Findings, names_goods, names_wares
from routes.tracing.days import dated
from routes.tracing.draft import Draft
from routes.tracing.events import apply
from routes.tracing.finish import finish
from routes.tracing.moves import STARTS, Move, countries_of, key_of, placed, without_covered
from routes.tracing.others import is_other, other_notices
from routes.tracing.producers import producer
from routes.tracing.words import names_cargo_carrier, names_passengers, tells_failure

# By so many sentences "it" may be behind what it speaks of.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Traced:
    """The itineraries of an article, and what the reader should know of them."""

    itineraries: tuple[Itinerary, ...]
    notices: tuple[Notice, ...]


def trace(
    article: Article, findings: Findings, resolutions: tuple[Resolution, ...], ways: Ways | None = OPEN
) -> Traced:
    """Return where the goods went, an itinerary for each shipment. Without goods and a way there is none.

    "North Korea supplied Russia" only sums up what "from Najin to Dunay" tells: where a text gives places, a move
    between their countries is left out, and a notice names one that does not fit.
    """
    if not _is_about_goods(article, findings):
        return Traced((), ())
    by_span = {resolution.mention.span: resolution for resolution in resolutions}
    told = [placed(movement, by_span, article.quote(movement.span)) for movement in dated(article, findings)]
    told = [move for move in told if move.ends and (move.movement.status is not Status.DENIED or _never_came(move))]
    failed = _told_before_failure(article, findings)
    kept: list[Draft] = []
    others: list[Move] = []
    for group in _shipments(told):
        drafts, left_out = _drafts(article, group, resolutions, _first_origin(kept), failed)
        kept += drafts
        others += left_out
    notices = other_notices(article, others, kept)
    is_one = len(kept) == 1
    itineraries = (finish(article, findings, draft, ways, is_one=is_one) for draft in kept)
    return Traced(tuple(itineraries), tuple(notices[:1]))


def _is_about_goods(article: Article, findings: Findings) -> bool:
    """Return whether a text tells of goods at all: of passengers, only where it counts goods as well."""
    moving = {movement.sentence for movement in findings.movements if movement.action is not Action.GOODS}
    if names_passengers(article.text) and not any(names_wares(article.quote(sentence)) for sentence in moving):
        return False
    return names_goods(article.text) or names_cargo_carrier(article.text)


def _told_before_failure(article: Article, findings: Findings) -> frozenset[Span]:
    """Return the sentences of movement after which one of the next ones only says: "It never arrived."."""
    moving = {movement.sentence for movement in findings.movements}
    found: set[Span] = set()
    last, passed = None, 0
    for sentence in findings.sentences:
        if sentence in moving:
            last, passed = sentence, 0
            continue
        passed += 1
        if last is not None and passed <= _NEAR and tells_failure(article.quote(sentence)):
            found.add(last)
    return frozenset(found)


def _never_came(move: Move) -> bool:
    """Return whether an event tells where goods did not come: "the ship never reached A"."""
    return move.movement.action is Action.ARRIVE and not (move.origins or move.via)


def _shipments(moves: list[Move]) -> Iterator[list[Move]]:
    """Yield the moves of each shipment that the text keeps apart ("in a separate case")."""
    group: list[Move] = []
    for move in moves:
        if move.movement.turn is Turn.NEW_SHIPMENT and group:
            yield group
            group = []
        group.append(move)
    yield group


def _drafts(
    article: Article,
    moves: list[Move],
    resolutions: tuple[Resolution, ...],
    home: Resolution | None,
    failed: frozenset[Span],
) -> tuple[list[Draft], list[Move]]:
    """Return the shipments among some moves, and the moves of whole countries that are not part of any."""
    countries = countries_of(moves)
    kept, others = [], []
    for move in moves:
        fine = without_covered(move, countries)
        if fine.ends and not (fine.is_coarse and countries and is_other(article, fine)):
            kept.append(fine)
        elif move.is_coarse and move.movement.status is not Status.DENIED:
            others.append(move)
    return [draft for draft in _follow(article, kept, resolutions, home, failed) if draft.legs], others


def _first_origin(drafts: list[Draft]) -> Resolution | None:
    """Return where the shipment before began."""
    return drafts[-1].stops[drafts[-1].legs[0].origin].resolution if drafts else None


def _follow(
    article: Article,
    moves: list[Move],
    resolutions: tuple[Resolution, ...],
    home: Resolution | None,
    failed: frozenset[Span],
) -> Iterator[Draft]:
    """Yield the shipments of some moves. Goods whose start is not told come from a country that sends them.

    "A second tanker was loading": there where the first did, which is `home`.
    """
    draft = Draft()
    first = next((move for move in moves if move.destinations or move.via or move.at), None)
    if first is not None and not any(move.is_start for move in moves):
        goes_on = home is not None and first.movement.action in STARTS
        source = (
            home if goes_on else producer(article, resolutions, {key_of(end) for move in moves for end in move.ends})
        )
        if source is not None:
            plain = replace(first.movement, destinations=(), via=())
            draft.start_from((draft.put(key_of(source), source, plain, first.started_on),), plain)
    for move in moves:
        if move.movement.status is Status.DENIED and not draft.stops:
            continue  # nothing is under way yet
        if _opens_another(article, draft, move):
            yield _ended(draft)
            draft = Draft()
        apply(article, draft, move)
        if move.movement.sentence in failed:
            draft.disrupted_at = draft.events + 0.5
    yield _ended(draft)


def _ended(draft: Draft) -> Draft:
    """Return a shipment whose open goals are settled."""
    draft.end()
    return draft


def _opens_another(article: Article, draft: Draft, move: Move) -> bool:
    movement = move.movement
    if not draft.stops or not (move.origins or move.destinations):
        return False
    ships = {article.quote(ship) for ship in (movement.vessel, draft.vessel) if ship is not None}
    another_ship = len(ships) > 1
    known = {stop.key for stop in draft.stops}
    starts = movement.action in STARTS | {Action.VOYAGE} and bool(move.origins)
    return bool(draft.legs) and another_ship and starts and not any(key_of(end) in known for end in move.origins)
