"""Where the meridians from points to the north pole cross edges: the ground of inside and outside."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]

# An edge of 50 km bulges towards the pole by less than 0.1 degrees.
_BULGE_DEG = 0.5


def crossings(points: Floats, lonlat: Floats) -> tuple[Ints, Ints]:
    """Return pairs of an edge between consecutive vertices and a point whose meridian crosses it, north of the point.

    Longitudes are half-open, so that a vertex on the meridian counts once. Edges are taken as great circles, which
    on an edge of at most 25 km are within 0.1 m of the geodesic.
    """
    lons, meridians, lats = _past_180(lonlat[:, 0]), _past_180(points[:, 0]), lonlat[:, 1]
    edge, point = _spanned(lons, meridians)
    low, high = np.minimum(lats[edge], lats[edge + 1]), np.maximum(lats[edge], lats[edge + 1])
    lat = points[point, 1]
    is_north = low > lat + _BULGE_DEG
    near = np.flatnonzero(~is_north & (high > lat - _BULGE_DEG))
    edge_near, meridian = edge[near], meridians[point[near]]
    west, east = _difference(lons[edge_near], meridian), _difference(lons[edge_near + 1], meridian)
    is_north[near] = _lat_at_zero(west, lats[edge_near], east, lats[edge_near + 1]) > lat[near]
    return edge[is_north], point[is_north]


def holds_north_pole(ring: Floats) -> bool:
    """Return whether a closed ring holds the north pole: it runs round the pole, in the northern hemisphere."""
    turned = (np.diff(ring[:, 0]) + 180) % 360 - 180
    return round(float(turned.sum()) / 360) % 2 == 1 and float(ring[:, 1].mean()) > 0


def _past_180(lons: Floats) -> Floats:
    """Return longitudes in (-180, 180], so that the antimeridian has one name."""
    return np.where(lons <= -180, lons + 360, lons)


def _spanned(lons: Floats, meridians: Floats) -> tuple[Ints, Ints]:
    """Return the pairs of an edge and a meridian that lies in (west, east] of it."""
    order = np.argsort(meridians, kind="stable")
    ranked = meridians[order]
    low, high = np.minimum(lons[:-1], lons[1:]), np.maximum(lons[:-1], lons[1:])
    # An edge goes the short way round; one that spans half the globe runs over a pole and crosses no meridian.
    is_over_180 = high - low > 180
    is_plain = (low < ranked.max(initial=-np.inf)) & (high >= ranked.min(initial=np.inf)) & (high - low < 180)
    plain, over = np.flatnonzero(is_plain), np.flatnonzero(is_over_180)
    edges = np.concatenate([plain, over, over])
    first = np.concatenate(
        [ranked.searchsorted(low[plain], "right"), ranked.searchsorted(high[over], "right"), 0 * over]
    )
    last = np.concatenate(
        [
            ranked.searchsorted(high[plain], "right"),
            np.full(len(over), len(ranked)),
            ranked.searchsorted(low[over], "right"),
        ]
    )
    count = last - first
    rank = np.arange(count.sum()) + np.repeat(first - (np.cumsum(count) - count), count)
    return np.repeat(edges, count), order[rank]


def _difference(lons: Floats, meridians: Floats) -> Floats:
    """Return how far east of a meridian longitudes lie, in -180..180."""
    found = lons - meridians
    return np.where(found > 180, found - 360, np.where(found < -180, found + 360, found))


def _lat_at_zero(west: Floats, lat_west: Floats, east: Floats, lat_east: Floats) -> Floats:
    """Return the latitude at which great circles cross the meridian of longitude 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        numerator = np.tan(np.radians(lat_west)) * np.sin(np.radians(east)) - np.tan(np.radians(lat_east)) * np.sin(
            np.radians(west)
        )
        found = np.degrees(np.arctan(numerator / np.sin(np.radians(east - west))))
    return np.where(np.isfinite(found), found, np.maximum(lat_west, lat_east))
