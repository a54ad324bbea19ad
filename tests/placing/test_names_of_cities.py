"""A city whose name other languages have for its country is the city."""

from __future__ import annotations

import pytest

from routes.model import PlaceKind
from routes.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The government in Brasília said Brazilian soy had left Santos.", "Brasília", "BR"),
        ("Officials in Tunis said the Tunisian navy had stopped the boat off Sfax.", "Tunis", "TN"),
    ],
)
def test_a_capital_is_not_taken_for_its_country(text: str, name: str, country: str) -> None:
    [place] = [found.place for found in analyze(text).toponyms if found.mention.text == name]
    assert place is not None
    assert (place.kind, place.country) == (PlaceKind.CAPITAL, country)


def test_a_station_in_antarctica_is_no_town_of_its_first_name() -> None:
    [place] = [
        found.place
        for found in analyze("The icebreaker unloaded fuel at Casey Station in January.").toponyms
        if found.mention.text.startswith("Casey")
    ]
    assert place is not None
    assert place.position.lat < -60
