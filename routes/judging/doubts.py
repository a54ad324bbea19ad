"""Reasons not to trust an outcome: namesakes, places too large, a place that the claim chose itself."""

from __future__ import annotations

from routes.geo import TERRITORIAL_SEA_M, distance_m
from routes.judging.assess import Assessment, assess
from routes.judging.case import Case, open_case
from routes.judging.figures import km_words
from routes.judging.measure import GAZETTEER_ERROR_M, farthest_m
from routes.judging.targets import LineTarget, Missing
from routes.model import How, LineKind, Outcome, Place, Resolution, Span

# A namesake with less than this share of the best score is not a serious rival.
RIVAL_SHARE = 0.2
MOST_RIVALS = 4
# From how far off on a place cannot be the one that the text means, if it is not well known.
_FAR_TIMES, _FAR_M, _WELL_KNOWN_PEOPLE = 4.0, 300_000.0, 100_000
_CERTAIN = frozenset({How.PICKED, How.COORDINATES})


def obstacle(case: Case) -> str | None:
    """Return why a statement cannot be measured at all; None if it can."""
    ends = case.ends
    missing = [end.reason for end in (ends.subject, ends.reference) if isinstance(end, Missing)]
    if missing:
        return "; ".join(dict.fromkeys(missing))
    if isinstance(ends.subject, LineTarget) and isinstance(ends.reference, LineTarget):
        if not (ends.subject.area or ends.reference.area):
            return "both ends are lines, not places"
        return None
    if ends.subject == ends.reference:
        return "both ends are the same place"
    return None


def doubt(case: Case, assessment: Assessment) -> str | None:
    """Return why the outcome cannot be relied on; None if it can."""
    if assessment.outcome is Outcome.UNVERIFIABLE:
        return assessment.reason
    if _is_circular(case) and assessment.outcome in (Outcome.SUPPORTED, Outcome.BORDERLINE):
        return "the stated distance itself chose which place is meant, so it cannot confirm it"
    tests = (_too_large, _from_where, _baselines, _corrected, _namesakes, _far_namesake)
    return next(filter(None, (test(case, assessment) for test in tests)), None)


def chosen_by_claim(case: Case) -> bool:
    """Return whether the stated distance has told which of several namesakes is meant."""
    return not case.context.chosen_by_claim.isdisjoint(_names(case))


def _is_circular(case: Case) -> bool:
    """Return whether it has done so where a namesake may well fit by chance."""
    return not case.context.doubtful_choices.isdisjoint(_names(case))


def _names(case: Case) -> set[Span | None]:
    return {end.place_span for end in (case.statement.subject, case.statement.reference) if end}


def _too_large(case: Case, assessment: Assessment) -> str | None:
    """Return a reason where only an area's centre and size are known and it is wider than the stated distance."""
    areas = [end for end in (case.ends.subject, case.ends.reference) if isinstance(end, Place) and end.kind.is_area]
    half_m = assessment.measured.high_m - assessment.measured.m
    if areas and half_m > max(figure.value_m for figure in case.stated.figures):
        return f"{areas[0].name} is {km_words(areas[0].extent_km * 1000)} in radius, too large for the stated distance"
    return None


def _from_where(case: Case, assessment: Assessment) -> str | None:
    """Return a reason where a figure fits neither the nearest points of two areas nor what is beyond the farthest."""
    if not case.ends.are_areas or assessment.length_outcome is not Outcome.REFUTED:
        return None
    least_m = min(figure.low_m for figure in case.stated.figures)
    far_m = farthest_m(case.ends)
    if not assessment.measured.high_m < least_m <= far_m:
        return None
    near = km_words(assessment.measured.m)
    return f"from edge to edge it is {near}, {km_words(far_m)} at most, and from where to where is not said"


