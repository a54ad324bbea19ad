"""Whose a place is stands before it in English: "Syria's Homs" speaks of Homs."""

from __future__ import annotations

import pytest

from routes.model import StatementKind
from routes.reading import make_article
from tests.reading.sample_reading import read_text


def _ends(text: str) -> tuple[str | None, str | None]:
    (statement,) = read_text(text).statements
    quote = make_article(text).quote
    subject, reference = statement.subject, statement.reference
    return (
        quote(subject.place_span or subject.span) if subject else None,
        quote(reference.place_span or reference.span) if reference else None,
    )


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        ("Ukraine's Odesa lies 440 km south of Kyiv.", "Odesa", "Kyiv"),
        ("Ukraine's main port of Odesa is 440 km from Kyiv.", "Odesa", "Kyiv"),
        ("Ukraine's biggest port, Odesa, is 440 km from Kyiv.", "Odesa", "Kyiv"),
        ("Ukraine’s second city Kharkiv is 410 km from Kyiv.", "Kharkiv", "Kyiv"),
        ("Odesa is 440 km from Ukraine's capital Kyiv.", "Odesa", "Kyiv"),
        ("Gdynia is 1,000 km from Ukraine's Odesa.", "Gdynia", "Odesa"),
        ("Poland's mission in Odesa is 440 km from Kyiv.", "Odesa", "Kyiv"),
    ],
)
def test_what_is_owned_is_spoken_of(text: str, subject: str, reference: str) -> None:
    assert _ends(text) == (subject, reference)


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        ("Poland's air base is 40 km from Kyiv.", "Poland's air base", "Kyiv"),
        ("Odesa is 440 km from Ukraine's headquarters.", "Odesa", "Ukraine's headquarters"),
        ("Ukraine's capital is 440 km from Odesa.", "Ukraine's capital", "Odesa"),
    ],
)
def test_what_is_owned_and_has_no_name_is_not_the_owner(text: str, subject: str, reference: str) -> None:
    assert _ends(text) == (subject, reference)


def test_the_edge_of_a_town_is_the_town() -> None:
    assert _ends("Kyiv's outskirts are 410 km from Kharkiv.") == ("Kyiv", "Kharkiv")


def test_a_country_s_border_is_a_line_on_either_side_of_the_figure() -> None:
    (statement,) = read_text("Russia's border is 30 km from Kharkiv.").statements
    assert statement.kind is StatementKind.LINE
    assert statement.subject is not None
    assert statement.subject.line is not None
    assert _ends("Kharkiv is 30 km from Russia's internationally recognised border.")[1] == (
        "Russia's internationally recognised border"
    )
