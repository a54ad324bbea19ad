"""Shipments told in other ways than by a ship with a word for it: each leg, its mode, its ship, and the load."""

from dataclasses import dataclass

import pytest

from routes.model import Itinerary, PlaceKind
from routes.pipeline import Options, analyze

_Leg = tuple[str, str, str | None, str | None]


@dataclass(frozen=True)
class _Told:
    """What a text says: legs, and words of the loads."""

    text: str
    legs: tuple[_Leg, ...]
    loads: tuple[str, ...]


_TEXTS = {
    "a second tanker takes the oil over": _Told(
        "The tanker Blue Ridge took on crude at Novorossiysk. Off Kalamata in Greece the oil was pumped into a second "
        "tanker, the Aegean Pearl, which delivered it to Sikka in India.",
        (("Novorossiysk", "Kalamata", "sea", "Blue Ridge"), ("Kalamata", "Sikka", "sea", "Aegean Pearl")),
        ("crude",),
    ),
    "the first tanker has no name, the second no word for a ship": _Told(
        "A tanker loaded fuel oil at Bandar Abbas in March and handed it over to the Sea Jade off "
        "Fujairah. The Sea Jade "
        "unloaded at Zhoushan in May.",
        (("Bandar Abbas", "Fujairah", "sea", None), ("Fujairah", "Zhoushan", "sea", "Sea Jade")),
        ("fuel oil",),
    ),
    "a transfer that is told before the loading": _Told(
        "The tanker Mira handed its diesel over to the Vento off Lome in a ship-to-ship transfer. It had loaded at "
        "Amsterdam. The Vento unloaded at Lagos.",
        (("Amsterdam", "Lome", "sea", "Mira"), ("Lome", "Lagos", "sea", "Vento")),
        ("diesel",),
    ),
    "a kind of oil that is named after a land": _Told(
        "The tanker Delfi loaded 700,000 barrels of Urals crude in Ust-Luga. The cargo was shifted to the larger "
        "tanker Samos Spirit off Ceuta and is now bound for Vadinar.",
        (("Ust-Luga", "Ceuta", "sea", "Delfi"), ("Ceuta", "Vadinar", "sea", "Samos Spirit")),
        ("700,000 barrels of Urals crude",),
    ),
    "a barge brings it to where a ship waits": _Told(
        "A barge took the boiler down the Weser from Minden to Bremerhaven, where the Santa Elena was waiting. She "
        "carries it to Santos.",
        (("Minden", "Bremerhaven", "river", None), ("Bremerhaven", "Santos", "sea", "Santa Elena")),
        (),
    ),
    "a ship that is the first to sail after a storm": _Told(
        "Coal exports resumed after Cyclone Vera moved inland. The first ship to sail, the Nordic Vega, departed "
        "Newcastle on Sunday with 80,000 tonnes of coal for Kaohsiung.",
        (("Newcastle", "Kaohsiung", "sea", "Nordic Vega"),),
        ("80,000 tonnes of coal",),
    ),
    "others brought goods to where a ship is bound": _Told(
        "The bulk carrier Nordic Vega left Newcastle on Sunday with 80,000 tonnes of coal for Kaohsiung. In an earlier "
        "year, twenty cargoes of coal were shipped from Richards Bay to Kaohsiung.",
        (("Newcastle", "Kaohsiung", "sea", "Nordic Vega"), ("Richards Bay", "Kaohsiung", "sea", None)),
        ("80,000 tonnes of coal",),
    ),
    "barges that a towboat pushes": _Told(
        "Twelve barges pushed by the towboat Mary Ellen left St. Louis on Monday with 18,000 tonnes of corn and tied "
        "up in New Orleans on Friday.",
        (("St. Louis", "New Orleans", "river", "Mary Ellen"),),
        ("18,000 tonnes of corn",),
    ),
    "a smaller load from elsewhere": _Told(
        "The cargo ship Tasman Hope left Hobart on Thursday with 4,000 tonnes of food for Nuku'alofa. A smaller "
        "consignment was flown from Auckland to Suva last week.",
        (("Hobart", "Nuku'alofa", "sea", "Tasman Hope"), ("Auckland", "Suva", "air", None)),
        ("4,000 tonnes of food",),
    ),
    "trucks that are shipped, and the vessel that took them": _Told(
        "A shipment of armoured pick-up trucks that left Fujairah in June was unloaded at Benghazi, investigators say. "
        "The vessel, the Liberian-flagged Amal Star, switched off its transponder on 21 June.",
        (("Fujairah", "Benghazi", "sea", "Amal Star"),),
        (),
    ),
    "a ship that is named after she left": _Told(
        "A trader sent 5,000 tonnes of rice by sea from Karachi to Mombasa. The vessel, the Indus Star, left on May 3.",
        (("Karachi", "Mombasa", "sea", "Indus Star"),),
        ("5,000 tonnes of rice",),
    ),
    "a feeder brings it to the ship that takes it on": _Told(
        "Two hundred boxes of tea left Mombasa on the feeder ship Kifaru. In Colombo they were moved "
        "to the Saffron Star, "
        "which sailed to Gdansk.",
        (("Mombasa", "Colombo", "sea", "Kifaru"), ("Colombo", "Gdansk", "sea", "Saffron Star")),
        ("Two hundred boxes of tea",),
    ),
    "barges up a river": _Told(
        "Four barges took 3,000 tonnes of steel up the Rhine from Rotterdam to Duisburg.",
        (("Rotterdam", "Duisburg", "river", None),),
        ("3,000 tonnes of steel",),
    ),
    "barges, no river named, then a ship": _Told(
        "A tow of barges carrying corn left Peoria, Illinois, on May 2 and reached Baton Rouge, "
        "Louisiana, ten days later. "
        "There the corn was loaded aboard the bulk carrier Nordic Wind for Yokohama.",
        (("Peoria", "Baton Rouge", "river", None), ("Baton Rouge", "Yokohama", "sea", "Nordic Wind")),
        ("corn",),
    ),
    "barges, then lorries": _Told(
        "Barges brought 600 tons of cement down the Congo from Kisangani to Kinshasa, from where "
        "trucks took it to Matadi.",
        (("Kisangani", "Kinshasa", "river", None), ("Kinshasa", "Matadi", "road", None)),
        ("600 tons of cement",),
    ),
    "a barge across a sea": _Told(
        "A barge with 900 tonnes of timber was towed across the Baltic Sea from Riga to Stockholm.",
        (("Riga", "Stockholm", "sea", None),),
        ("900 tonnes of timber",),
    ),
    "where the people for whom it is have fled": _Told(
        "The Red Cross has flown 12 tonnes of medicine from Djibouti to Addis Ababa for families who "
        "escaped the shelling "
        "of Mekelle. From there it will be trucked to Semera.",
        (("Djibouti", "Addis Ababa", "air", None), ("Addis Ababa", "Semera", "road", None)),
        ("12 tonnes of medicine",),
    ),
    "where they were struck": _Told(
        "Lorries took 40 tonnes of maize from Beira to Harare for farmers hit by the drought around Masvingo.",
        (("Beira", "Harare", "road", None),),
        ("40 tonnes of maize",),
    ),
    "where they are": _Told(
        "Two planes carried tents and blankets from Brindisi to Adana for survivors of the earthquake in Antakya.",
        (("Brindisi", "Adana", "air", None),),
        ("tents", "blankets"),
    ),
    "another ship in the same sentence": _Told(
        "Coffee was sent by sea from Mombasa to Karachi; another ship, the Asmara Star, had come from Massawa.",
        (("Mombasa", "Karachi", "sea", None),),
        ("Coffee",),
    ),
    "a second ship with a load of its own": _Told(
        "The tanker Ana Lucia carried 200,000 barrels of diesel from Freeport in the Bahamas to Port-au-Prince. "
        "A second vessel, the Coral Star, left Cartagena with rice for Kingston.",
        (
            ("Freeport", "Port-au-Prince", "sea", "Ana Lucia"),
            ("Cartagena", "Kingston", "sea", "Coral Star"),
        ),
        ("200,000 barrels of diesel", "rice"),
    ),
    "a ship told by what it does next": _Told(
        "Steel pipes were put on the Hai Yang Feng in Tianjin. It left on May 3 and docked in Lagos on June 9.",
        (("Tianjin", "Lagos", "sea", "Hai Yang Feng"),),
        ("Steel pipes",),
    ),
    "a ship told by her line": _Told(
        "Bananas came from Guayaquil to Antwerp on the MSC Lorena.",
        (("Guayaquil", "Antwerp", "sea", "MSC Lorena"),),
        ("Bananas",),
    ),
    "guns on a road with a number": _Told(
        "Police halted a van on Highway 40, 10 miles west of Amarillo, and found 30 pistols. The "
        "pistols had been bought "
        "in Tulsa and Wichita and were to be taken to Chihuahua in Mexico.",
        (
            ("Tulsa", "10 miles west of Amarillo", "road", None),
            ("Wichita", "10 miles west of Amarillo", "road", None),
            ("10 miles west of Amarillo", "Chihuahua", "road", None),
        ),
        ("30 pistols",),
    ),
    "by rail only as far as the sea": _Told(
        "The first cobalt to leave Zambia by the Tazara railway has reached Rotterdam. It was sent "
        "from Kapiri Mposhi by "
        "train to the Tanzanian port of Dar es Salaam in May.",
        (("Kapiri Mposhi", "Dar es Salaam", "rail", None), ("Dar es Salaam", "Rotterdam", None, None)),
        ("cobalt",),
    ),
}


