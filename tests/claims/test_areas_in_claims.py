"""Claims whose ends are countries, divisions or the territorial sea: measured from the land, not from a middle."""

from __future__ import annotations

import pytest

from routes.model import Claim, LineKind, Outcome
from routes.pipeline import analyze


def claim_of(text: str) -> Claim:
    (claim,) = analyze(text).claims
    return claim


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # The nearest points of the two lie 888.1 km apart, the farthest 2,858.0 (measured by another program).
        ("Iran lies 900 km from Israel.", Outcome.SUPPORTED),
        ("Iran lies 500 km from Israel.", Outcome.REFUTED),
        ("Iran lies 4,000 km from Israel.", Outcome.REFUTED),
        ("Cuba lies 90 miles from Florida.", Outcome.SUPPORTED),
        # Kharkiv is some 30 km from Russia, which is Belgorod's oblast there; the city of Belgorod is 73 km away.
        ("Kharkiv lies 30 km from Belgorod region.", Outcome.SUPPORTED),
        ("Kharkiv lies 30 km from the border of Belgorod region.", Outcome.SUPPORTED),
        ("Kharkiv lies 300 km from the Belgorod region's border.", Outcome.REFUTED),
        # By road 14 miles from Reno to the line at Verdi.
        ("Reno is 20 km from the California border.", Outcome.SUPPORTED),
        ("Belgorod lies 40 km from the Russia-Ukraine border.", Outcome.SUPPORTED),
        # The land border of Poland with Belarus is 4 km from Brest; Russia's stretch is far off.
        ("Brest lies 4 km from the border between Belarus and Poland.", Outcome.SUPPORTED),
        ("Kursk lies 100 km inside Russia.", Outcome.SUPPORTED),
    ],
)
def test_what_is_larger_than_a_town_is_measured_by_its_outline(text: str, outcome: Outcome) -> None:
    claim = claim_of(text)
    assert claim.outcome is outcome, claim.sentence


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # Geodesics between the cities: Junin 236 km, Albany 217 km; from Rosario to the edge of the province 47 km.
        ("Junin lies 50 km west of Buenos Aires.", Outcome.REFUTED),
        ("Junin lies 240 km west of Buenos Aires.", Outcome.SUPPORTED),
        ("Junin is 50 km from Buenos Aires.", Outcome.REFUTED),
        ("Albany is 220 km north of New York.", Outcome.SUPPORTED),
        ("Rosario is 50 km from Buenos Aires province.", Outcome.SUPPORTED),
        ("Seattle lies 220 km north of Washington.", Outcome.REFUTED),
    ],
)
def test_a_name_of_a_city_and_its_division_means_the_city_unless_the_words_say_otherwise(
    text: str, outcome: Outcome
) -> None:
    claim = claim_of(text)
    assert claim.outcome is outcome, claim.sentence


def test_a_figure_between_the_nearest_and_the_farthest_points_of_two_countries_is_left_open() -> None:
    claim = claim_of("Iran is 1,500 km from Israel.")
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "from edge to edge it is 888 km, 2,858 km at most" in claim.reason


def test_a_town_in_the_country_is_no_distance_from_it() -> None:
    claim = claim_of("Kharkiv lies 40 km from Ukraine.")
    assert claim.outcome is Outcome.REFUTED
    assert claim.sentence.startswith("Kharkiv lies in Ukraine (border view: UN): the stated 40 km does not match")
    assert claim.measured is not None
    assert claim.measured.m == 0


def test_the_adjective_of_a_country_is_not_the_town_that_once_had_such_a_name() -> None:
    # Angren in Uzbekistan and Petropavl in Kazakhstan have borne such names.
    claim = claim_of("Orenburg lies 80 km from the Kazakh border.")
    assert claim.reference is not None
    assert claim.reference.name == "the border of Kazakhstan"
    assert claim.outcome is not Outcome.UNVERIFIABLE


