"""By what goods go: over water by a ferry, and never by the vehicles that are themselves the goods."""

import pytest

from routes.model import Mode
from tests.reading.sample_reading import read_text


def _modes(text: str) -> list[str | None]:
    return [each.mode and each.mode.value for each in read_text(text).movements if each.destinations]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (
            "Cotton went by rail from Dashoguz to Turkmenbashi, was ferried across the Caspian Sea to Baku and was "
            "taken on by train to Batumi.",
            ["rail", "sea", "rail"],
        ),
        ("The sugar was ferried across Lake Victoria from Kisumu to Mwanza.", ["sea"]),
        ("The sugar was ferried from the port of Ancona to Durres.", ["sea"]),
        ("Tea went by truck from Uvira to Bujumbura and was shipped across the lake to Kigoma.", ["road", "sea"]),
        ("The sugar was ferried from Nairobi to Mombasa.", [None]),
        ("Flour was ferried by helicopter across the Strait of Messina to Messina.", ["air"]),
        ("Helicopters ferried flour across the strait to Messina.", ["air"]),
        ("A plane took on flour in Catania and ferried it across the Strait of Messina to Reggio Calabria.", ["air"]),
        ("Lorries ferried flour from Nairobi to the port of Mombasa.", ["road"]),
    ],
)
def test_what_is_ferried_over_water_goes_by_sea_unless_something_else_ferries_it(
    text: str, modes: list[str | None]
) -> None:
    assert _modes(text) == modes


@pytest.mark.parametrize(
    "text",
    [
        "Japan shipped 40 used fire trucks to Davao.",
        "A cargo of second-hand vans was sent from Yokohama to Davao.",
        "Sixty refurbished trucks were shipped from Yokohama to Davao.",
        "The lorries were meant for Davao.",
    ],
)
def test_vehicles_that_are_shipped_do_not_carry_themselves(text: str) -> None:
    assert _modes(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Forty trucks carried rice from Bangkok to Vientiane.",
        "Rice was shipped on 40 trucks from Bangkok to Vientiane.",
        "The trucks were loaded with rice and left Bangkok for Vientiane.",
    ],
)
def test_vehicles_that_are_loaded_with_goods_carry_them(text: str) -> None:
    assert _modes(text) == [Mode.ROAD.value]
