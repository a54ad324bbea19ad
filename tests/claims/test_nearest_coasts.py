"""Claims about the sea, or the nearest coast: of whatever country."""

from __future__ import annotations

import pytest

from routes.model import LineKind, Outcome
from routes.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # To the Ivorian or Togolese shore some 755 km, to Cameroon's some 965 km, to the Pacific some 310 km.
        ("Ouagadougou, the capital of Burkina Faso, lies more than 700 km from the sea.", Outcome.SUPPORTED),
        ("Ouagadougou lies less than 300 km from the sea.", Outcome.REFUTED),
        ("Bangui lies more than 900 km from the nearest coast.", Outcome.SUPPORTED),
        ("La Paz lies about 310 km from the coast.", Outcome.SUPPORTED),
        # Nearest is the coast of Bangladesh, not that of China.
        ("Thimphu lies some 450 km from the nearest coast.", Outcome.SUPPORTED),
        ("Krakow is some 480 km from the sea.", Outcome.SUPPORTED),
        # Whether the Caspian Sea is a sea, the words leave open; and which ocean is the nearest.
        ("Tashkent lies 2,000 km from the sea.", Outcome.UNVERIFIABLE),
        ("La Paz lies 2,000 km from the Atlantic coast.", Outcome.UNVERIFIABLE),
    ],
)
def test_the_sea_is_the_nearest_coast_of_any_country(text: str, outcome: Outcome) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is outcome, claim.sentence


@pytest.mark.parametrize("words", ["the sea port of Odesa", "the Sea of Azov", "the sea bridge"])
def test_words_with_the_sea_in_them_are_no_coast(words: str) -> None:
    for claim in analyze(f"Kyiv lies 400 km from {words}.").claims:
        line = claim.statement.reference.line if claim.statement.reference else None
        assert line is None or line.kind is not LineKind.COAST
