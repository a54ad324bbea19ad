from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.reading import flow
from routes.reading.sentences import split_sentences


def _cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Cargo left Odesa. It went east.", ["Cargo left Odesa.", "It went east."]),
        ("It sailed on Sept. 7 from St. Petersburg.", ["It sailed on Sept. 7 from St. Petersburg."]),
        ("The U.S. Navy saw it. Nobody else did.", ["The U.S. Navy saw it.", "Nobody else did."]),
        ("It left the U.S. The crew stayed.", ["It left the U.S.", "The crew stayed."]),
        ("“It is here.” He left.", ["“It is here.”", "He left."]),
        ("Mr. Kim paid 3.5 million. Why? Nobody knows!", ["Mr. Kim paid 3.5 million.", "Why?", "Nobody knows!"]),
        ("A headline without a stop\nThe first sentence.", ["A headline without a stop", "The first sentence."]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, sentences: list[str]) -> None:
    assert _cut(text) == sentences


def test_a_text_wrapped_at_a_fixed_width_is_joined_across_its_lines() -> None:
    lines = [
        "The ship had taken on twelve thousand tonnes of grain at the",
        "southern terminal and was to leave for the straits before the",
        "end of the week, but a storm kept it in the outer roads until",
        "the following Monday. It then sailed without waiting for the",
        "pilot and was not seen again for many days.",
    ]
    assert len(_cut(flow("\n".join(lines)).text)) == 2


@given(st.text())
def test_sentences_lie_in_order_and_leave_out_nothing_but_space(text: str) -> None:
    spans = split_sentences(text)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_what_is_longer_than_any_sentence_is_cut_between_words() -> None:
    spans = split_sentences("12 km from Kyiv, " * 1000)
    assert max(len(span) for span in spans) <= 2000
    assert all(first.end < second.start for first, second in pairwise(spans))
