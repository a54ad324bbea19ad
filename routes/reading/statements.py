"""Read stated distances: what lies how far, in which direction, from what.

The figure is the anchor. Behind it stand the direction and the reference ("290 km west of X"), before it
the subject: the noun of a relative clause, an apposition, the clause's own subject, or a name that an
earlier sentence gave. A figure without a reference is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from routes.model import Bearing, End, LineMention, Modifier, Span, Statement, StatementKind
from routes.reading.bearings import bearing_at
from routes.reading.names import Name, names_within
from routes.reading.phrases import one_of
from routes.reading.quantities import Figure, read_figures
from routes.reading.subjects import Clause, find_subject
from routes.resources import read_lexicon

_WAY = r"(?:by|along the|on the)\s+(?:road|rail|railway|railroad|train|car|sea|ship|boat|river|highway|land)"
_FILLER = re.compile(
    rf"\s*(?:(?:,\s*)?(?:away|as the crow flies|inland|offshore|further|farther|apart|or so|in a straight line|"
    rf"(?:straight\s+)?distance|distant|drive|flight|journey|trip|voyage|{_WAY})\b\s*)*",
    re.IGNORECASE,
)
_ROUTE = re.compile(rf"\b(?:{_WAY}|drive|journey|trip|voyage)\b", re.IGNORECASE)
_TO_REFERENCE = re.compile(
    r",?\s*(?:(?:from|of|off|outside|beyond|inside|short of|(?:down|up)(?:river|stream) (?:from|of))\b)\s*",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\s*(?:(?:the|its|their|his|her|a|an|either|both)\b\s*)?", re.IGNORECASE)
# Between the preposition and the name: "the outskirts of", "the eastern city of", "the port of", "central".
_LEAD_IN = re.compile(
    r"(?:(?:the|a|an|its|their|this|that)\s+)?(?:[\w'’-]+\s+){0,5}?(?:(?:of|at|in|near)\s+)?(?:the\s+)?", re.IGNORECASE
)
_DESCRIPTOR = re.compile(r"(?:the|its|this|that|their)\s+(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*|here|there", re.IGNORECASE)
_LISTED = re.compile(r"[\s,;]*(?:(?:and|but|or|only|just|some|about|also|then)\b[\s,]*)*", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(
    r"[,;:.()\"“”]|\b(?:and|but|where|which|who|that|when|while|is|was|were|are)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with the names and lines in it."""

    text: str
    sentence: Span
    names: tuple[Name, ...]
    lines: tuple[LineMention, ...]

    @property
    def end(self) -> int:
        return self.sentence.end


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows the figure: a bearing, the reference, and where it ends."""

    bearing: Bearing | None
    reference: End
    end: int
    is_route: bool


def read_statements(
    text: str,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    lines: tuple[LineMention, ...],
) -> tuple[Statement, ...]:
    """Return the distances that a text states, in order. Attribution is added by the caller."""
    return tuple(statement for sentence in sentences for statement in _statements_in(text, sentence, names, lines))


def _statements_in(
    text: str, sentence: Span, names: tuple[Name, ...], lines: tuple[LineMention, ...]
) -> Iterator[Statement]:
    inside = names_within(names, sentence)
    scene = _Scene(text, sentence, inside, tuple(line for line in lines if sentence.contains(line.span)))
    told: Statement | None = None
    for figure in _figures(scene):
        tail = None if _is_other_length(scene, figure) else _tail(scene, figure)
        if tail is None:
            continue
        clause = Clause(text, sentence, Span(figure.span.start, tail.end), tail.reference, inside, names)
        # "150 km from A and 210 km from B": the second figure speaks of what the first does.
        listed = told is not None and _LISTED.fullmatch(text, told.span.end, figure.span.start)
        told = Statement(
            kind=_statement_kind(figure, tail),
            span=Span(figure.span.start, tail.end),
            sentence=sentence,
            quantity=figure.quantity,
            also=figure.also,
            bearing=tail.bearing,
            subject=told.subject if told is not None and listed else find_subject(clause),
            reference=tail.reference,
        )
        yield told


def _figures(scene: _Scene) -> tuple[Figure, ...]:
    words = scene.text[scene.sentence.start : scene.end]
    return tuple(figure.shifted(scene.sentence.start) for figure in read_figures(words))


def _statement_kind(figure: Figure, tail: _Tail) -> StatementKind:
    if tail.reference.line is not None:
        return StatementKind.LINE
    if tail.is_route:
        return StatementKind.ROUTE
    if tail.bearing is not None:
        return StatementKind.BEARING
    return StatementKind.WITHIN if figure.quantity.modifier is Modifier.WITHIN else StatementKind.DISTANCE


def _is_other_length(scene: _Scene, figure: Figure) -> bool:
    after, before = _other_lengths()
    lead = scene.text[max(scene.sentence.start, figure.span.start - 40) : figure.span.start]
    return bool(after.match(scene.text, figure.span.end, scene.end) or before.search(lead))


def _tail(scene: _Scene, figure: Figure) -> _Tail | None:
    text = scene.text
    position = _skip(_FILLER, scene, figure.span.end)
    is_route = bool(_ROUTE.search(text, figure.span.end, position))
    bearing, position = bearing_at(text, position, scene.end)
    position = _skip(_FILLER, scene, position)
    start = _skip(_TO_REFERENCE, scene, position)
    if start == position and bearing is None:
        return None
    reference = _reference(scene, start, is_linked=start > position)
    if reference is None:
        return None
    trailing = _ROUTE.match(text, min(reference.span.end + 1, scene.end), scene.end)
    return _Tail(bearing, reference, reference.span.end, is_route or trailing is not None)


def _skip(pattern: re.Pattern[str], scene: _Scene, position: int) -> int:
    """Return where the words that `pattern` passes over end."""
    match = pattern.match(scene.text, position, scene.end)
    return match.end() if match else position


def _reference(scene: _Scene, start: int, *, is_linked: bool) -> End | None:
    begin = _skip(_DETERMINER, scene, start)
    for line in scene.lines:
        if line.span.start >= start and _leads_to(scene.text, begin, line.span.start):
            return End(Span(start, line.span.end), line=line)
    for name in scene.names:
        if name.span.start >= start and name.may_be_place and _leads_to(scene.text, start, name.span.start):
            return End(Span(start, name.span.end), name=name.span)
    if not is_linked:
        return None
    descriptor = _DESCRIPTOR.match(scene.text, start, scene.end)
    return End(Span(descriptor.start(), descriptor.end())) if descriptor else None


def _leads_to(text: str, start: int, name: int) -> bool:
    """Return whether only articles, adjectives and "the city of" stand between a preposition and a name."""
    between = text[start:name]
    return len(between) <= 60 and not _CLAUSE_BREAK.search(between) and bool(_LEAD_IN.fullmatch(between))


@cache
def _other_lengths() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for words after and before a figure that make it a size, a speed or a range."""
    after, before = (
        one_of(word for word, fields in read_lexicon("not_distances") if fields == (place,))
        for place in ("after", "before")
    )
    return (
        re.compile(rf"[\s-]*(?:{after})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{before})\s+(?:the\s+|a\s+|an\s+|last\s+)?$", re.IGNORECASE),
    )
