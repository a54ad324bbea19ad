"""The arithmetic of a verdict, step by step, told from the values of the report alone: nothing is measured here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routes.model import Article, Claim, End, LineVersion, Measurement, Place, PlacedEnd, Report, Resolution, Unit
from routes.report.explanation_figures import bearing, compared, measured, stated, tried
from routes.report.figures import position_words
from routes.report.plain import shorten

_QUOTE_LIMIT = 160
_MOST_CANDIDATES = 4
_NOTE = "note: "  # what a reader of any measurement to a line should know of it


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: what it is about, in a word, and what it says."""

    label: str
    text: str


def explain(report: Report, claim: Claim, unit: Unit) -> tuple[Step, ...]:
    """Return the steps from the words of the text to the verdict; lengths in `unit`, with tenths."""
    return tuple(
        Step(label, text)
        for label, texts in (
            ("read", _read(report.article, claim)),
            ("stated", stated(claim, unit)),
            ("places", _places(report, claim)),
            ("measured", measured(claim, unit)),
            ("compared", compared(claim, unit)),
            ("bearing", bearing(claim)),
            ("tried", tried(claim, unit)),
            ("verdict", (f"{claim.outcome.value}: {claim.reason}",)),
        )
        for text in texts
    )


def _read(article: Article, claim: Claim) -> Iterator[str]:
    statement = claim.statement
    words = shorten(article.quote(statement.span), _QUOTE_LIMIT)
    yield f"“{words}”, characters {statement.span.start} to {statement.span.end}: {statement.kind.value}"
    for role, placed, end in (
        ("subject", claim.subject, statement.subject),
        ("reference", claim.reference, statement.reference),
    ):
        yield f"{role}: {_end(article, placed, end)}"
    if statement.attribution is not None:
        carried = ", from an earlier sentence" if statement.attribution.carried else ""
        yield f"said by: {statement.attribution.name}{carried}"


def _end(article: Article, placed: PlacedEnd | None, end: End | None) -> str:
    if placed is None:
        return "not named"
    words = shorten(placed.text, _QUOTE_LIMIT)
    antecedent = f" (“{article.quote(end.antecedent)}” before it)" if end and end.antecedent and not end.name else ""
    known = f", {placed.name}" if placed.name.strip('"') != placed.text else ""
    return f"“{words}”{antecedent}{known}"


def _places(report: Report, claim: Claim) -> Iterator[str]:
    for placed, end in ((claim.subject, claim.statement.subject), (claim.reference, claim.statement.reference)):
        if placed is None:
            continue
        if placed.place is not None:
            yield _place(placed.place)
            yield from _candidates(report, placed.place, end)
        elif claim.measured is None and (end is None or end.line is None):
            yield f"{placed.name}: no place is known"
    line = claim.measured.line if claim.measured else None
    if line is not None and claim.measured is not None:
        yield _line(line, claim.measured)
        yield from (step for step in claim.arithmetic if step.startswith(_NOTE))


def _place(place: Place) -> str:
    country = f", {place.country}" if place.country else ""
    at = f"{position_words(place.position)}, radius {place.extent_km:.1f} km"
    return f"{place.name}: {place.kind.value}{country} at {at} ({place.id})"


def _candidates(report: Report, place: Place, end: End | None) -> Iterator[str]:
    """Yield what else the name might have stood for, with the scores that decided it."""
    resolution = _resolution(report, end)
    if resolution is None or len(resolution.candidates) < 2:
        return
    ranked = sorted(resolution.candidates, key=lambda candidate: (-candidate.score, candidate.place.id))
    told = [
        f"{_named(candidate.place)} {candidate.score:.2f}{' (kept)' if candidate.place.id == place.id else ''}"
        for candidate in ranked[:_MOST_CANDIDATES]
    ]
    more = len(ranked) - len(told)
    yield f"places called so: {', '.join(told)}{f', {more} more' if more > 0 else ''}"


def _named(place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.name} ({where})" if where else place.name


def _resolution(report: Report, end: End | None) -> Resolution | None:
    span = end.place_span if end else None
    return next((found for found in report.toponyms if found.mention.span == span), None)


def _line(line: LineVersion, measured: Measurement) -> str:
    valid = f"valid {line.valid_from or '…'} to {line.valid_to or '…'}, " if line.valid_from or line.valid_to else ""
    on = f"taken on {measured.on}, " if measured.on else ""
    view = f"border view {measured.border_view.value}, " if measured.border_view else ""
    return f"{line.name}: line ({line.id}), {valid}{on}{view}off by up to {line.uncertainty_km:g} km; {line.source}"
