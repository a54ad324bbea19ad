"""Close spellings, for spans that the text puts where a place belongs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.gazetteer import Gazetteer, fold

GAZETTEER = Gazetteer.curated()


@pytest.mark.parametrize(
    ("written", "meant", "edits"),
    [
        ("Tikhorestk", "ru-tikhoretsk", 1),
        ("Vladivostock", "ru-vladivostok", 1),
        ("Pyongyan", "kp-pyongyang", 1),
        ("Kharkhiv", "ua-kharkiv", 1),
        ("Zaporizia", "ua-zaporizhzhia", 1),
        ("Novorosiysk", "ru-novorossiysk", 1),
        ("Chongjn", "kp-chongjin", 1),
        ("Mariupoll", "ua-mariupol", 1),
        ("Khabarovks", "ru-khabarovsk", 1),
        ("Sevastopal", "ua-sevastopol", 1),
        ("Rotterdamm", "nl-rotterdam", 1),
        ("Luhanks", "ua-luhansk", 1),
        ("Bosphorous Strait", "bosporus", 1),
    ],
)
def test_a_slip_of_the_pen_finds_the_place(written: str, meant: str, edits: int) -> None:
    assert GAZETTEER.find(written) == ()
    first = GAZETTEER.fuzzy(written)[0]
    assert (first.place.id, first.edits) == (meant, edits)


def test_two_slips_are_borne_in_a_long_name() -> None:
    assert ("ua-zaporizhzhia", 2) in [(match.place.id, match.edits) for match in GAZETTEER.fuzzy("Zaporizhia")]


# People of the news. None may turn into a town; names that are also towns (Austin, Sullivan) are another matter.
@pytest.mark.parametrize(
    "person",
    [
        "Kirby",
        "Putin",
        "Shoigu",
        "Lavrov",
        "Zelenskyy",
        "Biden",
        "Blinken",
        "Nebenzia",
        "Prigozhin",
        "Medvedev",
        "Lukashenko",
        "Macron",
        "Scholz",
        "Erdogan",
        "Netanyahu",
        "Guterres",
        "Stoltenberg",
        "Kim Jong-un",
        "Xi Jinping",
        "Khamenei",
    ],
)
def test_a_person_is_not_corrected_to_a_place(person: str) -> None:
    assert GAZETTEER.fuzzy(person) == ()


def test_a_person_can_be_a_slip_away_from_a_town_so_free_text_must_not_be_corrected() -> None:
    assert [match.place.name for match in GAZETTEER.fuzzy("Peskov")] == ["Pskov"]


@pytest.mark.parametrize("short", ["Kev", "Ann", "UKR", "Тихорестк", "나즌", "Xoscow", "Oscow"])
def test_short_names_other_scripts_and_other_first_letters_are_left_alone(short: str) -> None:
    assert GAZETTEER.fuzzy(short) == ()


def test_main_names_come_before_aliases() -> None:
    matches = GAZETTEER.fuzzy("Kharkif", limit=20)
    assert [match.is_alias for match in matches] == sorted(match.is_alias for match in matches)


@given(st.sampled_from([place.name for place in GAZETTEER.places]), st.data())
def test_a_swap_of_two_letters_in_a_long_name_is_one_edit(name: str, data: st.DataObject) -> None:
    folded = fold(name)
    if not folded.isascii() or sum(c.isalpha() for c in folded) < 8:
        return
    at = data.draw(st.integers(1, len(folded) - 2))
    swapped = folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :]
    if fold(swapped) != swapped or swapped == folded:
        return
    assert name in [match.name for match in GAZETTEER.fuzzy(swapped, limit=50) if match.edits == 1] or GAZETTEER.find(
        swapped
    )


def test_the_limit_is_kept() -> None:
    assert len(GAZETTEER.fuzzy("Belgorad", limit=1)) == 1
