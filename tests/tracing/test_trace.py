from datetime import date

import pytest

from routes.model import Feasible, Itinerary, Mode, Report, Role, Status
from routes.pipeline import analyze
from routes.reading import make_article


def _report(text: str, published: date | None = None) -> Report:
    return analyze(make_article(text, published=published))


def _itinerary(text: str, published: date | None = None) -> Itinerary:
    (itinerary,) = _report(text, published).itineraries
    return itinerary


def _stops(text: str) -> list[str]:
    return [stop.name for stop in _itinerary(text).stops]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Grain was shipped from Odesa to Istanbul.", ["Odesa", "Istanbul"]),
        ("Coal was loaded in Odesa. The ship sailed to Istanbul.", ["Odesa", "Istanbul"]),
        ("Grain left Odesa by rail for Kyiv. From there it was trucked to Lviv.", ["Odesa", "Kyiv", "Lviv"]),
        ("Grain was sent from Odesa via Istanbul to Mumbai.", ["Odesa", "Istanbul", "Mumbai"]),
        ("Arms were delivered to Kyiv by truck from Odesa.", ["Odesa", "Kyiv"]),
    ],
)
def test_stops_come_in_the_order_of_travel(text: str, stops: list[str]) -> None:
    assert _stops(text) == stops


def test_a_named_ship_makes_a_sea_leg_and_rail_ends_it() -> None:
    itinerary = _itinerary(
        "Cargo was loaded on a Russian-flagged ship, Angara, in Odesa, that sailed to Istanbul. "
        "It was then carried to Ankara by rail."
    )
    assert [(leg.mode, leg.vessel) for leg in itinerary.legs] == [(Mode.SEA, "Angara"), (Mode.RAIL, None)]


def test_roles_follow_the_way() -> None:
    roles = [stop.role for stop in _itinerary("Grain was sent from Odesa via Istanbul to Mumbai.").stops]
    assert roles == [Role.ORIGIN, Role.VIA, Role.DESTINATION]


def test_an_unstated_mode_stays_unstated() -> None:
    assert _itinerary("Grain was sent from Odesa to Kyiv.").legs[0].mode is None


def test_countries_that_only_contain_a_stop_are_no_stops() -> None:
    text = "Ukraine supplied grain to Turkey. The grain was shipped from Odesa in Ukraine to Istanbul, Turkey."
    assert _stops(text) == ["Odesa", "Istanbul"]


def test_a_move_between_countries_is_a_route_where_the_text_gives_nothing_finer() -> None:
    assert _stops("Ukraine exported grain. The grain was shipped from Ukraine to Egypt.") == ["Ukraine", "Egypt"]


def test_a_movement_that_does_not_fit_the_route_is_named_and_left_out() -> None:
    report = _report("Grain was shipped from Odesa to Istanbul. Later ships unloaded coal in Japan.")
    assert [stop.name for stop in report.itineraries[0].stops] == ["Odesa", "Istanbul"]
    assert "other-movement" in [notice.code for notice in report.notices]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Ukraine and Turkey met in Istanbul.",
        "Kyiv was shelled from Russia on Friday.",
        "The team went from Odesa to Istanbul.",
        "Odesa lies 440 km from Kyiv.",
    ],
)
def test_without_goods_there_is_no_route(text: str) -> None:
    report = _report(text)
    assert report.itineraries == ()
    assert "no-route" in [notice.code for notice in report.notices]


def test_what_a_source_charges_is_alleged_and_keeps_the_source() -> None:
    leg = _itinerary("The White House claimed that arms were shipped from Odesa to Istanbul.").legs[0]
    assert leg.status is Status.ALLEGED
    assert leg.attribution is not None
    assert leg.attribution.name == "White House"


def test_what_the_text_itself_reports_is_reported() -> None:
    leg = _itinerary("Grain was shipped from Odesa to Istanbul.").legs[0]
    assert (leg.status, leg.attribution) == (Status.REPORTED, None)


@pytest.mark.parametrize(
    ("window", "outcome"),
    [
        ("between March 1 and June 20", Feasible.FEASIBLE),
        ("between May 1 and May 2", Feasible.INFEASIBLE),
    ],
)
def test_the_window_is_held_against_the_time_the_legs_take(window: str, outcome: Feasible) -> None:
    text = f"Coal was shipped by sea from Vladivostok to Mumbai {window}."
    feasibility = _itinerary(text, date(2023, 7, 1)).feasibility
    assert feasibility is not None
    assert feasibility.outcome is outcome


def test_without_a_window_nothing_is_said_about_time() -> None:
    assert _itinerary("Coal was shipped by sea from Vladivostok to Mumbai.").feasibility is None


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        # a goal that the text sets before the calls on the way
        ("The ship left Odesa bound for Tripoli with corn. It called at Istanbul.", ["Odesa", "Istanbul", "Tripoli"]),
        ("The ship left Odesa for Tripoli with corn. It reached Tripoli in May.", ["Odesa", "Tripoli"]),
        # what came first is told last
        ("The ship docked in Busan after calling at Nampo with coal.", ["Nampo", "Busan"]),
        ("Coal was taken by ship from Nampo to Busan. It had been loaded in Wonsan.", ["Wonsan", "Nampo", "Busan"]),
        # a country that owns the place, a strait at the beginning
        ("Oil was loaded in Iran's Kharg Island and shipped to Mumbai.", ["Kharg Island", "Mumbai"]),
        ("The tanker sailed through the Strait of Hormuz to Mumbai, then on to Busan with oil.", ["Mumbai", "Busan"]),
    ],
)
def test_the_story_need_not_be_told_in_the_order_of_travel(text: str, stops: list[str]) -> None:
    assert _stops(text) == stops


