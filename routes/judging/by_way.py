"""A stated length held against the way itself, where the text says by what, and a network knows it."""

from __future__ import annotations

import math
import re

from routes.judging.case import Case
from routes.judging.figures import km_words
from routes.judging.pair import Figure
from routes.judging.rules import LONGEST_WAY, Finding
from routes.model import Measurement, Mode, Outcome, Path, Place, Position, Reading, Span, Statement, StatementKind
from routes.paths import find_path
from routes.reading import carrier_mode, stated_mode

# How many characters before a figure the carrier may stand: "the Trans-Siberian railway runs 9,288 km".
_NEAR = 40
# How many behind a statement it may be said how: "5 km from A in a straight line", "to A by the railway".
_BEHIND = 25
_NETWORKS = frozenset({Mode.SEA, Mode.RAIL})
# Published lengths of one way differ by so much: they end at other stations and quays, and follow older lines.
_SAME_WAY_SHARE = 0.05
_STRAIGHT = re.compile(
    r"\b(?:as the (?:crow|bird) flies|in a straight line|(?:a|in|the) direct line|by (?:air|plane)|straight[- ]line|"
    r"air(?:line)? distance)\b",
    re.IGNORECASE,
)
_VOYAGE = re.compile(r"\bvoyage\b", re.IGNORECASE)
_WINDING = re.compile(r"\b(?:by|on) (?:road|rail|car|train|sea|the road)\b", re.IGNORECASE)


def is_straight(case: Case) -> bool:
    """Return whether the words say that a length is that of the straight line: "as the crow flies", "by air"."""
    statement, text = case.statement, case.context.article.text
    words = text[statement.quantity.span.start : min(statement.span.end + _BEHIND, statement.sentence.end)]
    if _WINDING.search(words):
        return False
    lead = text[max(statement.sentence.start, _first(statement) - _NEAR) : statement.quantity.span.start]
    return _STRAIGHT.search(words) is not None or _STRAIGHT.search(lead) is not None


def measure_way(case: Case) -> tuple[Mode, Measurement] | None:
    """Return the length of the way between the two ends of a statement, by the mode that its words state.

    None where they state none, or where no network reaches.
    """
    subject, reference = case.ends.subject, case.ends.reference
    mode = mode_of(case)
    if mode not in _NETWORKS or not (isinstance(subject, Place) and isinstance(reference, Place)):
        return None
    path = find_path(subject, reference, mode, case.context.ways)
    if not isinstance(path, Path) or path.m is None:
        return None
    ends: tuple[Position, Position] = (subject.position, reference.position)
    low_m, high_m = min(path.low_m, (1 - _SAME_WAY_SHARE) * path.m), max(path.high_m, (1 + _SAME_WAY_SHARE) * path.m)
    return mode, Measurement(path.m, low_m, high_m, ends, reading=Reading.ROUTE)


def judge_way(figure: Figure, mode: Mode, measured: Measurement) -> Finding:
    """Return what a stated length is to that of the way. No network has all ways, so that hardly any is refuted."""
    way, about = f"the way by {mode.value}", f"about {km_words(measured.m)}"
    if figure.low_m <= measured.high_m and measured.low_m <= figure.high_m:
        return _finding(Outcome.SUPPORTED, f"fits {way}, {about}")
    if figure.high_m < measured.low_m:
        gap = km_words(measured.low_m - figure.high_m)
        return _finding(Outcome.BORDERLINE, f"{gap} shorter than {way} that is known here, {about}")
    ratio = figure.value_m / measured.m if measured.m else math.inf
    outcome = Outcome.BORDERLINE if ratio <= LONGEST_WAY else Outcome.REFUTED
    return _finding(outcome, f"{ratio:.2f} times {way}, {about}")


def _finding(outcome: Outcome, reason: str) -> Finding:
    return Finding(outcome, reason, f"along the way: {reason}")


def mode_of(case: Case) -> Mode | None:
    """Return the mode that a statement is of: "by rail"; of a route length, also the carrier that it names."""
    statement, text = case.statement, case.context.article.text
    end = min(statement.span.end + _BEHIND, statement.sentence.end)
    is_way = statement.kind is StatementKind.ROUTE or _first(statement) < statement.span.start
    start = max(statement.sentence.start, _first(statement) - _NEAR) if is_way else statement.quantity.span.start
    said = stated_mode(text, Span(statement.quantity.span.start, end)) or stated_mode(text, Span(start, end))
    if said is not None or statement.kind is not StatementKind.ROUTE:
        return said
    if _VOYAGE.search(text, start, end):
        return Mode.SEA
    near = Span(start, statement.span.end)
    return carrier_mode(text, near, Span(near.end, near.end))


def _first(statement: Statement) -> int:
    """Return where a statement begins, with its reference if that stands first: "from A to B, a journey of 5 km"."""
    reference = statement.reference.span.start if statement.reference else statement.span.start
    return min(reference, statement.span.start)
