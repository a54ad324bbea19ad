"""What is told later and came before, plans after trouble, plans that were never carried out."""

import pytest

from routes.model import Feasible, Itinerary, Role, Status
from routes.pipeline import Options, analyze
from routes.reading import make_article


def _itinerary(text: str) -> Itinerary:
    (itinerary,) = analyze(make_article(text), Options(ways=None)).itineraries
    return itinerary


def _legs(text: str) -> list[tuple[str, str, str | None]]:
    itinerary = _itinerary(text)
    names = [stop.name for stop in itinerary.stops]
    return [(names[leg.origin], names[leg.destination], leg.mode.value if leg.mode else None) for leg in itinerary.legs]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        # in the simple past, after the end: out through a border place, over to another gauge
        (
            "A goods train with tyres from Chongqing rolled into Duisburg on Friday. "
            "It left China at Alashankou and was transshipped onto wagons of another gauge at Malaszewicze.",
            ["Chongqing", "Alashankou", "Malaszewicze", "Duisburg"],
        ),
        (
            "The reefer ship Costa Verde docked in Hamburg on Sunday with bananas, having called at Vigo and Antwerp. "
            "She had loaded in Guayaquil.",
            ["Guayaquil", "Vigo", "Antwerp", "Hamburg"],
        ),
        (
            "A freight train carrying potash rolled into Klaipeda on Tuesday. "
            "It had set out from Soligorsk and changed locomotives at Vilnius earlier.",
            ["Soligorsk", "Vilnius", "Klaipeda"],
        ),
        # where the goods came from before the story begins
        (
            "Sorghum was trucked from Moundou to Abeche. The grain had come from Douala by rail to Ngaoundere.",
            ["Douala", "Ngaoundere", "Moundou", "Abeche"],
        ),
        (
            "Trucks carrying medicine entered Herat from Iran at Islam Qala on Sunday, heading for Kandahar. "
            "The medicine was landed at Bandar Abbas and went by road via Mashhad.",
            ["Bandar Abbas", "Mashhad", "Islam Qala", "Herat", "Kandahar"],
        ),
        # a way told as a whole, then a call on it
        (
            "The company shipped 8,000 tonnes of canola from Esperance to Nagoya. "
            "The grain had been railed from Salmon Gums. The vessel left on May 3 and called at Bunbury to top up.",
            ["Salmon Gums", "Esperance", "Bunbury", "Nagoya"],
        ),
        (
            "Thirty lorries with flour crossed from Poland into Ukraine through the Medyka crossing on Monday. "
            "The flour had been shipped to Gdansk.",
            ["Gdansk", "Medyka", "Ukraine"],
        ),
        # nothing of this came before: the story goes on
        ("Trucks took the rice to Kandahar from Quetta. The rice was flown to Herat.", ["Quetta", "Kandahar", "Herat"]),
        (
            "The ship left Odesa for Istanbul with corn. It called at Varna and Burgas.",
            ["Odesa", "Varna", "Burgas", "Istanbul"],
        ),
        ("Coal was railed from Almaty to Aktau. It was then loaded for Baku.", ["Almaty", "Aktau", "Baku"]),
    ],
)
def test_what_came_before_stands_before(text: str, stops: list[str]) -> None:
    assert [stop.name for stop in _itinerary(text).stops] == stops


def test_aid_that_had_been_flown_goes_on_by_road() -> None:
    text = "The aid had been flown from Brussels to Entebbe and was trucked to Goma."
    assert _legs(text) == [("Brussels", "Entebbe", "air"), ("Entebbe", "Goma", "road")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The tanker Halcyon sailed from Yanbu bound for Aqaba with diesel. It turned around off the coast, "
            "went back to Yanbu and will now sail to Suez and Port Said.",
            {"Aqaba": Status.TURNED_BACK, "Suez": Status.PLANNED, "Port Said": Status.PLANNED},
        ),
        (
            "The bulker Orsolya left Constanta for Beirut with wheat, turned back to Mersin "
            "and will now carry it to Tripoli.",
            {"Beirut": Status.TURNED_BACK, "Mersin": Status.REPORTED, "Tripoli": Status.PLANNED},
        ),
    ],
)
def test_a_plan_made_after_trouble_is_no_goal_given_up(text: str, status: dict[str, Status]) -> None:
    found = {stop.name: stop.status for stop in _itinerary(text).stops}
    assert {name: found[name] for name in status} == status


def test_one_ship_calls_at_its_goals_one_after_the_other() -> None:
    text = "The container ship Ostara left Salalah with tea and will sail to Algeciras and Rotterdam."
    assert [leg[:2] for leg in _legs(text)] == [("Salalah", "Algeciras"), ("Algeciras", "Rotterdam")]


def test_where_seized_goods_were_to_go_they_never_came() -> None:
    itinerary = _itinerary(
        "Coast guards stopped a fishing boat off Salalah and seized 2 tonnes of hashish. The boat had sailed from "
        "Gwadar and was to unload at Socotra before it went on to Berbera."
    )
    assert [stop.name for stop in itinerary.stops] == ["Gwadar", "Salalah", "Socotra", "Berbera"]
    assert [stop.status for stop in itinerary.stops[2:]] == [Status.PLANNED, Status.PLANNED]


def test_a_find_at_a_border_crossing_is_a_stop() -> None:
    text = (
        "Customs officers found 300 kg of heroin in a truck at the Kapitan Andreevo crossing. The truck had set out "
        "from Van in Turkey and was heading for Rotterdam."
    )
    assert _legs(text)[0] == ("Van", "Kapitan Andreevo", "road")


def test_several_origins_are_origins_and_a_goal_given_up_is_a_destination() -> None:
    loaded = _itinerary("The cargo ship Alcyon arrived in Montevideo. She was loaded with rails at Gijon and Bilbao.")
    assert [stop.role for stop in loaded.stops] == [Role.ORIGIN, Role.ORIGIN, Role.DESTINATION]
    diverted = _itinerary("The ship left Odesa for Tripoli with corn, was turned away and docked at Mersin.")
    roles = {stop.name: stop.role for stop in diverted.stops}
    assert (roles["Odesa"], roles["Tripoli"]) == (Role.ORIGIN, Role.DESTINATION)


def test_a_leg_still_ahead_takes_no_time_of_the_window() -> None:
    text = (
        "Coal was shipped by sea from Istanbul to Izmir between May 1 and May 9, 2023. "
        "The ship will sail on to Yokohama."
    )
    (itinerary,) = analyze(make_article(text)).itineraries
    assert [leg.status for leg in itinerary.legs] == [Status.REPORTED, Status.PLANNED]
    assert itinerary.feasibility is not None
    assert itinerary.feasibility.outcome in (Feasible.FEASIBLE, Feasible.TIGHT)
