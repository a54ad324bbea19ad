"""The outer limits of territorial seas, derived from coasts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from routes.geo.areas import contains_many
from routes.geo.borders import coast, country_at, country_polygons, neighbours
from routes.geo.geodesic import azimuth_deg, destination
from routes.geo.lines import Band, ReferenceLine, distance_band
from routes.geo.nearest import Nearest, nearest_on_line_many
from routes.geo.polyline import Polyline
from routes.model import BorderView, LineVersion, Position

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from pyproj import Proj
    from shapely.geometry.base import BaseGeometry

    from routes.geo.pieces import Pieces

    Floats = npt.NDArray[np.float64]
    Booleans = npt.NDArray[np.bool_]

# 12 international nautical miles of 1852 m: United Nations Convention on the Law of the Sea, articles 3 and 4.
TERRITORIAL_SEA_M = 12 * 1852.0
# An arc of 22 km about a cape, drawn by chords of 2.2 km, is off by 27 m.
_CHORDS_OF_A_QUARTER = 16
_STEP_M = 2_000.0
# What is nearer to another coast by more than the error of a vertex belongs to that coast.
_SLACK_M = 60.0

_NOTE = (
    "The line is derived: 12 nautical miles from the coast as drawn. Straight baselines, islets too small to be drawn "
    "and treaties shift the limit; where another coast is nearer, none is drawn."
)


@cache
def territorial_limit(country: str, view: BorderView) -> ReferenceLine | None:
    """Return the line 12 nautical miles off the coast of a country (ISO code); None where there is none.

    Its vertices are 22.224 km from the coast as drawn, to 60 m. Left out is what lies on land or is nearer to the coast
    of another country, where a median line or a treaty holds. What the country claims is not looked up.
    """
    shore = coast(country, view)
    parts = tuple(_at_sea(_outlines(shore.parts), country, view)) if shore else ()
    return _limit(shore, parts, country, view) if shore and parts else None


@cache
def territorial_sea(country: str, view: BorderView) -> ReferenceLine | None:
    """Return the coast of a country as the line from which its territorial sea is reckoned; None where it has none.

    `territorial_band` measures to the limit without drawing it, which takes seconds for a long coast.
    """
    shore = coast(country, view)
    return _limit(shore, shore.parts, country, view) if shore else None


def territorial_band(point: Position, country: str, view: BorderView) -> Band | None:
    """Return how far a point is from the territorial sea of a country: in it 0 m, on land as far as from the coast.

    From elsewhere it is the distance to the coast less 12 nautical miles. Where the land of another country is
    nearer than 24, the sea between them is taken to be parted in the middle.
    """
    shore = coast(country, view)
    if shore is None:
        return None
    band = distance_band(point, shore)
    land = country_at(point, view)
    if land == country:
        return band
    rest_m = max(0.0, band.nearest.m - TERRITORIAL_SEA_M)
    low_m, high_m = (max(0.0, m - TERRITORIAL_SEA_M) for m in (band.low_m, band.high_m))
    if land is not None and band.nearest.m < 2 * TERRITORIAL_SEA_M:
        rest_m, high_m = band.nearest.m / 2, max(high_m, band.high_m / 2)
    if rest_m == 0:
        return Band(Nearest(0.0, point), low_m, high_m)
    away_m = band.nearest.m - rest_m
    return Band(
        Nearest(rest_m, destination(band.nearest.at, azimuth_deg(band.nearest.at, point), away_m)), low_m, high_m
    )


def _limit(shore: ReferenceLine, parts: Sequence[Sequence[Position]], country: str, view: BorderView) -> ReferenceLine:
    version = LineVersion(
        f"territorial-limit-{country}-{view.value}",
        f"12-nautical-mile limit of {country}",
        None,
        None,
        shore.version.uncertainty_km,
        f"derived from {shore.version.source}",
    )
    return ReferenceLine(version, tuple(parts), view, (*shore.notes, _NOTE))


def _outlines(shore: Sequence[Sequence[Position]]) -> list[Floats]:
    """Return the outlines of all that is within 12 nautical miles of a coast, as (lon, lat)."""
    from shapely import get_coordinates, get_parts, get_rings, transform, unary_union

    from routes.geo.edges import edges_of
    from routes.geo.sphere import lonlat_at

    pieces = edges_of(shore).pieces
    # On the plane where the strips are joined lengths are wrong, but vertices so close together stay in place.
    plane = _plane(lonlat_at(pieces.block_centre.sum(axis=0, keepdims=True))[0])
    strips = [transform(strip, lambda lonlat: _flat(plane, lonlat)) for strip in _strips(pieces)]
    rings = get_rings(get_parts(unary_union(strips)))
    return [_round(plane, get_coordinates(ring)) for ring in rings]


def _strips(pieces: Pieces) -> Iterator[BaseGeometry]:
    """Yield what is within 12 nautical miles of the coast in each cube of the earth, in degrees.

    Each is drawn on a plane of its own, where lengths about the coast are right to a thousandth.
    """
    import numpy as np
    from shapely import linestrings, multilinestrings, transform

    from routes.geo.sphere import cubes_of, lonlat_at

    middles = pieces.middle
    _, group = np.unique(cubes_of(middles), return_inverse=True)
    for number in np.split(np.argsort(group, kind="stable"), np.cumsum(np.bincount(group))[:-1]):
        plane = _plane(lonlat_at(middles[number].sum(axis=0, keepdims=True))[0])
        start, end = _flat(plane, pieces.starts[number]), _flat(plane, pieces.ends[number])
        runs = np.split(np.arange(len(number)), np.flatnonzero((start[1:] != end[:-1]).any(axis=1)) + 1)
        lines = multilinestrings([linestrings(np.vstack([start[run], end[run[-1:]]])) for run in runs])
        strip = lines.buffer(TERRITORIAL_SEA_M, quad_segs=_CHORDS_OF_A_QUARTER).segmentize(_STEP_M)
        yield transform(strip, lambda xy, plane=plane: _round(plane, xy))


def _plane(centre: Floats) -> Proj:
    from pyproj import Proj

    return Proj(proj="aeqd", lon_0=centre[0], lat_0=centre[1], ellps="WGS84")


def _flat(plane: Proj, lonlat: Floats) -> Floats:
    import numpy as np

    return np.column_stack(plane(lonlat[:, 0].copy(), lonlat[:, 1].copy()))


def _round(plane: Proj, xy: Floats) -> Floats:
    import numpy as np

    return np.column_stack(plane(xy[:, 0].copy(), xy[:, 1].copy(), inverse=True))


def _at_sea(outlines: list[Floats], country: str, view: BorderView) -> Iterator[Polyline]:
    """Yield the stretches of outlines that lie off all land and nearest to the coast of the country."""
    import numpy as np

    lonlat = np.vstack(outlines)
    shore = coast(country, view)
    # Now and then a hole or a cape is drawn wrongly, within the waters.
    is_kept = np.full(len(lonlat), shore is not None)
    if shore:
        is_kept = np.abs(nearest_on_line_many(lonlat, shore.parts).m - TERRITORIAL_SEA_M) < _SLACK_M
    is_kept[is_kept] = ~_is_nearer_to_others(lonlat[is_kept], country, view)
    is_kept[is_kept] = ~_on_land(lonlat[is_kept], country, view)
    first = 0
    for outline in outlines:
        kept = np.flatnonzero(is_kept[first : first + len(outline)])
        first += len(outline)
        for stretch in np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1):
            if len(stretch) > 1:
                yield Polyline(outline[stretch])


def _on_land(lonlat: Floats, country: str, view: BorderView) -> Booleans:
    import numpy as np

    found = np.zeros(len(lonlat), dtype=np.bool_)
    for owner in sorted({country, *neighbours(country, view)}):
        land = country_polygons(owner, view)
        if land is not None:
            found[~found] = contains_many(lonlat[~found], land)
    return found


def _is_nearer_to_others(lonlat: Floats, country: str, view: BorderView) -> Booleans:
    import numpy as np

    from routes.geo.atlas import other_coasts

    others = other_coasts(country, view, lonlat)
    if not others:
        return np.zeros(len(lonlat), dtype=np.bool_)
    is_nearer: Booleans = nearest_on_line_many(lonlat, others).m < TERRITORIAL_SEA_M - _SLACK_M
    return is_nearer
