"""The packed base map: land, lakes, rivers and borders, thinned to what a picture can show.

Every vertex has a level (see scripts/build_basemap.py): 0 is kept at any scale, 4 only close by. So a line is thinned
by a mask, and one outline may be fine where the story is and coarse elsewhere, without seams.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from routes.model import BorderView
from routes.page.projection import Box
from routes.resources import read_bytes

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Levels = npt.NDArray[np.uint8]
    # For vertices (longitude, latitude in degrees) the finest level that the picture has room for.
    Detail = Callable[[Floats], Levels]

_FILE = "basemap.npz"
_UNITS_PER_DEGREE = 10_000
# Rings are cut at this meridian in the source; the cut is no coast.
_CUT_LON = 179.9995
_CUT_LAT = -89.99


class Layer(Enum):
    LAND = "land"
    LAKES = "lakes"
    RIVERS = "rivers"
    BORDERS = "borders"


class BorderStyle(Enum):
    """How a border is drawn; the values are those in the packed file."""

    SOLID = 1
    DASHED = 2


@dataclass(frozen=True, slots=True)
class _Packed:
    """A layer as stored: vertices in degrees, their levels, how many each line has, the extent of each."""

    points: Floats
    levels: Levels
    lengths: npt.NDArray[np.int64]
    lows: Floats
    highs: Floats
    styles: Levels | None

    @property
    def size_deg(self) -> Floats:
        """The longer side of each line's extent, in degrees."""
        sides: Floats = (self.highs - self.lows).max(axis=1)
        return sides


@cache
def _packed(layer: Layer) -> _Packed:
    import numpy as np

    name = layer.value
    with np.load(io.BytesIO(read_bytes(_FILE)), allow_pickle=False) as file:
        deltas = np.ascontiguousarray(file[f"{name}_deltas"].T).view("<i4").reshape(2, -1).astype(np.int64)
        lengths = file[f"{name}_lengths"]
        levels = file[f"{name}_levels"]
        styles = file[f"{name}_styles"] if f"{name}_styles" in file.files else None
    starts = np.concatenate([[0], np.cumsum(lengths)])
    # Differences begin anew with each line: take from the running sum what had gathered before it.
    sums = np.cumsum(deltas, axis=1)
    before = np.concatenate([np.zeros((2, 1), np.int64), sums[:, starts[1:-1] - 1]], axis=1)
    points = ((sums - np.repeat(before, lengths, axis=1)) / _UNITS_PER_DEGREE).T.copy()
    lows = np.minimum.reduceat(points, starts[:-1], axis=0)
    highs = np.maximum.reduceat(points, starts[:-1], axis=0)
    return _Packed(points, levels, lengths.astype(np.int64), lows, highs, styles)


def rings(
    layer: Layer, box: Box, detail: Detail, *, smallest_deg: float = 0.0, whole_in: Box | None = None
) -> Iterator[Floats]:
    """Yield the closed rings of land or lakes in a box, cut at its edges; their cut edges are no coast.

    Rings smaller than `smallest_deg` are left out, but not those that touch the box `whole_in`.
    """
    from routes.page.clip import clip_ring

    packed = _packed(layer)
    for line in _lines(packed, box, detail, _large_or_in(packed, smallest_deg, whole_in)):
        if len(line) >= 4:
            ring = clip_ring(line[:-1], box)
            if len(ring) >= 3:
                yield ring


def _large_or_in(packed: _Packed, smallest_deg: float, box: Box | None) -> npt.NDArray[np.bool_]:
    wanted: npt.NDArray[np.bool_] = packed.size_deg >= smallest_deg
    if box is not None:
        for turn in (-360.0, 0.0, 360.0):
            wanted |= _touches(packed, box, turn)
    return wanted


def coasts(layer: Layer, box: Box, detail: Detail, *, smallest_deg: float = 0.0) -> Iterator[Floats]:
    """Yield the outlines of land or lakes as lines, without the cuts that the source makes at 180 degrees."""
    import numpy as np

    from routes.page.clip import segments_in

    packed = _packed(layer)
    for line in _lines(packed, box, detail, packed.size_deg >= smallest_deg):
        if len(line) < 4:
            continue
        folded = np.abs((line[:, 0] + 180.0) % 360.0 - 180.0) > _CUT_LON
        cut = folded | (line[:, 1] < _CUT_LAT)
        yield from segments_in(line, box, ~(cut[:-1] & cut[1:]))


def lines(layer: Layer, box: Box, detail: Detail, *, smallest_deg: float = 0.0) -> Iterator[Floats]:
    """Yield the lines of a layer that touch a box; they may reach a little beyond it."""
    from routes.page.clip import segments_in

    packed = _packed(layer)
    for line in _lines(packed, box, detail, packed.size_deg >= smallest_deg):
        yield from segments_in(line, box)


def borders(box: Box, detail: Detail, view: BorderView, style: BorderStyle) -> Iterator[Floats]:
    """Yield the borders that a view draws in a style."""
    from routes.page.clip import segments_in

    packed = _packed(Layer.BORDERS)
    assert packed.styles is not None
    column = 0 if view is BorderView.UN else 1
    for line in _lines(packed, box, detail, packed.styles[:, column] == style.value):
        yield from segments_in(line, box)


def _lines(packed: _Packed, box: Box, detail: Detail, wanted: npt.NDArray[np.bool_]) -> Iterator[Floats]:
    """Yield the lines near a box, thinned, with longitudes shifted by whole turns to lie in it."""
    import numpy as np

    for turn in (-360.0, 0.0, 360.0):
        near = _touches(packed, box, turn) & wanted
        lengths = packed.lengths[near]
        inside = np.repeat(near, packed.lengths)
        points = packed.points[inside] + np.array([turn, 0.0])
        kept = packed.levels[inside] <= detail(points)
        left = np.add.reduceat(kept, np.cumsum(lengths) - lengths) if len(lengths) else lengths
        lines = np.split(points[kept], np.cumsum(left)[:-1]) if len(lengths) else []
        yield from (line for line in lines if len(line) >= 2)


def _touches(packed: _Packed, box: Box, turn: float) -> npt.NDArray[np.bool_]:
    """Say of each line whether its extent, shifted by a turn, touches a box."""
    touches: npt.NDArray[np.bool_] = (
        (packed.lows[:, 0] + turn <= box.east)
        & (packed.highs[:, 0] + turn >= box.west)
        & (packed.lows[:, 1] <= box.north)
        & (packed.highs[:, 1] >= box.south)
    )
    return touches


def even_detail(level: int) -> Detail:
    """Return the detail that is the same everywhere."""
    import numpy as np

    return lambda points: np.full(len(points), level, dtype=np.uint8)


def graded_detail(coarse: int, boxes: tuple[tuple[Box, int], ...]) -> Detail:
    """Return the detail that is coarse but in some boxes, each with its own level."""
    import numpy as np

    def detail(points: Floats) -> Levels:
        levels = np.full(len(points), coarse, dtype=np.uint8)
        for box, level in boxes:
            inside = (
                (points[:, 0] >= box.west)
                & (points[:, 0] <= box.east)
                & (points[:, 1] >= box.south)
                & (points[:, 1] <= box.north)
            )
            levels[inside] = np.maximum(levels[inside], level)
        return levels

    return detail
