"""Ways that part, each by its own mode; carriers that change; and what came before told after it."""

import pytest

from routes.pipeline import Options, analyze
from routes.reading import make_article

_Leg = tuple[str, str, str | None, str]


def _legs(text: str) -> list[_Leg]:
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    stops = itinerary.stops
    return [
        (stops[leg.origin].name, stops[leg.destination].name, leg.mode.value if leg.mode else None, leg.status.value)
        for leg in itinerary.legs
    ]


def _order(text: str) -> list[str]:
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    return [stop.name for stop in itinerary.stops]


@pytest.mark.parametrize(
    "onward",
    [
        "and will be sent on by rail to Dodoma and by road to Lusaka.",
        "and will go by rail to Dodoma and the rest by truck to Lusaka.",
        ". It will then move by rail to Dodoma and by truck to Lusaka.",
        ". Half will move by train to Dodoma, and the rest is to go by truck to Lusaka.",
    ],
)
def test_each_branch_has_its_own_mode(onward: str) -> None:
    joint = "" if onward.startswith(".") else " "
    assert _legs(f"The rice arrived in Dar es Salaam from Karachi{joint}{onward}")[1:] == [
        ("Dar es Salaam", "Dodoma", "rail", "planned"),
        ("Dar es Salaam", "Lusaka", "road", "planned"),
    ]


def test_a_way_over_land_and_one_over_water_follow_each_other() -> None:
    told = _legs("The copper was taken from Ndola by rail to Durban and by ship to Rotterdam.")
    assert told == [("Ndola", "Durban", "rail", "reported"), ("Durban", "Rotterdam", "sea", "reported")]


def test_the_rest_of_goods_that_came_goes_on_from_where_they_came() -> None:
    told = _legs("Rice reached Dar es Salaam from Karachi. The remainder will be carried to Lusaka by truck.")
    assert told[-1] == ("Dar es Salaam", "Lusaka", "road", "planned")


def test_other_goods_of_one_voyage_leave_where_it_began() -> None:
    told = _legs("The ship Alma carried rice from Karachi to Mombasa, while 4,000 tonnes went to Beira.")
    assert told[-1] == ("Karachi", "Beira", "sea", "reported")


@pytest.mark.parametrize("onto", ["loaded on the Alma for", "put on the Alma bound for", "stowed on the Alma for"])
def test_what_is_loaded_on_a_name_and_bound_for_a_port_goes_by_ship(onto: str) -> None:
    text = f"Timber was railed from Jyvaskyla to Kotka, where it was {onto} Bilbao."
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    told = [(leg.mode.value if leg.mode else None, leg.vessel) for leg in itinerary.legs]
    assert told == [("rail", None), ("sea", "Alma")]


def test_a_train_that_is_named_is_no_ship() -> None:
    text = "Coffee was trucked from Lyon to Strasbourg and put on the Orient Express for Budapest."
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    assert not itinerary.vessels


@pytest.mark.parametrize(
    ("text", "order"),
    [
        (
            "Satellite images taken in June show containers of shells at Dunay. They had come by ship from Najin.",
            ["Najin", "Dunay"],
        ),
        (
            "A freight train with 40 containers from Chengdu arrived in Hamburg. The wagons changed gauge at Dostyk "
            "and at Brest.",
            ["Chengdu", "Dostyk", "Brest", "Hamburg"],
        ),
        (
            "Tanks were seen on a train at Perm. They had crossed into Kazakhstan at Khorgos and are going to Samara.",
            ["Khorgos", "Perm", "Samara"],
        ),
        (
            "The Alma sailed from Saldanha with ore for Rotterdam. The ore had been mined at Sishen, trucked to "
            "Upington and hauled by rail to Saldanha.",
            ["Sishen", "Upington", "Saldanha", "Rotterdam"],
        ),
        (
            "Coal was unloaded at Durban. It had been mined at Witbank, trucked to Ermelo and railed to Richards Bay.",
            ["Witbank", "Ermelo", "Richards Bay", "Durban"],
        ),
        (
            "A train with cars from Chongqing arrived in Hamburg. It then changed locomotives at Hanover and went on "
            "to Munich.",
            ["Chongqing", "Hamburg", "Hanover", "Munich"],
        ),
    ],
)
def test_stops_stand_in_the_order_of_the_way(text: str, order: list[str]) -> None:
    assert _order(text) == order


def test_what_figures_show_is_no_shipment() -> None:
    text = "Figures show wheat stocks in Alexandria have fallen. Trucks carry bread through the city."
    assert not analyze(make_article(text), Options(ways=None)).itineraries
