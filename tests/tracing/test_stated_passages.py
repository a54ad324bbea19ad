"""What a text says of straits, canals and capes decides the way by sea, unless the user has."""

import pytest

from routes.model import Leg, Mode
from routes.paths import Ways
from routes.paths.sea import switches
from routes.pipeline import Options, analyze
from routes.resources import read_lexicon


def _sea_leg(text: str, ways: Ways | None = None) -> Leg:
    options = Options(ways=ways) if ways else Options()
    (itinerary,) = analyze(text, options).itineraries
    return next(leg for leg in itinerary.legs if leg.mode is Mode.SEA)


def _passages(text: str, ways: Ways | None = None) -> tuple[str, ...]:
    leg = _sea_leg(text, ways)
    assert leg.path is not None
    return leg.path.passages


@pytest.mark.parametrize(
    "text",
    [
        "The bulk carrier Alma will carry coal from Maputo round the Cape of Good Hope to Dakar and on to Genoa.",
        "The tanker Rhea left Kuwait City for Le Havre with diesel. She is going around Africa, her owner said.",
        "A freighter took tea from Colombo to Southampton, rounding the Cape.",
        "A freighter took tea from Colombo to Southampton rather than through the Suez Canal by the longer way.",
        "To avoid the Red Sea, the ship Lea carried tea from Colombo by the Cape to Southampton.",
    ],
)
def test_a_way_round_a_cape_keeps_off_the_canal(text: str) -> None:
    assert "Suez Canal" not in _passages(text)


@pytest.mark.parametrize(
    "text",
    [
        "A freighter took tea from Colombo to Southampton.",
        "A freighter took tea from Colombo to Southampton. Prices rose from Cape Town to South Africa's north.",
        "A freighter took tea from Colombo to Southampton. Other lines send ships around the Cape of Good Hope.",
        "A freighter took tea from Colombo to Southampton, a way far shorter than round the Cape of Good Hope.",
        "A freighter that took tea from Colombo to Southampton usually sails around Africa.",
    ],
)
def test_a_cape_that_the_ship_does_not_round_changes_nothing(text: str) -> None:
    assert "Suez Canal" in _passages(text)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("An ore carrier brought nickel from Murmansk to Busan along the Northern Sea Route.", "Northern Sea Route"),
        ("Taking the Northwest Passage, the ship Ida carried coal from Vancouver to Rotterdam.", "Northwest Passage"),
        ("A tanker with palm oil from Belawan went through the Lombok Strait to Sydney.", "Lombok Strait"),
        ("A ship with timber passed the Kiel Canal on its way from Riga to Antwerp.", "Kiel Canal"),
    ],
)
def test_a_passage_that_the_text_names_is_gone_through_though_another_way_is_open(text: str, passage: str) -> None:
    assert passage in _passages(text)


def test_the_path_says_in_the_words_of_the_text_why_it_goes_there() -> None:
    path = _sea_leg("The tanker Rhea took oil from Basra around the southern tip of Africa to Rotterdam.").path
    assert path is not None
    assert "the text gives the way: “around the southern tip of Africa”" in path.notes


def test_what_the_user_avoids_is_avoided_whatever_the_text_says() -> None:
    text = "A tanker took oil from Basra through the Suez Canal to Genoa."
    assert "Suez Canal" in _passages(text)
    assert "Suez Canal" not in _passages(text, Ways(avoid=frozenset({"suez"})))


def test_what_the_user_allows_is_not_avoided_for_the_text() -> None:
    text = "A tanker took oil from Basra to Genoa, avoiding the Suez Canal."
    assert "Suez Canal" not in _passages(text)
    assert "Suez Canal" in _passages(text, Ways(allow=frozenset({"suez"})))


def test_a_strait_is_gone_through_on_the_leg_that_it_lies_on() -> None:
    text = (
        "The ship Ida carried wheat from Odesa through the Bosporus to Alexandria. "
        "From there it sailed through the Suez Canal to Mumbai."
    )
    (itinerary,) = analyze(text).itineraries
    passages = [leg.path.passages for leg in itinerary.legs if leg.path]
    assert [("Bosporus" in each, "Suez Canal" in each) for each in passages] == [(True, False), (False, True)]


def test_a_passage_is_no_stop() -> None:
    (itinerary,) = analyze(
        "The bulk carrier Orla will carry copper from Antofagasta round Cape Horn to Hamburg."
    ).itineraries
    assert [stop.name for stop in itinerary.stops] == ["Antofagasta", "Hamburg"]


def test_the_words_for_passages_mean_switches_that_there_are() -> None:
    known = {channel.id for channel in switches()}
    meant = {
        each for _, fields in read_lexicon("passages") for ids in fields[:2] for each in ids.split() if each != "-"
    }
    assert meant <= known
