"""Ways told from their end, and ways of ships that no word announces."""

from __future__ import annotations

import pytest

from routes.model import Mode
from routes.pipeline import analyze
from routes.reading import make_article

Leg = tuple[str, str, Mode | None, str | None]


def _legs(text: str) -> list[Leg]:
    return [
        (way.stops[leg.origin].name, way.stops[leg.destination].name, leg.mode, leg.vessel)
        for way in analyze(make_article(text)).itineraries
        for leg in way.legs
    ]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Tema took in 28,000 tonnes of rice when the Mira Dawn tied up after a voyage from Karachi.",
            ("Karachi", "Tema", Mode.SEA, "Mira Dawn"),
        ),
        (
            "The coaster Helga berthed at Tallinn after a six-day trip from Rotterdam with steel.",
            ("Rotterdam", "Tallinn", Mode.SEA, "Helga"),
        ),
        (
            "The tanker Nova Star moored at Chittagong on Monday at the end of a 30-day voyage from Houston.",
            ("Houston", "Chittagong", Mode.SEA, "Nova Star"),
        ),
        (
            "The port of Lome received a cargo of 12,000 tonnes of sugar from Santos on Friday.",
            ("Santos", "Lome", Mode.SEA, None),
        ),
        (
            "Djibouti took delivery of 30,000 tonnes of urea from Casablanca aboard the bulk carrier Sea Lark.",
            ("Casablanca", "Djibouti", Mode.SEA, "Sea Lark"),
        ),
        (
            "The box had been packed with coffee. It was loaded in Santos and arrived at Antwerp aboard a box ship.",
            ("Santos", "Antwerp", Mode.SEA, None),
        ),
        (
            "The Boreal Heron left Hammerfest for Swinoujscie with a cargo of liquefied gas.",
            ("Hammerfest", "Swinoujscie", Mode.SEA, "Boreal Heron"),
        ),
    ],
)
def test_the_end_may_be_told_before_the_start(text: str, leg: Leg) -> None:
    assert _legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital in Beira received 300 patients from Chimoio by train.",
        "Goma, where maize is sold, is a three-hour drive from Bukavu.",
        "The firm received two consignments of maize through Felixstowe.",
        "The minister arrived in Mombasa after a 24-hour trip from Bucharest to talk of wheat.",
    ],
)
def test_what_is_received_or_travelled_without_a_load_is_no_shipment(text: str) -> None:
    assert _legs(text) == []


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (
            "The tanker Ardent loaded crude at Basra. It transferred the crude to the tanker Ruby in the Gulf of Oman "
            "off Fujairah. The Ruby sailed to Ningbo.",
            ["Basra", "Fujairah", "Ningbo"],
        ),
        (
            "The tanker Ardent took on crude at Kharg Island. It pumped the oil into the tanker Ruby in the Arabian "
            "Sea off southern India. The Ruby discharged at Ningbo.",
            ["Kharg Island", "Arabian Sea", "Ningbo"],
        ),
    ],
)
def test_a_sea_off_a_coast_is_one_stop(text: str, stops: list[str]) -> None:
    (way,) = analyze(make_article(text)).itineraries
    assert [stop.name for stop in way.stops] == stops


def test_a_tug_with_barges_goes_by_river() -> None:
    text = (
        "Soya left Asuncion aboard barges. The tug Dona Ines was sighted passing Rosario. It is due in Nueva Palmira."
    )
    assert {mode for _, _, mode, _ in _legs(text)} == {Mode.RIVER}
