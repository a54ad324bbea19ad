import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.reading import Relation, RelationKind
from tests.reading.sample_reading import read_text


def _told(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (relation.kind.value, _quote(text, relation), [text[span.start : span.end] for span in relation.references])
        for relation in read_text(text).relations
    ]


def _quote(text: str, relation: Relation) -> str:
    return text[relation.span.start : relation.span.end]


@pytest.mark.parametrize(
    ("text", "kind", "phrase", "references"),
    [
        ("He was born in a village 20 km east of Nanjing.", "distance", "a village 20 km east of Nanjing", ["Nanjing"]),
        (
            "It was seized 80 nautical miles off the coast of Oman.",
            "distance",
            "80 nautical miles off the coast of Oman",
            ["Oman"],
        ),
        (
            "The Suez Rajan was seized about 50 miles off Fujairah.",
            "distance",
            "about 50 miles off Fujairah",
            ["Fujairah"],
        ),
        ("Shells fell north of Kharkiv.", "bearing", "north of Kharkiv", ["Kharkiv"]),
        (
            "A village to the north-east of Kharkiv burned.",
            "bearing",
            "A village to the north-east of Kharkiv",
            ["Kharkiv"],
        ),
        ("A village near Kharkiv burned.", "near", "A village near Kharkiv", ["Kharkiv"]),
        (
            "A checkpoint just outside the port city of Odesa was hit.",
            "near",
            "A checkpoint just outside the port city of Odesa",
            ["Odesa"],
        ),
        ("The ship anchored off Fujairah.", "off", "off Fujairah", ["Fujairah"]),
        ("Pirates struck off the coast of Somalia.", "off", "off the coast of Somalia", ["Somalia"]),
        (
            "The train derailed between Odesa and Mykolaiv.",
            "between",
            "between Odesa and Mykolaiv",
            ["Odesa", "Mykolaiv"],
        ),
        (
            "It sank halfway between Aden and Berbera.",
            "halfway",
            "halfway between Aden and Berbera",
            ["Aden", "Berbera"],
        ),
    ],
)
def test_a_place_may_be_given_by_others(text: str, kind: str, phrase: str, references: list[str]) -> None:
    assert _told(text) == [(kind, phrase, references)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Russia and Ukraine ended.",
        "The deal between Moscow and Kyiv was signed.",
        "Flights between Kyiv and Warsaw stopped.",
        "The distance between Odesa and Mykolaiv is 110 km.",
        "Troops sealed off Mariupol.",
        "The plane took off Monday for Moscow.",
        "In the north of Syria people fled.",
        "He lives in southern Oman.",
        "The town is 20 km long.",
        "A farm 30 km from the Ukrainian border was shelled.",
        "Near midnight the shelling of Odesa ended.",
    ],
)
def test_other_words_of_place_and_relation_give_none(text: str) -> None:
    assert _told(text) == []


def test_a_phrase_is_read_once_where_a_figure_and_words_both_tell_it() -> None:
    text = "The base lies near a village 20 km east of Nanjing."
    assert [kind for kind, _, _ in _told(text)] == ["distance"]


@pytest.mark.parametrize(
    "text",
    [
        "Dunay, a port near Vladivostok, is closed.",
        "Dunay, 50 km from Vladivostok, is closed.",
        "Dunay is 50 km from Vladivostok.",
        "Dunay, which lies 50 km from Vladivostok, is closed.",
        "Dunay (50 km from Vladivostok) is closed.",
    ],
)
def test_the_name_of_the_place_itself_is_known_where_the_phrase_has_one(text: str) -> None:
    (relation,) = read_text(text).relations
    assert relation.named is not None
    assert text[relation.named.start : relation.named.end] == "Dunay"


def test_the_water_around_a_place_is_read_with_it() -> None:
    text = "It was boarded in the Gulf of Aden, 60 nautical miles south of Mukalla."
    (relation,) = read_text(text).relations
    assert relation.within is not None
    assert text[relation.within.start : relation.within.end] == "Gulf of Aden"
    assert (relation.kind, relation.bearing and relation.bearing.azimuth_deg) == (RelationKind.DISTANCE, 180.0)


def test_a_sentence_gives_one_place_a_phrase() -> None:
    text = "Shells fell 5 km north of Kharkiv, near Odesa and east of Mykolaiv."
    assert [phrase for _, phrase, _ in _told(text)] == ["5 km north of Kharkiv", "near Odesa", "east of Mykolaiv"]


@pytest.mark.parametrize(
    "text",
    [
        "The ship was loaded in Basra and was seized 60 miles off Fujairah.",
        "Crude was loaded at Basra and transferred 60 nautical miles south of Mukalla.",
    ],
)
def test_what_happened_elsewhere_is_no_claim_about_the_place_before(text: str) -> None:
    (statement,) = read_text(text).statements
    assert statement.subject is None or statement.subject.place_span is None


_WORDS = st.sampled_from(
    [
        "near",
        "off",
        "between",
        "and",
        "the",
        "coast",
        "of",
        "north",
        "east",
        "a",
        "village",
        "is",
        "in",
        "20 km",
        "halfway",
        "Odesa",
        "Oman",
        "Aden",
        ",",
        ".",
        ";",
    ]
)


@given(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join))
def test_relations_lie_in_the_text_without_overlaps(text: str) -> None:
    end = 0
    for relation in read_text(text).relations:
        assert end <= relation.span.start < relation.span.end <= len(text)
        assert all(relation.words.contains(span) for span in relation.references)
        assert relation.span.contains(relation.words)
        end = relation.span.end
