"""Who says what: from tellings to the sides of a contradiction, and the words for both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from routes.model import Outcome, Side, Span, Telling, letter


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that one article says; what has the same number of `view` says the same."""

    article: int
    view: int
    words: str
    span: Span
    outcome: Outcome | None = None


def disputed_sides(sayings: Sequence[Saying], is_conflict: Callable[[Saying, Saying], bool]) -> tuple[Side, ...]:
    """Return the sides of what articles say differently, in the order of the articles; none where all can be right.

    An article is never held against itself.
    """
    in_conflict = {
        saying.view
        for saying in sayings
        for other in sayings
        if saying.article != other.article and saying.view != other.view and is_conflict(saying, other)
    }
    sides: dict[int, list[Saying]] = {}
    for saying in sorted(sayings, key=lambda saying: (saying.article, saying.span)):
        if saying.view in in_conflict:
            sides.setdefault(saying.view, []).append(saying)
    return tuple(_side(found) for found in sides.values())


def _side(sayings: Sequence[Saying]) -> Side:
    tellings = dict.fromkeys(Telling(saying.article, saying.span) for saying in sayings)
    return Side(sayings[0].words, tuple(tellings), sayings[0].outcome)


def letters(articles: Iterable[int]) -> str:
    """Return articles as they are called, as an enumeration.

    >>> letters([0, 2, 3])
    'A, C and D'
    """
    names = [letter(article) for article in articles]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def says(sides: Sequence[Side], opening: str, verbs: tuple[str, str] = ("says", "say")) -> str:
    """Return "A says <opening> X, B and C Y"; `verbs` are what one article and several do.

    >>> by_rail, by_road = Side("by rail", (Telling(0, Span(0, 1)),)), Side("by road", (Telling(1, Span(0, 1)),))
    >>> says([by_rail, by_road], "the goods came to Tikhoretsk ")
    'A says the goods came to Tikhoretsk by rail, B by road'
    """
    first, *rest = sides
    verb = verbs[0] if len(first.articles) == 1 else verbs[1]
    others = "".join(f", {letters(side.articles)} {side.words}" for side in rest)
    return f"{letters(first.articles)} {verb} {opening}{first.words}{others}"
