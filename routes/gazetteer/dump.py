"""From a dump of GeoNames to the rows of a world layer.

The dump gives countries, divisions and populated places. What it knows worse or not at all comes from the layer in
the package: waters, islands, ports and airports with their extents, abbreviations, demonyms.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from routes import resources
from routes.gazetteer.geonames import Feature, Numbers
from routes.gazetteer.naming import alternates
from routes.gazetteer.store import NameClass, WorldRow, settlement_extent_km
from routes.gazetteer.world import WORLD, WorldLayer
from routes.model import Place, PlaceKind, Position

Names = tuple[tuple[str, NameClass], ...]

_SOURCE = "GeoNames (CC BY 4.0)"
_EARTH_KM = 6371.0
_LEAST_EXTENT_KM = {PlaceKind.COUNTRY: 10.0, PlaceKind.TERRITORY: 5.0, PlaceKind.DIVISION: 8.0}


@dataclass(slots=True)
class _Spread:
    """The sum of the directions from the middle of the earth to some towns."""

    count: int = 0
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    def add(self, position: Position) -> None:
        lat, lon = math.radians(position.lat), math.radians(position.lon)
        self.count += 1
        self.x += math.cos(lat) * math.cos(lon)
        self.y += math.cos(lat) * math.sin(lon)
        self.z += math.sin(lat)

    @property
    def radius_km(self) -> float:
        """The radius of a disc that has as much spread: for small ones the variance is half the radius squared."""
        length = math.sqrt(self.x**2 + self.y**2 + self.z**2) / max(self.count, 1)
        return 2 * math.sqrt(max(0.0, 1 - length)) * _EARTH_KM if self.count else 0.0


@dataclass(slots=True)
class Survey:
    """What must be known of a whole dump before its first row is written."""

    count: int = 0
    numbers: Numbers = field(default_factory=Numbers)
    newest: str = ""
    _spreads: dict[str, _Spread] = field(default_factory=lambda: defaultdict(_Spread))

    def take(self, feature: Feature) -> None:
        self.count += 1
        self.numbers.add(feature.number)
        self.newest = max(self.newest, feature.changed)
        if feature.kind.is_settlement:
            for code in _codes(feature):
                self._spreads[code].add(feature.position)

    def extent_km(self, feature: Feature) -> float:
        """Return the radius of a country or division, from how its towns are spread."""
        code = _codes(feature)[-1] if feature.kind is PlaceKind.DIVISION else feature.country or ""
        spread = self._spreads.get(code)
        return max(round(spread.radius_km, 1) if spread else 0.0, _LEAST_EXTENT_KM[feature.kind])


def survey(features: Iterable[Feature]) -> Survey:
    """Return what a dump holds; the features are taken one by one."""
    found = Survey()
    for feature in features:
        found.take(feature)
    return found


@dataclass(frozen=True, slots=True)
class Choice:
    """What to take from a dump: settlements by size, names of divisions and alternate names where they are given."""

    least_people: int = 500
    division_names: Mapping[int, str] = field(default_factory=dict)
    alternates_of: Callable[[int], Iterable[tuple[str, NameClass]]] | None = None


def world_rows(features: Iterable[Feature], found: Survey, choice: Choice) -> Iterator[WorldRow]:
    """Yield the rows of a world layer: those of the dump, then those of the package that it lacks."""
    packaged = WorldLayer(WORLD)
    more_names = _names_in_package()
    for feature in features:
        if not feature.kind.is_settlement or feature.is_seat or feature.population >= choice.least_people:
            yield _row(feature, found, choice, more_names.get(f"gn:{feature.number}", ()))
    for place in packaged.places():
        if not place.kind.is_settlement and not _is_in(found, place):
            yield WorldRow(place, more_names.get(place.id, ()))


def _row(feature: Feature, found: Survey, choice: Choice, more: Names) -> WorldRow:
    people = feature.population or None
    is_settlement = feature.kind.is_settlement
    place = Place(
        id=f"gn:{feature.number}",
        name=choice.division_names.get(feature.number, feature.name),
        kind=feature.kind,
        country=feature.country,
        position=feature.position,
        extent_km=settlement_extent_km(people) if is_settlement else found.extent_km(feature),
        population=people,
        source=_SOURCE,
        admin1=feature.admin1 if is_settlement or feature.kind is PlaceKind.DIVISION else None,
        admin2=feature.admin2 if is_settlement or feature.kind is PlaceKind.DIVISION else None,
    )
    if choice.alternates_of is None:
        names = tuple(alternates(feature.names))
    else:
        names = tuple(choice.alternates_of(feature.number))
    return WorldRow(place, ((feature.name, NameClass.ALTERNATE), *names, *more))


def _codes(feature: Feature) -> tuple[str, ...]:
    """Return the codes of what a feature lies in, or is: country, first level, second level."""
    parts = [part for part in (feature.country, feature.admin1, feature.admin2) if part]
    return tuple(".".join(parts[:length]) for length in range(1, len(parts) + 1)) or ("",)


def _is_in(found: Survey, place: Place) -> bool:
    kind, _, number = place.id.partition(":")
    return kind == "gn" and int(number) in found.numbers


def _names_in_package() -> dict[str, Names]:
    """Return names by id: all of what is no settlement; of settlements what is no name by itself, such as "NYC"."""
    query = (
        "SELECT coalesce(i.ident, 'gn:' || n.place), coalesce(s.written, n.folded), n.class FROM names n"
        " JOIN places p ON p.number = n.place JOIN kinds k ON k.code = p.kind"
        " LEFT JOIN idents i ON i.number = n.place"
        " LEFT JOIN spellings s ON s.folded = n.folded AND s.place = n.place"
        " WHERE n.class >= ? OR k.kind NOT IN (SELECT value FROM json_each(?)) ORDER BY n.place, n.folded"
    )
    settlements = ", ".join(f'"{kind.value}"' for kind in PlaceKind if kind.is_settlement)
    rows = resources.database(WORLD).execute(query, (int(NameClass.ABBREVIATION), f"[{settlements}]"))
    found: dict[str, Names] = defaultdict(tuple)
    for ident, name, code in rows:
        # The main name of a place is that of the dump.
        found[ident] += ((name, max(NameClass(code), NameClass.ALTERNATE)),)
    return found
