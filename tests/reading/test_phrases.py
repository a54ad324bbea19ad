"""Word lists are found as the plain pattern of all of them finds them, only sooner."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.model import Span
from routes.reading import Phrases, one_of

_PHRASES = ("oil", "crude oil", "by road", "ran aground", "a", "fuel oil", "u-turn", "straße")
_WORDS = st.sampled_from(
    (*_PHRASES, "OIL", "Crude", "crude", "3oil", "oil3", "oily", "İ", "ran", "aground", "-", "\n", "STRASSE")
)


@given(st.lists(_WORDS), st.integers(0, 5), st.integers(0, 40))
def test_the_same_is_found_as_by_the_plain_pattern(words: list[str], start: int, length: int) -> None:
    text = " ".join(words)
    within = Span(min(start, len(text)), min(start + length, len(text)))
    plain = re.compile(rf"\b(?:{one_of(_PHRASES)})\b", re.IGNORECASE)
    found = [match.span() for match in Phrases(_PHRASES).find_all(text, within)]
    assert found == [match.span() for match in plain.finditer(text, within.start, within.end)]


def test_a_phrase_begins_with_a_letter() -> None:
    with pytest.raises(ValueError, match="must begin with a letter"):
        Phrases(["20-foot"])
