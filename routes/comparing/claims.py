"""Stated distances of several articles: which speak of the same thing, and which cannot hold together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routes.comparing.sameness import Named, is_same, rivals_at
from routes.comparing.sides import Saying, disputed_sides
from routes.comparing.verdicts import distance_sentence, said_words
from routes.model import (
    Claim,
    ClaimTelling,
    Contradiction,
    End,
    LineKind,
    Outcome,
    PlacedEnd,
    Report,
    SharedClaim,
    StatementKind,
    Topic,
)

# "290 km" and "180 miles" state one figure: they differ by a tenth of a percent, by their rounding by two.
_SAME_FIGURE = 0.02
_FITS = frozenset({Outcome.SUPPORTED, Outcome.BORDERLINE})


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim in one article, its subject and what it is measured from."""

    article: int
    number: int
    claim: Claim
    subject: Named | None
    reference: Named | LineKind | None
    line_of: str = ""

    @property
    def telling(self) -> ClaimTelling:
        return ClaimTelling(self.article, self.number, self.claim.statement.span)


def compare_claims(reports: Sequence[Report]) -> tuple[tuple[SharedClaim, ...], tuple[Contradiction, ...]]:
    """Return the claims of all articles, those together that speak of the same, and where they disagree."""
    stated = [
        _stated(report, article, number, claim)
        for article, report in enumerate(reports)
        for number, claim in enumerate(report.claims)
    ]
    groups = _groups(stated)
    disputed = (_contradiction(group) for group in groups)
    return tuple(_shared(group) for group in groups), tuple(found for found in disputed if found)


def _stated(report: Report, article: int, number: int, claim: Claim) -> Stated:
    statement = claim.statement
    line = statement.reference.line if statement.reference else None
    reference: Named | LineKind | None = line.kind if line else _named(report, claim.reference, statement.reference)
    line_of = claim.reference.name if line and claim.reference else ""
    return Stated(article, number, claim, _named(report, claim.subject, statement.subject), reference, line_of)


def _named(report: Report, placed: PlacedEnd | None, end: End | None) -> Named | None:
    if placed is None:
        return None
    return Named(placed.name, placed.place, rivals_at(report, end.place_span if end else None))


def _groups(stated: Sequence[Stated]) -> list[list[Stated]]:
    """Return the claims in groups; each is akin to another of its group, and groups keep the order of the texts."""
    groups: list[list[Stated]] = []
    for claim in stated:
        akin = [group for group in groups if any(_is_akin(claim, other) for other in group)]
        joined = [other for group in akin for other in group] + [claim]
        place = next((n for n, group in enumerate(groups) if group in akin), len(groups))
        groups = [group for group in groups if group not in akin]
        groups.insert(place, sorted(joined, key=lambda found: (found.article, found.number)))
    return groups


def _is_akin(a: Stated, b: Stated) -> bool:
    """Return whether two claims say how far one place lies, and from the same or by the same figure."""
    if _is_time(a) != _is_time(b):
        return False
    if _is_subject(a.subject, b.subject):
        return _is_reference(a, b) or _is_figure(a, b)
    return _is_turned(a, b)


def _is_subject(a: Named | None, b: Named | None) -> bool:
    return a is not None and b is not None and is_same(a, b)


def _is_turned(a: Stated, b: Stated) -> bool:
    """Return whether the two ends are the same in the other order: from Linz to Vienna, from Vienna to Linz."""
    if not (isinstance(a.reference, Named) and isinstance(b.reference, Named)):
        return False
    return _is_subject(a.subject, b.reference) and _is_subject(b.subject, a.reference)


def _is_reference(a: Stated, b: Stated) -> bool:
    if isinstance(a.reference, Named) and isinstance(b.reference, Named):
        return is_same(a.reference, b.reference)
    return a.reference is not None and (a.reference, a.line_of) == (b.reference, b.line_of)


def _is_figure(a: Stated, b: Stated) -> bool:
    first, second = a.claim.statement.quantity.value_m, b.claim.statement.quantity.value_m
    return abs(first - second) <= _SAME_FIGURE * max(first, second)


def _is_time(stated: Stated) -> bool:
    return stated.claim.statement.kind is StatementKind.TRAVEL_TIME


def _shared(group: Sequence[Stated]) -> SharedClaim:
    known = next((s.subject.place for s in group if s.subject and s.subject.place), None)
    names = [s.subject.name for s in group if s.subject]
    subject = known.name if known else names[0] if names else "a place that is not named"
    return SharedClaim(subject, known, tuple(stated.telling for stated in group))


def _contradiction(group: Sequence[Stated]) -> Contradiction | None:
    if len({stated.article for stated in group}) < 2:
        return None
    views = _views(group)
    firsts = [view[0] for view in views]
    sayings = [
        Saying(stated.article, number, said_words(view[0].claim), stated.telling.span, view[0].claim.outcome)
        for number, view in enumerate(views)
        for stated in view
    ]
    sides = disputed_sides(sayings, lambda a, b: _cannot_both_hold(firsts[a.view], firsts[b.view]))
    if not sides:
        return None
    by_telling = {(stated.article, stated.telling.span): stated.claim for stated in group}
    claims = [by_telling[side.tellings[0].article, side.tellings[0].span] for side in sides]
    subject = _shared(group).subject
    return Contradiction(Topic.DISTANCE, subject, sides, distance_sentence(subject, sides, claims))


def _views(group: Sequence[Stated]) -> list[list[Stated]]:
    """Return the claims of a group parted by what they say: the same reference, figures that overlap."""
    views: list[list[Stated]] = []
    for stated in group:
        view = next((v for v in views if _is_reference(v[0], stated) and _overlaps(v[0].claim, stated.claim)), None)
        if view is None:
            views.append([stated])
        else:
            view.append(stated)
    return views


def _overlaps(a: Claim, b: Claim) -> bool:
    first, second = a.statement.quantity, b.statement.quantity
    return first.low_m <= second.high_m and second.low_m <= first.high_m


def _cannot_both_hold(a: Stated, b: Stated) -> bool:
    """Return whether two claims disagree: from one reference by other figures, or by one figure from another reference.

    The same figure from two references can be true of both, so there the measurement has to speak against one.
    A stated way by road and a straight line differ for good reason.
    """
    if _is_route(a) != _is_route(b):
        return False
    if _is_reference(a, b) or _is_turned(a, b):
        return not _overlaps(a.claim, b.claim)
    return _is_figure(a, b) and (a.claim.outcome in _FITS) != (b.claim.outcome in _FITS)


def _is_route(stated: Stated) -> bool:
    return stated.claim.statement.kind is StatementKind.ROUTE
