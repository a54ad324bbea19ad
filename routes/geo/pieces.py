"""The edges of a line in pieces that are short, and blocks of pieces to pass over many at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from routes.geo.geodesic import wgs84
from routes.geo.polyline import Polyline
from routes.geo.sphere import A_M, arcs_between, arcs_of, cubes_of, unit_vectors

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Booleans = npt.NDArray[np.bool_]

# A geodesic of this length leaves the great circle through its ends on the sphere by less than 0.1 m.
PIECE_M = 25_000.0
BLOCK = 64


class Pieces:
    """Geodesics of at most 25 km, with the great circles by which they are sorted out.

    `lonlat` has the vertices in a row and `is_edge` whether one is joined with the next; the other arrays have a row
    for each piece, those of the blocks a row for each 64 pieces.
    """

    def __init__(self, parts: Sequence[Polyline]) -> None:
        self.lonlat, self.is_edge = _cut(*_joined(parts))
        first = np.flatnonzero(self.is_edge)
        unit = unit_vectors(self.lonlat)
        self.starts, self.ends = self.lonlat[first], self.lonlat[first + 1]
        self.start, self.end = unit[first], unit[first + 1]
        normal = np.cross(self.start, self.end)
        length = np.linalg.norm(normal, axis=1)
        self.normal = normal / np.where(length > 0, length, 1)[:, None]
        self.along = np.cross(self.normal, self.start)
        self.arc = arcs_between(self.start, self.end)
        middle = self.start + self.end
        self.middle = middle / np.linalg.norm(middle, axis=1, keepdims=True)
        self._make_blocks()

    def _make_blocks(self) -> None:
        order = self._order()
        count = -(-len(order) // BLOCK)
        # The last block is filled up with its last piece.
        self.in_block = order[np.minimum(np.arange(count * BLOCK), len(order) - 1)].reshape(count, BLOCK)
        self.block_middle = self.middle[self.in_block]
        self.block_half_arc = (self.arc.max() / 2) * (1 + 1e-9)
        centre = self.block_middle.sum(axis=1)
        length = np.linalg.norm(centre, axis=1, keepdims=True)
        self.block_centre = np.where(length > 1e-6, centre / np.maximum(length, 1e-6), self.block_middle[:, 0])
        arcs = arcs_of(np.einsum("bkd,bd->bk", self.block_middle, self.block_centre))
        self.block_radius = arcs.max(axis=1) + self.block_half_arc

    def _order(self) -> Ints:
        """Return the pieces so that those in a row are near: islands by where they lie, a long line as it runs."""
        run = np.cumsum((self.starts[1:] != self.ends[:-1]).any(axis=1))
        run = np.concatenate([[0], run])
        first = np.flatnonzero(np.diff(run, prepend=-1))
        return np.lexsort((np.arange(len(run)), run, cubes_of(self.middle[first])[run]))


def _joined(parts: Sequence[Polyline]) -> tuple[Floats, Booleans]:
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
    long = np.flatnonzero(is_edge & (np.linalg.norm(unit[1:] - unit[:-1], axis=1) > 0.999 * PIECE_M / A_M))
    if not len(long):
        return lonlat, is_edge
    starts, ends = lonlat[long], lonlat[long + 1]
    azimuth, _, length = wgs84().inv(starts[:, 0], starts[:, 1], ends[:, 0], ends[:, 1])
    inserted = np.ceil(length / PIECE_M).astype(int) - 1
    edge = np.repeat(np.arange(len(long)), inserted)
    number = 1 + np.arange(len(edge)) - np.repeat(np.cumsum(inserted) - inserted, inserted)
    s = number * (length / (inserted + 1))[edge]
    lon, lat, _ = wgs84().fwd(starts[edge, 0], starts[edge, 1], azimuth[edge], s)
    cut = np.insert(lonlat, long[edge] + 1, np.column_stack([lon, lat]), axis=0)
    return cut, np.insert(is_edge, long[edge] + 1, True)