def _itineraries(text: str) -> tuple[Itinerary, ...]:
    return analyze(text, Options(ways=None)).itineraries


def _legs(text: str) -> list[_Leg]:
    found: list[_Leg] = []
    for itinerary in _itineraries(text):
        names = [stop.name for stop in itinerary.stops]
        found += [
            (names[leg.origin], names[leg.destination], leg.mode.value if leg.mode else None, leg.vessel)
            for leg in itinerary.legs
        ]
    return found


@pytest.mark.parametrize("trap", _TEXTS)
def test_each_leg_has_its_mode_and_its_ship(trap: str) -> None:
    assert sorted(map(str, _legs(_TEXTS[trap].text))) == sorted(map(str, _TEXTS[trap].legs))


@pytest.mark.parametrize("trap", _TEXTS)
def test_the_load_is_told(trap: str) -> None:
    told = {load.text for itinerary in _itineraries(_TEXTS[trap].text) for load in itinerary.cargo}
    assert set(_TEXTS[trap].loads) <= told


def test_each_of_two_ships_has_her_own_load() -> None:
    loads = [
        [load.text for load in each.cargo] for each in _itineraries(_TEXTS["a second ship with a load of its own"].text)
    ]
    assert loads == [["200,000 barrels of diesel"], ["rice"]]


@pytest.mark.parametrize(
    "text",
    [
        "Oil was moved to the Netherlands in May. The Netherlands expected more from Oslo.",
        "Flour was put on the Orient Express in Vienna, a train. It left for Budapest.",
        "Trucks took the arms to the Golan, which had been quiet, from Damascus.",
    ],
)
def test_lands_and_trains_are_no_ships(text: str) -> None:
    assert all(itinerary.vessels == () for itinerary in _itineraries(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The tanker left Basra with oil. The oil was transferred 60 miles off the coast of Oman.", PlaceKind.OFFSHORE),
        ("The tanker left Basra with oil and was seized 90 km east of Fujairah.", PlaceKind.OFFSHORE),
        ("The truck left Tulsa with rifles and was stopped 10 miles west of Amarillo.", PlaceKind.FACILITY),
    ],
)
def test_a_place_given_by_others_lies_at_sea_or_on_land(text: str, kind: PlaceKind) -> None:
    (itinerary,) = _itineraries(text)
    place = itinerary.stops[-1].place
    assert place is not None
    assert place.kind is kind
