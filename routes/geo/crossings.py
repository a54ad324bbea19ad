"""How often the meridian from a point to the north pole crosses edges: the ground of inside and outside."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]


def crossed(lon: float, lat: float, lonlat: Floats) -> Booleans:
    """Return which edges between consecutive vertices the meridian of a point crosses north of it.

    Longitudes are half-open, so that a vertex on the meridian counts once. Edges are taken as great circles, which
    on an edge of at most 25 km are within 0.1 m of the geodesic.
    """
    # Counted from the far side of the globe, no edge near the meridian jumps.
    lons, meridian = (lonlat[:, 0] % 360, lon % 360) if abs(lon) > 90 else (lonlat[:, 0], lon)
    is_east = lons >= meridian
    found: Booleans = is_east[:-1] != is_east[1:]
    near = np.flatnonzero(found)
    west, east = lons[near] - meridian, lons[near + 1] - meridian
    north = _lat_at_zero(west, lonlat[near, 1], east, lonlat[near + 1, 1]) > lat
    # An edge that spans half the globe passes the antimeridian of the point, not its meridian.
    found[near] = north & (np.abs(west - east) < 180)
    return found


def holds_north_pole(ring: Floats) -> bool:
    """Return whether a closed ring holds the north pole: it runs round the pole, in the northern hemisphere."""
    turned = (np.diff(ring[:, 0]) + 180) % 360 - 180
    return round(float(turned.sum()) / 360) % 2 == 1 and float(ring[:, 1].mean()) > 0


def _lat_at_zero(west: Floats, lat_west: Floats, east: Floats, lat_east: Floats) -> Floats:
    """Return the latitude at which great circles cross the meridian of longitude 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        numerator = np.tan(np.radians(lat_west)) * np.sin(np.radians(east)) - np.tan(np.radians(lat_east)) * np.sin(
            np.radians(west)
        )
        found = np.degrees(np.arctan(numerator / np.sin(np.radians(east - west))))
    return np.where(np.isfinite(found), found, np.maximum(lat_west, lat_east))