def test_a_diverted_ship_keeps_both_destinations() -> None:
    itinerary = _itinerary("The ship left Odesa for Tripoli with corn. It was diverted to Istanbul.")
    assert {stop.name for stop in itinerary.stops} == {"Odesa", "Tripoli", "Istanbul"}
    status = {itinerary.stops[leg.destination].name: leg.status for leg in itinerary.legs}
    assert status["Tripoli"] is Status.TURNED_BACK


def test_a_start_that_is_told_twice_moves_no_leg() -> None:
    itinerary = _itinerary(
        "Coal was taken by ship from Wonsan to Nampo and then to Busan. It had been loaded in Wonsan."
    )
    ends = [(itinerary.stops[leg.origin].name, itinerary.stops[leg.destination].name) for leg in itinerary.legs]
    assert ends == [("Wonsan", "Nampo"), ("Nampo", "Busan")]


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        # What is told later in the pluperfect, or of how goods were made, came first.
        (
            "A ship with wheat docked at Alexandria on Monday. It had been loaded at Odesa. It goes on to Haifa.",
            [("Odesa", "Alexandria"), ("Alexandria", "Haifa")],
        ),
        (
            "Trucks took the rice to Kandahar. The rice had been made in Lahore.",
            [("Lahore", "Kandahar")],
        ),
        # What stands there came from elsewhere first.
        (
            "The coffee was loaded in Mombasa, where it had arrived by train from Kampala. The ship sailed to Mumbai.",
            [("Kampala", "Mombasa"), ("Mombasa", "Mumbai")],
        ),
        # A goal that the text goes on from was reached, whatever happened on the way.
        (
            "A train with ore from Almaty was halted near Tashkent. "
            "It was bound for Baku, where it is to be loaded for Batumi.",
            [("Almaty", "Tashkent"), ("Tashkent", "Baku"), ("Baku", "Batumi")],
        ),
        # Held on the way: what it was bound for was given up, where it was to have gone was never reached.
        (
            "A dhow with rifles from Karachi was seized off Muscat. The rifles were meant for Aden.",
            [("Karachi", "Muscat"), ("Karachi", "Aden")],
        ),
        # The dateline is where "this port" is.
        (
            "KARACHI, May 3 - Wheat was shipped from Odesa to this port. It was trucked to Quetta.",
            [("Odesa", "KARACHI"), ("KARACHI", "Quetta")],
        ),
        # Two loads that came to one place.
        (
            "The flour was brought to Larnaca by air from Amman and in containers by sea from Piraeus.",
            [("Amman", "Larnaca"), ("Piraeus", "Larnaca")],
        ),
    ],
)
def test_legs_come_in_the_order_of_travel(text: str, legs: list[tuple[str, str]]) -> None:
    itinerary = _itinerary(text)
    names = [stop.name for stop in itinerary.stops]
    assert sorted((names[leg.origin], names[leg.destination]) for leg in itinerary.legs) == sorted(legs)


def test_a_ship_of_a_navy_carries_no_goods() -> None:
    itinerary = _itinerary(
        "The destroyer USS Harlan stopped the dhow Amal with arms off Aden. The dhow came from Jask."
    )
    assert [vessel.name for vessel in itinerary.vessels] == ["Amal"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rifles left a port in western Yemen and were unloaded at Berbera.", "a port in western Yemen"),
        ("The grain ship left a harbour in north-eastern Romania for Haifa.", "a harbour in north-eastern Romania"),
    ],
)
def test_what_is_left_may_be_unnamed_in_a_part_of_a_country(text: str, name: str) -> None:
    assert _itinerary(text).stops[0].name == name


def test_an_unnamed_spot_keeps_its_words_and_its_country() -> None:
    origin = _itinerary("Drones were loaded at a port in southern Iran. The ship sailed to Aden.").stops[0]
    assert (origin.name, origin.named, origin.place and origin.place.country) == (
        "a port in southern Iran",
        False,
        "IR",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The river cruise ship Donau left Passau with 164 passengers. She was to go on to Budapest.",
        "The rescue ship Aurelia picked up 394 people off Zuwara and took them to Pozzallo; "
        "buses carried them to Catania.",
        "Farmers brought their tractors from Nancy to Strasbourg and fear that beef will be cheap.",
        "A passenger train from Chicago was sent to Wichita because of a derailed wagon of grain.",
    ],
)
def test_people_on_their_way_are_no_shipment(text: str) -> None:
    assert _report(text).itineraries == ()


@pytest.mark.parametrize(
    ("text", "mode", "is_inferred"),
    [
        # No land joins Japan to Australia, and no aircraft takes 40,000 tonnes.
        ("Some 40,000 tonnes of coal were sent from Newcastle, Australia, to Yokohama.", Mode.SEA, True),
        ("Two kilograms of gold were sent from Perth, Australia, to Yokohama.", None, False),
        ("Some 40,000 tonnes of coal were sent from Odesa to Lisbon.", None, False),
        ("Some 40,000 tonnes of coal were sent by sea from Newcastle, Australia, to Yokohama.", Mode.SEA, False),
        # A tunnel joins Britain to the continent.
        ("Some 40,000 tonnes of steel were sent from Sheffield, England, to Paris.", None, False),
    ],
)
def test_a_mode_is_inferred_where_only_one_can_be(text: str, mode: Mode | None, is_inferred: bool) -> None:
    leg = _itinerary(text).legs[0]
    assert (leg.mode, leg.mode_inferred) == (mode, is_inferred)
