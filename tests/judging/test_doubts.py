"""When the numbers are there but the places are in doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from routes.model import LineKind, Outcome, PlaceKind
from tests.judging.bench import Line, Told, length, place
from tests.judging.places import TIKHORETSK

BLAGOVESHCHENSK = place("Blagoveshchensk", 50.2796, 127.5405, country="RU", extent_km=5)
VOSTOCHNY = place("Vostochny", 51.884, 128.333, country="RU", extent_km=15, kind=PlaceKind.SPACEPORT)
NEAR_MOSCOW = place("Vostochny near Moscow", 55.817, 37.868, country="RU")
BESIDE = place("Vostochny town", 51.90, 128.40, country="RU")
# The cosmodrome lies 186.9 km from the town.
TOLD = Told(VOSTOCHNY, length(180, half=5), BLAGOVESHCHENSK)


def test_namesakes_that_disagree_make_a_claim_unverifiable_and_both_are_listed() -> None:
    claim = TOLD.but(rivals=((NEAR_MOSCOW, 0.4),)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "it depends on which Vostochny is meant" in claim.reason
    assert "Vostochny (RU, 51.88, 128.33): 187 km, supported" in claim.reason
    assert "Vostochny near Moscow (RU, 55.82, 37.87)" in claim.reason
    assert claim.measured is not None


@pytest.mark.parametrize(
    ("rival", "score"),
    [
        (NEAR_MOSCOW, 0.17),  # less than a fifth of the best, 0.9
        (BESIDE, 0.6),  # the same spot under another name
    ],
)
def test_a_weak_rival_or_the_same_spot_leaves_the_outcome(rival: object, score: float) -> None:
    claim = TOLD.but(rivals=((rival, score),)).judged()
    assert claim.outcome is Outcome.SUPPORTED


def test_namesakes_that_agree_leave_the_outcome() -> None:
    told = TOLD.but(quantity=length(20_000), rivals=((NEAR_MOSCOW, 0.4),))
    assert told.judged().outcome is Outcome.REFUTED


def test_a_place_that_the_claim_chose_where_chance_might_is_not_supported_by_it() -> None:
    assert TOLD.judged().outcome is Outcome.SUPPORTED
    claim = TOLD.but(chosen=True, doubtful=True).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.place_chosen_by_claim
    assert "itself chose" in claim.reason
    assert claim.measured is not None


def test_a_place_that_only_the_claim_can_mean_is_supported_and_marked() -> None:
    claim = TOLD.but(chosen=True).judged()
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.place_chosen_by_claim


def test_a_hamlet_an_ocean_away_is_not_the_one_that_is_meant() -> None:
    hamlet = replace(place("Roxford", 43.25, -89.68, country="US"), id="gn:1", population=800)
    claim = TOLD.but(subject=hamlet, quantity=length(25)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "another place of that name" in claim.reason


def test_a_place_that_the_claim_chose_can_still_be_refuted() -> None:
    claim = TOLD.but(chosen=True, quantity=length(900)).judged()
    assert claim.outcome is Outcome.REFUTED
    assert claim.place_chosen_by_claim


def test_an_area_larger_than_the_stated_distance_is_no_reference() -> None:
    sea = place("Sea of Japan", 40.0, 135.0, extent_km=900, kind=PlaceKind.SEA)
    claim = Told(VOSTOCHNY, length(300), sea).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "900 km in radius" in claim.reason


def test_against_an_area_only_the_straight_line_counts() -> None:
    lake = place("Some Region", 52.0, 140.0, extent_km=50, kind=PlaceKind.REGION)
    claim = Told(VOSTOCHNY, length(1200), lake).judged()  # 797 km to the centre: 1.5 times as far
    assert claim.outcome is Outcome.REFUTED
    assert "which alone counts" in claim.reason


def test_two_lines_cannot_be_measured() -> None:
    front, border = Line(LineKind.FRONT, "Ukraine"), Line(LineKind.BORDER, "Poland")
    claim = Told(front, length(50), border, on=date(2023, 10, 15)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == "both ends are lines, not places"


@pytest.mark.parametrize("subject", [None, "the depot", "the\n\n<b>town</b>"])
def test_an_unnamed_end_is_unverifiable_with_its_reason(subject: str | None) -> None:
    claim = Told(subject, length(50), TIKHORETSK).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "not" in claim.reason
    assert "\n" not in claim.sentence
    assert claim.reference is not None
    assert claim.reference.place == TIKHORETSK
    assert claim.sentence.endswith(".")
