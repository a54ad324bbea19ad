"""The ranker over the whole world: which namesake a text means, how sure that is, and why."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.gazetteer import Gazetteer
from routes.model import Article, How, PlaceKind, Resolution, Span
from routes.pipeline import Options, analyze
from routes.placing import resolve_mentions


def _given(text: str, *names: str) -> list[Resolution]:
    """Resolve names in the order in which they stand in the text."""
    spans, at = [], 0
    for name in names:
        start = text.index(name, at)
        spans.append(Span(start, start + len(name)))
        at = start + len(name)
    return list(resolve_mentions(Article(text), tuple(spans), Gazetteer.world()))


def _where(resolution: Resolution) -> tuple[str | None, str | None]:
    place = resolution.place
    return (place.country, place.admin1) if place else (None, None)


@pytest.mark.parametrize(
    ("text", "names", "where"),
    [
        ("Fire crews worked all night in Paris, Texas.", ("Paris", "Texas"), ("US", "TX")),
        ("Fire crews worked all night in Paris, France.", ("Paris", "France"), ("FR", "11")),
        ("The mayor of Athens, a town in Georgia, resigned.", ("Athens", "Georgia"), ("US", "GA")),
        ("Birmingham, a town that few know, lies in Alabama.", ("Birmingham", "Alabama"), ("US", "AL")),
        ("Birmingham and Montgomery, Alabama, were hit.", ("Birmingham", "Montgomery", "Alabama"), ("US", "AL")),
    ],
)
def test_the_words_around_a_name_tell_which_namesake_is_meant(
    text: str, names: tuple[str, ...], where: tuple[str, str]
) -> None:
    assert _where(_given(text, *names)[0]) == where


def test_one_text_may_speak_of_two_namesakes() -> None:
    text = "Paris, Texas, was named after Paris, France. The older Paris has more people."
    found = _given(text, "Paris", "Texas", "Paris", "France")
    assert [_where(found[0])[0], _where(found[2])[0]] == ["US", "FR"]


def test_a_bare_name_goes_with_the_namesake_named_before_it() -> None:
    found = _given("A fire broke out in Paris, Texas. Nobody in Paris was hurt.", "Paris", "Texas", "Paris")
    assert _where(found[2]) == ("US", "TX")


@pytest.mark.parametrize(
    ("text", "name", "ident_kind"),
    [
        ("The county seat of Orange County was flooded.", "Orange County", PlaceKind.DIVISION),
        ("Odesa was shelled again.", "Odesa", PlaceKind.CITY),
        ("Troops entered southern Helmand Province.", "southern Helmand Province", PlaceKind.DIVISION),
    ],
)
def test_a_town_and_the_division_around_it_are_told_apart(text: str, name: str, ident_kind: PlaceKind) -> None:
    (found,) = _given(text, name)
    assert found.place is not None
    assert found.place.kind is ident_kind


def test_a_namesake_that_the_text_names_with_its_state_is_surer_than_a_bare_one() -> None:
    bare = _given("The mayor of Springfield resigned.", "Springfield")[0]
    placed = _given("The mayor of Springfield, Illinois, resigned.", "Springfield", "Illinois")[0]
    assert bare.confidence < 0.7 < placed.confidence
    assert _where(placed) == ("US", "IL")


def test_rivals_are_kept_with_their_shares_and_reasons() -> None:
    found = _given("The mayor of Springfield, Illinois, resigned.", "Springfield", "Illinois")[0]
    assert 1 < len(found.candidates) <= 5
    assert found.candidates[0].place == found.place
    assert "named with Illinois" in found.candidates[0].why
    assert all(0 <= candidate.score <= 1 and candidate.why for candidate in found.candidates)
    assert sum(candidate.score for candidate in found.candidates) <= 1.001


def test_a_thing_that_bears_the_name_of_a_place_is_put_there_and_marked_as_derived() -> None:
    (found,) = _given("She studied at the University of Alberta.", "University of Alberta")
    assert found.place is not None
    assert (found.place.country, found.how) == ("CA", How.DERIVED)
    assert found.candidates[0].why.startswith("in no gazetteer; bears the name of Alberta")


def test_a_name_in_no_gazetteer_is_put_where_the_text_puts_it() -> None:
    found = _given("Pupils of Zzyzzgrove School, Leeds, sang.", "Zzyzzgrove School", "Leeds")
    assert found[0].place == found[1].place
    assert found[0].how is How.DERIVED
    assert found[0].confidence < found[1].confidence


def test_a_name_in_no_gazetteer_alone_in_its_text_has_no_place() -> None:
    (found,) = _given("Pupils of Zzyzzgrove sang.", "Zzyzzgrove")
    assert (found.place, found.confidence) == (None, 0.0)


def test_a_lost_name_at_the_end_of_a_way_gets_no_rough_place() -> None:
    report = analyze("Grain was shipped from Odesa to Zzyzzgrove.", Options(gazetteer=Gazetteer.world()))
    lost = [found for found in report.toponyms if found.mention.text == "Zzyzzgrove"]
    assert all(found.place is None for found in lost)


def test_no_names_give_no_resolutions() -> None:
    assert resolve_mentions(Article("Nothing here."), (), Gazetteer.world()) == ()


def test_the_same_text_is_resolved_in_the_same_way_each_time() -> None:
    text = "Moscow said the attack on Odesa and Kherson came from Crimea; Kyiv denied it."
    names = ("Moscow", "Odesa", "Kherson", "Crimea", "Kyiv")
    assert _given(text, *names) == _given(text, *names)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6))
def test_any_spans_of_any_text_get_an_answer_each(text: str, cuts: list[tuple[int, int]]) -> None:
    spans = tuple(Span(start, start + length) for start, length in cuts if start + length <= len(text))
    resolutions = resolve_mentions(Article(text), spans, Gazetteer.world())
    assert [found.mention.span for found in resolutions] == list(spans)
    assert all(0 <= found.confidence <= 1 for found in resolutions)


def test_a_list_of_a_thousand_names_takes_no_more_memory_than_its_length_asks_for() -> None:
    names = ["Springfield", "Paris", "Lebanon", "Alexandria", "Georgia", "Odessa", "Richmond", "Cambridge"] * 125
    text = ", ".join(names)
    tracemalloc.start()
    try:
        _given(text, *names)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 100e6
