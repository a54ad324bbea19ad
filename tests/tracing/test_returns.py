"""Goods that are sent back: the way out is told as what was before, the way back as the news."""

import pytest

from routes.pipeline import Options, analyze


def _legs(text: str) -> list[tuple[str, str, str | None]]:
    (itinerary,) = analyze(text, Options(ways=None)).itineraries
    names = [stop.name for stop in itinerary.stops]
    return [(names[leg.origin], names[leg.destination], leg.vessel) for leg in itinerary.legs]


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "The scrap, sold as paper, had been shipped from Le Havre to Penang in 2019. The boxes were loaded onto "
            "the container ship Astrid Star and left Penang on Monday for Le Havre.",
            [("Le Havre", "Penang", None), ("Penang", "Le Havre", "Astrid Star")],
        ),
        (
            "Malaysia is sending 40 containers of scrap back to France. The boxes were shipped from Le Havre to Penang "
            "in 2019. On Monday they left Penang for Le Havre on the container ship Astrid Star.",
            [("Le Havre", "Penang", None), ("Penang", "Le Havre", "Astrid Star")],
        ),
        (
            "The wheat had been brought by rail from Kyiv to Warsaw in May. It went from Warsaw to Kyiv on Monday.",
            [("Kyiv", "Warsaw", None), ("Warsaw", "Kyiv", None)],
        ),
        # She may be empty.
        (
            "Grain was shipped from Odesa to Izmir by the bulk carrier Astrid Star. The ship left Izmir for Odesa on "
            "Monday.",
            [("Odesa", "Izmir", "Astrid Star")],
        ),
    ],
)
def test_goods_that_are_sent_back_come_back(text: str, legs: list[tuple[str, str, str | None]]) -> None:
    assert _legs(text) == legs


def test_what_comes_back_to_where_it_began_has_an_origin() -> None:
    text = "The wheat had been brought from Kyiv to Warsaw in May. It was taken from Warsaw to Kyiv on Monday."
    (itinerary,) = analyze(text, Options(ways=None)).itineraries
    assert [(stop.name, stop.role.value) for stop in itinerary.stops] == [("Kyiv", "origin"), ("Warsaw", "via")]
