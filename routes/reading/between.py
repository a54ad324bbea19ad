"""Distances stated of two places at once: "the distance between A and B is", "A and B are N km apart"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from routes.model import End, Span, StatementKind
from routes.reading.clauses import Scene, can_be_end
from routes.reading.quantities import Figure
from routes.reading.references import read_reference

_WAY = r"(?:drive|journey|trip|road|route|way|voyage|line|railway|crossing|pipeline|highway|track)"
_IS = r"(?:is|was|are|were|of|measures|spans|covers|totals|stretches|comes to|runs to|runs for|:)"
_SOFT = r"(?:only|about|some|just|around|roughly|a|an|over|under|nearly|almost|more than|less than)"
_JOURNEY = r"(?:distance|journey|trip|drive|ride|voyage|haul|run|crossing|passage|flight|stretch)"
_JOURNEY_OF = rf"(?:(?:a|the)\s+(?:[a-z]+\s+)?{_JOURNEY}\s+of\s+)?"
# "The distance between A and B is", "The road from A to B runs for".
_NOUN = re.compile(
    rf"\b(?:(?P<straight>distance|gap|flight)|(?P<way>{_WAY}))\b[^.;]*?\b(?:between|from)\s+(?P<ends>.+?)\s*"
    rf"(?:,\s*)?\b{_IS}\s*{_JOURNEY_OF}(?:{_SOFT}\s+)*$",
    re.IGNORECASE | re.DOTALL,
)
# "A to B is".
_OPENING = re.compile(
    rf"(?:^|[;:—\"“”]\s*|,\s+(?:and|but|while)\s+)(?P<ends>[^\W\d_][^,.;:]*?\s+to\s+[^,.;:]+?),?\s+"
    rf"(?:is|was|are|measures|makes|means|takes)\s+{_JOURNEY_OF}(?:{_SOFT}\s+)*$"
)
_BARE = re.compile(
    rf"\b(?:between|from)\s+(?P<ends>[^.;]+?),?\s*(?:\b(?:it(?:['’]s|\s+is|\s+was)|there\s+(?:are|is|were)|lie|are|is)\s*)"
    rf"(?:{_SOFT}\s+)*$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:apart|from (?:each other|one another))\b", re.IGNORECASE)
_PAIR = re.compile(r"(?P<ends>[^.;]+?)(?:\s+(?:are|lie|stand|sit|were|lay)|,)\s*(?:[a-z]+\s+){0,3}$", re.IGNORECASE)
_SEPARATES = re.compile(r"\s*(?:separates?|separated|lies? between|divides?|between)\s+", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b(?:from|left|leaves|leaving|departed|reached|to)\s+(?P<ends>[^.;]+?)\s*"
    rf"(?:,\s*(?:(?:a|the)\s+)?(?:[a-z]+\s+)?(?P<told>{_JOURNEY})\s+of|\()\s*$",
    re.IGNORECASE,
)
# Between the ends of a journey that more is told of: "from A by train to the northern port of B in May, a journey of".
_BY_AND_TO = re.compile(r"[^,;:()]{0,40}?\b(?:to|for)\s+(?:[\w'’-]+\s+){0,5}")
_MOST_AFTER = 30
_MEASURED = re.compile(
    r"\d[\s-]?(?:km|mi|nmi|kilomet(?:er|re)s?|(?:nautical\s+)?miles?)\s*(?:\([^()]*\)\s*)?"
    r"(?:(?:away|(?:north|south|east|west)[a-z-]*)\s+)?$",
    re.IGNORECASE,
)
_AS_THE_CROW_FLIES = frozenset({"distance", "flight"})
_RELATIVE = re.compile(r"\b(?:which|that|who|where)\b")
_AND = re.compile(r"\s*,?\s+(?:and|to|from)\s+(?:the\s+|its\s+)?(?:[a-z]+\s+){0,3}?(?:of\s+|at\s+|in\s+)?")
# "to B" after "N km from A", where a state or a figure in brackets may follow A.
_TO = re.compile(
    r"(?:,\s*[A-Z][\w. ]{1,20}?,)?\s*(?:\([^()]{0,40}\)\s*)?(?:(?P<way>drive|journey|trip|by\s+\w+)\s*)?,?\s*\bto\s+"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two ends of a distance, and where the words that state it end."""

    subject: End
    reference: End
    end: int
    is_route: bool


