"""The short name of a water: "the Gulf" is no county, and what else is named tells which gulf."""

from __future__ import annotations

import pytest

from routes.gazetteer import Gazetteer
from routes.model import Resolution
from routes.pipeline import Options, analyze


def _gulfs(text: str) -> list[Resolution]:
    toponyms = analyze(text, Options(gazetteer=Gazetteer.world())).toponyms
    return [found for found in toponyms if found.mention.text == "Gulf"]


def _ids(text: str) -> set[str]:
    return {found.place.id for found in _gulfs(text) if found.place}


@pytest.mark.parametrize(
    "text",
    [
        "A tanker was seized in the Gulf on Monday.",
        "Two tankers left the Gulf for China.",
        "The Gulf was calm, and so were the crews.",
        "Nobody knew who had mined the\nGulf.",
    ],
)
def test_a_name_with_the_article_is_the_water_and_no_division(text: str) -> None:
    assert _ids(text) <= {"persian-gulf", "gulf-of-mexico"}
    assert _ids(text)


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Iran fired missiles across the Gulf at ships.", "persian-gulf"),
        ("Saudi Arabia and Qatar closed the Gulf.", "persian-gulf"),
        ("The hurricane crossed the Gulf and hit Louisiana.", "gulf-of-mexico"),
        ("Ships from Houston crossed the Gulf to Veracruz.", "gulf-of-mexico"),
    ],
)
def test_of_two_waters_with_one_short_name_the_one_near_the_other_names_is_meant(text: str, ident: str) -> None:
    assert _ids(text) == {ident}


def test_a_name_before_a_noun_stays_a_division() -> None:
    # The article belongs to the office.
    assert _ids("Gulf County lies in Florida. The Gulf office is open.") == {"gn:4157652"}


def test_a_name_that_also_stands_without_the_article_gets_no_points() -> None:
    bare = _gulfs("Gulf is a county in Florida. He lives in Gulf.")
    mixed = _gulfs("Gulf is a county in Florida. He lives in the Gulf.")
    assert [found.place for found in mixed] == [found.place for found in bare]
