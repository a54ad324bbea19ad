"""One sentence that can be quoted, and a short reason. Never "false": a figure does not match."""

from __future__ import annotations

from datetime import date

from routes.judging.alternatives import Alternative
from routes.judging.assess import Assessment
from routes.judging.case import Case
from routes.judging.ends import Ends
from routes.judging.figures import km_words, measured_words, view_words, wind_words
from routes.judging.pair import Stated
from routes.judging.targets import LineTarget
from routes.model import Bearing, Measurement, Outcome, Reading
from routes.reading import day_words


def unmeasured_sentence(case: Case, reason: str) -> str:
    """Return the sentence for a claim of which an end is unknown."""
    ends, stated = case.ends, case.stated
    sentence = f"How far {ends.subject.name} is from {ends.reference.name} cannot be checked: {reason}"
    return f"{sentence}; {pair_words(stated)}." if stated.pair_agrees is False else f"{sentence}."


def doubtful_sentence(case: Case, assessment: Assessment, reason: str) -> str:
    """Return the sentence for a claim that was measured but whose places are in doubt."""
    return f"{_measured_clause(case, assessment)}; whether the stated {case.stated.words} fits is open: {reason}."


def judged_sentence(case: Case, assessment: Assessment, more: tuple[Alternative, ...]) -> str:
    """Return the sentence for a judged claim: the measured figure, the stated one, what fits instead."""
    verdict = _verdict_words(case, assessment)
    clauses = "".join(f"; {alternative.words}" for alternative in more)
    return f"{_measured_clause(case, assessment)}: {verdict}{clauses}."


def full_reason(case: Case, reason: str, assessment: Assessment | None = None) -> str:
    """Return the reason with what it rests on: a pair that contradicts itself, the border view, an old line."""
    stated = case.stated
    parts = [reason]
    if stated.pair_agrees is False and "contradict" not in reason:
        parts.append(pair_words(stated))
    if assessment and assessment.measured.border_view:
        parts.append(view_words(assessment.measured.border_view))
    last = _last_known(assessment.measured) if assessment else None
    if last:
        parts.append(f"the last line known is that of {day_words(last)}")
    return "; ".join(parts)


def _last_known(measured: Measurement) -> date | None:
    """Return the last day of the line that was measured to, where the day asked for is later."""
    last = measured.line.valid_to if measured.line else None
    return last if last and measured.on and measured.on > last else None


def pair_words(stated: Stated) -> str:
    return f"the two stated figures, {' and '.join(f.words for f in stated.figures)}, contradict each other"


def _measured_clause(case: Case, assessment: Assessment) -> str:
    """Return "Tikhoretsk lay 296 km (285 to 307 km) from the front line in Ukraine on ... as the crow flies"."""
    measured, ends = assessment.measured, case.ends
    verb, when = ("lay", f" on {day_words(measured.on)}") if measured.on else ("lies", "")
    last = _last_known(measured)
    if last:
        when = f" as it was on {day_words(last)}"
    view = f" ({view_words(measured.border_view)})" if measured.border_view else ""
    relation = "from"
    if case.statement.bearing is not None and assessment.bearing_deg is not None:
        relation = f"{wind_words(assessment.bearing_deg)} of"
    subject = ends.subject.name[:1].upper() + ends.subject.name[1:]
    length = measured_words(measured)
    if measured.m == 0 and _is_within(ends):
        return f"{ends.anchor.name[:1].upper() + ends.anchor.name[1:]} lies in {ends.other.name}{view}"
    if ends.way is not None:
        first, second = (km_words(m) for m in ends.way.from_ends_m(measured.nearest[0]))
        return f"{subject} lies {first} from {ends.way.first} and {second} from {ends.way.second} as the crow flies"
    between = ", between the nearest points" if ends.are_areas else ""
    how = "as the crow flies"
    if measured.reading is Reading.ROUTE:
        # Of two figures of a pair the one that fits names the mode.
        how = next((word for word in ("by sea", "by rail") if word in assessment.length_reason), "along the way")
    return f"{subject} {verb} {length} {relation} {ends.reference.name}{when}{view} {how}{between}"


def _is_within(ends: Ends) -> bool:
    """Return whether a distance of 0 says that a place lies in a country."""
    land = ends.other
    return isinstance(land, LineTarget) and land.area is not None and not (ends.are_areas or land.is_inward)


def _verdict_words(case: Case, assessment: Assessment) -> str:
    stated = case.stated
    length = _pair_verdict(stated, assessment) if stated.pair_agrees is False else _length_verdict(stated, assessment)
    direction = _direction_verdict(case.statement.bearing, assessment)
    if direction is None:
        return length
    joint = "but" if assessment.length_outcome is Outcome.SUPPORTED else "and"
    return f"{length}, {joint} {direction}"


def _length_verdict(stated: Stated, assessment: Assessment) -> str:
    words = f"the stated {stated.words}"
    if assessment.length_outcome is Outcome.BORDERLINE:
        return f"{words} is no clear match ({assessment.length_reason})"
    if assessment.length_outcome is not Outcome.SUPPORTED:
        return f"{words} does not match"
    is_far_more = all(figure.high_m < assessment.measured.low_m for figure in stated.figures)
    return f"{words} fits, though {assessment.length_reason}" if is_far_more else f"{words} fits"


def _direction_verdict(bearing: Bearing | None, assessment: Assessment) -> str | None:
    if bearing is None or assessment.bearing_outcome in (None, Outcome.SUPPORTED):
        return None
    match = "hardly matches" if assessment.bearing_outcome is Outcome.BORDERLINE else "does not match"
    return f"the stated direction, {bearing.text}, {match}"


def _pair_verdict(stated: Stated, assessment: Assessment) -> str:
    fitting = [figure.words for figure in assessment.fitting]
    rest = [figure.words for figure in stated.figures if figure not in assessment.fitting]
    said = pair_words(stated)
    if fitting and rest:
        return f"{said}; {' and '.join(fitting)} fits, {' and '.join(rest)} does not"
    return f"{said}; {'both fit' if fitting else 'neither fits'}"
