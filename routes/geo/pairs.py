"""The nearest and the farthest two points of two lines: blocks against blocks, then pieces, then geodesics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from routes.geo.edges import Edges
from routes.geo.geodesic import wgs84
from routes.geo.pieces import Pieces
from routes.geo.sphere import A_M, B_M, arcs_of, lengths_m, lonlat_at

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
# A distance in metres and its two ends as (lon, lat).
Found: TypeAlias = tuple[float, Floats, Floats]

_SLACK_M = 1.0
# Pairs of blocks looked into at once, and how many are enough for a first bound.
_AT_ONCE = 128
_FIRST = 16
_LEAST_ANGLE_RAD = 1e-9
# `lengths_m` is good to 7e-6 up to 2.6 radians, farther away to the flattening and 40 km.
_WELL_MEASURED_M = 16_500_000.0


def nearest_pair(a: Edges, b: Edges) -> Found:
    """Return the nearest points of two lines; where the lines cross, the crossing twice, at 0 m.

    Where they do not cross, an end of a piece is one of the two: the earth is curved one way only, so that two
    points inside of pieces are never the nearest.
    """
    i, j = _near_pieces(a.pieces, b.pieces)
    crossing = _crossing(a.pieces, i, b.pieces, j)
    if crossing is not None:
        return 0.0, crossing, crossing
    there = _from_ends(a.pieces, np.unique(i), b)
    m, at_b, at_a = _from_ends(b.pieces, np.unique(j), a)
    return there if there[0] <= m else (m, at_a, at_b)


def farthest_pair(a: Edges, b: Edges) -> Found:
    """Return the farthest ends of pieces of two lines; below 15,000 km no other points surpass them by over 3 m."""
    u, v = _block_ends(a.pieces), _block_ends(b.pieces)
    least_m, found = 0.0, []
    for i, j in _by_upper_bound(a.pieces, b.pieces):
        cosines = np.einsum("nid,njd->nij", u[i], v[j])
        least_m = max(least_m, B_M * float(arcs_of(cosines.min())))
        pair, row, column = np.nonzero(cosines <= np.cos(min(least_m / A_M, np.pi)))
        here, there = u[i[pair], row], v[j[pair], column]
        estimate = lengths_m(cosines[pair, row, column], here[:, 2], there[:, 2])
        error = np.where(estimate < _WELL_MEASURED_M, 1e-5 * estimate, 100_000.0) + _SLACK_M
        least_m = max(least_m, float((estimate - error).max(initial=0.0)))
        found.append((estimate + error, here, there))
        if A_M * _upper(a.pieces, b.pieces, i, j).min() < least_m:
            break
    most, here, there = (np.concatenate(column) for column in zip(*found, strict=True))
    is_kept = most >= least_m
    return _longest(lonlat_at(here[is_kept]), lonlat_at(there[is_kept]))


def _near_pieces(a: Pieces, b: Pieces) -> tuple[Ints, Ints]:
    """Return pairs of pieces with all that cross, and all whose points may be the nearest."""
    lower = arcs_of(a.block_centre @ b.block_centre.T) - a.block_radius[:, None] - b.block_radius
    order = np.argsort(lower, axis=None, kind="stable")
    halves = a.block_half_arc + b.block_half_arc
    reach, found = np.pi, []
    first = 0
    while first < len(order):
        some = order[first : first + (_AT_ONCE if first else _FIRST)]
        first += len(some)
        i, j = np.unravel_index(some[lower.ravel()[some] <= reach], lower.shape)
        if not len(i):
            break
        cosines = np.einsum("nid,njd->nij", a.block_middle[i], b.block_middle[j])
        reach = min(reach, (A_M * float(arcs_of(cosines.max())) + 2 * _SLACK_M) / B_M)
        pair, row, column = np.nonzero(cosines >= np.cos(min(reach + halves, np.pi)))
        found.append((a.in_block[i[pair], row], b.in_block[j[pair], column], cosines[pair, row, column]))
    of_a, of_b, cosine = (np.concatenate(column) for column in zip(*found, strict=True))
    is_kept = cosine >= np.cos(min(reach + halves, np.pi))
    return of_a[is_kept], of_b[is_kept]


def _crossing(a: Pieces, i: Ints, b: Pieces, j: Ints) -> Floats | None:
    """Return where the great circles of two pieces cross each other first; it is right to 0.1 m."""
    sides = [_side(a.normal[i], b.start[j]), _side(a.normal[i], b.end[j])]
    other_sides = [_side(b.normal[j], a.start[i]), _side(b.normal[j], a.end[i])]
    crossing = np.flatnonzero((sides[0] * sides[1] < 0) & (other_sides[0] * other_sides[1] < 0))
    at = np.cross(a.normal[i[crossing]], b.normal[j[crossing]])
    length = np.linalg.norm(at, axis=1)
    # Pieces of one great circle cross by rounding alone; the end of one lies on the other.
    is_real = length > _LEAST_ANGLE_RAD
    if not is_real.any():
        return None
    at = (at[is_real] / length[is_real, None])[:1]
    is_far = _side(at, a.start[i[crossing[is_real][:1]]]) < 0
    found: Floats = lonlat_at(np.where(is_far[:, None], -at, at))[0]
    return found


def _side(normals: Floats, points: Floats) -> Floats:
    side: Floats = np.einsum("nd,nd->n", normals, points)
    return side


def _from_ends(pieces: Pieces, number: Ints, line: Edges) -> Found:
    """Return the nearest of the ends of pieces to a line, and the point of the line."""
    ends = np.unique(np.vstack([pieces.starts[number], pieces.ends[number]]), axis=0)
    m, at = line.nearest(ends)
    best = int(m.argmin())
    return float(m[best]), ends[best], at[best]


def _block_ends(pieces: Pieces) -> Floats:
    return np.concatenate([pieces.start[pieces.in_block], pieces.end[pieces.in_block[:, -1:]]], axis=1)


def _upper(a: Pieces, b: Pieces, i: Ints, j: Ints) -> Floats:
    arcs = arcs_of(np.einsum("nd,nd->n", a.block_centre[i], b.block_centre[j]))
    upper: Floats = np.minimum(arcs + a.block_radius[i] + b.block_radius[j], np.pi)
    return upper


def _by_upper_bound(a: Pieces, b: Pieces) -> Iterator[tuple[Ints, Ints]]:
    upper = arcs_of(a.block_centre @ b.block_centre.T) + a.block_radius[:, None] + b.block_radius
    order = np.argsort(-np.minimum(upper, np.pi), axis=None, kind="stable")
    for first in range(0, len(order), _AT_ONCE):
        i, j = np.unravel_index(order[first : first + _AT_ONCE], upper.shape)
        yield i, j


def _longest(a: Floats, b: Floats) -> Found:
    lon, lat, other_lon, other_lat = np.ascontiguousarray(np.hstack([a, b]).T)
    m = wgs84().inv(lon, lat, other_lon, other_lat)[2]
    best = int(m.argmax())
    return float(m[best]), a[best], b[best]
