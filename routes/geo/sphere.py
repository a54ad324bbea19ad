"""The sphere of parametric latitude, on which the ellipsoid is nearly flat to look at.

On it the arc sigma between two points bounds their geodesic s rigorously: b sigma <= s <= a sigma. No projection is
involved, so neither the antimeridian nor a pole is a special case.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

A_M = 6_378_137.0
FLATTENING = 1 / 298.257_223_563
B_M = A_M * (1 - FLATTENING)
# Cubes 100 km wide, by which places are put together.
_CUBES = 64


def unit_vectors(lonlat: Floats) -> Floats:
    """Return points on the unit sphere by parametric latitude, shape (n, 3)."""
    lon, lat = np.radians(np.ascontiguousarray(lonlat.T))
    beta = np.arctan((1 - FLATTENING) * np.tan(lat))
    return np.stack([np.cos(beta) * np.cos(lon), np.cos(beta) * np.sin(lon), np.sin(beta)], axis=-1)


def lonlat_at(unit: Floats) -> Floats:
    """Return the longitudes and latitudes of unit vectors, shape (n, 2); the way back from `unit_vectors`."""
    x, y, z = np.ascontiguousarray(unit.T)
    lat = np.arctan2(z, (1 - FLATTENING) * np.hypot(x, y))
    lonlat: Floats = np.degrees(np.stack([np.arctan2(y, x), lat], axis=-1))
    return lonlat


def arcs_of(cosines: Floats) -> Floats:
    """Return arcs by their cosines, which rounding may carry past 1; good to 2e-8, which is 0.1 m."""
    arcs: Floats = np.arccos(np.minimum(np.maximum(cosines, -1), 1))
    return arcs


def arcs_between(u: Floats, v: Floats) -> Floats:
    """Return the arcs between rows of unit vectors, good for short ones as well."""
    arcs: Floats = 2 * np.arcsin(np.minimum(np.linalg.norm(u - v, axis=-1) / 2, 1))
    return arcs


def lengths_m(cosines: Floats, z: Floats, other_z: Floats) -> Floats:
    """Return the lengths of geodesics, good to 7e-6 of them up to 2.6 radians, and to 0.2 m for short ones.

    Points are given by the cosine of the arc between them and by what they have for z. First order in the flattening:
    W. D. Lambert, The distance between two widely separated points on the surface of the earth, J. Wash. Acad. Sci.
    32 (1942), 125-130.
    """
    arc = arcs_of(cosines)
    sine = np.sin(arc)
    sum_2, difference_2 = (z + other_z) ** 2 / 2, (z - other_z) ** 2 / 2
    # Both quotients lie in 0..1; in a tiny arc rounding alone would decide about them.
    x = (arc - sine) * np.minimum(sum_2 / np.maximum(1 + cosines, 1e-300), 1)
    y = (arc + sine) * np.minimum(difference_2 / np.maximum(1 - cosines, 1e-300), 1)
    return A_M * (arc - FLATTENING / 2 * (x + y))


def cubes_of(unit: Floats) -> Ints:
    """Return the numbers of the cubes, 100 km wide, that points of the unit sphere lie in."""
    x, y, z = (np.floor(unit * _CUBES).astype(np.int64) + 2 * _CUBES).T
    found: Ints = (x * 4 * _CUBES + y) * 4 * _CUBES + z
    return found


def cubes_about(unit: Floats) -> Ints:
    """Return the numbers of the cubes that points lie in, and of the 26 round each."""
    shifts = np.stack(np.meshgrid([-1, 0, 1], [-1, 0, 1], [-1, 0, 1]), axis=-1).reshape(-1, 3) / _CUBES
    return np.unique(np.concatenate([cubes_of(unit + shift) for shift in shifts]))
