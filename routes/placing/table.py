"""All options of all names of a text as columns of numbers, one row an option."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from routes.model import Place, PlaceKind
from routes.placing.candidates import Option
from routes.placing.senses import Sense

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Codes = NDArray[np.int64]
    Flags = NDArray[np.bool_]

EARTH_KM = 6371.0088
# Sorts of places as the ranker tells them apart, by their numbers in the column `sort`.
NATION, FIRST_DIVISION, SECOND_DIVISION, SETTLEMENT, CONTINENT, REGION, WATER, LAND, SITE = range(9)
_SORTS = (
    {kind: SETTLEMENT for kind in PlaceKind if kind.is_settlement}
    | {kind: WATER for kind in PlaceKind if kind.is_water}
    | {PlaceKind.COUNTRY: NATION, PlaceKind.TERRITORY: NATION, PlaceKind.CONTINENT: CONTINENT}
    | dict.fromkeys((PlaceKind.REGION, PlaceKind.DISPUTED_AREA, PlaceKind.PENINSULA), REGION)
    | dict.fromkeys((PlaceKind.ISLAND, PlaceKind.CAPE, PlaceKind.MOUNTAIN), LAND)
)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns over the rows: those of sense `s` are `starts[s]:starts[s + 1]`; `filled` are the senses that have any.

    Countries and divisions are numbered as they come, 0 stands for none; `xyz` are unit vectors.
    """

    sense: Codes
    starts: Codes
    filled: Codes
    prior: Numbers
    log_people: Numbers
    extent_km: Numbers
    sort: Codes
    name_class: Codes
    country: Codes
    admin1: Codes
    admin2: Codes
    xyz: Numbers
    is_capital: Flags
    dropped: Codes
    is_curated: Flags

    def __len__(self) -> int:
        return len(self.sense)

    @property
    def is_pointlike(self) -> Flags:
        """Return which rows are small enough for a distance to mean something."""
        flags: Flags = (self.sort != NATION) & (self.sort != CONTINENT)
        return flags


def make_table(senses: tuple[Sense, ...]) -> Table:
    """Return the options of the senses as a table, in their order."""
    import numpy as np

    options = [option for sense in senses for option in sense.options]
    counts = [len(sense.options) for sense in senses]
    places = [option.place for option in options]
    angles = np.radians(np.array([place.position.latlon for place in places], dtype=np.float64).reshape(-1, 2))
    lat, lon = angles[:, 0], angles[:, 1]
    return Table(
        sense=np.repeat(np.arange(len(senses)), counts),
        filled=np.flatnonzero(counts),
        starts=np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int64),
        prior=np.array([option.prior for option in options], dtype=np.float64),
        log_people=np.array([option.log_people for option in options], dtype=np.float64),
        extent_km=np.array([place.extent_km for place in places], dtype=np.float64),
        sort=np.array([sort_of(option) for option in options], dtype=np.int64),
        name_class=np.array([int(option.name_class) for option in options], dtype=np.int64),
        country=_numbered(place.country for place in places),
        admin1=_numbered(place.admin1 and (place.country, place.admin1) for place in places),
        admin2=_numbered(place.admin2 and (place.country, place.admin1, place.admin2) for place in places),
        xyz=np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1),
        is_capital=np.array([place.kind is PlaceKind.CAPITAL for place in places], dtype=bool),
        dropped=np.array([int(option.dropped) for option in options], dtype=np.int64),
        is_curated=np.array([option.is_curated for option in options], dtype=bool),
    )


def sort_of(option: Option) -> int:
    place = option.place
    if place.kind is PlaceKind.DIVISION:
        return FIRST_DIVISION if place.admin2 is None else SECOND_DIVISION
    return _SORTS.get(place.kind, SITE)


def is_site(place: Place) -> bool:
    """Return whether a place is made by people and no settlement: a port, a base, an airport, a bridge."""
    return place.kind is not PlaceKind.DIVISION and place.kind not in _SORTS


def apart_km(a: Numbers, b: Numbers) -> Numbers:
    """Return the distances in kilometres of each of some unit vectors from each of others, on the sphere.

    By the chord, which is exact enough where the dot product of near points is not.
    """
    import numpy as np

    squares = np.maximum(2.0 - 2.0 * (a @ b.T), 0.0)
    return 2 * EARTH_KM * np.arcsin(np.minimum(np.sqrt(squares) / 2, 1.0))


def _numbered(keys: Iterable[object]) -> Codes:
    import numpy as np

    numbers: dict[object, int] = {None: 0}
    return np.array([numbers.setdefault(key or None, len(numbers)) for key in keys], dtype=np.int64)
