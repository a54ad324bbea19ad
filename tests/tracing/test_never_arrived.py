"""Voyages that did not end where they were to end: the goal is told as turned back, however the text puts it."""

import pytest

from routes.model import Itinerary, Status
from routes.pipeline import Options, analyze
from routes.reading import make_article


def _itinerary(text: str) -> Itinerary:
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    return itinerary


def _status(text: str) -> dict[str, Status]:
    return {stop.name: stop.status for stop in _itinerary(text).stops}


@pytest.mark.parametrize(
    "end",
    [
        " but had to turn round.",
        ", but was told to return.",
        " and was forced to turn back.",
        ", but was denied entry.",
        " and sank on the way.",
        ". She never arrived.",
        ". It never reached Dakar.",
        ". The vessel was ordered back after two days.",
    ],
)
def test_a_ship_that_left_for_a_port_and_did_not_get_there_turned_back(end: str) -> None:
    status = _status(f"The freighter Alma left Santos with maize for Dakar{end}")
    assert status == {"Santos": Status.REPORTED, "Dakar": Status.TURNED_BACK}


@pytest.mark.parametrize(
    "end",
    [
        ".",
        " and unloaded on Friday.",
        ". The captain never arrived at the ceremony.",
        ". The port was damaged by a storm last year.",
        ". It did not call at Conakry.",
    ],
)
def test_trouble_of_others_leaves_the_port_reached(end: str) -> None:
    assert _status(f"The freighter Alma left Santos with maize for Dakar{end}")["Dakar"] is Status.REPORTED


@pytest.mark.parametrize(
    "text",
    [
        "A freighter with maize from Santos was turned away from Dakar.",
        "The freighter Alma, laden with maize from Santos, was refused entry to Dakar.",
        "A freighter with maize from Santos was denied entry at Dakar.",
    ],
)
def test_a_port_that_let_nobody_in_is_the_goal_though_no_other_words_say_so(text: str) -> None:
    assert _status(text) == {"Santos": Status.REPORTED, "Dakar": Status.TURNED_BACK}


def test_a_ship_that_had_to_return_elsewhere_came_there() -> None:
    itinerary = _itinerary("The tanker Sila left Sohar with naphtha for Kandla but had to return to Muscat.")
    stops = itinerary.stops
    told = {(stops[leg.origin].name, stops[leg.destination].name, leg.status) for leg in itinerary.legs}
    assert told == {("Sohar", "Kandla", Status.TURNED_BACK), ("Sohar", "Muscat", Status.REPORTED)}


def test_a_place_that_the_goods_never_came_to_is_their_goal_after_what_they_reached() -> None:
    text = (
        "In May the freighter Alma left Santos with maize for a mill in Senegal. It put in at Recife. "
        "It never reached Dakar."
    )
    assert _status(text) == {"Santos": Status.REPORTED, "Recife": Status.REPORTED, "Dakar": Status.TURNED_BACK}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "A boat with flour was forced to turn round off Gaza. It had sailed from Larnaca.",
            {"Larnaca": Status.REPORTED, "Gaza": Status.TURNED_BACK},
        ),
        (
            "The freighter Alma left Santos with maize and had hoped to unload at Dakar, but went to Lagos.",
            {"Santos": Status.REPORTED, "Dakar": Status.TURNED_BACK, "Lagos": Status.REPORTED},
        ),
        (
            "The freighter Alma left Santos with maize for Dakar but turned back off Recife.",
            {"Santos": Status.REPORTED, "Dakar": Status.TURNED_BACK, "Recife": Status.REPORTED},
        ),
    ],
)
def test_where_a_carrier_turned_is_its_goal_if_no_other_is_told(text: str, status: dict[str, Status]) -> None:
    assert _status(text) == status
