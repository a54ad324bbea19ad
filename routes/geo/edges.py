"""Distance from a point to geodesic edges: prune on the sphere of parametric latitude, then intercept.

On that sphere the arc sigma between two points bounds their geodesic s rigorously: b sigma <= s <= a sigma. No
projection is involved, so neither the antimeridian nor a pole is a special case. Interception after
S. Baselga and J. C. Martinez-Llario, Intersection and point-to-line solutions for geodesics on the ellipsoid,
Stud. Geophys. Geod. 62 (2018), 353-363.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from routes.geo.crossings import crossed
from routes.geo.geodesic import wgs84
from routes.geo.polyline import Polyline
from routes.model import Position

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
# Distance in metres, longitude, latitude.
_Found: TypeAlias = tuple[float, float, float]

_A_M = 6_378_137.0
_FLATTENING = 1 / 298.257_223_563
_B_M = _A_M * (1 - _FLATTENING)
_MEAN_RADIUS_M = 6_371_008.8

# A geodesic of this length leaves the great circle through its ends on the sphere by less than 0.1 m.
_PIECE_M = 25_000.0
# That, and what rounding takes from an arccos near 1.
_SLACK_M = 1.0
# Up to here a distance is convex along a geodesic, and interception finds its only minimum.
_CONVEX_M = 9_900_000.0
_CONVERGED_M = 1e-4
_ROUNDS = 12


def edges_of(parts: Sequence[Sequence[Position]]) -> Edges:
    """Return the edges of a line; of a tuple of polylines they are prepared once."""
    if isinstance(parts, tuple) and all(isinstance(part, Polyline) for part in parts):
        return _kept(parts)
    return Edges(tuple(Polyline.of(part) for part in parts if len(part)))


@lru_cache(maxsize=64)
def _kept(parts: tuple[Polyline, ...]) -> Edges:
    return Edges(parts)


def unit_vectors(lonlat: Floats) -> Floats:
    """Return points on the unit sphere by parametric latitude, shape (n, 3)."""
    lon, lat = np.radians(lonlat).T
    beta = np.arctan((1 - _FLATTENING) * np.tan(lat))
    return np.stack([np.cos(beta) * np.cos(lon), np.cos(beta) * np.sin(lon), np.sin(beta)], axis=-1)


class Edges:
    """The edges of a line, none longer than 25 km, ready to be asked for the nearest point."""

    def __init__(self, parts: tuple[Polyline, ...]) -> None:
        if not parts:
            raise ValueError("a line needs one position or more, got none")
        self._lonlat, self._is_edge = _cut(*_joined(parts))
        first = np.flatnonzero(self._is_edge)
        unit = unit_vectors(self._lonlat)
        self._starts, self._ends = self._lonlat[first], self._lonlat[first + 1]
        self._from, self._to = unit[first], unit[first + 1]
        normal = np.cross(self._from, self._to)
        length = np.linalg.norm(normal, axis=1, keepdims=True)
        self._normal = normal / np.where(length > 0, length, 1)
        self._along = np.cross(self._normal, self._from)
        self._arc = np.arctan2(length[:, 0], np.einsum("ij,ij->i", self._from, self._to))

    def crossings(self, lon: float, lat: float) -> int:
        """Return how many edges the meridian from a point to the north pole crosses."""
        return int(np.count_nonzero(crossed(lon, lat, self._lonlat) & self._is_edge))

    def nearest(self, lon: float, lat: float) -> _Found:
        """Return the distance in metres to the nearest point, and its longitude and latitude."""
        arc, foot = self._arcs(unit_vectors(np.array([[lon, lat]]))[0])
        near = np.flatnonzero(_B_M * arc - _SLACK_M <= (_A_M * arc).min() + _SLACK_M)
        return self._intercept(near, foot[near], lon, lat)

    def _arcs(self, u: Floats) -> tuple[Floats, Floats]:
        """Return the arc from a unit vector to each edge, and where on the edge its foot is, as a share of 1."""
        start, along = self._from @ u, self._along @ u
        angle = np.arctan2(along, start)
        is_beside = (angle > 0) & (angle < self._arc)
        end = self._to @ u
        to_end = np.arccos(np.clip(np.maximum(start, end), -1, 1))
        beside = np.arctan2(np.abs(self._normal @ u), np.hypot(start, along))
        share = np.where(is_beside, angle / np.maximum(self._arc, 1e-300), np.where(start >= end, 0.0, 1.0))
        return np.where(is_beside, beside, to_end), share

    def _intercept(self, near: npt.NDArray[np.intp], foot: Floats, lon: float, lat: float) -> _Found:
        """Return the nearest point of a few edges, each followed from its foot until it no longer moves."""
        geod = wgs84()
        start_lon, start_lat = self._starts[near, 0], self._starts[near, 1]
        end_lon, end_lat = self._ends[near, 0], self._ends[near, 1]
        point = np.full(len(near), lon), np.full(len(near), lat)
        azimuth, _, length = geod.inv(start_lon, start_lat, end_lon, end_lat)
        found = [_closest(start_lon, start_lat, *point), _closest(end_lon, end_lat, *point)]
        s = foot * length
        for _ in range(_ROUNDS):
            x, y, back = geod.fwd(start_lon, start_lat, azimuth, s)
            to_point, _, d = geod.inv(x, y, *point)
            found.append(_first(d, x, y))
            turn = np.cos(np.radians(to_point - back - 180))
            step = _MEAN_RADIUS_M * np.arctan(np.tan(np.minimum(d, _CONVEX_M) / _MEAN_RADIUS_M) * turn)
            moved = np.clip(s + step, 0, length)
            if np.abs(moved - s).max() < _CONVERGED_M:
                break
            s = moved
        return min(found)


def _closest(x: Floats, y: Floats, lon: Floats, lat: Floats) -> _Found:
    _, _, d = wgs84().inv(x, y, lon, lat)
    return _first(d, x, y)


def _first(d: Floats, x: Floats, y: Floats) -> _Found:
    best = int(d.argmin())
    return float(d[best]), float(x[best]), float(y[best])


def _joined(parts: tuple[Polyline, ...]) -> tuple[Floats, Booleans]:
    """Return the vertices of all parts in a row, and whether an edge joins each with the next."""
    # A part of one position is an edge of no length.
    lonlats = [part.lonlat if len(part) > 1 else part.lonlat.repeat(2, axis=0) for part in parts]
    is_edge = np.ones(sum(map(len, lonlats)) - 1, dtype=np.bool_)
    is_edge[np.cumsum([len(lonlat) for lonlat in lonlats])[:-1] - 1] = False
    return np.vstack(lonlats), is_edge


def _cut(lonlat: Floats, is_edge: Booleans) -> tuple[Floats, Booleans]:
    """Return the vertices with more of them on the geodesics of edges over 25 km."""
    unit = unit_vectors(lonlat)
    # A chord is shorter than its arc, at this length by less than a millionth.
    long = np.flatnonzero(is_edge & (np.linalg.norm(unit[1:] - unit[:-1], axis=1) > 0.999 * _PIECE_M / _A_M))
    if not len(long):
        return lonlat, is_edge
    starts, ends = lonlat[long], lonlat[long + 1]
    azimuth, _, length = wgs84().inv(starts[:, 0], starts[:, 1], ends[:, 0], ends[:, 1])
    inserted = np.ceil(length / _PIECE_M).astype(int) - 1
    edge = np.repeat(np.arange(len(long)), inserted)
    number = 1 + np.arange(len(edge)) - np.repeat(np.cumsum(inserted) - inserted, inserted)
    s = number * (length / (inserted + 1))[edge]
    lon, lat, _ = wgs84().fwd(starts[edge, 0], starts[edge, 1], azimuth[edge], s)
    cut = np.insert(lonlat, long[edge] + 1, np.column_stack([lon, lat]), axis=0)
    return cut, np.insert(is_edge, long[edge] + 1, True)
