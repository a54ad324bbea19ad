from datetime import date

import pytest

from routes.model import Action, Mode, Span, Status, Turn
from routes.reading import make_article
from tests.reading.sample_reading import read_text


def _told(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    quote = make_article(text).quote

    def words(spans: tuple[Span, ...]) -> str | None:
        return " + ".join(map(quote, spans)) or None

    return [
        (found.action.value, words(found.origins), words(found.destinations), words(found.at))
        for found in read_text(text).movements
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Grain was shipped from Odesa to Istanbul.", [("move", "Odesa", "Istanbul", None)]),
        ("The ship left Odesa for Istanbul.", [("leave", "Odesa", "Istanbul", None)]),
        ("The ship reached Istanbul with grain.", [("arrive", None, "Istanbul", None)]),
        ("Containers were loaded in Odesa.", [("load", None, None, "Odesa")]),
        ("The cargo was delivered to a depot near Moscow by rail.", [("move", None, "Moscow", None)]),
        ("From Odesa the coal was trucked to Kyiv.", [("move", "Odesa", "Kyiv", None)]),
        ("The ship left the Russian port of Novorossiysk for Istanbul.", [("leave", "Novorossiysk", "Istanbul", None)]),
        ("Blades were shipped from Odesa and Kherson to Istanbul.", [("move", "Odesa + Kherson", "Istanbul", None)]),
        (
            "The ship berthed in Istanbul with a cargo of corn from Odesa.",
            [("arrive", None, None, "Istanbul"), ("goods", "Odesa", None, None)],
        ),
        ("The tanker was under way from Odesa to Istanbul.", [("voyage", "Odesa", "Istanbul", None)]),
        ("At Istanbul the corn was moved to Cairo.", [("move", None, "Cairo", "Istanbul")]),
        ("Customs in Istanbul found arms in a container.", [("held", None, None, "Istanbul")]),
        ("The lorries with food had driven 800 kilometres from Odesa.", [("move", "Odesa", None, None)]),
        ("Ukraine exported corn to Egypt.", [("move", "Ukraine", "Egypt", None)]),
        (
            "Coal was loaded on a ship in Odesa, a port in Ukraine, that sailed to Istanbul in Turkey.",
            [("load", None, None, "Odesa"), ("move", None, "Istanbul", None)],
        ),
    ],
)
def test_prepositions_give_each_place_its_part(
    text: str, told: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert _told(text) == told


def test_a_way_through_a_place_is_kept_as_via() -> None:
    (movement,) = read_text("Grain was sent from Odesa via Istanbul to Cairo.").movements
    assert len(movement.via) == 1


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Grain was taken from Odesa to Kyiv by rail.", Mode.RAIL),
        ("Trucks carried grain from Odesa to Kyiv.", Mode.ROAD),
        ("A cargo plane brought arms from Moscow to Kyiv.", Mode.AIR),
        ("The tanker carried oil from Odesa to Istanbul.", Mode.SEA),
        ("Grain was sent from Odesa to Kyiv.", None),
    ],
)
def test_the_mode_comes_from_the_carrier_and_is_never_invented(text: str, mode: Mode | None) -> None:
    assert read_text(text).movements[0].mode is mode


@pytest.mark.parametrize(
    "text",
    [
        "Kim travelled to Moscow.",
        "The minister left Kyiv for Warsaw.",
        "Rain moved from Odesa to Kyiv.",
        "The team went to Istanbul.",
    ],
)
def test_people_and_weather_move_no_goods(text: str) -> None:
    assert read_text(text).movements == ()


