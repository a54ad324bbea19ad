"""Movements that are no part of a route: of other goods, or only a summary of the route between countries."""

from __future__ import annotations

import re

from routes.model import Article, Level, Notice, Resolution, Status
from routes.tracing.draft import Draft
from routes.tracing.moves import PRESENCE, STARTS, Move

_ANAPHOR = re.compile(
    r"\b(?:it|its|she|her|they|which|there|the (?:ship|vessel|cargo|goods|containers?|train|shipment))\b", re.I
)


def is_other(article: Article, move: Move) -> bool:
    """Return whether a reported move of whole countries tells of other goods than the story does."""
    if move.movement.status is not Status.REPORTED or move.is_start:
        return False
    return move.movement.vessel is None and not _ANAPHOR.search(article.quote(move.movement.sentence))


def other_notices(article: Article, others: list[Move], drafts: list[Draft]) -> list[Notice]:
    """Return a notice for each move that is no part of the shipments, nor sums them up.

    A sentence that tells of the way tells of nothing else beside it.
    """
    of_the_way = {sentence for draft in drafts for sentence in draft.told}
    apart = [move for move in others if drafts and move.movement.sentence not in of_the_way]
    return [_notice(article, move) for move in apart if not _fits(move, drafts)]


def _fits(move: Move, drafts: list[Draft]) -> bool:
    """Return whether a move between countries can be a summary of an itinerary."""
    for draft in drafts:
        starts = move.origins or (move.at if move.movement.action in STARTS else ())
        ends = move.destinations or (move.at if move.movement.action in PRESENCE else ())
        left = _countries_of(draft, {leg.origin for leg in draft.legs})
        reached = _countries_of(draft, {leg.destination for leg in draft.legs})
        if _are_among(starts, left) and _are_among(ends, reached):
            return True
    return False


def _countries_of(draft: Draft, stops: set[int]) -> set[str | None]:
    places = (draft.stops[stop].resolution.place for stop in stops)
    return {place.country for place in places if place}


def _are_among(ends: tuple[Resolution, ...], countries: set[str | None]) -> bool:
    return all(end.place is None or end.place.country in countries for end in ends)


def _notice(article: Article, move: Move) -> Notice:
    sentence = move.movement.sentence
    words = article.quote(sentence)
    message = f"The text tells of another movement that is not part of this route: “{words}”"
    return Notice(Level.INFO, "other-movement", message, sentence)
