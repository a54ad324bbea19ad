"""The packed outlines of the countries: arcs that polygons share, and whose the polygons are in each view."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from routes.geo.crossings import crossings
from routes.geo.polyline import Polyline
from routes.geo.sphere import cubes_about, cubes_of, unit_vectors
from routes.model import BorderView
from routes.resources import read_bytes

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]

COUNTRIES, DIVISIONS = "borders.npz", "divisions.npz"
_VIEWS = (BorderView.UN, BorderView.DE_FACTO)


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Arcs on the earth and their users.

    A use is one arc in one ring; `use_arc` has ~i for arc i run backwards, `use_code` has the code of the polygon,
    one row for each view.
    """

    lonlat: Floats
    arc_starts: Ints
    arc_is_cut: Booleans
    use_arc: Ints
    use_ring: Ints
    use_polygon: Ints
    use_code: Ints
    codes: tuple[str, ...]

    def arc(self, number: int) -> Floats:
        """Return the vertices of an arc; ~i is arc i backwards."""
        if number < 0:
            return self.arc(~number)[::-1]
        return self.lonlat[self.arc_starts[number] : self.arc_starts[number + 1]]

    def ids(self, view: BorderView) -> Ints:
        """Return the code number of every use in a view."""
        row: Ints = self.use_code[_VIEWS.index(view)]
        return row

    def number(self, code: str) -> int:
        """Return the number of a code; -1, which no use has, where there is none."""
        return self.codes.index(code) if code in self.codes else -1

    def arcs_used(self) -> Ints:
        """Return the arc of every use, whichever way it runs."""
        return np.maximum(self.use_arc, ~self.use_arc)

    def polylines(self, arcs: Ints) -> tuple[Polyline, ...]:
        return tuple(Polyline(self.arc(number)) for number in arcs.tolist())


@cache
def atlas(file: str = COUNTRIES) -> Atlas:
    """Return the outlines of countries, or of first-level divisions, whose codes are the same in both views."""
    with np.load(io.BytesIO(read_bytes(file)), allow_pickle=False) as packed:
        lon_step, lat_step, west, south = packed["grid"].tolist()
        lonlat = np.empty((packed["lon_deltas"].shape[1], 2))
        # The last step of the grid overshoots 180 degrees by rounding.
        np.minimum(_added_up(packed["lon_deltas"]) * lon_step + west, 180.0, out=lonlat[:, 0])
        np.add(_added_up(packed["lat_deltas"]) * lat_step, south, out=lonlat[:, 1])
        polygon_of_ring = packed["ring_polygons"].astype(np.int64)
        use_ring = np.repeat(np.arange(len(polygon_of_ring)), packed["ring_lengths"])
        use_polygon = polygon_of_ring[use_ring]
        return Atlas(
            lonlat,
            np.concatenate([[0], np.cumsum(packed["arc_lengths"], dtype=np.int64)]),
            packed["arc_is_cut"],
            packed["ring_arcs"].astype(np.int64),
            use_ring,
            use_polygon,
            packed["polygon_codes"].astype(np.int64)[use_polygon].T,
            tuple(packed["codes"].tolist()),
        )


