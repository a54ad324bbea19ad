"""The mode of a leg that the text does not state, where only one can be."""

from __future__ import annotations

import csv
from functools import cache

from routes.geo import neighbours
from routes.model import BorderView, Cargo, Mode, Place
from routes.resources import read_text

_LINKS = "fixed_links.csv"
# More than any aircraft takes: the heaviest load ever flown was 190 tonnes, and a freighter holds some forty boxes.
_TOO_HEAVY = {
    "tonnes": 250.0,
    "tonne": 250.0,
    "tons": 250.0,
    "ton": 250.0,
    "metric tons": 250.0,
    "barrels": 2_000.0,
    "bushels": 10_000.0,
    "containers": 50.0,
    "teu": 50.0,
    "carloads": 5.0,
    "head": 1_000.0,
}


_BY_LAND = frozenset({Mode.RAIL, Mode.ROAD, Mode.RIVER})


def only_mode(origin: Place, destination: Place, cargo: tuple[Cargo, ...]) -> Mode | None:
    """Return the one mode that can have carried a cargo between two places; None where there may be others.

    By sea, where no land joins the two countries and the cargo is more than any aircraft takes.
    """
    if not any(_is_too_heavy(each) for each in cargo):
        return None
    if origin.country is None or destination.country is None or _are_joined(origin.country, destination.country):
        return None
    return Mode.SEA


def possible_mode(origin: Place, destination: Place, mode: Mode | None) -> Mode | None:
    """Return a mode where it can join two places: no train crosses an ocean, and no barge goes up one.

    "The copper came by train to Lobito and has reached Baltimore" leaves open what it crossed by.
    """
    if mode not in _BY_LAND or origin.country is None or destination.country is None:
        return mode
    if _are_joined(origin.country, destination.country):
        return mode
    return Mode.SEA if mode is Mode.RIVER else None


def _is_too_heavy(cargo: Cargo) -> bool:
    return cargo.unit is not None and cargo.low is not None and cargo.low >= _TOO_HEAVY.get(cargo.unit, float("inf"))


def _are_joined(country: str, other: str) -> bool:
    return other in _landmass(country)


@cache
def _landmass(country: str) -> frozenset[str]:
    """Return the countries that goods can reach by land from one, over any number of borders and fixed links."""
    reached, edge = {country}, [country]
    while edge:
        here = edge.pop()
        beyond = (neighbours(here, BorderView.DE_FACTO) | _linked(here)) - reached
        reached |= beyond
        edge += sorted(beyond)
    return frozenset(reached)


@cache
def _linked(country: str) -> frozenset[str]:
    lines = [line for line in read_text(_LINKS).splitlines() if not line.startswith("#")]
    pairs = [(row["country"], row["neighbour"]) for row in csv.DictReader(lines)]
    return frozenset(b if a == country else a for a, b in pairs if country in (a, b))
