"""Follow the goods through the movements of a text and lay out their itinerary."""

from __future__ import annotations

import re
from dataclasses import dataclass

from routes.gazetteer import fold
from routes.model import Action, Article, Itinerary, Level, Movement, Notice, Resolution, Span
from routes.reading import Findings
from routes.tracing.draft import Draft
from routes.tracing.finish import finish

_ARRIVALS = frozenset({Action.ARRIVE, Action.CALL, Action.UNLOAD, Action.TRANSFER})


@dataclass(frozen=True, slots=True)
class Traced:
    """The itineraries of an article, and what the reader should know of them."""

    itineraries: tuple[Itinerary, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    """A movement with its places on the earth."""

    movement: Movement
    origin: Resolution | None
    destination: Resolution | None
    at: Resolution | None
    via: tuple[Resolution, ...]

    @property
    def ends(self) -> tuple[Resolution, ...]:
        found = (self.origin, self.destination, self.at, *self.via)
        return tuple(end for end in found if end is not None)

    @property
    def is_coarse(self) -> bool:
        """True where the text names countries or regions only."""
        return all(_is_coarse(end) for end in self.ends)


def trace(article: Article, findings: Findings, resolutions: tuple[Resolution, ...]) -> Traced:
    """Return where the goods went. Without a movement between two places there is no itinerary.

    "North Korea supplied Russia" only sums up what "from Najin to Dunay" tells: where a text gives places,
    moves between whole countries are left out, and a notice names one that does not fit the route.
    """
    by_span = {resolution.mention.span: resolution for resolution in resolutions}
    moves = [_move(movement, by_span) for movement in findings.movements]
    fine = [move for move in moves if move.ends and not move.is_coarse]
    draft = _follow(article, _without_covered(fine))
    coarse = [move for move in moves if move.ends and move.is_coarse]
    notices: list[Notice] = []
    if draft.legs:
        notices = [_other(article, move) for move in coarse if not _fits(move, draft)]
    else:
        draft = _follow(article, coarse)
    if not draft.legs:
        return Traced((), ())
    return Traced((finish(article, findings, draft),), tuple(notices[:1]))


def _move(movement: Movement, by_span: dict[Span, Resolution]) -> _Move:
    def at(span: Span | None) -> Resolution | None:
        return None if span is None else by_span.get(span)

    via = tuple(by_span[span] for span in movement.via if span in by_span)
    return _Move(movement, at(movement.origin), at(movement.destination), at(movement.at), via)


def _is_coarse(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind.is_area


def _without_covered(moves: list[_Move]) -> list[_Move]:
    """Drop the country as an end where the story has a place in that country."""
    countries = {
        end.place.country for move in moves for end in move.ends if end.place is not None and not _is_coarse(end)
    }

    def keep(end: Resolution | None) -> Resolution | None:
        covered = end is not None and _is_coarse(end) and end.place is not None and end.place.country in countries
        return None if covered else end

    return [_Move(move.movement, keep(move.origin), keep(move.destination), keep(move.at), move.via) for move in moves]


def _follow(article: Article, moves: list[_Move]) -> Draft:
    draft = Draft()
    for move in moves:
        _apply(article, draft, move)
    draft.end()
    return draft


def _apply(article: Article, draft: Draft, move: _Move) -> None:
    movement = move.movement
    start = move.origin or (move.at if movement.action in (Action.LOAD, Action.LEAVE) else None)
    if start is not None:
        origin = draft.put(_key(start), start, movement.status)
        if movement.action is Action.LOAD and draft.legs and _looks_back(article, movement):
            draft.begin_at(origin, movement)
            return
        draft.here = origin
    if movement.action is Action.LOAD:
        draft.take_carrier(movement)
    for passed in move.via:
        if draft.here is not None:  # a strait is passed on the way, nothing begins there
            draft.go(draft.put(_key(passed), passed, movement.status), movement)
    end = move.destination or (move.at if movement.action in _ARRIVALS else None)
    if end is not None:
        _head_for(draft, draft.put(_key(end), end, movement.status), movement)


def _head_for(draft: Draft, destination: int, movement: Movement) -> None:
    if movement.action in (Action.LEAVE, Action.BOUND, Action.LOAD):
        draft.aim(destination, movement)
        return
    if movement.action is Action.TURN_BACK:
        draft.give_up_goal()
    elif movement.action is Action.MOVE:
        draft.end()  # what is carried on was there first: "left A for B. It was then trucked to C"
    draft.go(destination, movement)


def _looks_back(article: Article, movement: Movement) -> bool:
    """Return whether the event is told in the pluperfect: "had been loaded in A"."""
    before = article.text[movement.sentence.start : movement.span.start]
    return bool(re.search(r"\bhad\s+(?:been\s+)?(?:\w+\s+)?$", before))


def _key(resolution: Resolution) -> str:
    return resolution.place.id if resolution.place else fold(resolution.mention.text)


def _fits(move: _Move, draft: Draft) -> bool:
    """Return whether a move between countries can be a summary of the itinerary."""
    countries = [stop.resolution.place.country if stop.resolution.place else None for stop in draft.stops]
    origin, destination = move.origin, move.destination
    if move.movement.action in (Action.LOAD, Action.LEAVE) and origin is None:
        origin = move.at
    if move.movement.action in _ARRIVALS and destination is None:
        destination = move.at
    return _is_among(origin, countries[:1]) and _is_among(destination, countries[1:])


def _is_among(end: Resolution | None, countries: list[str | None]) -> bool:
    return end is None or end.place is None or end.place.country in countries


def _other(article: Article, move: _Move) -> Notice:
    sentence = move.movement.sentence
    words = article.quote(sentence)
    message = f"The text tells of another movement that is not part of this route: “{words}”"
    return Notice(Level.INFO, "other-movement", message, sentence)
