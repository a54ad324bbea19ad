"""The story that the project started from, end to end, in our own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from routes.geo import distance_m
from routes.model import Level, MentionKind, Mode, Outcome, Position, Report, Status
from routes.page import render_page
from routes.pipeline import analyze
from routes.reading import read_article
from routes.report import render_json

FOLDER = Path(__file__).parents[2] / "maps" / "najin-tikhoretsk"
# Public gazetteers and published imagery analyses.
STOPS = {
    "Najin": Position(lat=42.2271, lon=130.2826),
    "Dunay": Position(lat=42.8790, lon=132.3350),
    "Tikhorestk": Position(lat=45.8547, lon=40.1253),
}


@pytest.fixture(scope="module")
def report() -> Report:
    return analyze(read_article((FOLDER / "article.txt").read_bytes(), source="article.txt"))


def test_the_stops_are_these_three_in_this_order(report: Report) -> None:
    (itinerary,) = report.itineraries
    assert [stop.name for stop in itinerary.stops] == list(STOPS)
    for stop in itinerary.stops:
        assert stop.place is not None
        assert distance_m(stop.place.position, STOPS[stop.name]) < 10_000


def test_the_goods_went_by_the_ship_and_then_by_rail(report: Report) -> None:
    legs = report.itineraries[0].legs
    assert [(leg.mode, leg.vessel) for leg in legs] == [(Mode.SEA, "Angara"), (Mode.RAIL, None)]
    assert [leg.status for leg in legs] == [Status.ALLEGED, Status.ALLEGED]
    assert [leg.attribution.name for leg in legs if leg.attribution] == ["White House", "White House"]


def test_the_ship_flies_a_flag_and_is_no_place(report: Report) -> None:
    (vessel,) = report.itineraries[0].vessels
    assert (vessel.name, vessel.flag) == ("Angara", "RU")
    assert ("Angara", MentionKind.VESSEL) in [(mention.text, mention.kind) for mention in report.vetoed]


def test_at_least_a_thousand_containers(report: Report) -> None:
    (cargo,) = report.itineraries[0].cargo
    assert (cargo.low, cargo.high, cargo.unit, cargo.hedge) == (1000, None, "containers", "more than")


def test_the_window_leaves_the_meeting_out(report: Report) -> None:
    window = report.itineraries[0].window
    assert window is not None
    assert (window.start, window.end) == (date(2023, 9, 7), date(2023, 10, 1))
    assert window.attribution is not None
    assert window.attribution.name == "U.S. government"


def test_weekdays_are_those_before_the_publication(report: Report) -> None:
    days = {mention.text: mention.on for mention in report.dates}
    assert (days["Friday"], days["Saturday"]) == (date(2023, 10, 13), date(2023, 10, 14))


def test_290_km_fits_the_front_line_and_not_the_border(report: Report) -> None:
    (claim,) = report.claims
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.pair_agrees is True
    assert claim.statement.attribution is not None
    assert claim.measured is not None
    # Town to the front on published daily maps of October 2023: 291 to 296 km; the depot: 288.7 km.
    assert claim.measured.low_m <= 291_000 < 296_000 <= claim.measured.high_m
    depot = next(other for other in claim.also_measured if "depot" in other.subject)
    assert depot.measured.low_m <= 288_700 <= depot.measured.high_m
    # The border: 195 km from the depot, 202 km from the town.
    (border,) = [other for other in claim.does_not_hold_for if "border" in other.reference]
    assert 194_000 <= border.measured.m <= 203_000
    stated = re.search(r"the border of Ukraine is (\d+) to (\d+) km away", claim.sentence)
    assert stated is not None
    assert int(stated.group(1)) <= 195 < 202 <= int(stated.group(2))


def test_the_oddities_of_the_text_are_named(report: Report) -> None:
    codes = {notice.code for notice in report.notices if notice.level is Level.WARNING}
    assert {"odd-border", "kind-differs", "spelling"} <= codes


def test_capitals_and_the_cosmodrome_are_places_but_no_stops(report: Report) -> None:
    names = {resolution.mention.text for resolution in report.toponyms}
    assert {"Moscow", "Pyongyang", "Vostochny Cosmodrome", "Seoul"} <= names
    assert not names & {"Angara", "Kinzhal", "Kim", "Kirby", "Putin"}


def test_the_report_is_the_committed_one(report: Report, golden: Callable[[Path, str], None]) -> None:
    golden(FOLDER / "report.json", render_json(report))


def test_the_page_is_the_committed_one(report: Report, golden: Callable[[Path, str], None]) -> None:
    golden(FOLDER / "route.html", render_page(report))