def test_the_reference_of_a_distance_is_no_origin() -> None:
    text = "The cargo was delivered to Moscow, which lies 290 km from Kyiv."
    assert _told(text) == [("move", None, "Moscow", None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ship is due to carry grain from Odesa to Istanbul; it will be loaded in Odesa.", Status.PLANNED),
        ("The ship allegedly carried arms from Odesa to Istanbul.", Status.ALLEGED),
        ("The tanker is bound for Istanbul.", Status.PLANNED),
        ("Ukraine has stopped shipping grain through Istanbul.", Status.DENIED),
        ("The ship carried grain from Odesa to Istanbul.", Status.REPORTED),
    ],
)
def test_each_movement_says_how_firm_it_is(text: str, status: Status) -> None:
    assert read_text(text).movements[-1].status is status


def test_loading_and_unloading_are_told_apart() -> None:
    text = "Coal was loaded in Odesa. The ship unloaded the coal in Istanbul."
    assert [found.action for found in read_text(text).movements] == [Action.LOAD, Action.UNLOAD]


def test_the_window_is_the_range_said_of_the_goods() -> None:
    text = "Arms were shipped from Odesa to Istanbul between May 3 and May 9. The leaders met on May 6."
    window = read_text(text, date(2023, 6, 1)).window
    assert window is not None
    assert (window.start, window.end) == (date(2023, 5, 3), date(2023, 5, 9))


def test_a_range_said_of_a_meeting_is_no_window() -> None:
    assert read_text("The leaders will meet between May 3 and May 9.", date(2023, 6, 1)).window is None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("At least 1,000 containers were shipped from Odesa.", 1000, None, "containers"),
        ("Some 26,000 tonnes of corn were shipped from Odesa.", 23400, 28600, "tonnes"),
        ("It left Odesa with up to 2 million barrels.", None, 2_000_000, "barrels"),
    ],
)
def test_counted_goods_keep_their_hedge(text: str, low: float | None, high: float | None, unit: str) -> None:
    (cargo,) = read_text(text).cargo
    assert (cargo.low, cargo.high, cargo.unit) == (low, high, unit)


def test_a_carrier_that_comes_up_as_new_opens_another_shipment() -> None:
    text = "A train with corn left Kyiv for Odesa. Days before, a first train with coal had left Lviv for Warsaw."
    assert [found.turn for found in read_text(text).movements] == [Turn.ON, Turn.NEW_SHIPMENT]


def test_a_ship_is_known_by_its_pronoun_in_the_sentences_after() -> None:
    text = "The tanker Pivot left Odesa with oil. She reached Istanbul in May."
    quote = make_article(text).quote
    assert [quote(found.vessel) if found.vessel else None for found in read_text(text).movements] == ["Pivot", "Pivot"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fuel burned. The wounded were taken to Agadez, and the worst cases were to be moved to Niamey.", []),
        ("The ship sank with grain. Its crew were taken to Palermo, and two suspects were moved to Rome.", []),
        (
            "Eleven patients have since been flown from Goma to Kinshasa, and fuel was flown from Kinshasa to Goma.",
            [("move", "Kinshasa", "Goma", None)],
        ),
        ("Tents for the injured were flown from Copenhagen to Juba.", [("move", "Copenhagen", "Juba", None)]),
    ],
)
def test_people_who_are_taken_somewhere_are_no_goods(
    text: str, told: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Two gas turbines were built in Belfort. In May they were moved by barge to Strasbourg.",
            [("load", None, None, "Belfort"), ("move", None, "Strasbourg", None)],
        ),
        (
            "The locomotives were manufactured in Kassel and shipped by rail to Hamburg.",
            [("load", None, None, "Kassel"), ("move", None, "Hamburg", None)],
        ),
        ("The bulk carrier was built in Ulsan. It was taken to Busan with grain.", [("move", None, "Busan", None)]),
        ("A plant for fertiliser was built in Lyon. Wheat is grown there.", []),
        (
            "Six locomotives were shipped from Bremen to Conakry. They will pull ore trains from Simandou.",
            [("move", "Bremen", "Conakry", None)],
        ),
    ],
)
def test_what_was_built_somewhere_starts_there_if_it_is_moved(
    text: str, told: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert _told(text) == told
