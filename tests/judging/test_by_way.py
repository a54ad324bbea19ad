"""A stated length by rail or sea is held against the way itself."""

from __future__ import annotations

import pytest

from routes.model import Outcome, Reading
from routes.paths import OPEN, Ways
from routes.pipeline import Options, analyze


# Tariff kilometres of Russian Railways: Moscow-Vladivostok 9,288.
@pytest.mark.parametrize(
    "text",
    [
        "Vladivostok lies 9,288 km from Moscow by rail.",
        "The Trans-Siberian railway runs 9,288 km from Vladivostok to Moscow.",
    ],
)
def test_a_length_by_rail_fits_the_way_by_rail(text: str) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.measured is not None
    assert claim.measured.reading is Reading.ROUTE
    assert "by rail" in claim.sentence
    assert "as the crow flies" not in claim.sentence


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # Shorter than the straight line of 6,430 km: by no way.
        ("Vladivostok lies 5,000 km from Moscow by rail.", Outcome.REFUTED),
        # Longer than the way by rail that is known, but some way may be so long.
        ("Vladivostok lies 12,000 km from Moscow by rail.", Outcome.BORDERLINE),
        # The straight line fits: nothing is said of a way.
        ("Vladivostok lies 6,430 km from Moscow by air.", Outcome.SUPPORTED),
    ],
)
def test_what_does_not_fit_the_way_is_judged_as_before(text: str, outcome: Outcome) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is outcome
    assert claim.measured is not None
    assert claim.measured.reading is Reading.STRAIGHT_LINE


# Rotterdam-Singapore: by Suez some 15,400 km, round the Cape of Good Hope some 21,900.
@pytest.mark.parametrize(
    ("ways", "outcome"), [(OPEN, Outcome.REFUTED), (Ways(avoid=frozenset({"suez"})), Outcome.SUPPORTED)]
)
def test_a_length_by_sea_is_held_against_the_way_that_the_user_leaves_open(ways: Ways, outcome: Outcome) -> None:
    (claim,) = analyze("Rotterdam is 21,900 km from Singapore by sea.", Options(ways=ways)).claims
    assert claim.outcome is outcome
