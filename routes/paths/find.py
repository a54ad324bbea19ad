"""The way between two places by a mode: along a network where one reaches, else a sketch that says so."""

from __future__ import annotations

from functools import lru_cache

from routes.model import Mode, NoPath, Path, Place
from routes.paths.sketch import sketch_path
from routes.paths.ways import OPEN, Ways

_REMEMBERED = 256
# Hong Kong, Singapore and Malta are as large as a city is.
_WIDEST_CITY_KM = 40.0


@lru_cache(maxsize=_REMEMBERED)
def find_path(origin: Place, destination: Place, mode: Mode | None, ways: Ways | None = OPEN) -> Path | NoPath:
    """Return the path between two places, or why there is none. Without `ways` all is a sketch, which takes no time.

    By sea, by rail and by river along the networks of the package; by road, air and pipeline, and between places larger
    than a town, a sketch: the straight line with a documented band for the way taken.
    """
    if ways is None:
        return sketch_path(origin, destination, mode)
    if mode is Mode.SEA and not _is_wide(origin, destination):
        from routes.paths.by_sea import sea_path

        return sea_path(origin, destination, ways)
    if mode is Mode.RAIL and not _is_wide(origin, destination):
        from routes.paths.by_rail import rail_path

        return rail_path(origin, destination, ways)
    if mode is Mode.RIVER and not _is_wide(origin, destination):
        from routes.paths.by_river import river_path

        return river_path(origin, destination) or sketch_path(origin, destination, mode)
    return sketch_path(origin, destination, mode)


def _is_wide(origin: Place, destination: Place) -> bool:
    """Return whether an end is a country, a region, a sea: the way begins anywhere in it. City states are no wider."""
    return any(place.kind.is_area and place.extent_km > _WIDEST_CITY_KM for place in (origin, destination))
