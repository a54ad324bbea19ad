"""A stated length held against the way itself, where the text says by what, and a network knows it."""

from __future__ import annotations

from routes.judging.case import Case
from routes.judging.figures import km_words
from routes.judging.pair import Figure
from routes.judging.rules import Finding
from routes.model import Measurement, Mode, Outcome, Path, Place, Position, Reading, Span, StatementKind
from routes.paths import find_path
from routes.reading import carrier_mode, stated_mode

# How many characters before a figure the carrier may stand: "the Trans-Siberian railway runs 9,288 km".
_NEAR = 40
_NETWORKS = frozenset({Mode.SEA, Mode.RAIL})


def measure_way(case: Case) -> tuple[Mode, Measurement] | None:
    """Return the length of the way between the two ends of a statement, by the mode that its sentence states.

    None where it states none, or where no network reaches.
    """
    subject, reference = case.ends.subject, case.ends.reference
    mode = _mode(case)
    if mode not in _NETWORKS or not (isinstance(subject, Place) and isinstance(reference, Place)):
        return None
    path = find_path(subject, reference, mode, case.context.ways)
    if not isinstance(path, Path) or path.m is None:
        return None
    ends: tuple[Position, Position] = (subject.position, reference.position)
    return mode, Measurement(path.m, path.low_m, path.high_m, ends, reading=Reading.ROUTE)


def judge_way(figure: Figure, mode: Mode, measured: Measurement) -> Finding | None:
    """Return the finding that a stated length is that of the way; None where it is not."""
    if figure.high_m < measured.low_m or measured.high_m < figure.low_m:
        return None
    reason = f"fits the way by {mode.value}, about {km_words(measured.m)}"
    return Finding(Outcome.SUPPORTED, reason, f"along the way by {mode.value}: {reason}")


def _mode(case: Case) -> Mode | None:
    """Return the mode that a sentence states: "by rail"; of a route length, also by the carrier it names."""
    statement, text = case.statement, case.context.article.text
    said = stated_mode(text, statement.sentence)
    if said is not None or statement.kind is not StatementKind.ROUTE:
        return said
    near = Span(max(statement.sentence.start, statement.span.start - _NEAR), statement.span.end)
    return carrier_mode(text, near, Span(near.end, near.end))
