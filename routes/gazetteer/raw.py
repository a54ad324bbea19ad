"""What the geocoder says of a place beside its point: the line of its address, and the row as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from routes.gazetteer.lookup import Gazetteer
from routes.model import Place, PlaceKind

Raw: TypeAlias = "dict[str, str | float | list[str] | dict[str, str] | None]"


def address_line(gazetteer: Gazetteer, place: Place) -> str:
    """Return the names of a place, of the first-level division in which it lies and of its country.

    >>> gazetteer = Gazetteer.world()
    >>> address_line(gazetteer, gazetteer.by_id("gn:4717560"))
    'Paris, Texas, United States'
    """
    around = (_division(gazetteer, place), _country(gazetteer, place))
    return ", ".join([place.name, *(each.name for each in around if each is not None)])


def raw_of(gazetteer: Gazetteer, place: Place, how: Mapping[str, str | float], *, has_address: bool) -> Raw:
    """Return the row of a place with how it was found; `has_address` adds its address in Nominatim's words."""
    raw: Raw = {
        "id": place.id,
        "name": place.name,
        "display_name": address_line(gazetteer, place),
        "kind": place.kind.value,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "lat": place.position.lat,
        "lon": place.position.lon,
        "extent_km": place.extent_km,
        "aliases": list(place.aliases),
        "population": place.population,
        "source": place.source,
        "note": place.note,
        **how,
    }
    if has_address:
        raw["address"] = _address(gazetteer, place)
    return raw


def _address(gazetteer: Gazetteer, place: Place) -> dict[str, str]:
    division, country = _division(gazetteer, place), _country(gazetteer, place)
    found = {} if place.kind is PlaceKind.COUNTRY else {_word(place): place.name}
    if division:
        found["state"] = division.name
    if country:
        found["country"] = country.name
    elif place.kind is PlaceKind.COUNTRY:
        found["country"] = place.name
    if place.country:
        found["country_code"] = place.country.lower()
    return found


def _word(place: Place) -> str:
    """Return Nominatim's word for a place of this kind."""
    if place.kind is PlaceKind.DIVISION:
        return "county" if place.admin2 else "state"
    if place.kind is PlaceKind.CAPITAL:
        return "city"
    word: str = place.kind.value
    return word.replace(" ", "_")


def _division(gazetteer: Gazetteer, place: Place) -> Place | None:
    if not (place.country and place.admin1):
        return None
    found = gazetteer.division(place.country, place.admin1)
    return None if found is None or found.id == place.id else found


def _country(gazetteer: Gazetteer, place: Place) -> Place | None:
    found = gazetteer.country(place.country) if place.country else None
    return None if found is None or found.id == place.id else found
