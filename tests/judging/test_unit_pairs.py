"""The same figure in two units."""

from __future__ import annotations

import pytest

from routes.judging.pair import pair_agrees, read_stated
from routes.model import Modifier, Outcome, Unit
from tests.judging.bench import Told, length, place

CAIRO = place("Cairo", 30.0626, 31.2497, extent_km=19)
PORT_SAID = place("Port Said", 31.2565, 32.2841, extent_km=5)  # 164.9 km from Cairo


@pytest.mark.parametrize(
    ("km", "mi", "agrees"),
    [
        (290, 180, True),
        (300, 186, True),
        (300, 180, True),
        (145, 90, True),
        (113, 70, True),
        (60, 36, True),
        (7, 4, True),
        (200, 60, False),
        (290, 220, False),
        (100, 100, False),
        (1000, 62, False),
    ],
)
def test_two_figures_agree_if_their_roundings_overlap(km: float, mi: float, agrees: bool) -> None:
    assert pair_agrees(length(km), length(mi, Unit.MI)) is agrees
    assert pair_agrees(length(mi, Unit.MI), length(km)) is agrees


def test_a_modifier_does_not_make_a_pair_agree() -> None:
    within = length(200, modifier=Modifier.WITHIN)
    assert not pair_agrees(within, length(60, Unit.MI, modifier=Modifier.WITHIN))


def test_a_pair_that_agrees_is_judged_by_what_both_allow() -> None:
    told = Told(PORT_SAID, length(300, half=30), CAIRO, also=length(186, Unit.MI))
    (figure,) = read_stated(told.read()[0]).figures
    assert (figure.low_m, figure.high_m) == pytest.approx((298_533.3, 300_142.7), abs=0.1)


@pytest.mark.parametrize(
    ("km", "mi", "outcome", "words"),
    [
        (165, 200, Outcome.BORDERLINE, "165 km fits, 200 mi does not"),
        (400, 103, Outcome.BORDERLINE, "103 mi fits, 400 km does not"),
        (500, 20, Outcome.REFUTED, "neither fits"),
    ],
)
def test_a_pair_that_contradicts_itself_is_judged_figure_by_figure(
    km: float, mi: float, outcome: Outcome, words: str
) -> None:
    claim = Told(PORT_SAID, length(km), CAIRO, also=length(mi, Unit.MI)).judged()
    assert claim.pair_agrees is False
    assert claim.outcome is outcome
    assert "contradict each other" in claim.reason
    assert words in claim.sentence


def test_a_pair_that_contradicts_itself_is_flagged_where_no_place_is_known() -> None:
    claim = Told("the wreck", length(200), "the shore", also=length(60, Unit.MI)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.pair_agrees is False
    assert "200 km and 60 mi, contradict each other" in claim.reason
    assert "200 km and 60 mi, contradict each other" in claim.sentence


def test_a_single_figure_is_no_pair() -> None:
    assert Told(PORT_SAID, length(165), CAIRO).judged().pair_agrees is None
