"""One gazetteer file, indexed."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import cached_property

from routes.gazetteer.fold import fold
from routes.gazetteer.rows import read_rows
from routes.model import Place, PlaceKind

# Longest first letters of a name of capitals alone: DPRK, U.S.S.R.
_LONGEST_ACRONYM = 8

# How well known a place is beside a town of 10**n people, where it has no population or is known for something else.
_STANDING = {
    PlaceKind.CONTINENT: 9.5,
    PlaceKind.OCEAN: 9.5,
    PlaceKind.COUNTRY: 9.0,
    PlaceKind.SEA: 8.0,
    PlaceKind.CAPITAL: 7.5,
    PlaceKind.GULF: 7.0,
    PlaceKind.STRAIT: 7.0,
    PlaceKind.CANAL: 7.0,
    PlaceKind.TERRITORY: 6.5,
    PlaceKind.DISPUTED_AREA: 6.5,
    PlaceKind.REGION: 6.0,
    PlaceKind.DIVISION: 6.0,
    PlaceKind.RIVER: 6.0,
}
_LEAST_STANDING = 4.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place as the gazetteer writes it."""

    place: Place
    written: str
    is_alias: bool

    def fits(self, query: str) -> bool:
        """Return whether the query may be this name: US and IS are not "us" and "is"."""
        return not is_acronym(self.written) or query.isupper()


def is_acronym(written: str) -> bool:
    return len(written) <= _LONGEST_ACRONYM and written.isupper()


def standing(place: Place) -> float:
    """Return how well known a place is, on the scale of the logarithm of a population."""
    people = math.log10(place.population) if place.population else 0.0
    return max(people, _STANDING.get(place.kind, _LEAST_STANDING))


class Layer:
    """The rows of one file by id and by folded name."""

    def __init__(self, text: str, label: str) -> None:
        self.places = read_rows(text, label)
        self.content_hash = hashlib.sha256(text.encode()).hexdigest()[:16]
        self.by_id = {place.id: place for place in self.places}
        self.by_country: dict[tuple[str, PlaceKind], Place] = {}
        self.names: dict[str, list[Name]] = {}
        for place in self.places:
            if place.country:
                self.by_country.setdefault((place.country, place.kind), place)
            self._add(place, place.name, is_alias=False)
            for alias in place.aliases:
                self._add(place, alias, is_alias=True)

    def _add(self, place: Place, written: str, *, is_alias: bool) -> None:
        self.names.setdefault(fold(written), []).append(Name(place, written, is_alias))

    @cached_property
    def longest_name_words(self) -> int:
        return max((folded.count(" ") + 1 for folded in self.names), default=0)

    @cached_property
    def latin_names(self) -> dict[str, list[str]]:
        """The folded names in Latin letters, by first letter, in order."""
        found: dict[str, list[str]] = {}
        for folded in sorted(self.names):
            if folded.isascii() and folded[:1].isalpha():
                found.setdefault(folded[0], []).append(folded)
        return found
