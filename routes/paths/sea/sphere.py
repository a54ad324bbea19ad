"""Unit vectors, great circles and lengths for many points at once."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Some = TypeVar("Some", bound=np.floating)

# WGS 84.
_EQUATOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563
# Between points 50 km apart a straight line on the map lies within some hundred metres of the great circle.
_DENSE = 50 / 6371
# Lines that are measured at a time.
_PIECE = 1 << 14


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
    return reduced_lengths_km(reduced_vectors(lat, lon), reduced_vectors(other_lat, other_lon))


def reduced_vectors(lat: Floats, lon: Floats) -> Floats:
    """Return unit vectors of points in degrees, on the sphere on which a parallel has its reduced latitude."""
    return vectors(np.degrees(np.arctan((1 - _FLATTENING) * np.tan(np.radians(lat)))), lon)


def reduced_lengths_km(here: npt.NDArray[Some], there: npt.NDArray[Some]) -> npt.NDArray[Some]:
    """Return the same lengths from reduced vectors, row by row."""
    apart = here - there
    return _lambert_km((apart * apart).sum(axis=-1), here[..., 2], there[..., 2])


def line_lengths_km(
    points: npt.NDArray[Some], start: npt.NDArray[np.integer], end: npt.NDArray[np.integer]
) -> npt.NDArray[Some]:
    """Return the same lengths of many lines between reduced vectors, each told by the rows of its two ends.

    The whole network has a million of them. Taken coordinate by coordinate, in pieces that fit into a processor's
    cache, they are had in a fifth of the time.
    """
    x, y, z = np.ascontiguousarray(points.T)
    lengths = np.empty(len(start), points.dtype)
    for first in range(0, len(start), _PIECE):
        piece = slice(first, first + _PIECE)
        here, there = start[piece], end[piece]
        chord = _squared_steps(x, here, there)
        chord += _squared_steps(y, here, there)
        chord += _squared_steps(z, here, there)
        lengths[piece] = _lambert_km(chord, z.take(here), z.take(there))
    return lengths


def _squared_steps(
    values: npt.NDArray[Some], start: npt.NDArray[np.integer], end: npt.NDArray[np.integer]
) -> npt.NDArray[Some]:
    steps = values.take(start)
    steps -= values.take(end)
    steps *= steps
    return steps


def _lambert_km(
    squared_chord: npt.NDArray[Some], z: npt.NDArray[Some], other_z: npt.NDArray[Some]
) -> npt.NDArray[Some]:
    # h is the squared sine of half the angle, so that one arcsine does; the sines and cosines of mean latitudes are
    # sums of sines.
    h = np.clip(squared_chord / 4, 1e-18, 1 - 1e-6)
    sigma, sine = 2 * np.arcsin(np.sqrt(h)), 2 * np.sqrt(h * (1 - h))
    x = (sigma - sine) * (z + other_z) ** 2 / (4 * (1 - h))
    y = (sigma + sine) * (z - other_z) ** 2 / (4 * h)
    lengths: npt.NDArray[Some] = _EQUATOR_KM * (sigma - _FLATTENING / 2 * (x + y))
    return lengths


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
