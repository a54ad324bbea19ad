"""Geodesics on WGS 84, distances to lines and areas, and the dated lines that texts measure from.

Importing this package loads neither numpy nor pyproj; the functions do, when they are first called.
"""

from routes.geo.areas import Area, contains, contains_many, distance_to_area, distance_to_area_many
from routes.geo.between import Directions, Pair, Shape, closest, directions, farthest
from routes.geo.borders import border, coast, country_at, country_polygons, disputed_areas, every_coast, neighbours
from routes.geo.divisions import division_area, division_border, division_coast
from routes.geo.front import front_countries, front_line
from routes.geo.geodesic import (
    LONGEST_GEODESIC_M,
    azimuth_deg,
    destination,
    distance_m,
    distances_m,
    geodesic_line,
    midpoint,
    ring,
)
from routes.geo.grids import from_mgrs, from_utm, mgrs_side_m
from routes.geo.limits import TERRITORIAL_SEA_M, territorial_band, territorial_limit, territorial_sea
from routes.geo.linefile import read_lines
from routes.geo.lines import Band, ReferenceLine, demarcation_line, distance_band, parallel
from routes.geo.nearest import Nearest, NearestMany, nearest_on_line, nearest_on_line_many
from routes.geo.offshore import offshore
from routes.geo.outlines import Outline, disc, reach_m, sector, strip
from routes.geo.polyline import Points, Polyline

__all__ = [
    "LONGEST_GEODESIC_M",
    "TERRITORIAL_SEA_M",
    "Area",
    "Band",
    "Directions",
    "Nearest",
    "NearestMany",
    "Outline",
    "Pair",
    "Points",
    "Polyline",
    "ReferenceLine",
    "Shape",
    "azimuth_deg",
    "border",
    "closest",
    "coast",
    "contains",
    "contains_many",
    "country_at",
    "country_polygons",
    "demarcation_line",
    "destination",
    "directions",
    "disc",
    "disputed_areas",
    "distance_band",
    "distance_m",
    "distance_to_area",
    "distance_to_area_many",
    "distances_m",
    "division_area",
    "division_border",
    "division_coast",
    "every_coast",
    "farthest",
    "from_mgrs",
    "from_utm",
    "front_countries",
    "front_line",
    "geodesic_line",
    "mgrs_side_m",
    "midpoint",
    "nearest_on_line",
    "nearest_on_line_many",
    "neighbours",
    "offshore",
    "parallel",
    "reach_m",
    "read_lines",
    "ring",
    "sector",
    "strip",
    "territorial_band",
    "territorial_limit",
    "territorial_sea",
]
