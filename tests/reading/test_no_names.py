"""Words with capitals that name no place, and names of which a gazetteer has only a part."""

import pytest

from routes.pipeline import Options, analyze


def _places(text: str) -> dict[str, str | None]:
    found = analyze(text, Options(ways=None)).toponyms
    return {each.mention.text: each.place.id if each.place else None for each in found}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Three Western diplomats saw the convoy leave Rzeszow.", "Western"),
        ("Eastern governments denied that arms went to Aden.", "Eastern"),
        ("TIRANA, May 3, 2022 (Nova) - A ship with wheat came into Durres.", "Nova"),
        ("EL PASO, Texas, May 3, 2022 (AP) - Officers stopped a lorry near Fabens.", "Officers"),
        ("Troops closed the road to Goma on Friday.", "Troops"),
        ("The lorry was stopped on Highway 61 near Memphis.", "Highway"),
        ("The lorry was stopped on Interstate 10 near Tucson.", "Interstate"),
        ("Gusts of 140 km/h were measured at Beira.", "Gusts"),
        ("Ore was railed from Sishen to Saldanha.", "Ore"),
        ("Crates were landed at Tobruk, United Nations inspectors say, and driven to Kufra.", "United Nations"),
        ("Tents were flown by the Red Cross from Nairobi to Juba.", "Red Cross"),
    ],
)
def test_a_word_that_names_nothing_is_no_place(text: str, word: str) -> None:
    assert word not in _places(text)


@pytest.mark.parametrize(
    ("text", "name", "ident"),
    [
        ("Western Australia sold wheat to Japan.", "Western Australia", "au-western-australia"),
        ("PORTLAND, Ore. (AP) - A ship left for Japan.", "Ore", "us-oregon"),
        ("The tanker lay off José terminal for a week.", "José terminal", "ve-jose-terminal"),
        ("Lorries queued at the Jaber crossing on Monday.", "Jaber crossing", "jo-nasib-jaber-crossing"),
        ("Bananas left Puerto de Veracruz on Friday.", "Veracruz", "mx-veracruz"),
        ("The ship left Rio de Janeiro with coffee.", "Rio de Janeiro", "br-rio-de-janeiro"),
    ],
)
def test_a_name_with_such_a_word_stays_one(text: str, name: str, ident: str) -> None:
    assert _places(text)[name] == ident


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ore was loaded at Ponta da Foca on Friday.", "Ponta da Foca"),
        ("The ship was boarded near Cabo de Toledo on Friday.", "Cabo de Toledo"),
        ("Soya was loaded at Barra do Lisboa on Friday.", "Barra do Lisboa"),
    ],
)
def test_a_part_of_a_longer_name_is_not_taken_for_the_whole(text: str, name: str) -> None:
    places = _places(text)
    assert not {part for part in name.split() if part in places}
    assert places.get(name) is None
