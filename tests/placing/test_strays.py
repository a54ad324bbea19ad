"""A place that nothing in the text speaks for is left out, with what it may have been."""

import pytest

from routes.model import How, Outcome, Place, PlaceKind, Position, Resolution
from routes.pipeline import Options, analyze
from routes.placing.strays import is_slip


def _found(text: str, name: str) -> Resolution:
    return next(each for each in analyze(text, Options(ways=None)).toponyms if each.mention.text == name)


def _place(name: str) -> Place:
    return Place("x", name, PlaceKind.CITY, "XX", Position(lat=0, lon=0), 1)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rotterdamm", "Rotterdam"),
        ("Antwrep", "Antwerp"),
        ("Casablanka", "Casablanca"),
        ("Chittagon", "Chittagong"),
        ("Vladivostock", "Vladivostok"),
        ("Johanesburg", "Johannesburg"),
    ],
)
def test_letters_swapped_doubled_dropped_or_of_one_sound_are_a_slip(written: str, name: str) -> None:
    assert is_slip(written, _place(name))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Carabas", "Caracas"),
        ("Darban", "Durham"),
        ("Caracás", "Caracas"),
        ("Tulsk", "Tulsa"),
        ("Vareda", "Varena"),
    ],
)
def test_another_letter_may_be_another_name(written: str, name: str) -> None:
    assert not is_slip(written, _place(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Coal was railed from Moratize to Nacala in Mozambique, the ministry in Maputo said.", "Moratize"),
        ("The trucks left Mombasa in Kenya and drove to Kampele, officials in Nairobi said.", "Kampele"),
        ("Ore was shipped from Santarém in Brazil to Rotterdam. It had come from Lisbõa by train.", "Lisbõa"),
    ],
)
def test_a_correction_on_another_continent_is_none(text: str, name: str) -> None:
    for each in analyze(text, Options(ways=None)).toponyms:
        if each.mention.text == name and each.place is not None:
            countries = {other.place.country for other in analyze(text).toponyms if other.place and other is not each}
            assert each.how is not How.FUZZY or each.place.country in countries


def test_a_correction_in_a_country_of_the_text_is_made() -> None:
    found = _found("Grain was shipped from Mariopol in Ukraine to Istanbul.", "Mariopol")
    assert (found.how, found.place and found.place.country) == (How.FUZZY, "UA")


def test_a_corrected_name_refutes_nothing() -> None:
    text = "Grain was shipped from Odesa to Rotterdamm. Rotterdamm lies 900 km from Amsterdam."
    [claim] = analyze(text, Options(ways=None)).claims
    assert claim.outcome is Outcome.UNVERIFIABLE
    assert "is in no gazetteer" in claim.reason


def test_an_unlikely_namesake_far_from_all_else_is_no_stop_and_its_rivals_are_told() -> None:
    text = "Trucks drove from Homs in Syria past Damascus to Riyadh in Saudi Arabia by way of Amiri."
    report = analyze(text, Options(ways=None))
    found = next((each for each in report.toponyms if each.mention.text == "Amiri"), None)
    assert found is None or found.place is None or found.confidence >= 0.5
    if found is not None and found.place is None and found.candidates:
        assert "no-place" in {notice.code for notice in report.notices}