@pytest.mark.parametrize(
    "text",
    [
        "The Hague lies 50 km southwest of Amsterdam.",
        "Delft is 10 km from The Hague.",
        "The Dalles is 120 km east of Portland.",
    ],
)
def test_an_article_may_belong_to_the_name_of_a_town(text: str) -> None:
    assert claim_of(text).outcome is not Outcome.UNVERIFIABLE


@pytest.mark.parametrize(
    "text",
    [
        # By their latitudes: Kisumu 0.09 S, Tromso 69.65 N, Rockhampton 23.38 S, Mazatlan 23.25 N; 111 km to a degree.
        "Kisumu lies 10 km south of the equator.",
        "Tromso is some 345 km north of the Arctic Circle.",
        "Rockhampton is within 15 km of the Tropic of Capricorn.",
        "Mazatlan is 22 km south of the Tropic of Cancer.",
    ],
)
def test_a_parallel_with_a_name_is_a_line(text: str) -> None:
    claim = claim_of(text)
    assert claim.outcome is Outcome.SUPPORTED, claim.sentence
    assert claim.reference is not None
    assert claim.reference.name in text


def test_a_parallel_on_the_other_side_or_too_far_is_refuted() -> None:
    assert claim_of("Tromso is 345 km south of the Arctic Circle.").outcome is Outcome.REFUTED
    assert claim_of("Tromso is 45 km north of the Arctic Circle.").outcome is Outcome.REFUTED


def test_a_division_without_an_outline_is_not_judged_by_its_middle() -> None:
    claim = claim_of("Nairobi lies 60 km from the border of Kajiado county.")
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "is not in the data; a file with it can be given by --line" in claim.reason


@pytest.mark.parametrize(
    "words",
    [
        "Japan's territorial waters",
        "the territorial waters of Japan",
        "Japanese territorial waters",
        "Japan's territorial sea",
        "Japan's 12-nautical-mile limit",
    ],
)
def test_the_territorial_sea_begins_12_miles_off_the_coast(words: str) -> None:
    # Cape Soya is 140 km from Korsakov; 12 nautical miles are 22.2 km.
    claim = claim_of(f"Korsakov lies 120 km from {words}.")
    assert claim.outcome is Outcome.SUPPORTED, claim.sentence
    assert claim.statement.reference is not None
    line = claim.statement.reference.line
    assert line is not None
    assert line.kind is LineKind.TERRITORIAL_SEA
    assert any("12 nautical miles from the coast as drawn" in step for step in claim.arithmetic)


def test_miles_off_a_coast_are_no_territorial_sea() -> None:
    claim = claim_of("Korsakov lies 12 miles off the coast of Japan.")
    assert claim.outcome is Outcome.REFUTED
    assert claim.reference is not None
    assert claim.reference.name == "the coast of Japan"


def test_what_a_straight_baseline_could_explain_is_left_open() -> None:
    claim = claim_of("Korsakov lies 105 km from the territorial waters of Japan.")
    assert claim.outcome is Outcome.UNVERIFIABLE or claim.outcome is Outcome.BORDERLINE
    claim = claim_of("Korsakov lies 98 km from the territorial waters of Japan.")
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "a straight baseline can put the limit up to 22 km farther out" in claim.reason


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Sudzha lies 10 km inside the Kursk region.", Outcome.SUPPORTED),  # 10 km from the border by every report
        ("Sudzha lies 90 km inside Russia.", Outcome.REFUTED),
        # 30 km from the border, but on its other side.
        ("Kharkiv lies 30 km inside Russia.", Outcome.REFUTED),
    ],
)
def test_inside_a_country_is_told_from_its_edge_and_on_its_side(text: str, outcome: Outcome) -> None:
    claim = claim_of(text)
    assert claim.outcome is outcome, claim.sentence


def test_the_wrong_side_is_named() -> None:
    assert claim_of("Kharkiv lies 30 km inside Russia.").reason.startswith("Kharkiv lies outside, not inside Russia")


def test_a_country_and_a_front_are_measured_from_edge_to_line() -> None:
    report = analyze("Crimea lies 100 km from Japan's territorial waters.")
    assert report.claims[0].outcome is Outcome.REFUTED
