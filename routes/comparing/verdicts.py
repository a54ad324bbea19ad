"""The sentence on a disputed distance: who says what, what was measured, who fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routes.comparing.sides import letters, says
from routes.model import Claim, Measurement, Outcome, Quantity, Side
from routes.reading import day_words

_FITTING = {
    Outcome.SUPPORTED: "fits",
    Outcome.BORDERLINE: "is no clear match",
    Outcome.REFUTED: "does not match",
    Outcome.UNVERIFIABLE: "cannot be checked",
}


def said_words(claim: Claim) -> str:
    """Return what a claim states, in short: "290 km from the border of Ukraine"."""
    reference = claim.reference.name if claim.reference else "a place that is not named"
    bearing = claim.statement.bearing
    relation = f"{bearing.text} of" if bearing else "from"
    return f"{quantity_words(claim.statement.quantity)} {relation} {reference}"


def quantity_words(quantity: Quantity) -> str:
    """Return a stated figure as it was written.

    >>> from routes.model import Modifier, Span, Unit
    >>> quantity_words(Quantity(Span(0, 6), 1290, Unit.KM, 1.2e6, 1.3e6, Modifier.ABOUT))
    'about 1,290 km'
    """
    modifier = f"{quantity.modifier.value} " if quantity.modifier else ""
    to = f" to {quantity.value_max:,g}" if quantity.value_max is not None else ""
    return f"{modifier}{quantity.value:,g}{to} {quantity.unit.value}"


def distance_sentence(subject: str, sides: Sequence[Side], claims: Sequence[Claim]) -> str:
    """Return a sentence that can be quoted; `claims` are the first ones of the sides."""
    said = says(sides, f"{subject} is ")
    measured = tuple(dict.fromkeys(_measured(claims)))
    if not measured:
        return f"{said}. None of it could be measured."
    return f"{said}. Measured as the crow flies, it is {' and '.join(measured)}: {_who_fits(sides)}."


def _measured(claims: Sequence[Claim]) -> Iterator[str]:
    """Yield what was measured for each claim, with the depot, base or port near by beside the town."""
    for claim in claims:
        measured = claim.measured
        if measured is None or claim.reference is None:
            continue
        nearby = [
            f"{other.subject}: {_km(other.measured.m)}"
            for other in claim.also_measured
            if claim.subject and other.subject != claim.subject.name and other.reference == claim.reference.name
        ]
        when = f" on {day_words(measured.on)}" if measured.on and measured.line else ""
        yield f"{_km(measured.m)} ({'; '.join((_band(measured), *nearby))}) from {claim.reference.name}{when}"


def _band(measured: Measurement) -> str:
    return f"{measured.low_m / 1000:,.0f} to {_km(measured.high_m)}"


def _km(length_m: float) -> str:
    return f"{length_m / 1000:,.0f} km"


def _who_fits(sides: Sequence[Side]) -> str:
    """Return "what A and C say fits, what B says does not match"."""
    told = []
    for outcome, verdict in _FITTING.items():
        articles = sorted({article for side in sides if side.outcome is outcome for article in side.articles})
        if articles:
            verb = "says" if len(articles) == 1 else "say"
            told.append(f"what {letters(articles)} {verb} {verdict}")
    return ", ".join(told)