def read_pair(scene: Scene, figure: Figure) -> Pair | None:
    """Return the two places that a figure lies between; None where it is not stated so."""
    left, start = scene.left_of(figure.span.start), scene.sentence.start
    noun = _NOUN.search(left)
    if noun:
        ends = Span(start + noun.start("ends"), start + noun.end("ends"))
        return _pair(scene, ends, figure.span.end, is_route=bool(noun["way"]))
    opening = _OPENING.search(left)
    opened = Span(start + opening.start("ends"), start + opening.end("ends")) if opening else None
    whole = _whole_pair(scene, opened, figure.span.end) if opened else None
    if whole is not None:
        return whole
    apart = _APART.match(scene.text, figure.span.end, scene.sentence.end)
    together = _PAIR.search(left) if apart else None
    if apart and together:
        return _pair(scene, Span(start + together.start("ends"), start + together.end("ends")), apart.end())
    separates = _SEPARATES.match(scene.text, figure.span.end, scene.sentence.end)
    if separates:
        return _first_pair(scene, Span(separates.end(), scene.sentence.end))
    return _from_to(scene, figure)


def _from_to(scene: Scene, figure: Figure) -> Pair | None:
    left, start = scene.left_of(figure.span.start), scene.sentence.start
    told = _FROM_TO.search(left) or _BARE.search(left)
    if told is None or _MEASURED.search(left[: told.start()]):
        return None  # "is 70 km from A, and B is 470 km from": a distance of its own from A
    ends = Span(start + told.start("ends"), start + told.end("ends"))
    journey = told.groupdict().get("told")
    both = _pair(scene, ends, figure.span.end) or (_journey(scene, ends, figure.span.end) if journey else None)
    if both is not None:
        return replace(both, is_route=journey is not None and journey.casefold() not in _AS_THE_CROW_FLIES)
    to = _TO.match(scene.text, figure.span.end, scene.sentence.end)
    names = [name for name in scene.names if ends.contains(name.span) and can_be_end(name)]
    target = read_reference(scene, to.end(), is_linked=False) if to else None
    if target is None or not names:
        return None
    is_route = to is not None and to["way"] is not None
    return Pair(End(names[-1].span, name=names[-1].span), target, target.span.end, is_route)


def second_end(scene: Scene, reference: End) -> End | None:
    """Return B of "N km from A to B"."""
    to = _TO.match(scene.text, reference.span.end, scene.sentence.end)
    return read_reference(scene, to.end(), is_linked=False) if to else None


def _pair(scene: Scene, ends: Span, end: int, *, is_route: bool = False) -> Pair | None:
    """Return the last two names of some words that have "and" or "to" between them."""
    for first, second in reversed(joined_ends(scene, ends)):
        # "from A to B, which is 290 km from C" speaks of B alone
        if not _RELATIVE.search(scene.text[second.span.end : end]):
            return Pair(first, second, end, is_route)
    return None


def _whole_pair(scene: Scene, ends: Span, end: int) -> Pair | None:
    """Return the two names that some words consist of: "A to the port of B"."""
    for first, second in joined_ends(scene, ends):
        if first.span.start == ends.start and second.span.end == ends.end:
            return Pair(first, second, end, is_route=False)
    return None


def _journey(scene: Scene, ends: Span, end: int) -> Pair | None:
    """Return the first name of some words, and the next that "to" leads to."""
    names = [name.span for name in scene.names if ends.contains(name.span) and can_be_end(name)]
    for first, second in pairwise(names):
        leads = _BY_AND_TO.fullmatch(scene.text, first.end, second.start)
        if leads and ends.end - second.end <= _MOST_AFTER and not _RELATIVE.search(scene.text[first.end : end]):
            return Pair(End(first, name=first), End(second, name=second), end, is_route=False)
    return None


def _first_pair(scene: Scene, ends: Span) -> Pair | None:
    for first, second in joined_ends(scene, ends):
        return Pair(first, second, second.span.end, is_route=False)
    return None


def joined_ends(scene: Scene, ends: Span) -> list[tuple[End, End]]:
    """Return the pairs of names and lines in some words that have "and" or "to" between them."""
    lines = [line for line in scene.lines if ends.contains(line.span)]
    names = [name.span for name in scene.names if ends.contains(name.span) and can_be_end(name)]
    names = [name for name in names if not any(line.span.contains(name) for line in lines)]
    targets = [*(End(name, name=name) for name in names), *(End(line.span, line=line) for line in lines)]
    pairs = pairwise(sorted(targets, key=lambda target: target.span))
    return [(a, b) for a, b in pairs if _AND.fullmatch(scene.text, a.span.end, b.span.start)]


def kind_of(pair: Pair) -> StatementKind:
    if pair.reference.line is not None or pair.subject.line is not None:
        return StatementKind.LINE
    return StatementKind.ROUTE if pair.is_route else StatementKind.DISTANCE
