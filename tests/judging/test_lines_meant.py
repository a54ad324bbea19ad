"""Which line the words name, and whose."""

from __future__ import annotations

from datetime import date

import pytest

from routes.geo import ReferenceLine
from routes.model import LineKind, LineVersion, Outcome, PlaceKind, Position
from tests.judging.bench import Line, Told, length, place
from tests.judging.places import KHARKIV, RUSSIA, TIKHORETSK, UKRAINE

DAY = date(2023, 10, 15)
SOMEWHERE = place("Somewhere", 10.0, 10.0, country="NG")
FAYA = place("Faya", 17.9257, 19.1043, country="TD")
SEOUL = place("Seoul", 37.566, 126.9784, country="KR", extent_km=20)
LVIV = place("Lviv", 49.8383, 24.0232, country="UA", extent_km=6)


def test_a_front_without_a_country_is_the_only_one_the_article_can_mean() -> None:
    told = Told(TIKHORETSK, length(290, half=5), Line(LineKind.FRONT), on=DAY, others=(KHARKIV,))
    assert told.judged().outcome is Outcome.SUPPORTED


def test_a_front_without_a_country_and_no_place_near_one_is_not_guessed() -> None:
    claim = Told(SOMEWHERE, length(50), Line(LineKind.FRONT), on=DAY).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == "which front is not said"


def test_a_front_of_a_country_without_one_is_unverifiable() -> None:
    claim = Told(SOMEWHERE, length(50), Line(LineKind.FRONT, "Russia"), on=DAY).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "no front line in Russia" in claim.reason


def test_the_users_line_wins_over_the_built_in_front() -> None:
    # One degree of latitude south of the town: 111.1 km.
    south = (Position(lat=44.8547, lon=39.0), Position(lat=44.8547, lon=41.0))
    own = ReferenceLine(LineVersion("own", "own line", None, None, 2.0, "a file"), (south,), None, ())
    claim = Told(TIKHORETSK, length(111), Line(LineKind.FRONT, "Ukraine"), on=DAY, lines=(own,)).judged()
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.measured is not None
    assert claim.measured.line is not None
    assert claim.measured.line.id == "own"


def test_a_users_line_that_does_not_hold_on_the_day_is_not_used() -> None:
    version = LineVersion("own", "own line", date(2024, 1, 1), date(2024, 2, 1), 2.0, "a file")
    own = ReferenceLine(version, ((Position(lat=44.9, lon=39.0), Position(lat=44.9, lon=41.0)),), None, ())
    claim = Told(TIKHORETSK, length(111), Line(LineKind.FRONT, "Ukraine"), on=DAY, lines=(own,)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == "no line of the given file holds for 15 October 2023"


def test_a_border_without_an_owner_is_the_other_country_of_the_sentence() -> None:
    # Kharkiv is some 30 km from Russia (OpenStreetMap: 30 km from the city's edge, 38 from its centre).
    claim = Told(KHARKIV, length(35, half=5), Line(LineKind.BORDER), others=(UKRAINE, RUSSIA)).judged()
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.reference is not None
    assert claim.reference.name == "the border of Russia"


def test_a_border_without_an_owner_is_that_of_the_subjects_country() -> None:
    # Kharkiv is some 30 km from Russia.
    claim = Told(KHARKIV, length(35, half=5), Line(LineKind.BORDER)).judged()
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.reference is not None
    assert claim.reference.name == "the border of Ukraine"


def test_a_coast_without_an_owner_is_that_of_the_subjects_country() -> None:
    # Seoul is some 30 km from the Yellow Sea at Incheon.
    claim = Told(SEOUL, length(30, half=5), Line(LineKind.COAST)).judged()
    assert claim.outcome is Outcome.SUPPORTED


def test_the_border_of_a_division_that_is_not_in_the_data_is_unverifiable_and_says_what_helps() -> None:
    region = place("Texas", 31.25, -99.25, extent_km=600, country="US", kind=PlaceKind.DIVISION)
    told = Told(SOMEWHERE, length(30), Line(LineKind.BORDER, "Texas"), others=(region,))
    claim = told.judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == "the border of Texas is not in the data; a file with it can be given by --line"


@pytest.mark.parametrize(
    ("detail", "outcome"),
    # 17.9257 N to 16 N along the meridian: 213.1 km.
    [("16", Outcome.SUPPORTED), ("16th", Outcome.SUPPORTED), ("38", Outcome.REFUTED), ("16 S", Outcome.REFUTED)],
)
def test_a_parallel_is_exact(detail: str, outcome: Outcome) -> None:
    assert Told(FAYA, length(213), Line(LineKind.PARALLEL, detail=detail)).judged().outcome is outcome


def test_a_parallel_past_the_pole_is_unverifiable() -> None:
    claim = Told(FAYA, length(213), Line(LineKind.PARALLEL, detail="95")).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE


def test_the_korean_demarcation_line_is_some_40_to_50_km_from_seoul() -> None:
    claim = Told(SEOUL, length(50, half=5), Line(LineKind.DEMARCATION)).judged()
    assert claim.outcome is Outcome.SUPPORTED


def test_a_border_far_away_is_refuted_by_the_straight_line_alone() -> None:
    assert Told(LVIV, length(65, half=5), Line(LineKind.BORDER, "Poland")).judged().outcome is Outcome.SUPPORTED
    claim = Told(LVIV, length(100, half=5), Line(LineKind.BORDER, "Poland")).judged()
    assert claim.outcome is Outcome.REFUTED  # 1.5 times as far: no road counts against a border
