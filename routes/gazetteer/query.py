"""Answer a person's query for a place: a name, and after a comma what it lies in."""

from __future__ import annotations

import math
from dataclasses import dataclass

from routes.gazetteer.layer import standing
from routes.gazetteer.lookup import Gazetteer, Match
from routes.gazetteer.store import NameClass
from routes.geo import distance_m
from routes.model import How, Place, PlaceKind

_COUNTRIES = (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
# What a name is worth beside the main name of the gazetteer.
_ALIAS_SCORE = 0.9
_FUZZY_SCORE = 0.7
# The longest name that may be first letters in small print.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """A place for a query; `name` is the name that matched, `score` in 0..1 says how well."""

    place: Place
    name: str
    how: How
    score: float


def answer(gazetteer: Gazetteer, query: str) -> tuple[Answer, ...]:
    """Return the places that a query may mean, the best first; close spellings only where nothing else fits.

    >>> [found.place.id for found in answer(Gazetteer.curated(), "Georgia, USA")]
    ['us-georgia-state']
    """
    whole = _exact(gazetteer, query)
    if whole or "," not in query:
        return whole or _close(gazetteer, query)
    name, *containers = (part.strip() for part in query.split(","))
    narrowed = [_containing(gazetteer, container) for container in containers if container]
    found = _exact(gazetteer, name) or _close(gazetteer, name)
    inside = [each for each in found if all(_lies_in_one(each.place, around) for around in narrowed)]
    # "Paris, Texas" is in the state, "Licking, Texas" in a county of that name.
    return tuple(sorted(inside, key=lambda each: not all(_lies_in_large(each.place, around) for around in narrowed)))


def _exact(gazetteer: Gazetteer, name: str) -> tuple[Answer, ...]:
    # Whoever asks for "uk" means the UK; in running text "us" is no country.
    found = gazetteer.find(name.upper() if name.islower() and len(name) <= _SHORT else name)
    return tuple(
        Answer(match.place, match.name, How.ALIAS, _ALIAS_SCORE)
        if match.is_alias
        else Answer(match.place, match.name, How.EXACT, 1.0)
        for match in sorted(found, key=_rank)
    )


def _rank(match: Match) -> tuple[bool, bool, float]:
    """Return the key that keeps the rows above in their order and puts the world's by name and people.

    Whoever asks for "Cambridge" means the city and not a district of Jamaica: a division of the second level
    counts for a fifth of its people alone, because a town is meant before the commune around it.
    """
    place = match.place
    if not _is_of_world(place):
        return (False, False, 0.0)
    is_second_level = place.kind is PlaceKind.DIVISION and place.admin2 is not None
    known = math.log10((place.population or 1) / 5) if is_second_level else standing(place)
    return (True, match.is_alias, -known)


def _is_of_world(place: Place) -> bool:
    """Return whether a place comes from the world layer: the ids of rows have no colon."""
    return ":" in place.id


def _close(gazetteer: Gazetteer, name: str) -> tuple[Answer, ...]:
    return tuple(
        Answer(match.place, match.name, How.FUZZY, round(_FUZZY_SCORE / match.edits, 4))
        for match in gazetteer.fuzzy(name)
    )


def _containing(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    """Return what a part after a comma may be: a name, a country's code, or a state's, as in "Paris, TX"."""
    found = gazetteer.find(name.upper() if len(name) <= _SHORT else name, extra=True)
    places = [match.place for match in found if match.name_class is not NameClass.DEMONYM]
    country = gazetteer.country(name.upper())
    return (*places, country) if country else tuple(places)


def _lies_in_one(place: Place, containers: tuple[Place, ...]) -> bool:
    return any(_lies_in(place, container) for container in containers if container.id != place.id)


def _lies_in_large(place: Place, containers: tuple[Place, ...]) -> bool:
    """Return whether one of the containers that hold a place is more than a district or a town."""
    large = tuple(each for each in containers if each.kind.is_area and each.admin2 is None)
    return _lies_in_one(place, large)


def _lies_in(place: Place, container: Place) -> bool:
    if container.kind in _COUNTRIES:
        return place.country == container.country
    if place.country and container.country and place.country != container.country:
        return False
    if container.kind is PlaceKind.DIVISION and container.admin1 and place.admin1:
        same = place.admin1 == container.admin1
        return same and container.admin2 in (None, place.admin2)
    return distance_m(place.position, container.position) <= container.extent_km * 1000
