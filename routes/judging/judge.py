"""Judge a statement: measure, compare, doubt, and say what would hold instead."""

from __future__ import annotations

from dataclasses import replace

from routes.judging import wording
from routes.judging.alternatives import Alternative, also_measured, does_not_hold_for, holds_for, nearby_facilities
from routes.judging.assess import Assessment, assess
from routes.judging.case import Case, open_case
from routes.judging.context import Context
from routes.judging.doubts import chosen_by_claim, doubt, obstacle
from routes.judging.ends import placed
from routes.judging.measure import steps
from routes.model import Claim, Outcome, Statement


def judge(statement: Statement, context: Context) -> Claim:
    """Return what becomes of a stated distance: the outcome, the numbers behind it, and a sentence to quote."""
    case = open_case(statement, context)
    reason = obstacle(case)
    if reason is not None:
        return _unmeasured(case, reason)
    assessment = assess(case)
    reason = doubt(case, assessment)
    return _judged(case, assessment) if reason is None else _doubtful(case, assessment, reason)


def _unmeasured(case: Case, reason: str) -> Claim:
    return replace(
        _claim(case),
        reason=wording.full_reason(case, reason),
        sentence=wording.unmeasured_sentence(case, reason),
        arithmetic=(*case.stated.steps, f"not measured: {reason}"),
    )


def _doubtful(case: Case, assessment: Assessment, reason: str) -> Claim:
    return replace(
        _measured_claim(case, assessment),
        outcome=Outcome.UNVERIFIABLE,
        reason=wording.full_reason(case, reason, assessment),
        sentence=wording.doubtful_sentence(case, assessment, reason),
        arithmetic=(*_arithmetic(case, assessment), f"in doubt: {reason}"),
    )


def _judged(case: Case, assessment: Assessment) -> Claim:
    facilities = nearby_facilities(case)
    holds: tuple[Alternative, ...] = ()
    fails: tuple[Alternative, ...] = ()
    is_time = case.statement.quantity.unit.is_time
    if assessment.outcome is Outcome.SUPPORTED:
        fails = does_not_hold_for(case, facilities)
    elif assessment.length_outcome is not Outcome.SUPPORTED and case.statement.quantity.value_m > 0 and not is_time:
        holds = holds_for(case, assessment.measured)
    return replace(
        _measured_claim(case, assessment),
        reason=wording.full_reason(case, assessment.reason, assessment),
        sentence=wording.judged_sentence(case, assessment, (*holds, *fails)),
        also_measured=also_measured(case, facilities),
        holds_for=tuple(alternative.other for alternative in holds),
        does_not_hold_for=tuple(alternative.other for alternative in fails),
        arithmetic=_arithmetic(case, assessment),
    )


def _claim(case: Case) -> Claim:
    """Return the claim with what is known before anything is measured."""
    statement, ends = case.statement, case.ends
    return Claim(
        statement,
        placed(statement.subject, ends.subject, case.context),
        placed(statement.reference, ends.reference, case.context),
        Outcome.UNVERIFIABLE,
        reason="",
        sentence="",
        pair_agrees=case.stated.pair_agrees,
        place_chosen_by_claim=chosen_by_claim(case),
    )


def _measured_claim(case: Case, assessment: Assessment) -> Claim:
    return replace(
        _claim(case),
        outcome=assessment.outcome,
        measured=assessment.measured,
        bearing_measured_deg=assessment.bearing_deg if case.statement.bearing else None,
        bearing_outcome=assessment.bearing_outcome,
    )


def _arithmetic(case: Case, assessment: Assessment) -> tuple[str, ...]:
    return (*case.stated.steps, *steps(case.ends, assessment.measured), *assessment.steps)
