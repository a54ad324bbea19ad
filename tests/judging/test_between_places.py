"""Distances and directions between two places. Expected figures: geodesics on WGS 84 between the literals."""

from __future__ import annotations

import pytest

from routes.model import Modifier, Outcome, StatementKind, Unit
from tests.judging.bench import Told, length, place

ACAPULCO = place("Acapulco", 16.8634, -99.8901, extent_km=9)
MEXICO_CITY = place("Mexico City", 19.4285, -99.1277, extent_km=16)
SEOUL = place("Seoul", 37.566, 126.9784, extent_km=20)
BUSAN = place("Busan", 35.1028, 129.0403, extent_km=14)
LINZ = place("Linz", 48.3064, 14.2861, extent_km=4)
VIENNA = place("Vienna", 48.2085, 16.3721, extent_km=10)
# 295.1 km apart, interval 269 to 321 km.
MILES = Told(ACAPULCO, length(300, Unit.MI, half=5), MEXICO_CITY)


@pytest.mark.parametrize(
    ("told", "outcome", "reason"),
    [
        (MILES.but(quantity=length(295)), Outcome.SUPPORTED, "fits as the crow flies"),
        (MILES.but(quantity=length(325)), Outcome.BORDERLINE, "near miss: 3.4 km too long"),
        (MILES.but(quantity=length(260)), Outcome.BORDERLINE, "near miss: 8.6 km too short"),
        (MILES, Outcome.BORDERLINE, "could be a road distance: 1.64 times the straight line"),
        (MILES.but(quantity=length(580)), Outcome.BORDERLINE, "could be a road distance: 1.97"),
        (MILES.but(quantity=length(600)), Outcome.REFUTED, "2.0 times the straight line"),
        (MILES.but(quantity=length(150)), Outcome.REFUTED, "no route is shorter"),
        (MILES.but(quantity=length(400, modifier=Modifier.WITHIN)), Outcome.SUPPORTED, "fits"),
        (MILES.but(quantity=length(100, modifier=Modifier.WITHIN)), Outcome.REFUTED, "no route is shorter"),
        (Told(BUSAN, length(325), SEOUL), Outcome.SUPPORTED, "fits"),
        (Told(LINZ, length(185), VIENNA), Outcome.BORDERLINE, "near miss"),
        (Told(LINZ, length(210), VIENNA, kind=StatementKind.ROUTE), Outcome.BORDERLINE, "could be a road distance"),
        (Told(LINZ, length(100), VIENNA, kind=StatementKind.ROUTE), Outcome.REFUTED, "no route is shorter"),
    ],
)
def test_a_length_is_judged_by_its_interval_and_by_what_a_road_could_be(
    told: Told, outcome: Outcome, reason: str
) -> None:
    claim = told.judged()
    assert claim.outcome is outcome
    assert reason in claim.reason


def test_kilometres_read_as_miles_are_named_as_the_reading_that_fits() -> None:
    (other,) = MILES.judged().holds_for
    assert other.reference == "Mexico City (if 300 km were meant)"
    assert "300 km would fit" in MILES.judged().sentence


def test_miles_read_as_kilometres_are_named_too() -> None:
    claim = MILES.but(quantity=length(183)).judged()  # 183 mi are 294.5 km
    assert claim.outcome is Outcome.REFUTED
    assert "183 mi would fit" in claim.sentence


@pytest.mark.parametrize(
    ("bearing", "outcome", "direction"),
    [
        # Busan lies 325 km from Seoul at azimuth 146: off by 34, 56, 79, 124 and 146 degrees.
        ("south", Outcome.SUPPORTED, Outcome.SUPPORTED),
        ("east", Outcome.BORDERLINE, Outcome.BORDERLINE),
        ("southwest", Outcome.REFUTED, Outcome.REFUTED),
        ("west", Outcome.REFUTED, Outcome.REFUTED),
        ("north", Outcome.REFUTED, Outcome.REFUTED),
    ],
)
def test_a_wrong_direction_refutes_a_right_length(bearing: str, outcome: Outcome, direction: Outcome) -> None:
    claim = Told(BUSAN, length(325), SEOUL, bearing=bearing).judged()
    assert (claim.outcome, claim.bearing_outcome) == (outcome, direction)
    assert claim.bearing_measured_deg == pytest.approx(145.6, abs=0.5)


def test_a_wrong_direction_is_named_with_the_true_one() -> None:
    claim = Told(BUSAN, length(325), SEOUL, bearing="north").judged()
    assert claim.reason == "wrong direction: it lies southeast (145°), stated north"
    assert (
        "southeast of Seoul as the crow flies: the stated 325 km fits, but the stated direction, north, does not match"
        in claim.sentence
    )


def test_the_direction_counts_from_the_reference_to_the_subject() -> None:
    there = Told(BUSAN, length(325), SEOUL, bearing="south").judged()
    back = Told(SEOUL, length(325), BUSAN, bearing="south").judged()
    assert there.bearing_outcome is Outcome.SUPPORTED
    assert back.bearing_outcome is Outcome.REFUTED


def test_neighbouring_large_places_allow_more_of_a_direction() -> None:
    # 15 km apart at azimuth 257 with 23 km of extents: "south" is 77 degrees off.
    centre = place("Bogota", 4.6097, -74.0817, extent_km=19)
    suburb = place("Soacha", 4.5794, -74.2168, extent_km=3.4)
    assert Told(suburb, length(15), centre, bearing="south").judged().bearing_outcome is Outcome.BORDERLINE


def test_a_direction_across_the_antimeridian_is_the_short_way() -> None:
    west, east = place("Suva", -18.14, 178.44), place("Apia", -13.83, -171.77)
    claim = Told(east, length(1150, half=25), west, bearing="east").judged()
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.bearing_measured_deg == pytest.approx(66, abs=2)


def test_two_names_for_one_place_cannot_be_measured() -> None:
    claim = Told(SEOUL, length(5), place("Seoul", 37.566, 126.9784, extent_km=20)).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert claim.reason == "both ends are the same place"


def test_a_travel_time_that_nobody_can_keep_is_refuted() -> None:
    claim = Told(BUSAN, length(1, Unit.HOUR), SEOUL, kind=StatementKind.TRAVEL_TIME).judged()
    assert claim.outcome is Outcome.REFUTED
    assert "nobody travels so fast" in claim.reason


def test_a_travel_time_is_unverifiable_and_keeps_its_ends() -> None:
    claim = Told(BUSAN, length(5, Unit.HOUR), SEOUL, kind=StatementKind.TRAVEL_TIME).judged()
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "66 km/h" in claim.reason  # 330 km in 5 hours
    assert "travel time" in claim.reason
    assert claim.subject is not None
    assert claim.subject.place == BUSAN
