from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.gazetteer import Gazetteer
from routes.model import Article, MentionKind
from routes.reading import Findings, make_article, read
from routes.reading.recognition import choose, score_spans
from routes.reading.sentences import split_sentences

# The reporting verb says neither "place" nor "person"; the third frame lets the name stand first and alone.
FRAMES = (
    "{} announced the decision on Tuesday.",
    "The statement by {} surprised many people.",
    "A report about {} was published last week, and the reaction was mixed.",
)
# Three in a hundred is what we promise; a club called like its town ("Liverpool announced") nobody can tell apart.
MOST_FALSE = 0.03


def _read(text: str) -> Findings:
    return read(make_article(text), Gazetteer.world())


def _places(text: str) -> list[str]:
    return [mention.text for mention in _read(text).mentions if mention.kind is MentionKind.PLACE]


def _not_places() -> Iterator[str]:
    path = Path(__file__).parent / "data" / "not_places.csv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return (row["name"] for row in csv.DictReader(lines))


def test_five_hundred_persons_and_organisations_are_hardly_ever_places() -> None:
    names = list(_not_places())
    false = [(name, frame) for name in names for frame in FRAMES if _places(frame.format(name))]
    assert len(names) == 500
    assert len(false) <= MOST_FALSE * len(names) * len(FRAMES), false


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The bridge near Gainesville, Texas, was closed.", ["Gainesville", "Texas"]),
        ("Residents of Clarksburg and Fairmont complained to the county.", ["Clarksburg", "Fairmont"]),
        ("Fire crews came from Muskogee County and the Tulsa Fire Department.", ["Muskogee County", "Tulsa"]),
        ("A court in Ouagadougou sentenced two men.", ["Ouagadougou"]),
        ("POLICE IN NAIROBI SAID TWO MEN FROM MOMBASA WERE HELD.", ["NAIROBI", "MOMBASA"]),
        ("Two Men Held in Nairobi After Raid in Mombasa", ["Nairobi", "Mombasa"]),
        ("They met in Washington, D.C., on Monday.", ["Washington", "D.C."]),
        ("The ambassador to Kyiv Ivan Koval resigned.", ["Kyiv"]),
    ],
)
def test_places_of_the_whole_world_are_found_in_running_text(text: str, places: list[str]) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Mobile phones and Reading glasses were sold. Police said so.",
        "Good work, said the coach. Of course they had help. Reading matters, and so does March.",
        "Paris Hilton and Jack London never met.",
        "It was a long evening, but in the end the Boston Red Sox beat the Dallas Cowboys at their own game.",
    ],
)
def test_words_and_names_that_are_towns_somewhere_are_no_places_here(text: str) -> None:
    assert _places(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The port of Dunay (Дунай) lies near Vladivostok (Владивосток).", "Владивосток"),
        ("The message named 평양에서 as the place.", "평양"),
        ("The sign read 北京市 in red.", "北京市"),
        ("The sign read بغداد in green.", "بغداد"),
    ],
)
def test_names_in_other_scripts_are_found_where_the_gazetteer_has_them(text: str, place: str) -> None:
    assert place in _places(text)


def test_an_unknown_name_is_recognised_by_the_words_around_it() -> None:
    (mention,) = [each for each in _read("A man died in Zzyzzkville, Ohio, on Monday.").mentions if each.text != "Ohio"]
    assert mention.text == "Zzyzzkville"


def test_of_two_spans_over_each_other_the_likelier_is_taken() -> None:
    text = "They drove to New York City yesterday."
    chosen = choose(score_spans(text, split_sentences(text), Gazetteer.world()))
    assert [text[each.span.start : each.span.end] for each in chosen] == ["New York City"]


# Letters of many scripts, marks, joiners, quotes, hyphens, line ends, and words that lead to a place.
_PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            "in ",
            "St. ",
            "U.S.",
            "Paris",
            "’s ",
            "-",
            "\u2028",
            "平壤",
            "평양",
            "ИЛИ",
            "of the ",
            "LAKE ",
            "\u0301",
            ". ",
        ]
    ),
)


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(deadline=None)
def test_whatever_the_text_mentions_quote_it(text: str) -> None:
    article = Article(text)
    findings = read(article, Gazetteer.world())
    for mention in (*findings.mentions, *findings.vetoed):
        assert article.quote(mention.span) == mention.text


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(deadline=None)
def test_chosen_spans_never_overlap_and_scores_are_probabilities(text: str) -> None:
    scored = score_spans(text, split_sentences(text), Gazetteer.curated())
    assert all(0 <= each.score <= 1 and len(each.span) > 0 for each in scored)
    chosen = choose(scored)
    assert all(one.span.end <= two.span.start for one, two in pairwise(chosen))
