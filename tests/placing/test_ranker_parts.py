"""The parts of the ranker by themselves: names made looser, words around names, the table, the shares."""

from __future__ import annotations

import numpy as np
import pytest

from routes.gazetteer import Gazetteer
from routes.model import Mention, MentionKind, Position, Span
from routes.placing.cues import Asked, Tie, read_cues
from routes.placing.features import columns_of, rows_of
from routes.placing.loosen import looser_forms, names_inside
from routes.placing.ranker import first_shares, trained_ranker
from routes.placing.scene import Scene, make_scene
from routes.placing.table import apart_km


def _mentions(text: str, *names: str) -> tuple[Mention, ...]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return tuple(Mention(span, text[span.start : span.end], MentionKind.PLACE) for span in spans)


def _scene(text: str, *names: str) -> Scene:
    return make_scene(text, _mentions(text, *names), Gazetteer.curated())


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("City of Odesa", "Odesa"),
        ("Port of Najin", "Najin"),
        ("Kherson region", "Kherson"),
        ("northeastern Syria", "Syria"),
        ("Russia's", "Russia"),
        ("Carolinas", "Carolina"),
        ("greater Khartoum area", "Khartoum"),
    ],
)
def test_a_looser_form_drops_what_a_place_is(name: str, form: str) -> None:
    assert form in list(looser_forms(name))


def test_a_name_without_anything_to_drop_has_no_looser_form() -> None:
    assert list(looser_forms("Odesa")) == []


def test_generic_words_are_no_names_inside_a_name() -> None:
    assert list(names_inside("Central Hospital")) == []


@pytest.mark.parametrize(
    ("text", "inner", "outer", "tie"),
    [
        ("In Paris, Texas, it rained.", "Paris", "Texas", Tie.COMMA),
        ("In Paris (Texas) it rained.", "Paris", "Texas", Tie.COMMA),
        ("Paris, a small town in northern Texas, is dry.", "Paris", "Texas", Tie.WITHIN),
        ("The Texas town of Paris is dry.", "Paris", "Texas", Tie.BEFORE),
        ("Ukraine's Odesa is a port.", "Odesa", "Ukraine", Tie.BEFORE),
    ],
)
def test_the_text_puts_one_name_inside_another(text: str, inner: str, outer: str, tie: Tie) -> None:
    mentions = tuple(sorted(_mentions(text, inner, outer), key=lambda mention: mention.span))
    names = [mention.text for mention in mentions]
    links = [(names[link.inner], names[link.outer], link.tie) for link in read_cues(text, mentions).links]
    assert (inner, outer, tie) in links


def test_names_joined_by_and_do_not_hold_each_other() -> None:
    text = "Texas and Paris were dry."
    assert read_cues(text, _mentions(text, "Texas", "Paris")).links == ()


@pytest.mark.parametrize(
    ("text", "name", "asked"),
    [
        ("the city of Georgia", "Georgia", Asked.SETTLEMENT),
        ("the state of Georgia", "Georgia", Asked.DIVISION),
        ("in Odesa province", "Odesa", Asked.DIVISION),
        ("in Odesa today", "Odesa", Asked.NOTHING),
    ],
)
def test_the_words_around_a_name_say_what_it_is(text: str, name: str, asked: Asked) -> None:
    assert read_cues(text, _mentions(text, name)).asked_outside == (asked,)


def test_a_name_that_opens_an_agency_text_stands_in_the_dateline() -> None:
    text = "MOSCOW (Reuters) - Russia denied it."
    assert read_cues(text, _mentions(text, "MOSCOW", "Russia")).in_dateline == (True, False)


def test_distances_over_the_chord_agree_with_the_great_circle() -> None:
    # A quarter of the equator, and one degree of a meridian: 6371.0088 km times pi / 2 and pi / 180.
    points = np.radians(np.array([Position(lat=0, lon=0).latlon, (0.0, 90.0), (1.0, 0.0)]))
    lat, lon = points[:, 0], points[:, 1]
    xyz = np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)
    measured = apart_km(xyz[:1], xyz)[0]
    assert measured.tolist() == pytest.approx([0.0, 10007.557, 111.195], abs=0.001)


def test_the_shares_of_a_name_sum_to_one() -> None:
    scene = _scene("Tripoli and Georgia and Odesa", "Tripoli", "Georgia", "Odesa")
    shares = first_shares(scene, np.zeros(len(scene.table)))
    sums = np.bincount(scene.table.sense, shares)
    assert sums.tolist() == pytest.approx([1.0] * 3, abs=0.001)  # rounded to four decimals each


def test_the_model_knows_as_many_features_as_there_are() -> None:
    scene = _scene("Tripoli, Libya", "Tripoli", "Libya")
    columns = columns_of(scene, first_shares(scene, np.zeros(len(scene.table))))
    rows = rows_of(columns)
    assert rows.shape == (len(scene.table), len(columns))
    assert np.isfinite(rows).all()
    for forest in trained_ranker().forests:
        assert 0 <= forest.feature.min() <= forest.feature.max() < len(columns)
        assert len(forest.value) > 50
