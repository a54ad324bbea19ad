"""A distance is said by whom its own sentence or quotation names, not by whoever spoke last."""

from __future__ import annotations

import pytest

from tests.reading.sample_reading import read_text


def _said_by(text: str) -> str | None:
    statement = read_text(text).statements[-1]
    return statement.attribution.name if statement.attribution else None


@pytest.mark.parametrize(
    "text",
    [
        "The navy said a ship burned. Odesa is 440 km south of Kyiv.",
        "A ship burned, according to the navy.\n\nOdesa lies 440 km south of Kyiv.",
        "Odesa burned, officials said. A plant 440 km north of the city was shut.",
        "“A ship burned,” the navy said. Odesa is 440 km south of Kyiv.",
        "The navy said: “A ship burned.” Odesa is 440 km south of Kyiv.",
    ],
)
def test_what_nobody_is_said_to_have_said_is_the_writers(text: str) -> None:
    assert _said_by(text) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Odesa is 440 km south of Kyiv, the navy said.", "the navy"),
        ("Odesa, the governor says, is 440 km south of Kyiv.", "the governor"),
        ("Odesa is 440 km south of Kyiv, activists said.", "activists"),
        ("The navy said: “A ship burned. Odesa is 440 km south of Kyiv.”", "The navy"),
        ('"A ship burned. Odesa is 440 km south of Kyiv," officials said.', "officials"),
        ('"A ship burned. Odesa is 440 km south of Kyiv," said John Kirby.', "John Kirby"),
        ("“Odesa is 440 km south of Kyiv,” says the minister on Friday.", "the minister"),
        ('"A ship burned," said John Kirby. "Odesa is 440 km south of Kyiv."', "John Kirby"),
        ("The navy's spokesman said Odesa is 440 km south of Kyiv.", "The navy's spokesman"),
        ("Officials said a ship burned. Odesa is 440 km south of Kyiv, they added.", "Officials"),
    ],
)
def test_a_sentence_and_a_quotation_have_one_source(text: str, source: str) -> None:
    assert _said_by(text) == source


def test_the_account_of_a_way_goes_on_with_each_of_its_steps() -> None:
    told = "Grain was shipped from Odesa to Constanta, according to the navy. From there it was taken by rail to Lviv,"
    assert _said_by(f"{told} 470 km west of Kyiv.") == "the navy"
