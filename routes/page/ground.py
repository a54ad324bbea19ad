"""The base map of a drawing as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from routes.model import BorderView
from routes.page.basemap import BorderStyle, Layer, borders, coasts, even_detail, lines, rings
from routes.page.markup import Markup, element
from routes.page.projection import MAX_LAT, Box, Frame

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

# The levels of the packed base map, in degrees of longitude; see scripts/build_basemap.py.
TOLERANCES_DEG = (0.15, 0.05, 0.015, 0.005, 0.002)
_SMALLEST_LAKE_PX = 9.0
_SMALLEST_ISLAND_PX = 1.5


def level_for(degrees_per_pixel: float) -> int:
    """Return the level of detail whose tolerance a pixel hides.

    >>> level_for(0.1), level_for(0.001)
    (1, 4)
    """
    return next(
        (n for n, tolerance in enumerate(TOLERANCES_DEG) if tolerance < degrees_per_pixel), len(TOLERANCES_DEG) - 1
    )


def ground(frame: Frame, view: BorderView) -> Markup:
    """Return sea, land, lakes, rivers and borders of a frame."""
    box = _with_rim(frame)
    level = level_for(1.2 / frame.scale)
    detail = even_detail(level)
    # Whole numbers make short paths. Half a pixel is fine enough; where all the world is in sight, a whole one.
    zoom = 2 if level else 1
    smallest = _SMALLEST_LAKE_PX / frame.scale
    island = _SMALLEST_ISLAND_PX / frame.scale
    # One path for land and its coast, unless the source's cut at 180 degrees is in sight: that is no coast.
    shore = () if _has_cut(box) else ("shore",)
    layers = (
        (" ".join(("land", *shore)), rings(Layer.LAND, box, detail, smallest_deg=island), True),
        ("coast", () if shore else coasts(Layer.LAND, box, detail, smallest_deg=island), False),
        ("lake", rings(Layer.LAKES, box, detail, smallest_deg=smallest), True),
        ("river", lines(Layer.RIVERS, box, detail, smallest_deg=9 * smallest), False),
        ("border", borders(box, detail, view, BorderStyle.SOLID), False),
        ("disputed", borders(box, detail, view, BorderStyle.DASHED), False),
    )
    paths = (
        element("path", {"class": name, "d": d})
        for name, found, closed in layers
        if (d := _path(frame, zoom, found, closed=closed))
    )
    return element(
        "g",
        {"class": "ground", "transform": f"scale({1 / zoom:g})"},
        element("rect", {"class": "sea", "width": f"{frame.width * zoom:g}", "height": f"{frame.height * zoom:g}"}),
        *paths,
    )


def _has_cut(box: Box) -> bool:
    return (box.west + 180) // 360 != (box.east + 180) // 360


def _with_rim(frame: Frame) -> Box:
    """Return the frame's box and some pixels more, so that no cut edge is seen."""
    rim = 6 / frame.scale
    box = frame.box
    return Box(box.west - rim, max(box.south - rim, -MAX_LAT), box.east + rim, min(box.north + rim, MAX_LAT))


def _path(frame: Frame, zoom: int, found: Iterable[Floats], *, closed: bool) -> str:
    import numpy as np

    top = _mercator(np.array([frame.box.north]))[0]
    written: list[str] = []
    for line in found:
        x = (line[:, 0] - frame.box.west) * frame.scale * zoom
        y = (top - _mercator(line[:, 1])) * frame.scale * zoom
        points = _thinned(np.rint(np.column_stack([x, y])).astype(int))
        if len(points) < (3 if closed else 2):
            continue
        steps = np.diff(points, axis=0).tolist()
        moves = "".join(_step(dx, dy) for dx, dy in steps).lstrip()
        written.append(f"M{points[0][0]} {points[0][1]}l{moves}{'z' if closed else ''}")
    return "".join(written)


def _step(dx: int, dy: int) -> str:
    return f"{'' if dx < 0 else ' '}{dx}{'' if dy < 0 else ' '}{dy}"


def _mercator(lat: Floats) -> Floats:
    import numpy as np

    clipped = np.radians(np.clip(lat, -MAX_LAT, MAX_LAT))
    y: Floats = np.degrees(np.log(np.tan(np.pi / 4 + clipped / 2)))
    return y


def _thinned(points: npt.NDArray[np.int_]) -> npt.NDArray[np.int_]:
    """Drop vertices that stand on the one before."""
    import numpy as np

    moved = np.concatenate([[True], np.abs(np.diff(points, axis=0)).max(axis=1) > 0])
    thinned: npt.NDArray[np.int_] = points[moved]
    return thinned
