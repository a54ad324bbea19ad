"""Ships that no word for a ship announces, found by what they do."""

from __future__ import annotations

import pytest

from routes.gazetteer import Gazetteer
from routes.reading.vessels import read_vessels


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Boreal Heron, loaded at Hammerfest on May 2, moored at Swinoujscie on Monday.", "Boreal Heron"),
        ("The Star Lima, carrying 60,000 tonnes of soybeans, docked at Qingdao on Monday.", "Star Lima"),
        ("Late on Friday the Nordic Vega finally set sail from Narvik with iron ore.", "Nordic Vega"),
        ("The Eastern Glory weighed anchor off Fujairah with a load of crude oil.", "Eastern Glory"),
        ("The Al Noor left Doha for Chennai with a cargo of liquefied gas.", "Al Noor"),
        ("Few tankers came. The Kapitan Vitus departed Murmansk for Bremen on June 3.", "Kapitan Vitus"),
        ("The Aurora had sailed from Sabetta to Tianjin with gas.", "Aurora"),
    ],
)
def test_what_berths_sets_sail_or_leaves_with_a_load_is_a_ship(text: str, name: str) -> None:
    assert [vessel.name for vessel in read_vessels(text, Gazetteer.world())] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Houthis left Sanaa with weapons for Hodeidah.",
        "The Guardian berthed at Rotterdam with a cargo of coal.",
        "The Ministry sailed through the hearing.",
        "The Hague left Rotterdam with coal for Antwerp.",
        "The Russians left Kherson with grain.",
        "The Netherlands docked its fees for wheat.",
        "The World Food Programme reached Khartoum with 100 tonnes of flour.",
        "The Bundeswehr left Kunduz with 100 tonnes of equipment.",
        "The Orient Express left Istanbul with mail.",
        "The Kamaz reached Poltava in a convoy of trucks with flour.",
        "The A400M left Wunstorf with 20 tonnes of medicine.",
        "The Smirnovs left Minsk for Warsaw.",
    ],
)
def test_peoples_organisations_countries_trains_and_planes_are_no_ships(text: str) -> None:
    assert read_vessels(text, Gazetteer.world()) == ()
