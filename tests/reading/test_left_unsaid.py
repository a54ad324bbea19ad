"""What "12 miles away" and "200 km to the south" are measured from: the place that the text was at before."""

from __future__ import annotations

import pytest

from routes.reading import make_article
from tests.reading.sample_reading import read_text


def last_ends(text: str) -> tuple[str | None, str | None]:
    """Return the names of the ends of the last statement of a text; None where no place is meant for sure."""
    statement = read_text(text).statements[-1]
    quote = make_article(text).quote
    ends = (statement.subject, statement.reference)
    subject, reference = (quote(end.place_span) if end and end.place_span else None for end in ends)
    return subject, reference


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        # The origin in the sentence, or the one place that the sentence before was about.
        ("The sick were taken from Kyiv to Odesa, 440 km to the south, and on to Istanbul.", "Odesa", "Kyiv"),
        (
            "KYIV - A depot burned near Kharkiv, a large city. The injured were driven to Poltava, 130 km to the west, "
            "and some were to be flown to Kyiv.",
            "Poltava",
            "Kharkiv",
        ),
        ("A depot burned near Kharkiv. It was night. The injured went to Poltava, 130 km away.", "Poltava", "Kharkiv"),
        (
            "Poltava, the city that lies halfway between Kyiv and Kharkiv, has no water. Engineers came from Odesa, "
            "some 450 km to the south, on Monday.",
            "Odesa",
            "Poltava",
        ),
        # The dateline stands in only where no other place was named.
        ("KYIV - A depot burned. The injured were driven to Odesa, 440 km to the south.", "Odesa", "KYIV"),
        # Two places that it could be from, or none before it: it cannot be told.
        ("Depots burned in Kharkiv and Kherson. The injured were driven to Poltava, 130 km away.", "Poltava", None),
        ("KYIV - Depots burned in Kharkiv and Kherson. The injured went to Poltava, 130 km away.", "Poltava", None),
        ("The injured were driven to Poltava, 130 km to the west, and then to Kharkiv.", "Poltava", None),
    ],
)
def test_a_direction_alone_is_measured_from_the_place_that_the_text_was_at(
    text: str, subject: str, reference: str | None
) -> None:
    assert last_ends(text) == (subject, reference)


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        (
            "Poltava lies about 300 km east of Kyiv, and Kharkiv is another 130 km or so further on.",
            "Kharkiv",
            "Poltava",
        ),
        ("Poltava is 300 km from Kyiv; Kharkiv is 130 km farther.", "Kharkiv", "Poltava"),
        ("Poltava lies about 300 km from Kyiv. Kharkiv is another 130 km further on.", "Kharkiv", None),
    ],
)
def test_another_distance_counts_on_from_the_place_before_it_in_its_sentence(
    text: str, subject: str, reference: str | None
) -> None:
    assert last_ends(text) == (subject, reference)