def _baselines(case: Case, assessment: Assessment) -> str | None:
    """Return a reason where straight baselines, which are not known here, could make a figure fit."""
    target = case.ends.other
    if not isinstance(target, LineTarget) or target.kind is not LineKind.TERRITORIAL_SEA:
        return None
    gap_m = assessment.measured.low_m - max(figure.high_m for figure in case.stated.figures)
    if assessment.length_outcome is not Outcome.REFUTED or not 0 < gap_m <= TERRITORIAL_SEA_M:
        return None
    shift = km_words(TERRITORIAL_SEA_M)
    return f"a straight baseline can put the limit up to {shift} farther out than the coast does; none is known here"


def _corrected(case: Case, assessment: Assessment) -> str | None:
    """Return a reason where a figure would be refuted by a name that the text does not have."""
    if assessment.outcome is not Outcome.REFUTED:
        return None
    for span in _names(case):
        found = case.context.resolutions.get(span) if span else None
        if found is not None and found.how is How.FUZZY and found.place is not None:
            written = found.mention.text
            return f"“{written}” is in no gazetteer; read as {found.place.name}, the figure does not fit"
    return None


def _namesakes(case: Case, assessment: Assessment) -> str | None:
    """Return a reason where another place of the same name would change the outcome."""
    ends = (case.statement.subject, case.statement.reference, case.statement.beyond)
    for span in (end.place_span for end in ends if end):
        resolution = case.context.resolutions.get(span) if span else None
        if span is None or resolution is None or resolution.place is None:
            continue
        for rival in _rivals(resolution, resolution.place):
            other_case = open_case(case.statement, case.context.with_place(span, rival))
            if obstacle(other_case):
                continue
            other = assess(other_case)
            if other.outcome is not assessment.outcome:
                found = f"{_told(resolution.place, assessment)}; {_told(rival, other)}"
                return f"it depends on which {resolution.place.name} is meant ({found})"
    return None


def _far_namesake(case: Case, assessment: Assessment) -> str | None:
    """Return a reason where a little known place lies so far off that another one of its name must be meant.

    The gazetteer does not have every hamlet; "15 miles from X" is not wrong because a namesake lies an ocean away.
    """
    stated_m = max(figure.high_m for figure in case.stated.figures)
    far_m = max(_FAR_TIMES * stated_m, stated_m + _FAR_M)
    if assessment.outcome is not Outcome.REFUTED or assessment.measured.low_m < far_m:
        return None
    places = [end for end in (case.ends.subject, case.ends.reference) if isinstance(end, Place)]
    obscure = [place for place in places if not _is_well_known(place)]
    if not obscure:
        return None
    away = km_words(assessment.measured.m)
    return f"the only {obscure[0].name} known here lies {away} away; another place of that name may be meant"


def _is_well_known(place: Place) -> bool:
    return ":" not in place.id or place.kind.is_area or (place.population or 0) >= _WELL_KNOWN_PEOPLE


def _rivals(resolution: Resolution, place: Place) -> tuple[Place, ...]:
    """Return the other places that the name may well stand for, the likelier first."""
    if resolution.how in _CERTAIN or not resolution.candidates:
        return ()
    least = RIVAL_SHARE * max(candidate.score for candidate in resolution.candidates)
    ranked = sorted(resolution.candidates, key=lambda candidate: (-candidate.score, candidate.place.id))
    rivals = (candidate.place for candidate in ranked if candidate.score >= least)
    return tuple(rival for rival in rivals if not _same_spot(rival, place))[:MOST_RIVALS]


def _same_spot(a: Place, b: Place) -> bool:
    """Return whether two rows stand for one spot: a town and its district are no namesakes."""
    reach_m = (a.extent_km + b.extent_km) * 1000 + GAZETTEER_ERROR_M
    return a.id == b.id or distance_m(a.position, b.position) <= reach_m


def _told(place: Place, assessment: Assessment) -> str:
    where = f"{place.country}, " if place.country else ""
    at = f"{where}{place.position.lat:.2f}, {place.position.lon:.2f}"
    return f"{place.name} ({at}): {km_words(assessment.measured.m)}, {assessment.outcome.value}"
