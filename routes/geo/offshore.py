"""The waters off a coast."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from routes.geo.borders import coast, country_polygons, neighbours
from routes.geo.outlines import Outline, reach_m
from routes.model import BorderView, Position

if TYPE_CHECKING:
    from pyproj import Proj
    from shapely.geometry.base import BaseGeometry

# The waters are drawn flat about the middle of the coast; 2000 km from there lengths are off by 2 %.
_LONGEST_REACH_M = 2_000_000.0
_SIMPLIFIED_M = 2_000.0


@cache
def offshore(country: str, view: BorderView, low_m: float, high_m: float) -> tuple[Position, Outline] | None:
    """Return a point in, and the outline of, the waters between two distances from a country's coast.

    Land of the country and of its neighbours is left out, and all but the largest of several waters. None for
    a landlocked country and for a coast too long to be drawn flat. The outline is good to 3 km.
    """
    shore = coast(country, view)
    if shore is None:
        return None
    positions = [position for part in shore.parts for position in part]
    middle = _middle(positions)
    if reach_m(middle, positions) > _LONGEST_REACH_M:
        return None
    from pyproj import Proj
    from shapely import MultiLineString

    flat = Proj(proj="aeqd", lat_0=middle.lat, lon_0=middle.lon, ellps="WGS84")
    line = MultiLineString([_flat(flat, part) for part in shore.parts if len(part) > 1]).simplify(_SIMPLIFIED_M)
    water = line.buffer(high_m)
    if low_m > 0:
        water = water.difference(line.buffer(low_m))
    for owner in sorted({country, *neighbours(country, view)}):
        water = water.difference(_land(flat, owner, view, middle))
    return _largest(flat, water.simplify(_SIMPLIFIED_M))


def _middle(positions: Sequence[Position]) -> Position:
    """Return the middle of the box round some positions, across the antimeridian where that is nearer."""
    first = positions[0].lon
    lons = [(position.lon - first + 180) % 360 - 180 for position in positions]
    lats = [position.lat for position in positions]
    lon = (first + (min(lons) + max(lons)) / 2 + 180) % 360 - 180
    return Position(lat=(min(lats) + max(lats)) / 2, lon=lon)


def _flat(flat: Proj, part: Sequence[Position]) -> list[tuple[float, float]]:
    xs, ys = flat([position.lon for position in part], [position.lat for position in part])
    return list(zip(xs, ys, strict=True))


def _land(flat: Proj, country: str, view: BorderView, middle: Position) -> BaseGeometry:
    """Return the land of a country near the middle; rings that lie far away would be torn by the projection."""
    from shapely import MultiPolygon, Polygon, unary_union

    area = country_polygons(country, view)
    rings = [] if area is None else [ring for ring in area.rings if len(ring) > 3]
    near = [ring for ring in rings if reach_m(middle, ring[:: max(1, len(ring) // 50)]) < 4 * _LONGEST_REACH_M]
    shapes = [Polygon(_flat(flat, ring)).buffer(0) for ring in near]
    return unary_union(shapes) if shapes else MultiPolygon()


def _largest(flat: Proj, water: BaseGeometry) -> tuple[Position, Outline] | None:
    from shapely import Polygon, get_parts
    from shapely.geometry.polygon import orient

    polygons = [part for part in get_parts(water) if isinstance(part, Polygon) and not part.is_empty]
    if not polygons:
        return None
    largest = orient(max(polygons, key=lambda polygon: polygon.area))
    inside = largest.representative_point()
    outline = [_position(flat, x, y) for x, y in largest.exterior.coords[:-1]]
    return _position(flat, inside.x, inside.y), (*outline, outline[0])


def _position(flat: Proj, x: float, y: float) -> Position:
    lon, lat = flat(x, y, inverse=True)
    return Position(lat=float(lat), lon=float(lon))
