"""Answer a person's query for a place: a name, and after a comma what it lies in."""

from __future__ import annotations

from dataclasses import dataclass

from routes.gazetteer.lookup import Gazetteer
from routes.geo import distance_m
from routes.model import How, Place, PlaceKind

_COUNTRIES = (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
# What a name is worth beside the main name of the gazetteer.
_ALIAS_SCORE = 0.9
_FUZZY_SCORE = 0.7


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
    return tuple(each for each in found if all(_lies_in_one(each.place, around) for around in narrowed))


def _exact(gazetteer: Gazetteer, name: str) -> tuple[Answer, ...]:
    # Whoever asks for "uk" means the UK; in running text "us" is no country.
    found = gazetteer.find(name) or gazetteer.find(name.upper())
    return tuple(
        Answer(match.place, match.name, How.ALIAS, _ALIAS_SCORE)
        if match.is_alias
        else Answer(match.place, match.name, How.EXACT, 1.0)
        for match in found
    )


def _close(gazetteer: Gazetteer, name: str) -> tuple[Answer, ...]:
    return tuple(
        Answer(match.place, match.name, How.FUZZY, round(_FUZZY_SCORE / match.edits, 4))
        for match in gazetteer.fuzzy(name)
    )


def _containing(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    found = [match.place for match in _exact(gazetteer, name)]
    country = gazetteer.country(name.upper())
    return (*found, country) if country else tuple(found)


def _lies_in_one(place: Place, containers: tuple[Place, ...]) -> bool:
    return any(_lies_in(place, container) for container in containers if container.id != place.id)


def _lies_in(place: Place, container: Place) -> bool:
    if container.kind in _COUNTRIES:
        return place.country == container.country
    if place.country and container.country and place.country != container.country:
        return False
    return distance_m(place.position, container.position) <= container.extent_km * 1000