def _added_up(planes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    """Return the numbers whose differences were stored as zigzag numbers in three planes of bytes."""
    quads = np.zeros((planes.shape[1], 4), dtype=np.uint8)
    quads[:, :3] = planes.T
    zigzag = quads.view("<u4")[:, 0].astype(np.int32)
    return np.cumsum((zigzag >> 1) ^ -(zigzag & 1), dtype=np.int32)


def border_arcs(code: str, view: BorderView, neighbour: str | None, file: str = COUNTRIES) -> Ints:
    """Return the arcs between a country and its neighbours, or one of them."""
    world = atlas(file)
    arcs, ids = world.arcs_used(), world.ids(view)
    own = ids == world.number(code)
    beyond = ids == world.number(neighbour) if neighbour else ~own
    return np.intersect1d(arcs[own], arcs[beyond])


def coast_arcs(code: str, view: BorderView, file: str = COUNTRIES) -> Ints:
    """Return the arcs that one polygon alone uses, without the cuts along the 180th meridian."""
    world = atlas(file)
    arcs, ids = world.arcs_used(), world.ids(view)
    is_alone = np.bincount(arcs, minlength=len(world.arc_is_cut)) == 1
    own = np.unique(arcs[ids == world.number(code)])
    found: Ints = own[is_alone[own] & ~world.arc_is_cut[own]]
    return found


def all_coast_arcs() -> Ints:
    """Return the arcs that one polygon alone uses, of whatever country."""
    world = atlas()
    is_alone = np.bincount(world.arcs_used(), minlength=len(world.arc_is_cut)) == 1
    found: Ints = np.flatnonzero(is_alone & ~world.arc_is_cut)
    return found


def other_coasts(code: str, view: BorderView, near: Floats) -> tuple[Polyline, ...]:
    """Return the coasts of all other countries within 100 km of some points, and more, arc by arc."""
    world = atlas()
    arcs, ids = world.arcs_used(), world.ids(view)
    is_other = np.bincount(arcs, minlength=len(world.arc_is_cut)) == 1
    is_other[arcs[ids == world.number(code)]] = False
    is_other &= ~world.arc_is_cut
    arc = np.repeat(np.arange(len(is_other)), np.diff(world.arc_starts))
    vertices = np.flatnonzero(is_other[arc])
    is_near = np.isin(cubes_of(unit_vectors(world.lonlat[vertices])), cubes_about(unit_vectors(near)))
    return world.polylines(np.unique(arc[vertices[is_near]]))


def neighbour_codes(code: str, view: BorderView) -> frozenset[str]:
    return _neighbours(view).get(code, frozenset())


@cache
def _neighbours(view: BorderView) -> dict[str, frozenset[str]]:
    """Return for every country those that an arc is shared with: ways by land ask about all of a continent."""
    world = atlas()
    users: dict[int, set[int]] = {}
    for arc, number in zip(world.arcs_used().tolist(), world.ids(view).tolist(), strict=True):
        users.setdefault(arc, set()).add(number)
    beyond: dict[int, set[int]] = {}
    for numbers in users.values():
        for number in numbers if len(numbers) > 1 else ():
            beyond.setdefault(number, set()).update(numbers)
    return {world.codes[at]: frozenset(world.codes[other] for other in beyond[at] - {at}) for at in beyond}


def rings(code: str, view: BorderView, file: str = COUNTRIES) -> tuple[Polyline, ...]:
    """Return the closed rings of all polygons of a country."""
    world = atlas(file)
    own = np.flatnonzero(world.ids(view) == world.number(code))
    starts = np.flatnonzero(np.diff(world.use_ring[own], prepend=-1))
    return tuple(_ring(world, uses) for uses in np.split(world.use_arc[own], starts[1:]) if len(uses))


def _ring(world: Atlas, uses: Ints) -> Polyline:
    # Each arc begins where the one before it ends.
    arcs = [world.arc(number) for number in uses.tolist()]
    return Polyline(np.vstack([arcs[0], *(arc[1:] for arc in arcs[1:])]))


def code_at(lon: float, lat: float, view: BorderView) -> str | None:
    """Return the code of the polygon around a point: the one whose arcs its northward meridian crosses oddly."""
    world = atlas()
    edge, _ = crossings(np.array([[lon, lat]]), world.lonlat)
    arc = np.searchsorted(world.arc_starts, edge, side="right") - 1
    # The step from the end of one arc to the start of the next is no edge.
    count = np.bincount(arc[edge + 1 < world.arc_starts[arc + 1]], minlength=len(world.arc_is_cut))
    arcs = world.arcs_used()
    times = np.bincount(world.use_polygon, weights=count[arcs])
    inside = np.flatnonzero(times % 2 == 1)
    if not len(inside):
        return None
    use = int(np.flatnonzero(world.use_polygon == inside[0])[0])
    return world.codes[int(world.ids(view)[use])]
