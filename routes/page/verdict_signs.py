"""The signs of the verdicts as strokes: few faces have them, and a converter sets the whole line in one that does."""

from __future__ import annotations

from routes.model import Outcome
from routes.page.markup import Markup, element, join
from routes.page.words import OUTCOMES

# How far to the right of a sign its words begin.
SIGN_PX = 14.0
_STROKES = {
    Outcome.SUPPORTED: "m0 -4 3.5 4 6 -9",
    Outcome.BORDERLINE: "m0 -6q2.5 -3 5 -1t5 -1m-10 5q2.5 -3 5 -1t5 -1",
    Outcome.REFUTED: "m1 -8.5 8 8.5m0 -8.5 -8 8.5",
    Outcome.UNVERIFIABLE: "m2 -6.5q0 -2.5 3 -2.5t3 2.5q0 1.5 -1.5 2.2t-1.5 2m0 2v0.3",
}


def split_sign(words: str) -> tuple[Outcome | None, str]:
    """Return the verdict whose sign stands in some words, and the words without it.

    >>> split_sign("2 of 3: ✗ 90 km stated")
    (<Outcome.REFUTED: 'refuted'>, '2 of 3: 90 km stated')
    """
    for outcome, badge in OUTCOMES.items():
        before, sign, after = words.partition(f"{badge.sign} ")
        if sign:
            return outcome, before + after
    return None, words


def sign(outcome: Outcome, x: float, baseline: float) -> Markup:
    """Return the sign of a verdict, in its colour, over a stroke that parts it from the map."""
    d = f"M{x:.1f} {baseline:.1f}{_STROKES[outcome]}"
    css = OUTCOMES[outcome].css_class
    return join(element("path", {"class": name, "d": d}) for name in ("sign-case", f"sign {css}"))
