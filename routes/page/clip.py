"""Cutting outlines at the edges of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from routes.page.projection import Box

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]


def clip_ring(ring: Floats, box: Box) -> Floats:
    """Return the part of a ring (not closed) inside a box: Sutherland and Hodgman, Comm. ACM 17 (1974), 32-42.

    Parts of a concave ring may stay joined along the edge of the box: fill the result, do not stroke it.
    """
    import numpy as np

    for axis, edge, sign in ((0, box.west, 1.0), (0, box.east, -1.0), (1, box.south, 1.0), (1, box.north, -1.0)):
        if not len(ring):
            break
        off = sign * (ring[:, axis] - edge)
        if (off >= 0).all():
            continue
        following, off_following = np.roll(ring, -1, axis=0), np.roll(off, -1)
        crosses = (off >= 0) != (off_following >= 0)
        share = np.divide(off, off - off_following, out=np.zeros_like(off), where=crosses)
        crossing = ring + share[:, None] * (following - ring)
        # For each side of the ring: where it crosses the edge, then its end if that lies inside.
        both = np.stack([crossing, following], axis=1).reshape(-1, 2)
        ring = both[np.column_stack([crosses, off_following >= 0]).reshape(-1)]
    return ring


def segments_in(line: Floats, box: Box, allowed: npt.NDArray[np.bool_] | None = None) -> Iterator[Floats]:
    """Yield the runs of a line whose segments may touch a box, whole segments each."""
    import numpy as np

    lows = np.minimum(line[:-1], line[1:])
    highs = np.maximum(line[:-1], line[1:])
    near = (lows[:, 0] <= box.east) & (highs[:, 0] >= box.west) & (lows[:, 1] <= box.north) & (highs[:, 1] >= box.south)
    if allowed is not None:
        near &= allowed
    edges = np.flatnonzero(np.diff(np.concatenate([[0], near.view(np.int8), [0]])))
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        yield line[a : b + 1]
