"""The depot of the seed story: 290 km from the front line, some 200 km from the border.

Expected figures: the distances measured on archived daily maps of the front (288.7 km to the depot and 295.8 km to
the town on 2023-10-13) and on OpenStreetMap's land border (195.1 and 202.3 km); Natural Earth is within 1.2 km of it.
"""

from __future__ import annotations

from datetime import date

import pytest

from routes.model import BorderView, LineKind, Outcome, Unit
from tests.judging.bench import Line, Told, length
from tests.judging.places import KHARKIV, TIKHORETSK, UKRAINE

PUBLISHED = date(2023, 10, 15)
FRONT = Line(LineKind.FRONT, "Ukraine")
BORDER = Line(LineKind.BORDER, "Ukraine")
SEED = Told(TIKHORETSK, length(290, half=5), FRONT, also=length(180, Unit.MI, half=5), on=PUBLISHED)


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (SEED, Outcome.SUPPORTED),
        (SEED.but(reference=BORDER), Outcome.REFUTED),
        (SEED.but(reference=BORDER, quantity=length(200, half=20), also=None), Outcome.SUPPORTED),
        (SEED.but(quantity=length(400, half=40), also=None, on=date(2024, 9, 1)), Outcome.REFUTED),
        (SEED.but(quantity=length(100, half=10), also=None), Outcome.REFUTED),
        (SEED.but(subject=FRONT, reference=TIKHORETSK), Outcome.SUPPORTED),
    ],
)
def test_the_same_figure_fits_the_front_and_not_the_border(told: Told, outcome: Outcome) -> None:
    assert told.judged().outcome is outcome


def test_the_measured_interval_holds_the_published_figures() -> None:
    claim = SEED.judged()
    assert claim.measured is not None
    assert claim.measured.low_m < 291_000
    assert claim.measured.high_m > 296_000
    assert claim.measured.m == pytest.approx(295_800, abs=4_000)  # the line is generalised to named settlements
    assert claim.measured.on == PUBLISHED
    assert claim.measured.line is not None
    assert claim.measured.line.valid_from is not None
    assert claim.measured.line.valid_from <= PUBLISHED


def test_the_depot_near_the_town_is_measured_too() -> None:
    (depot,) = SEED.judged().also_measured
    assert depot.subject == "Tikhoretsk ammunition depot"
    assert depot.measured.m == pytest.approx(288_650, abs=4_000)


def test_a_supported_front_claim_names_the_border_as_the_reading_that_does_not_fit() -> None:
    claim = SEED.judged()
    (border,) = claim.does_not_hold_for
    assert border.reference == "the border of Ukraine"
    # Over the town and the depot: 195.1 to 202.3 km, give or take the border's own uncertainty.
    assert 190_000 < border.measured.low_m <= 195_130
    assert 202_330 <= border.measured.high_m < 206_000
    assert "the border of Ukraine is 19" in claim.sentence


def test_a_refuted_border_claim_names_the_front_as_the_reading_that_holds() -> None:
    claim = SEED.but(reference=BORDER).judged()
    assert "the front line in Ukraine" in [other.reference for other in claim.holds_for]
    assert "does not match" in claim.sentence
    assert "290 km (180 mi) fits the front line in Ukraine (29" in claim.sentence
    assert claim.does_not_hold_for == ()


def test_the_sentence_can_be_quoted() -> None:
    sentence = SEED.judged().sentence
    assert sentence.startswith("Tikhoretsk lay 29")
    assert "from the front line in Ukraine on 15 October 2023 as the crow flies" in sentence
    assert "the stated 290 km (180 mi) fits" in sentence


def test_the_arithmetic_shows_every_step() -> None:
    steps = "\n".join(SEED.judged().arithmetic)
    for part in (
        "stated 290 km → 285.0–295.0 km",
        "stated 180 mi → 281.6–297.7 km",
        "the two figures agree; together 285.0–295.0 km",
        "radius 5 km",
        "valid 20",
        "uncertain by",
        "nearest points 45.85",
        "geodesic on WGS 84",
        "the intervals overlap by",
    ):
        assert part in steps


@pytest.mark.parametrize(("view", "words"), [(BorderView.UN, "border view: UN"), (BorderView.DE_FACTO, "de facto")])
def test_an_answer_that_rests_on_a_border_names_the_view(view: BorderView, words: str) -> None:
    claim = SEED.but(reference=BORDER, view=view).judged()
    assert claim.measured is not None
    assert claim.measured.border_view is view
    assert words in claim.sentence
    assert words in claim.reason
    assert any(words in step for step in claim.arithmetic)


def test_the_front_before_the_war_has_no_line_and_the_reason_says_so() -> None:
    claim = SEED.but(on=date(2022, 2, 1)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == "no front line in Ukraine is known for 1 February 2022"


def test_a_front_claim_without_a_date_is_unverifiable() -> None:
    claim = SEED.but(on=None).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "no date is known" in claim.reason


def test_a_front_claim_after_the_last_line_says_so() -> None:
    claim = SEED.but(on=date(2027, 3, 1), quantity=length(300, half=50), also=None).judged()
    assert claim.measured is not None
    assert claim.measured.line is not None
    assert claim.measured.line.valid_to is not None
    assert str(claim.measured.line.valid_to.year) in claim.reason


def test_a_front_claim_years_after_the_last_line_cannot_be_judged() -> None:
    assert SEED.but(on=date(2031, 1, 1)).judged().outcome is Outcome.UNVERIFIABLE


def test_a_border_claim_needs_no_date() -> None:
    claim = SEED.but(reference=BORDER, on=None).judged()
    assert claim.outcome is Outcome.REFUTED
    assert claim.measured is not None
    assert claim.measured.on is None


def test_a_country_as_reference_is_measured_to_its_edge() -> None:
    # 276.3 km to Kerch and 202.3 km to the land border: the nearer counts.
    claim = SEED.but(reference=UKRAINE, quantity=length(200, half=20), also=None).judged()
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.measured is not None
    assert claim.measured.m == pytest.approx(202_330, abs=2_000)


def test_one_end_unknown_keeps_the_other_for_the_ring() -> None:
    claim = SEED.but(subject="the depot", reference=KHARKIV).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == '"the depot" is not a named place'
    assert claim.subject is not None
    assert claim.subject.place is None
    assert claim.reference is not None
    assert claim.reference.place == KHARKIV
