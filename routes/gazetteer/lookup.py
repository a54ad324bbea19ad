"""Look places up by name, by id, by country and by nearness."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from routes import resources
from routes.gazetteer.fold import fold
from routes.gazetteer.layer import Layer, Name, fits, standing
from routes.gazetteer.store import NameClass
from routes.gazetteer.underlay import Underlay
from routes.gazetteer.world import WorldLayer, WorldName
from routes.geo import distance_m
from routes.model import Place, PlaceKind, Position

CURATED = "gazetteer.csv"
# The shortest degree of latitude on WGS 84, at the equator, is 110574 m; less is safe for a filter.
_DEGREE_M = 110_500.0


@dataclass(frozen=True, slots=True)
class Match:
    """A place that has the name; `name` is how the gazetteer writes it."""

    place: Place
    name: str
    is_alias: bool
    name_class: NameClass = NameClass.MAIN


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A place whose name is `edits` letters away; `name` is how the gazetteer writes it."""

    place: Place
    name: str
    edits: int
    is_alias: bool = False


class Gazetteer:
    """Places by name, in layers: for a name the places of an upper layer come first.

    Never changes; `with_layer` returns another one.
    """

    __slots__ = ("_above", "_layers", "_under")

    def __init__(self, layers: tuple[Layer | WorldLayer, ...]) -> None:
        """Take layers from the uppermost to the lowest, which may be the world's."""
        self._layers = layers
        self._above = tuple(layer for layer in layers if isinstance(layer, Layer))
        self._under = next((Underlay(each, self._above) for each in layers if isinstance(each, WorldLayer)), None)

    @staticmethod
    def curated() -> Gazetteer:
        """Return the gazetteer that comes with the package."""
        return _curated()

    @staticmethod
    def world() -> Gazetteer:
        """Return the gazetteer that comes with the package, over the three hundred thousand places of the world layer.

        >>> [match.place.country for match in Gazetteer.world().find("Київ")]
        ['UA']
        """
        return _world()

    def over(self, world: WorldLayer) -> Gazetteer:
        """Return this gazetteer over another world layer."""
        return Gazetteer((*self._above, world))

    def with_layer(self, text: str, label: str) -> Gazetteer:
        """Return this gazetteer under the rows of a file; raise GazetteerError with all its faults.

        A row with an id of ours takes the place of ours.
        """
        return Gazetteer((Layer(text, label), *self._layers))

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(
            place
            for depth, layer in enumerate(self._above)
            for place in layer.places()
            if not self._is_covered(place, depth)
        ) + tuple(self._under.places() if self._under else ())

    @property
    def longest_name_words(self) -> int:
        return max(layer.longest_name_words for layer in self._layers)

    @property
    def world_hash(self) -> str | None:
        """Return 16 hex digits over the content of the world layer, if there is one."""
        return self._under.world.content_hash if self._under else None

    @property
    def content_hash(self) -> str:
        """Return 16 hex digits over the content of all layers but the world's."""
        return hashlib.sha256("".join(layer.content_hash for layer in self._above).encode()).hexdigest()[:16]

    def find(self, name: str, *, extra: bool = False) -> tuple[Match, ...]:
        """Return the places that have exactly this name, the best known first.

        `extra` adds what is no name by itself in running text: postal codes ("IN", after a comma) and demonyms.

        >>> [match.place.id for match in Gazetteer.curated().find("Rajin")]
        ['kp-najin']
        >>> [match.name_class.name for match in Gazetteer.world().find("TX", extra=True)]
        ['POSTAL']
        """
        best: dict[str, Match] = {}
        for entry in self._named(fold(name), extra=extra):
            if fits(entry.written, name):
                best.setdefault(entry.place.id, _match(entry, name))
        return tuple(best.values())

    def known(self, folded: Iterable[str]) -> set[str]:
        """Return those of many folded forms that are names of places: one question for a whole article."""
        asked = set(folded)
        above = {each for each in asked if any(layer.named(each) for layer in self._above)}
        return above | self._under.known(asked - above) if self._under else above

    def fuzzy(self, name: str, *, limit: int = 5) -> tuple[FuzzyMatch, ...]:
        """Return the places whose names are a slip of the pen away: main names first, then by edits.

        For a span that the text puts where a place belongs; free fuzzy matching turns persons into towns.
        """
        from routes.gazetteer.fuzzy import close_names  # rapidfuzz costs start-up time

        close = close_names(fold(name), [layer.latin_names for layer in self._layers])
        found = [
            FuzzyMatch(entry.place, entry.written, edits, entry.is_alias)
            for folded, edits in close
            for entry in self._named(folded)
        ]
        found.sort(key=_closeness)
        best: dict[str, FuzzyMatch] = {}
        for match in found:
            best.setdefault(match.place.id, match)
        return tuple(best.values())[:limit]

    def by_id(self, ident: str) -> Place | None:
        found = next((layer.by_id(ident) for layer in self._above if ident in layer), None)
        if self._under is None:
            return found
        return self._under.placed(found) if found else self._under.by_id(ident)

    def country(self, code: str) -> Place | None:
        """Return the country, or else the territory, that has an ISO 3166 code."""
        return self._of_country(code, PlaceKind.COUNTRY) or self._of_country(code, PlaceKind.TERRITORY)

    def capital_of(self, code: str) -> Place | None:
        return self._of_country(code, PlaceKind.CAPITAL)

    def division(self, code: str, admin1: str) -> Place | None:
        """Return the first-level division that has a code of GeoNames in a country; the world layer alone knows.

        >>> Gazetteer.world().division("US", "TX").name
        'Texas'
        """
        return self._under.division(code, admin1) if self._under else None

    def near(self, position: Position, radius_m: float) -> tuple[tuple[Place, float], ...]:
        """Return the places whose points lie within a radius, with their distances in metres, the nearest first."""
        measured = [(place, distance_m(position, place.position)) for place in self._may_be_near(position, radius_m)]
        within = [(place, distance) for place, distance in measured if distance <= radius_m]
        return tuple(sorted(within, key=lambda each: (each[1], each[0].id)))

    def _may_be_near(self, position: Position, radius_m: float) -> Iterator[Place]:
        """Yield all places within a radius and a few more; cheap."""
        reach = radius_m / _DEGREE_M
        for depth, layer in enumerate(self._above):
            for place in layer.places_between(position.lat - reach, position.lat + reach):
                if _longitude_fits(position, place.position, reach) and not self._is_covered(place, depth):
                    yield place
        if self._under:
            yield from self._under.places_near(position, reach)

    def _of_country(self, code: str, kind: PlaceKind) -> Place | None:
        found = (layer.of_country(code, kind) for layer in self._layers)
        return next((place for place in found if place is not None), None)

    def is_users(self, ident: str) -> bool:
        """Return whether a place comes from a file that the user laid over ours."""
        return any(ident in layer for layer in self._above[:-1])

    def _named(self, folded: str, *, extra: bool = False) -> Iterator[Name]:
        for depth, layer in enumerate(self._above):
            for entry in layer.named(folded):
                if not self._is_covered(entry.place, depth):
                    yield replace(entry, place=self._under.placed(entry.place)) if self._under else entry
        if self._under:
            yield from self._under.named(folded)
            if extra:
                yield from self._under.named_apart(folded)

    def _is_covered(self, place: Place, depth: int) -> bool:
        """Return whether a layer above has a row with the same id."""
        return any(place.id in layer for layer in self._above[:depth])


