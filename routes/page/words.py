"""Figures, dates and degrees of certainty in words, the same wherever the page says them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from routes.model import BorderView, Feasible, Mode, Outcome, Path, Position, Quantity, Status, Unit, Window
from routes.reading import day_words

STRAIGHT_LINE = "straight line, not the way taken"

MODES: dict[Mode | None, str] = {
    Mode.SEA: "by sea",
    Mode.RAIL: "by rail",
    Mode.ROAD: "by road",
    Mode.AIR: "by air",
    Mode.RIVER: "by river",
    Mode.PIPELINE: "by pipeline",
    None: "way not stated",
}

STATUSES = {
    Status.REPORTED: "stated as fact",
    Status.ALLEGED: "alleged",
    Status.PLANNED: "planned",
    Status.TURNED_BACK: "turned back",
    Status.DENIED: "denied",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A judgement as a sign, a word and the class that colours it: never by colour alone."""

    css_class: str
    sign: str
    word: str


OUTCOMES = {
    Outcome.SUPPORTED: Badge("good", "✓", "Supported"),
    Outcome.BORDERLINE: Badge("unsure", "≈", "Borderline"),
    Outcome.REFUTED: Badge("bad", "✗", "Does not match"),
    Outcome.UNVERIFIABLE: Badge("open", "?", "Cannot be checked"),
}

FEASIBLE_BADGES = {
    Feasible.FEASIBLE: Badge("good", "✓", "Feasible"),
    Feasible.TIGHT: Badge("unsure", "≈", "Tight"),
    Feasible.INFEASIBLE: Badge("bad", "✗", "Not feasible"),
    Feasible.UNKNOWN: Badge("open", "?", "Not known"),
}

SURE_FROM = 0.9
LIKELY_FROM = 0.6


VIEWS = {BorderView.UN: "United Nations view", BorderView.DE_FACTO: "view by control on the ground"}


def confidence_badge(confidence: float) -> Badge:
    """Return how sure we are which place a name stands for.

    >>> confidence_badge(0.72).word
    'likely'
    """
    if confidence >= SURE_FROM:
        return Badge("good", "●", "sure")
    if confidence >= LIKELY_FROM:
        return Badge("unsure", "◐", "likely")
    return Badge("bad", "○", "unsure")


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "stop"), count(3, "stop")
    ('1 stop', '3 stops')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def km(length_m: float) -> str:
    """Return a length in kilometres, to a tenth below ten.

    >>> km(296_120), km(2_450), km(9_740_300)
    ('296 km', '2.5 km', '9,740 km')
    """
    value = length_m / 1000
    return f"{value:.1f} km" if round(value, 1) < 10 else f"{value:,.0f} km"


def length(length_m: float, unit: Unit) -> str:
    """Return a length in a unit that someone stated, to be compared; metric ones in kilometres.

    >>> length(6_633_000, Unit.NMI), length(6_633_000, Unit.KM)
    ('3,582 nmi', '6,633 km')
    """
    if unit not in (Unit.MI, Unit.NMI):
        return km(length_m)
    value = length_m / unit.metres
    return f"{value:.1f} {unit.value}" if round(value, 1) < 10 else f"{value:,.0f} {unit.value}"


def km_band(low_m: float, high_m: float) -> str:
    """Return an interval of lengths, as one figure where both ends round alike.

    >>> km_band(291_000, 301_000), km_band(5_010, 5_020)
    ('291 to 301 km', '5.0 km')
    """
    low, high = km(low_m), km(high_m)
    return low if low == high else f"{low.removesuffix(' km')} to {high}"


def is_straight(path: Path) -> bool:
    return "straight line" in path.method or "geodesic" in path.method


def path_length(path: Path) -> str:
    """Return the length of a leg: an inferred way is a band or a least length, never one sure figure."""
    if path.m is not None and path.is_inferred:
        return f"about {km(path.m)} ({km_band(path.low_m, path.high_m)})"
    if km(path.low_m) != km(path.high_m):
        return km_band(path.low_m, path.high_m)
    return f"at least {km(path.low_m)}" if path.is_inferred else km(path.low_m)


def path_method(path: Path) -> str:
    if is_straight(path):
        return f"drawn as a {STRAIGHT_LINE}"
    return f"way inferred: {path.method}" if path.is_inferred else path.method


def hours(path: Path) -> str | None:
    """Return the time a leg takes at usual speeds, in hours or, from two days on, in days."""
    if path.low_hours is None or path.high_hours is None:
        return None
    if path.high_hours < 48:
        low, high, unit = path.low_hours, path.high_hours, "hours"
    else:
        low, high, unit = path.low_hours / 24, path.high_hours / 24, "days"
    first, last = _short(low), _short(high)
    return f"{first} {unit}" if first == last else f"{first} to {last} {unit}"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{round(value, 1):g}"


def window(dates: Window) -> str:
    """Return a window of dates.

    >>> from datetime import date
    >>> window(Window(date(2023, 9, 7), date(2023, 10, 1)))
    '7 September to 1 October 2023'
    >>> window(Window(date(2022, 8, 16), date(2022, 8, 30)))
    '16 to 30 August 2022'
    """
    if dates.start and dates.end:
        if dates.start != dates.end and (dates.start.year, dates.start.month) == (dates.end.year, dates.end.month):
            return f"{dates.start.day} to {day_words(dates.end)}"
        return f"{day_words(dates.start, with_year=dates.start.year != dates.end.year)} to {day_words(dates.end)}"
    if dates.start:
        return f"from {day_words(dates.start)}"
    return f"until {day_words(dates.end)}" if dates.end else "no dates stated"


def coordinates(position: Position) -> str:
    """Return a position for people to copy, latitude first, to about 10 m.

    >>> coordinates(Position(lat=42.2271, lon=130.2826))
    '42.2271, 130.2826'
    """
    return f"{position.lat:.4f}, {position.lon:.4f}"


def stated(quantity: Quantity) -> str:
    """Return a stated length as it was written, in short.

    >>> from routes.model import Span, Unit
    >>> stated(Quantity(Span(0, 6), 290, Unit.KM, 285_000, 295_000))
    '290 km'
    """
    figure = f"{quantity.value:,g}" if quantity.value < 1e6 else f"{quantity.value:,.0f}"
    if quantity.value_max is not None:
        figure += f" to {quantity.value_max:,g}"
    modifier = f"{quantity.modifier.value} " if quantity.modifier else ""
    return f"{modifier}{figure} {quantity.unit.value}"


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return words as a sentence.

    >>> sentence("a train needs 7 days")
    'A train needs 7 days.'
    """
    return sentence_case(text) + ("" if text.endswith((".", "!", "?")) else ".")


def listed(items: tuple[str, ...]) -> str:
    """Return items as an enumeration.

    >>> listed(("Najin", "Dunay", "Tikhoretsk"))
    'Najin, Dunay and Tikhoretsk'
    """
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


# What may be shortened on a map, where room is short.
_SHORT: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\bnautical miles?\b"), "nmi"),
    (re.compile(r"\bkilomet(?:er|re)s?\b"), "km"),
    (re.compile(r"\bmiles?\b"), "mi"),
    (re.compile(r"\b(north|south)[ -]?(east|west)\b"), lambda found: (found[1][0] + found[2][0]).upper()),
)


def shortened(text: str) -> str:
    """Return the words for a place that lies off another, with units and directions in short.

    >>> shortened("1,600 nautical miles northwest of Honolulu")
    '1,600 nmi NW of Honolulu'
    """
    for pattern, short in _SHORT:
        text = pattern.sub(short, text)
    return text


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
