"""Read stated distances: what lies how far, in which direction, from what.

The figure is the anchor. Behind it stand the direction and the reference ("290 km west of X"), before it the
subject: a phrase, an apposition, the clause's own subject, or a name that an earlier sentence gave. A figure without
a reference is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from routes.model import End, LineMention, Modifier, Span, Statement, StatementKind
from routes.reading.between import kind_of, read_pair, second_end
from routes.reading.clauses import Scene, dateline, dateline_end, is_prefix
from routes.reading.figure_lists import later_figures, listed_before, row_of_names
from routes.reading.halfway import read_halfway, tells_halfway
from routes.reading.left_unsaid import HERE, measured_from
from routes.reading.names import Name, names_within
from routes.reading.phrases import Phrases, one_of
from routes.reading.quantities import Figure, read_figures
from routes.reading.references import Tail, read_tail
from routes.reading.shouting import softened
from routes.reading.subjects import find_subject
from routes.reading.travel_times import read_travel_times
from routes.resources import read_lexicon

_LISTED = re.compile(
    r"(?:,\s*[A-Z][\w.]*)?[\s,;]*(?:(?:and|but|or|only|just|some|about|also|then|a mere|another)\b[\s,]*)*"
)


def read_statements(
    text: str,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    lines: tuple[LineMention, ...],
) -> tuple[Statement, ...]:
    """Return the distances that a text states, in order. Attribution is added by the caller."""
    figured = [(at, sentence) for at, sentence in enumerate(sentences) if _has_figures(_words(text, sentence))]
    if not figured:
        return ()
    soft, home = softened(text, sentences, names), dateline(text, names)
    opening = dateline_end(text, home) if home else 0
    found: list[Statement] = []
    for at, whole in figured:
        # A dateline is where the report was written, not what it speaks of.
        sentence = Span(min(max(whole.start, opening), whole.end), whole.end)
        inside = tuple(name for name in names_within(names, sentence) if not is_prefix(soft, name.span))
        own_lines = tuple(line for line in lines if sentence.contains(line.span))
        found += _statements_in(Scene(soft, whole, sentence, inside, own_lines, names, sentences[:at], home))
    return tuple(found)


def _has_figures(words: str) -> bool:
    return bool(read_figures(words) or read_travel_times(words) or tells_halfway(words))


def _words(text: str, sentence: Span) -> str:
    return text[sentence.start : sentence.end]


def _statements_in(scene: Scene) -> Iterator[Statement]:
    told: Statement | None = None
    for figure in _figures(scene):
        statement = _of_pair(scene, figure) or _of_tail(scene, figure, told)
        if statement is not None and figure.quantity.unit.is_time:
            statement = _as_time(statement)
        if statement is None or _is_course(scene, statement):
            continue
        if not _is_other_length(scene, figure) or _is_journey(scene, figure, statement):
            told = statement
            yield from _listed(scene, figure, statement)
    yield from read_halfway(scene)


def _figures(scene: Scene) -> tuple[Figure, ...]:
    words = _words(scene.text, scene.sentence)
    lengths = read_figures(words)
    # "A 60-kilometre, two-hour drive": the length says more.
    times = (time for time in read_travel_times(words) if not any(time.span.overlaps(each.span) for each in lengths))
    found = sorted((*lengths, *times, *later_figures(words, lengths)), key=lambda figure: figure.span)
    return tuple(figure.shifted(scene.sentence.start) for figure in found)


def _is_other_length(scene: Scene, figure: Figure, sorts: tuple[str, ...] = ("", "more ")) -> bool:
    """Return whether the words beside a figure make a size or a speed of it, or tell how much longer a way is."""
    lead = scene.text[max(scene.sentence.start, figure.span.start - 40) : figure.span.start]
    return any(
        _other_lengths(sort)[0].match(scene.text, figure.span.end, scene.sentence.end)
        or _other_lengths(sort)[1].search(lead)
        for sort in sorts
    )


def _is_course(scene: Scene, statement: Statement) -> bool:
    """Return whether a length from one place to another is that of a race: "the riders cover 209 km from A to B"."""
    reference = statement.reference
    is_way = statement.kind is StatementKind.ROUTE or (reference and reference.span.start < statement.span.start)
    return bool(is_way) and _races().search(_words(scene.text, scene.sentence)) is not None


def _listed(scene: Scene, figure: Figure, statement: Statement) -> tuple[Statement, ...]:
    """Return a statement with those that share its unit: "10, 5 and 15 km from A, B and C", each with its place."""
    before = listed_before(scene, figure)
    if not before:
        return (statement,)
    count = len(before) + 1
    figures = [*(each.quantity for each in before), statement.quantity]
    references = row_of_names(scene, statement.reference, count, is_last=False)
    if references is not None:
        parts = zip(figures, references, strict=True)
        return tuple(
            replace(statement, quantity=quantity, span=quantity.span.to(end.span), reference=end)
            for quantity, end in parts
        )
    subjects = row_of_names(scene, statement.subject, count, is_last=True)
    if subjects is None:
        return (statement,)
    return tuple(
        replace(statement, quantity=quantity, span=quantity.span.to(statement.span), subject=end)
        for quantity, end in zip(figures, subjects, strict=True)
    )


def _as_time(statement: Statement) -> Statement | None:
    """Return a travel time between named places; "two hours from the start" is none."""
    reference = statement.reference
    is_placed = reference is not None and (reference.name is not None or reference.antecedent is not None)
    is_placed = is_placed or (reference is not None and reference.line is not None)
    return replace(statement, kind=StatementKind.TRAVEL_TIME) if is_placed and statement.subject else None


def _is_journey(scene: Scene, figure: Figure, statement: Statement) -> bool:
    """Return whether it is told of a way from one named place to another: "drove 300 km from A to B"."""
    if _is_other_length(scene, figure, ("more ",)):
        return False
    ends = (statement.subject, statement.reference)
    if statement.kind is not StatementKind.ROUTE or not all(end and end.name for end in ends):
        return False
    after, _ = _other_lengths("")
    size = after.match(scene.text, statement.quantity.span.end, scene.sentence.end)
    # "The line between A and B is 90 km long".
    is_line = statement.reference is not None and statement.reference.span.start < statement.span.start
    return size is None or (is_line and size.group().strip(" -").casefold() == "long")


def _of_pair(scene: Scene, figure: Figure) -> Statement | None:
    pair = read_pair(scene, figure)
    if pair is None:
        return None
    return _statement(scene, figure, kind_of(pair), pair.end, (pair.subject, pair.reference))


def _of_tail(scene: Scene, figure: Figure, told: Statement | None) -> Statement | None:
    tail = read_tail(scene, figure)
    if tail is None:
        return None
    core = Span(figure.span.start, tail.end)
    # "150 km from A and 210 km from B": the second figure speaks of what the first does.
    is_listed = told is not None and _LISTED.fullmatch(scene.text, told.span.end, figure.span.start) is not None
    subject = told.subject if told is not None and is_listed else find_subject(scene, core)
    if tail.is_implicit:
        reference = measured_from(scene, figure, tail.reference, subject, told)
    else:
        reference = _at_home(scene, tail.reference)
    other = None if tail.is_implicit or tail.bearing else second_end(scene, tail.reference)
    if other is not None:
        return _statement(scene, figure, StatementKind.ROUTE, other.span.end, (other, reference))
    kind = StatementKind.LINE if subject and subject.line else _kind(figure, tail)
    statement = _statement(scene, figure, kind, tail.end, (subject, reference))
    return replace(statement, bearing=tail.bearing)


def _statement(scene: Scene, figure: Figure, kind: StatementKind, end: int, ends: tuple[End | None, End]) -> Statement:
    subject, reference = ends
    span = Span(figure.span.start, max(end, figure.span.end))
    return Statement(kind, span, scene.whole, figure.quantity, figure.also, subject=subject, reference=reference)


def _kind(figure: Figure, tail: Tail) -> StatementKind:
    if figure.quantity.unit.is_time:
        return StatementKind.TRAVEL_TIME
    if tail.reference.line is not None:
        return StatementKind.LINE
    if tail.is_route:
        return StatementKind.ROUTE
    if tail.bearing is not None:
        return StatementKind.BEARING
    return StatementKind.WITHIN if figure.quantity.modifier is Modifier.WITHIN else StatementKind.DISTANCE


def _at_home(scene: Scene, reference: End) -> End:
    """Return a reference with the place of the dateline where it says "here"."""
    words = scene.text[reference.span.start : reference.span.end]
    if reference.name is None and reference.line is None and HERE.fullmatch(words):
        return replace(reference, antecedent=scene.home)
    return reference


@cache
def _other_lengths(sort: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for words after and before a figure that make it a size, a speed or a range ("more ": a gain)."""
    after, before = (
        one_of(word for word, fields in read_lexicon("not_distances") if fields == (f"{sort}{place}",))
        for place in ("after", "before")
    )
    return (
        re.compile(rf"[\s-]*(?:{after})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{before})\s+(?:the\s+|a\s+|an\s+|last\s+)?$", re.IGNORECASE),
    )


@cache
def _races() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("races"))