@cache
def _curated() -> Gazetteer:
    return Gazetteer((Layer(resources.read_text(CURATED), CURATED, is_checked=True),))


@cache
def _world() -> Gazetteer:
    return _curated().over(WorldLayer())


def _match(entry: Name, query: str) -> Match:
    if not isinstance(entry, WorldName):
        name_class = NameClass.ALTERNATE if entry.is_alias else NameClass.MAIN
        return Match(entry.place, entry.written, entry.is_alias, name_class)
    # Of its alternates the world layer keeps the letters, not the accents.
    is_bare = entry.name_class is NameClass.ALTERNATE
    return Match(entry.place, query.strip() if is_bare else entry.written, entry.is_alias, entry.name_class)


def _closeness(match: FuzzyMatch) -> tuple[bool, int, bool, float, str]:
    """Return the key by which close spellings are sorted: a town goes before the province that bears its name."""
    place = match.place
    return (match.is_alias, match.edits, place.kind is PlaceKind.DIVISION, -standing(place), place.id)


def _longitude_fits(a: Position, b: Position, reach: float) -> bool:
    """Return False only where the longitudes alone put two positions farther apart than `reach` degrees of arc.

    On a sphere the arc is at least cos(lat) * 2 / pi times the difference of the longitudes,
    at the latitude nearer to a pole.
    """
    apart = abs(a.lon - b.lon) % 360
    shrink = math.cos(math.radians(max(abs(a.lat), abs(b.lat))))
    return min(apart, 360 - apart) * shrink <= reach * math.pi / 2
