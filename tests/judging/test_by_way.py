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
        # The straight line fits: nothing is said of a way.
        ("Vladivostok lies 6,430 km from Moscow by air.", Outcome.SUPPORTED),
        # The sea is that of another leg.
        ("Goods sent by sea to Constanta, 305 km from Odesa, were seized.", Outcome.SUPPORTED),
    ],
)
def test_what_has_no_way_is_judged_by_the_straight_line(text: str, outcome: Outcome) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is outcome
    assert claim.measured is not None
    assert claim.measured.reading is Reading.STRAIGHT_LINE


@pytest.mark.parametrize(
    "text",
    [
        # Longer than the way by rail that is known, but some way may be so long.
        "Vladivostok lies 12,000 km from Moscow by rail.",
        # The straight line, said to be the way.
        "Vladivostok lies 6,430 km from Moscow by rail.",
        "Freight went by train from Moscow to Vladivostok, a journey of 11,500 km.",
    ],
)
def test_what_does_not_fit_the_way_by_rail_is_told_its_length(text: str) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is Outcome.BORDERLINE
    assert claim.measured is not None
    assert claim.measured.reading is Reading.ROUTE
    assert "by rail" in claim.reason
    assert "road" not in claim.sentence


# 203 km on the ellipsoid.
@pytest.mark.parametrize(
    "text",
    [
        "Agadir is 390 km from Marrakesh as the crow flies.",
        "As the crow flies, Agadir is 390 km from Marrakesh.",
        "Agadir is 390 km in a straight line from Marrakesh.",
        "The distance between Agadir and Marrakesh is 390 km by air.",
    ],
)
def test_a_straight_line_does_not_wind(text: str) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is Outcome.REFUTED
    assert "road" not in claim.reason


def test_a_length_by_road_beside_a_straight_line_may_wind() -> None:
    claims = analyze("As the crow flies it is far. Agadir lies 250 km from Marrakesh by road.").claims
    assert claims[-1].outcome is Outcome.BORDERLINE


# Rotterdam-Singapore: by Suez some 15,400 km, round the Cape of Good Hope some 21,900.
@pytest.mark.parametrize(
    ("ways", "outcome"), [(OPEN, Outcome.BORDERLINE), (Ways(avoid=frozenset({"suez"})), Outcome.SUPPORTED)]
)
def test_a_length_by_sea_is_held_against_the_way_that_the_user_leaves_open(ways: Ways, outcome: Outcome) -> None:
    (claim,) = analyze("Rotterdam is 21,900 km from Singapore by sea.", Options(ways=ways)).claims
    assert claim.outcome is outcome


@pytest.mark.parametrize(
    ("text", "way"),
    [
        # The Baku-Tbilisi-Ceyhan pipeline is 1,768 km long.
        ("Oil flows 1,768 km by pipeline from Baku to Ceyhan.", "could be a distance by pipeline"),
        ("Agadir lies 300 km by road from Marrakesh.", "could be a road distance"),
    ],
)
def test_a_way_that_no_network_has_is_told_by_its_sort(text: str, way: str) -> None:
    (claim,) = analyze(text).claims
    assert claim.outcome is Outcome.BORDERLINE
    assert way in claim.reason


def test_a_voyage_goes_by_sea() -> None:
    # Sea distance tables: about 1,070 nautical miles.
    (claim,) = analyze("The voyage from Odesa to Alexandria is some 2,000 km.").claims
    assert claim.measured is not None
    assert claim.measured.reading is Reading.ROUTE
    assert claim.outcome is Outcome.SUPPORTED
