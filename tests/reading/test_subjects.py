"""Whom a stated distance speaks of: behind words that say who speaks, and where it says "this town"."""

from __future__ import annotations

import pytest

from tests.reading.sample_reading import ends_of


@pytest.mark.parametrize(
    "text",
    [
        "Mykolaiv lies on the way from Kherson, a travel guide says, and 440 km from Kyiv by air.",
        "Mykolaiv, on the coast, lies east of Odesa, according to a leaflet, and about 440 km from Kyiv.",
        "Mykolaiv, a port, is a city near Kherson, the mayor said on Monday, but only 440 km from Kyiv.",
    ],
)
def test_words_that_say_who_speaks_leave_the_subject_of_the_clause_before_them(text: str) -> None:
    assert ends_of(text) == ("Mykolaiv", "Kyiv")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("ODESA, Ukraine - A fire broke out in this old port city 440 km south of Kyiv on Monday.", "ODESA"),
        ("ODESA - Sailors protested in this busy port, 440 km from Kyiv.", "ODESA"),
        # Another place may be meant, or a thing that is none.
        ("ODESA - A fire reached Kherson, and this old port city, 440 km from Kyiv, burned.", "this old port city"),
        ("ODESA - Sailors were held on this old ship 440 km from Kyiv.", "this old ship"),
    ],
)
def test_this_town_is_that_of_the_dateline(text: str, subject: str) -> None:
    assert ends_of(text) == (subject, "Kyiv")
