"""Unit vectors, great circles and lengths for many points at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# WGS 84.
_EQUATOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563
# Between points 50 km apart a straight line on the map lies within some hundred metres of the great circle.
_DENSE = 50 / 6371


def vectors(lat: Floats, lon: Floats) -> Floats:
    """Return unit vectors, row by row, of points in degrees."""
    phi, lam = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def point_of(lat: float, lon: float) -> Floats:
    """Return the unit vector of one point in degrees."""
    return vectors(np.array(lat), np.array(lon))


def arcs(start: Floats, end: Floats) -> Floats:
    """Return the angles between unit vectors, row by row, in radians; not for antipodes."""
    chord: Floats = np.linalg.norm(start - end, axis=1)
    angles: Floats = 2 * np.arcsin(np.minimum(chord / 2, 1))
    return angles


def degrees_of(points: Floats) -> tuple[Floats, Floats]:
    """Return latitudes and longitudes of unit vectors, in degrees."""
    lat = np.degrees(np.arctan2(points[..., 2], np.hypot(points[..., 0], points[..., 1])))
    return lat, np.degrees(np.arctan2(points[..., 1], points[..., 0]))


def lengths_km(lat: Floats, lon: Floats, other_lat: Floats, other_lon: Floats) -> Floats:
    """Return lengths of geodesics on WGS 84, in kilometres, good to some metres in a thousand kilometres.

    W. D. Lambert, The distance between two widely separated points on the surface of the earth, J. Washington Academy
    of Sciences 32 (1942), 125-130. Not for points that are nearly antipodes.
    """
    squash = 1 - _FLATTENING
    beta, other_beta = (np.arctan(squash * np.tan(np.radians(x))) for x in (lat, other_lat))
    h = (
        np.sin((other_beta - beta) / 2) ** 2
        + np.cos(beta) * np.cos(other_beta) * np.sin(np.radians(other_lon - lon) / 2) ** 2
    )
    h = np.clip(h, 1e-18, 1 - 1e-9)
    sigma = 2 * np.arcsin(np.sqrt(h))
    p, q = (beta + other_beta) / 2, (other_beta - beta) / 2
    sine = np.sin(sigma)
    x = (sigma - sine) * np.sin(p) ** 2 * np.cos(q) ** 2 / (1 - h)
    y = (sigma + sine) * np.cos(p) ** 2 * np.sin(q) ** 2 / h
    result: Floats = _EQUATOR_KM * (sigma - _FLATTENING / 2 * (x + y))
    return result


def dense(way: Floats) -> Floats:
    """Return a way, unit vectors row by row, with so many points that it can be drawn straight from one to the next."""
    here, there, angle = way[:-1], way[1:], arcs(way[:-1], way[1:])
    count = np.maximum(np.ceil(angle / _DENSE), 1).astype(np.int64)
    leg = np.repeat(np.arange(len(count)), count)
    share = (np.arange(len(leg)) - (np.cumsum(count) - count)[leg]) / count[leg]
    # Legs that are too short to divide have a sine of nothing, and one piece that begins at their start.
    sine = np.maximum(np.sin(angle), 1e-12)[leg]
    left = np.where(share == 0, 1.0, np.sin((1 - share) * angle[leg]) / sine)
    right = np.sin(share * angle[leg]) / sine
    return np.concatenate([left[:, None] * here[leg] + right[:, None] * there[leg], way[-1:]])
