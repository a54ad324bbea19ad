"""One gazetteer file, indexed."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from routes.errors import GazetteerError
from routes.gazetteer.checks import check_rows
from routes.gazetteer.fold import fold, is_latin
from routes.gazetteer.rows import make_place, names_of, numbered_rows
from routes.model import Place, PlaceKind

# The longest name that is read as first letters when it has capitals alone: DPRK, U.S.S.R.
_LONGEST_ACRONYM = 8

# How well known a place is beside a town of 10**n people, where it has no population or is known for something else.
_STANDING = {
    PlaceKind.CONTINENT: 9.5,
    PlaceKind.OCEAN: 9.5,
    PlaceKind.COUNTRY: 9.0,
    PlaceKind.SEA: 8.0,
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
# A capital is in the news like a town of thirty times its people.
_CAPITAL_BONUS = 1.5


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place as the gazetteer writes it."""

    place: Place
    written: str
    is_alias: bool


def fits(written: str, query: str) -> bool:
    """Return whether a query with the same folded form may be this name: US and IS are not "us" and "is"."""
    is_acronym = len(written) <= _LONGEST_ACRONYM and written.isupper()
    return not is_acronym or query.isupper()


def standing(place: Place) -> float:
    """Return how well known a place is, on the scale of the logarithm of a population."""
    people = math.log10(place.population) if place.population else 0.0
    if place.kind is PlaceKind.CAPITAL:
        people += _CAPITAL_BONUS
    return max(people, _STANDING.get(place.kind, _LEAST_STANDING))


class Layer:
    """The rows of one file, by id and by folded name. A place is made when somebody asks for it.

    `is_checked` skips the checks: the tests make them for the file of the package, whose load time counts.
    """

    def __init__(self, text: str, label: str, *, is_checked: bool = False) -> None:
        if not is_checked and (problems := check_rows(text, label)):
            raise GazetteerError(problems)
        rows = numbered_rows(text)
        next(rows)
        self._rows = [fields for _, fields in rows]
        self._row_of = {fields[0]: index for index, fields in enumerate(self._rows)}
        self._places: dict[int, Place] = {}
        # Nearly every name has one row; numbers instead of a list for each halve the time to load.
        self._row_named: dict[str, int] = {}
        self._more_named: dict[str, list[int]] = {}
        for index, fields in enumerate(self._rows):
            for written in names_of(fields):
                folded = fold(written)
                if self._row_named.setdefault(folded, index) != index:
                    self._more_named.setdefault(folded, []).append(index)
        self.content_hash = hashlib.sha256(text.encode()).hexdigest()[:16]

    def __contains__(self, ident: str) -> bool:
        return ident in self._row_of

    def by_id(self, ident: str) -> Place:
        return self._place(self._row_of[ident])

    def named(self, folded: str) -> tuple[Name, ...]:
        """Return the names that fold to this form, the best known place first, main names before aliases."""
        if folded not in self._row_named:
            return ()
        found = [
            Name(self._place(index), written.strip(), written != self._rows[index][1])
            for index in (self._row_named[folded], *self._more_named.get(folded, ()))
            for written in names_of(self._rows[index])
            if fold(written) == folded
        ]
        return tuple(sorted(found, key=lambda name: (name.is_alias, -standing(name.place), name.place.id)))

    def places(self) -> Iterator[Place]:
        return (self._place(index) for index in range(len(self._rows)))

    def places_between(self, south: float, north: float) -> Iterator[Place]:
        """Yield the places whose points lie between two latitudes."""
        return (self._place(index) for index, lat in enumerate(self._latitudes) if south <= lat <= north)

    def of_country(self, code: str, kind: PlaceKind) -> Place | None:
        index = self._by_country.get((code, kind.value))
        return None if index is None else self._place(index)

    @cached_property
    def longest_name_words(self) -> int:
        return max((folded.count(" ") + 1 for folded in self._row_named), default=0)

    @cached_property
    def latin_names(self) -> dict[str, list[str]]:
        """The folded names in Latin letters, by first letter, in order."""
        found: dict[str, list[str]] = {}
        for folded in sorted(self._row_named):
            if is_latin(folded) and folded[:1].isalpha():
                found.setdefault(folded[0], []).append(folded)
        return found

    @cached_property
    def _latitudes(self) -> list[float]:
        return [float(fields[4]) for fields in self._rows]

    @cached_property
    def _by_country(self) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        for index, fields in enumerate(self._rows):
            found.setdefault((fields[3], fields[2]), index)
        return found

    def _place(self, index: int) -> Place:
        if index not in self._places:
            self._places[index] = make_place(self._rows[index])
        return self._places[index]
