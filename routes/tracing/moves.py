"""Movements with their places on the earth: which are whole countries, and which of those the story covers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from routes.gazetteer import fold
from routes.model import Action, Movement, PlaceKind, Resolution, Span
from routes.tracing.days import day_of_end, day_of_start

_PASSAGES = frozenset(
    {PlaceKind.STRAIT, PlaceKind.CANAL, PlaceKind.SEA, PlaceKind.OCEAN, PlaceKind.GULF, PlaceKind.RIVER, PlaceKind.LAKE}
)
PRESENCE = frozenset({Action.ARRIVE, Action.CALL, Action.UNLOAD, Action.TRANSFER, Action.SIGHTED, Action.HELD})
STARTS = frozenset({Action.LOAD, Action.LEAVE})
_AT_SEA = frozenset({Action.TRANSFER})
_HARBOUR = re.compile(r"\b(?:bay|harbou?r|port|roads)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Move:
    """A movement with its places on the earth, and the days at which the goods started and came to them."""

    movement: Movement
    origins: tuple[Resolution, ...]
    destinations: tuple[Resolution, ...]
    at: tuple[Resolution, ...]
    via: tuple[Resolution, ...]
    started_on: date | None = None
    came_on: date | None = None

    @property
    def ends(self) -> tuple[Resolution, ...]:
        return (*self.origins, *self.destinations, *self.at, *self.via)

    @property
    def is_start(self) -> bool:
        """True where the goods begin their way."""
        return bool(self.origins) or (bool(self.at) and self.movement.action in STARTS)

    @property
    def is_coarse(self) -> bool:
        """True where the text names countries or regions only."""
        return all(_is_coarse(end) for end in self.ends)


def placed(movement: Movement, by_span: dict[Span, Resolution], words: str) -> Move:
    """Return a movement, told by `words`, with the places of its names.

    Waters that are only passed are none of its ends.
    """

    def ends(spans: tuple[Span, ...], *, stays: bool = False) -> tuple[Resolution, ...]:
        found = (by_span[span] for span in spans if span in by_span)
        return tuple(each for each in found if stays or not _is_passage(each))

    # Goods are moved from ship to ship on the open sea as well.
    at = ends(movement.at, stays=movement.action in _AT_SEA)
    if movement.action is Action.TURN_BACK:
        at = tuple(each for each in at if not _is_coarse(each))  # "changed course off Denmark" is no call there
    days = day_of_start(movement, words), day_of_end(movement, words)
    return Move(movement, ends(movement.origins), ends(movement.destinations), at, ends(movement.via), *days)


def _is_passage(resolution: Resolution) -> bool:
    """Return whether a place is only passed: a strait, a canal, a sea; a bay is a harbour."""
    kind = resolution.place.kind if resolution.place else None
    return kind in _PASSAGES and not _HARBOUR.search(resolution.mention.text)


def _is_coarse(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind.is_area


def countries_of(moves: list[Move]) -> frozenset[str | None]:
    """Return the countries of which the story names a place."""
    fine = (end.place for move in moves for end in move.ends if end.place is not None and not _is_coarse(end))
    return frozenset(place.country for place in fine)


def without_covered(move: Move, countries: frozenset[str | None]) -> Move:
    """Drop the country as an end where the story has a place in that country."""

    def keep(ends: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
        return tuple(end for end in ends if not (_is_coarse(end) and end.place and end.place.country in countries))

    return replace(
        move, origins=keep(move.origins), destinations=keep(move.destinations), at=keep(move.at), via=keep(move.via)
    )


def key_of(resolution: Resolution) -> str:
    return resolution.place.id if resolution.place else fold(resolution.mention.text)
