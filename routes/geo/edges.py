"""Distance from points to geodesic edges: sort out on the sphere of parametric latitude, then intercept.

Interception after S. Baselga and J. C. Martinez-Llario, Intersection and point-to-line solutions for geodesics on the
ellipsoid, Stud. Geophys. Geod. 62 (2018), 353-363. One point is a batch of one: the figures of a pair of point and
piece depend on that pair alone, so that both give the same bits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from routes.errors import GeometryError
from routes.geo.crossings import crossings
from routes.geo.geodesic import wgs84
from routes.geo.pieces import Pieces
from routes.geo.polyline import Polyline
from routes.geo.sphere import A_M, B_M, FLATTENING, arcs_of, lengths_m, unit_vectors
from routes.model import Position

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
EdgeCourse: TypeAlias = Literal["geodesic", "straight"]

_MEAN_RADIUS_M = 6_371_008.8
# Pieces leave their great circles by 0.1 m, and arcs by their cosines are good to as much.
_SLACK_M = 1.0
# Up to here `lengths_m` is good to 7e-6.
_WELL_MEASURED_RAD = 2.6
_LENGTH_ERROR = 1e-5
_FAR_ERROR_M = 40_000.0
# Up to here a distance is convex along a geodesic, and interception finds its only minimum.
_CONVEX_M = 9_900_000.0
_CONVERGED_M = 1e-4
_ROUNDS = 12
# Among fewer pairs hardly a piece comes twice.
_WORTH_SORTING = 256
# Points times blocks in memory at once.
_AT_ONCE = 160_000
_POINTS_AT_ONCE = 1024


def edges_of(parts: Sequence[Sequence[Position]], course: EdgeCourse = "geodesic") -> Edges:
    """Return the edges of a line; of a tuple of polylines they are prepared once."""
    if isinstance(parts, tuple) and all(isinstance(part, Polyline) for part in parts):
        return _kept(parts, course)
    return _made(tuple(Polyline.of(part) for part in parts if len(part)), course)


def _made(parts: tuple[Polyline, ...], course: EdgeCourse) -> Edges:
    return Edges(tuple(part.straight() for part in parts) if course == "straight" else parts)


_kept = lru_cache(maxsize=64)(_made)


class Edges:
    """The edges of a line, ready to be asked for the point that is nearest to others."""

    def __init__(self, parts: tuple[Polyline, ...]) -> None:
        if not parts:
            raise GeometryError("a line needs one position or more, got none")
        self.pieces = Pieces(parts)

    def crossings(self, points: Floats) -> Ints:
        """Return how many edges the meridian from each point to the north pole crosses."""
        count = np.zeros(len(points), dtype=np.intp)
        for first in range(0, len(points), _POINTS_AT_ONCE):
            some = slice(first, first + _POINTS_AT_ONCE)
            edge, point = crossings(points[some], self.pieces.lonlat)
            count[some] = np.bincount(point[self.pieces.is_edge[edge]], minlength=len(points[some]))
        return count

    def least_m(self, point: Floats) -> float:
        """Return what the distance of a point (1, 2) is at least, at a tenth of the cost of the distance."""
        pieces = self.pieces
        cosine = float((pieces.middle @ unit_vectors(point)[0]).max())
        return B_M * (math.acos(min(cosine, 1.0)) - float(pieces.block_half_arc)) - _SLACK_M

    def nearest(self, points: Floats) -> tuple[Floats, Floats]:
        """Return the distances in metres of points (n, 2), and the nearest points of the line (n, 2)."""
        m, at = np.empty(len(points)), np.empty((len(points), 2))
        step = max(1, min(_POINTS_AT_ONCE, _AT_ONCE // len(self.pieces.block_radius)))
        for first in range(0, len(points), step):
            some = slice(first, first + step)
            m[some], at[some] = self._nearest(points[some])
        return m, at

    def _nearest(self, points: Floats) -> tuple[Floats, Floats]:
        unit = unit_vectors(points)
        point, piece = self._near(unit)
        m, at = self._intercept(points, point, piece, self._feet(unit[point], piece))
        # By distance; of equal ones the first piece.
        order = np.lexsort((piece, m, point))
        first = order[_firsts(point[order])]
        return m[first], at[first]

    def _near(self, unit: Floats) -> tuple[Ints, Ints]:
        """Return pairs of points and pieces among which are the nearest, and all that are as near within a metre."""
        pieces = self.pieces
        point, block = self._near_blocks(unit)
        cosines = np.einsum("nd,nkd->nk", unit[point], pieces.block_middle[block])
        cosine = np.full(len(unit), -1.0)
        np.maximum.at(cosine, point, cosines.max(axis=1))
        reach = (A_M * arcs_of(cosine) + 2 * _SLACK_M) / B_M
        least = np.cos(np.minimum(reach + pieces.block_half_arc, np.pi))
        pair, place = np.nonzero(cosines >= least[point][:, None])
        point, piece = point[pair], pieces.in_block[block[pair], place]
        estimate = lengths_m(cosines[pair, place], unit[point, 2], pieces.middle[piece, 2])
        error = _error_m(estimate)
        longest = np.full(len(unit), np.inf)
        np.minimum.at(longest, point, estimate + error)
        is_kept = estimate - error - A_M * pieces.block_half_arc <= longest[point]
        return point[is_kept], piece[is_kept]

    def _near_blocks(self, unit: Floats) -> tuple[Ints, Ints]:
        """Return pairs of points and blocks, by the bound that the block about the nearest centre sets."""
        pieces = self.pieces
        if len(pieces.block_radius) == 1:
            return np.arange(len(unit)), np.zeros(len(unit), dtype=np.intp)
        arcs = arcs_of(unit @ pieces.block_centre.T)
        cosine = np.einsum("nd,nkd->nk", unit, pieces.block_middle[arcs.argmin(axis=1)]).max(axis=1)
        reach = (A_M * arcs_of(cosine) + 2 * _SLACK_M) / B_M
        point, block = np.nonzero(arcs - pieces.block_radius <= reach[:, None])
        return point, block

    def _feet(self, u: Floats, piece: Ints) -> Floats:
        """Return where on great-circle arcs the points nearest to unit vectors are, as shares of 1."""
        pieces = self.pieces
        start, arc = pieces.start[piece], pieces.arc[piece]
        angle = np.arctan2(_dot(u, pieces.along[piece]), _dot(u, start))
        is_nearer_start = _dot(u, start) >= _dot(u, pieces.end[piece])
        is_beside = (angle > 0) & (angle < arc)
        return np.where(is_beside, angle / np.maximum(arc, 1e-300), np.where(is_nearer_start, 0.0, 1.0))

    def _intercept(self, points: Floats, point: Ints, piece: Ints, share: Floats) -> tuple[Floats, Floats]:
        """Return the nearest points of pieces, each followed from its foot until it no longer moves."""
        geod = wgs84()
        lon, lat = _columns(points[point])
        start_lon, start_lat, azimuth, length = self._courses(piece)
        m, at = np.full(len(piece), np.inf), np.empty((len(piece), 2))

        def keep(pair: Ints, x: Floats, y: Floats, d: Floats) -> None:
            is_less = d < m[pair]
            less = pair[is_less]
            m[less], at[less, 0], at[less, 1] = d[is_less], x[is_less], y[is_less]

        # Pairs stand in the order of their points.
        first = _firsts(point)
        of_point = np.repeat(np.arange(len(first)), np.append(first[1:], len(point)) - first)
        moving, s = np.arange(len(piece)), share * length
        for _ in range(_ROUNDS):
            x, y, back = geod.fwd(start_lon[moving], start_lat[moving], azimuth[moving], s)
            to_point, _, d = geod.inv(x, y, lon[moving], lat[moving])
            keep(moving, x, y, d)
            turn = np.cos(np.radians(to_point - back - 180))
            step = _MEAN_RADIUS_M * np.arctan(np.tan(np.minimum(d, _CONVEX_M) / _MEAN_RADIUS_M) * turn)
            moved = np.minimum(np.maximum(s + step, 0), length[moving])
            distance = np.abs(moved - s)
            # What is left to win is less than the slope makes of the step; twice that, as the step is no end.
            least = np.minimum.reduceat(m, first)[of_point[moving]]
            could_win = (d - 2 * distance * np.abs(turn) <= least + _SLACK_M) | (d > _CONVEX_M)
            goes_on = (distance >= _CONVERGED_M) & could_win
            moving, s = moving[goes_on], moved[goes_on]
            if not len(moving):
                break
        # Far away a distance is concave along a geodesic: its least is at an end.
        far = np.flatnonzero(m > _CONVEX_M)
        for ends in (self.pieces.starts, self.pieces.ends) if len(far) else ():
            x, y = _columns(ends[piece[far]])
            keep(far, x, y, geod.inv(x, y, lon[far], lat[far])[2])
        return m, at

    def _courses(self, piece: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """Return the longitude and latitude at which pieces begin, their azimuth there and their length."""
        asked, row = piece, np.arange(len(piece))
        if len(piece) > _WORTH_SORTING:
            asked, row = np.unique(piece, return_inverse=True)
        lon, lat = _columns(self.pieces.starts[asked])
        end_lon, end_lat = _columns(self.pieces.ends[asked])
        azimuth, _, length = wgs84().inv(lon, lat, end_lon, end_lat)
        return lon[row], lat[row], azimuth[row], length[row]


def _error_m(length_m: Floats) -> Floats:
    """Return by how much the length of `lengths_m` and the slack may be off, at most."""
    is_well_measured = length_m < _WELL_MEASURED_RAD * B_M
    return np.where(is_well_measured, _LENGTH_ERROR * length_m, FLATTENING * length_m + _FAR_ERROR_M) + _SLACK_M


def _firsts(numbers: Ints) -> Ints:
    """Return where in a sorted array each number stands first."""
    is_first = np.empty(len(numbers), dtype=np.bool_)
    is_first[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=is_first[1:])
    return np.flatnonzero(is_first)


def _columns(lonlat: Floats) -> tuple[Floats, Floats]:
    """Return the longitudes and the latitudes, each in a row of its own as PROJ is fed fastest."""
    lon, lat = np.ascontiguousarray(lonlat.T)
    return lon, lat


def _dot(u: Floats, v: Floats) -> Floats:
    product: Floats = np.einsum("ij,ij->i", u, v)
    return product
