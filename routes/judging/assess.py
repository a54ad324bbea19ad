"""From a measured distance to an outcome: length and direction judged apart, the graver counts."""

from __future__ import annotations

from dataclasses import dataclass

from routes.judging.by_way import is_straight, judge_way, measure_way, mode_of
from routes.judging.case import Case
from routes.judging.ends import Ends
from routes.judging.measure import bearing_deg, lies_in, line_band, measure_ends
from routes.judging.pair import Figure, Stated
from routes.judging.rules import (
    Finding,
    judge_bearing,
    judge_far_more,
    judge_halfway,
    judge_length,
    judge_time,
    mildest,
    worst,
)
from routes.judging.targets import LineTarget
from routes.model import Bearing, Measurement, Mode, Modifier, Outcome, Place, Statement, StatementKind

_LOWER_BOUNDS = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST})


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the numbers say, before any doubt about which places are meant."""

    measured: Measurement
    outcome: Outcome
    reason: str
    steps: tuple[str, ...]
    length_outcome: Outcome
    length_reason: str
    fitting: tuple[Figure, ...]
    bearing_deg: float | None = None
    bearing_outcome: Outcome | None = None


def assess(case: Case) -> Assessment:
    """Return what the measured distance and direction say of a statement whose ends are both known."""
    statement, stated, ends = case.statement, case.stated, case.ends
    measured = measure_ends(ends)
    is_direct = is_straight(case)
    may_wind = not is_direct and (statement.kind is StatementKind.ROUTE or _between_points(ends))
    if ends.way is not None:
        lengths = [judge_halfway(measured, ends.way.pair.m, ends.way.from_ends_m(measured.nearest[0]))]
    else:
        by = mode_of(case) if may_wind else None
        lengths = [_judged(statement, figure, measured, may_wind=may_wind, by=by) for figure in stated.figures]
        if not is_direct:
            measured, lengths = _by_way(case, measured, lengths)
    length = _length(stated, lengths)
    azimuth = bearing_deg(ends, measured)
    direction = _direction(statement.bearing, azimuth, measured)
    side = _side(ends, measured)
    # A wrong direction, or the wrong side of a border, is the plainer answer where the length is off as well.
    gravest = worst([*side, *direction, length])
    return Assessment(
        measured,
        gravest.outcome,
        # A direction that fits is no reason by itself.
        length.reason if gravest.outcome is Outcome.SUPPORTED else gravest.reason,
        tuple(finding.step for finding in (*lengths, *side, *direction)),
        length.outcome,
        length.reason,
        _fitting(stated, lengths),
        azimuth,
        direction[0].outcome if direction else None,
    )


def _by_way(case: Case, measured: Measurement, lengths: list[Finding]) -> tuple[Measurement, list[Finding]]:
    """Return the findings on the way in place of those on the straight line, where the text says by what it goes.

    What is shorter than the straight line is so by any way.
    """
    is_too_short = all(_is_too_short(figure, measured) for figure in case.stated.figures)
    if case.statement.quantity.unit.is_time or is_too_short:
        return measured, lengths
    way = measure_way(case)
    if way is None:
        return measured, lengths
    return way[1], [judge_way(figure, *way) for figure in case.stated.figures]


def _is_too_short(figure: Figure, measured: Measurement) -> bool:
    return figure.high_m < measured.low_m


def _judged(statement: Statement, figure: Figure, measured: Measurement, *, may_wind: bool, by: Mode | None) -> Finding:
    quantity = statement.quantity
    if quantity.unit.is_time:
        return judge_time(figure, measured, quantity.value * quantity.unit.hours)
    if quantity.modifier in _LOWER_BOUNDS and figure.high_m < measured.low_m:
        return judge_far_more(figure, measured)
    return judge_length(figure, measured, may_wind=may_wind, by=by)


def _direction(bearing: Bearing | None, azimuth: float | None, measured: Measurement) -> tuple[Finding, ...]:
    """Return the finding on the direction; none where none is stated or the ends are one point."""
    return (judge_bearing(bearing, azimuth, measured),) if bearing and azimuth is not None else ()


def _side(ends: Ends, measured: Measurement) -> tuple[Finding, ...]:
    """Return the finding on "40 km inside Russia" where the place does not lie in it; none where it does."""
    target, place = ends.reference, ends.subject
    if not (isinstance(target, LineTarget) and target.is_inward and isinstance(place, Place)):
        return ()
    if lies_in(place, target, line_band(place, target)[1]):
        return ()
    outcome = Outcome.BORDERLINE if measured.low_m == 0 else Outcome.REFUTED
    reason = f"{place.name} lies outside, not inside {target.name.removeprefix('the edge of ')}"
    return (Finding(outcome, reason, reason),)


def _fitting(stated: Stated, findings: list[Finding]) -> tuple[Figure, ...]:
    pairs = zip(stated.figures, findings, strict=True)
    return tuple(figure for figure, finding in pairs if finding.outcome is Outcome.SUPPORTED)


def _between_points(ends: Ends) -> bool:
    """Return whether both ends are places that a road could join: no line, no area."""
    return all(isinstance(end, Place) and not end.kind.is_area for end in (ends.subject, ends.reference))


def _length(stated: Stated, findings: list[Finding]) -> Finding:
    """Return the finding on the figure that fits best, named where the two figures contradict each other.

    A text that contradicts itself is at most borderline: one of its two figures is wrong.
    """
    if len(findings) == 1:
        return findings[0]
    best = mildest(findings)
    figure = stated.figures[findings.index(best)]
    reason = f"the two figures contradict each other; {figure.words}: {best.reason}"
    outcome = Outcome.BORDERLINE if best.outcome is Outcome.SUPPORTED else best.outcome
    return Finding(outcome, reason, best.step)
