import pytest

from routes.model import MentionKind
from tests.reading.sample_reading import places, read_text


@pytest.mark.parametrize(
    ("text", "vessel"),
    [
        ("Cargo was put on a Russian-flagged ship, Angara, in May.", "Angara"),
        ("The tanker Moscow lay in the roads.", "Moscow"),
        ("The Angara, a Russian cargo ship, sailed east.", "Angara"),
        ("Grain went on the MV Lady Odesa to the south.", "Lady Odesa"),
        ("The bulk carrier Ocean Kherson was loaded.", "Ocean Kherson"),
        ("A vessel called Port Olya-3 came in.", "Port Olya-3"),
    ],
)
def test_a_name_beside_a_word_for_a_ship_is_a_vessel_and_no_place(text: str, vessel: str) -> None:
    findings = read_text(text)
    assert [found.name for found in findings.vessels] == [vessel]
    assert all(mention.text not in vessel for mention in findings.mentions if mention.kind is MentionKind.PLACE)


def test_a_ship_keeps_its_name_in_later_sentences() -> None:
    assert places("The ship Angara left Odesa. The Angara was seen off Istanbul.") == ["Odesa", "Istanbul"]


def test_the_flag_of_a_ship_is_noted_and_is_no_place() -> None:
    findings = read_text("A Russian-flagged ship, Angara, left Odesa.")
    assert findings.vessels[0].flag == "RU"
    assert [mention.text for mention in findings.mentions if mention.kind is MentionKind.PLACE] == ["Odesa"]


@pytest.mark.parametrize(
    "text",
    [
        "The Moscow Times reported it.",
        "The Warsaw Pact had ended.",
        "President Kyiv spoke.",
        "The Istanbul Shipping Company denied it.",
        "BY OLGA MOSCOW [olga@example.org]",
        "Published: 3 May 2023 by Odesa",
    ],
)
def test_a_place_name_inside_another_name_is_no_place(text: str) -> None:
    assert places(text) == []
    assert read_text(text).vetoed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It lies in Eastern Ukraine.", ["Ukraine"]),
        ("Ships wait off Odesa Port.", ["Odesa"]),
        ("He flew from the U.S. to Moscow.", ["U.S.", "Moscow"]),
        ("Ukraine's army held Kyiv.", ["Ukraine", "Kyiv"]),
        ("The Democratic People's Republic of Korea agreed.", ["Democratic People's Republic of Korea"]),
        ("MOSCOW DENIED THAT ANYTHING LEFT PYONGYANG.", ["MOSCOW", "PYONGYANG"]),
    ],
)
def test_places_are_found_in_all_their_dress(text: str, names: list[str]) -> None:
    assert places(text) == names


def test_adjectives_of_nationality_are_marked() -> None:
    findings = read_text("North Korean and Russian officials met.")
    kinds = {mention.text: mention.kind for mention in findings.mentions}
    assert kinds == {"North Korean": MentionKind.DEMONYM, "Russian": MentionKind.DEMONYM}


def test_an_unknown_name_is_kept_only_where_a_place_must_stand() -> None:
    assert places("Zzyzzk was pleased.") == []
    assert places("Grain was shipped from Zzyzzk to Odesa.") == ["Zzyzzk", "Odesa"]
