"""The places that a name may stand for."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from routes.gazetteer import Gazetteer, Match, demonym_country
from routes.gazetteer.store import NameClass
from routes.model import How, Mention, MentionKind, Place, PlaceKind, Slot
from routes.placing.loosen import looser_forms, names_inside

MOST_OPTIONS = 40
_REMEMBERED = 4096
_NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
# The logarithm of the people that a place is taken for where none are known: as many as make it as well known.
_PEOPLE = {
    PlaceKind.COUNTRY: 7.0,
    PlaceKind.CONTINENT: 9.0,
    PlaceKind.OCEAN: 8.0,
    PlaceKind.SEA: 7.0,
    PlaceKind.REGION: 6.5,
}
_PEOPLE_OF_DIVISION = {True: 6.3, False: 4.3}
_LEAST_PEOPLE = 3.0
_WELL_KNOWN = 4.7


class Dropped(IntEnum):
    """How much of a name was left out to find it."""

    NOTHING = 0
    A_WORD = 1
    ALL_BUT_A_NAME = 2


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may stand for, and by what it was found.

    `edits` counts corrected letters, `dropped` tells how much of the name was left out to find it;
    `is_users` marks a row of the user's own gazetteer file, `is_curated` one of our own list or the user's.
    """

    place: Place
    how: How
    why: str
    edits: int = 0
    is_users: bool = False
    name_class: NameClass = NameClass.MAIN
    dropped: Dropped = Dropped.NOTHING
    is_curated: bool = False

    @property
    def log_people(self) -> float:
        """Return the logarithm of the people of a place, or of what makes it as well known."""
        place = self.place
        if place.population:
            return math.log10(place.population + 10)
        if place.kind is PlaceKind.DIVISION:
            return _PEOPLE_OF_DIVISION[place.admin2 is None]
        return _PEOPLE.get(place.kind, _LEAST_PEOPLE)

    @property
    def is_well_known(self) -> bool:
        is_division = self.place.kind is PlaceKind.DIVISION and self.place.admin2 is None
        return is_division or self.place.kind in _NATIONS or self.log_people >= _WELL_KNOWN

    @property
    def prior(self) -> float:
        """Return how likely this place is before anything is known of the text; a logarithm of people, with a bonus."""
        place = self.place
        points = self.log_people
        is_nation = place.kind in _NATIONS
        points += 2.5 if is_nation else 2.0 if place.kind is PlaceKind.CONTINENT else 0.0
        if place.kind is PlaceKind.DIVISION:
            points += 0.8 if place.admin2 is None else -0.6
        if self.name_class is NameClass.ALTERNATE:
            points -= 0.7
        if self.name_class > NameClass.ALTERNATE and (is_nation or place.kind is PlaceKind.DIVISION):
            points += 1.5
        return round(points, 4)


def find_options(mention: Mention, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """Return the places a mention may stand for, exact names first.

    Only where the gazetteer does not have the name, other forms of it are looked for. A misspelling is mended
    only where the text asks for a place (the end of a movement or of a stated distance): free text would turn
    persons into towns.
    """
    return _options(mention.text, mention.kind, mention.slot, gazetteer)


# News is about the same places day after day.
@lru_cache(maxsize=_REMEMBERED)
def _options(name: str, kind: MentionKind, slot: Slot, gazetteer: Gazetteer) -> tuple[Option, ...]:
    if kind is MentionKind.DEMONYM:
        country = _country(name, gazetteer)
        if country is not None:
            return (Option(country, How.ALIAS, "adjective of the country", name_class=NameClass.DEMONYM),)
    exact = _without_countries_of(tuple(_option(match, gazetteer) for match in _matches(name, gazetteer)))
    if exact:
        return _best(exact)
    if slot is Slot.ENDPOINT:
        mended = gazetteer.fuzzy(name)
        if mended:
            return tuple(
                Option(match.place, How.FUZZY, f"corrected from {name!r} ({_edits(match.edits)})", match.edits)
                for match in mended
            )
    for form in looser_forms(name):
        found = tuple(_option(match, gazetteer) for match in _matches(form, gazetteer))
        if found:
            return _best(tuple(replace(option, how=How.ALIAS, dropped=Dropped.A_WORD) for option in found))
    return _places_in_name(name, gazetteer) if slot is not Slot.ENDPOINT else ()


def _without_countries_of(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Leave out countries that another language calls by the name of their own city: Brasília, Brazil."""
    cities = {o.place.country for o in options if o.how is How.EXACT and o.is_curated and o.place.kind.is_settlement}
    return tuple(
        option
        for option in options
        if option.how is How.EXACT or option.place.kind not in _NATIONS or option.place.country not in cities
    )


def _places_in_name(name: str, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """Return the well-known places whose names the name of a thing bears: the University of Alberta is in Alberta."""
    for form in names_inside(name):
        found = tuple(_option(match, gazetteer) for match in _matches(form, gazetteer))
        known = tuple(option for option in found if option.is_users or option.is_well_known)
        if known:
            why = "in no gazetteer; bears the name of"
            return _best(
                tuple(
                    replace(option, how=How.DERIVED, why=f"{why} {option.place.name}", dropped=Dropped.ALL_BUT_A_NAME)
                    for option in known
                )
            )
    return ()


def _matches(name: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    return gazetteer.find(name, extra=True)


def _option(match: Match, gazetteer: Gazetteer) -> Option:
    return Option(
        match.place,
        How.ALIAS if match.is_alias else How.EXACT,
        f"another name of {match.place.name}" if match.is_alias else "the name of the place",
        is_users=gazetteer.is_users(match.place.id),
        name_class=match.name_class,
        is_curated=":" not in match.place.id,
    )


def _best(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return the likeliest options, as many as the ranker looks at."""
    return tuple(
        sorted(options, key=lambda option: (not option.is_users, -option.prior, option.place.id))[:MOST_OPTIONS]
    )


def _country(demonym: str, gazetteer: Gazetteer) -> Place | None:
    code = demonym_country(demonym)
    return None if code is None else gazetteer.country(code)


def _edits(count: int) -> str:
    return "1 letter" if count == 1 else f"{count} letters"
