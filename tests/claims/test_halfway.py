"""Claims that put a place halfway between two others."""

from __future__ import annotations

import json

import pytest

from routes.model import Claim, Outcome, StatementKind
from routes.pipeline import analyze
from routes.report import render_json


def claims_of(text: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in analyze(text).claims if claim.statement.kind is StatementKind.HALFWAY)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # As the crow flies 191 and 255 km; by road 210 and 265.
        ("Uman lies halfway between Kyiv and Odesa.", Outcome.SUPPORTED),
        ("Linz is midway between Vienna and Munich.", Outcome.SUPPORTED),
        ("Springfield is about halfway from Boston to Albany.", Outcome.SUPPORTED),
        ("Midway between Boston and Albany lies Springfield.", Outcome.SUPPORTED),
        # At 36 % of the way.
        ("Vinnytsia lies half-way between Kyiv and Odesa.", Outcome.BORDERLINE),
        # 117 and 185 km, at 39 % of the way: the towns' extents do not bring it nearer to the middle.
        ("Lodz lies halfway between Warsaw and Wroclaw.", Outcome.BORDERLINE),
        # Near one end; far aside.
        ("Bila Tserkva lies halfway between Kyiv and Odesa.", Outcome.REFUTED),
        ("Lviv lies halfway between Kyiv and Odesa.", Outcome.REFUTED),
    ],
)
def test_halfway_is_about_as_far_from_both_and_on_the_way(text: str, outcome: Outcome) -> None:
    (claim,) = claims_of(text)
    assert claim.outcome is outcome, claim.sentence


def test_the_sentence_tells_both_distances() -> None:
    (claim,) = claims_of("Linz is midway between Vienna and Munich.")
    assert claim.sentence.startswith("Linz lies 155 km from Vienna and 202 km from Munich as the crow flies")


def test_an_island_between_two_coasts_is_measured_from_edge_to_edge() -> None:
    # From Crete's south coast to Egypt's at Marsa Matruh some 400 km.
    (claim,) = claims_of("The ship sank halfway between Crete and Egypt.")
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "is not a named place" in claim.reason


def test_countries_that_touch_have_nothing_between_them() -> None:
    (claim,) = claims_of("Kyiv is halfway between Belarus and Ukraine.")
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "touch, so that nothing lies between them" in claim.reason


@pytest.mark.parametrize(
    "text",
    [
        "He was halfway between hope and despair.",
        "The flight landed at Midway Airport near Chicago and Boston.",
        "The march stopped halfway through Kyiv.",
        "Halfway between breakfast and lunch he left Kyiv.",
    ],
)
def test_what_lies_between_no_two_places_is_no_claim(text: str) -> None:
    assert claims_of(text) == ()


def test_no_length_is_read_into_halfway() -> None:
    report = json.loads(render_json(analyze("Linz is midway between Vienna and Munich.")))
    (claim,) = report["claims"]
    assert claim["kind"] == "halfway between"
    assert (claim["stated"]["value"], claim["stated"]["unit"], claim["stated"]["high_km"]) == (0.5, "of the way", 0)
