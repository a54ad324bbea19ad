"""Whether names mean one place or one ship."""

from __future__ import annotations

import pytest

from routes.comparing.sameness import Named, is_same, is_vaguer
from routes.comparing.vessels import is_one_vessel, vessel_key
from routes.model import Candidate, Place, PlaceKind, Position


def place(ident: str, name: str, kind: PlaceKind = PlaceKind.CITY, *, lat: float = 46.48, aliases: str = "") -> Place:
    return Place(ident, name, kind, "UA", Position(lat=lat, lon=30.73), 5.0, tuple(filter(None, [aliases])))


ODESA = place("odesa", "Odesa", aliases="Odessa")
UKRAINE = place("ua", "Ukraine", PlaceKind.COUNTRY, lat=49.0)


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (place("odesa", "Odesa"), True),
        (place("odesa-port", "Port of Odesa", PlaceKind.PORT, lat=46.5), True),
        (place("odesa-oblast", "Odessa", PlaceKind.DIVISION, lat=46.7), True),
        (place("odesa-far", "Odesa", lat=55.0), False),
        (place("chornomorsk", "Chornomorsk", lat=46.3), False),
        (place("port-far", "Port of Odesa", PlaceKind.PORT, lat=46.8), False),
    ],
)
def test_places_are_one_by_id_by_a_name_close_by_or_as_a_part(other: Place, *, is_one: bool) -> None:
    a, b = Named("Odesa", ODESA), Named(other.name, other)
    assert is_same(a, b) is is_same(b, a) is is_one


def test_a_rival_close_by_is_the_same_place() -> None:
    rival = place("pivdennyi", "Pivdennyi", lat=46.6)
    a = Named("Odesa", ODESA, (Candidate(rival, 0.3, "near"),))
    assert is_same(a, Named("Pivdennyi", rival))
    assert not is_same(Named("Odesa", ODESA), Named("Pivdennyi", rival))


def test_an_unknown_name_is_the_same_as_one_that_is_written_alike() -> None:
    assert is_same(Named("Odessa", None), Named("Odesa", ODESA))
    assert is_same(Named("Xqz", None), Named("xqz", None))
    assert not is_same(Named("Xqz", None), Named("Odesa", ODESA))


def test_a_country_is_vaguer_than_its_town_and_not_the_other_way_round() -> None:
    country, town = Named("Ukraine", UKRAINE), Named("Odesa", ODESA)
    assert is_vaguer(country, town)
    assert not is_vaguer(town, country)


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("MV Lady R", "Lady R", True),
        ("M/V Lady R", "the Lady R", True),
        ("Olya-3", "Port Olya-3", True),
        ("Angara", "Maria", False),
        ("Port Olya-3", "Port Olya-4", False),
        ("", "Angara", False),
    ],
)
def test_ships_are_one_by_name_whatever_stands_before_it(a: str, b: str, *, is_one: bool) -> None:
    assert is_one_vessel(vessel_key(a), vessel_key(b)) is is_one
