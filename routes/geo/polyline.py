"""Points and lines of many vertices, kept as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias, overload

from routes.errors import GeometryError
from routes.model import Position

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

Points: TypeAlias = "Sequence[Position] | Floats"

# So close together, vertices on a line that is straight in degrees are joined by geodesics within 0.3 m of it.
_STRAIGHT_STEP_M = 1_000.0
_STRAIGHT_STEP_DEG = 0.25


def lonlat_of(points: Points) -> Floats:
    """Return points as an array of (lon, lat); GeometryError names the first that is not on the globe."""
    import numpy as np

    if isinstance(points, Polyline):
        return points.lonlat
    if not isinstance(points, np.ndarray):
        # A Position has been looked at when it was made.
        return np.array([position.lonlat for position in points], dtype=np.float64).reshape(-1, 2)
    if points.ndim != 2 or points.shape[1] != 2:
        raise GeometryError(f"points need an array of (lon, lat) with the shape (n, 2), got the shape {points.shape}")
    array = np.array(points, dtype=np.float64)
    # The comparison is False for nan as well.
    is_wrong = ~(np.abs(array) <= (180.0, 90.0)).all(axis=1)
    if is_wrong.any():
        row = int(is_wrong.argmax())
        lon, lat = array[row].tolist()
        raise GeometryError(f"point {row}: lon must lie in [-180, 180] and lat in [-90, 90] degrees, got {lon}, {lat}")
    return array


class Polyline(Sequence[Position]):
    """Positions joined by geodesics, as cheap to hold as their numbers.

    `lonlat` is a read-only array of shape (n, 2), in degrees. Two polylines are equal only if they are the same
    object, so that a line of 20,000 vertices may be a key.
    """

    __slots__ = ("lonlat",)

    def __init__(self, lonlat: Floats) -> None:
        array = lonlat_of(lonlat)
        if not len(array):
            raise GeometryError("a line needs one position or more, got none")
        array = array.copy() if array is lonlat else array
        array.flags.writeable = False
        self.lonlat = array

    @classmethod
    def of(cls, positions: Sequence[Position]) -> Polyline:
        """Return the positions as a polyline; a polyline comes back as it is."""
        if isinstance(positions, Polyline):
            return positions
        return cls(lonlat_of(positions))

    def positions(self) -> tuple[Position, ...]:
        return tuple(self)

    def straight(self) -> Polyline:
        """Return the line with its edges straight in degrees, as GeoJSON has them: more vertices, close together.

        An edge goes the short way round the globe. One of 180 degrees or more has no short way and goes east.
        """
        import numpy as np

        start, end = self.lonlat[:-1], self.lonlat[1:]
        turn = end - start
        turn[:, 0] = (turn[:, 0] + 180) % 360 - 180
        turn[:, 0] = np.where(turn[:, 0] == -180, 180, turn[:, 0])
        # No degree is longer than one of a meridian at the pole, 111.7 km, or one of the equator.
        width = np.abs(turn) * np.column_stack([_degree_m(start, end), np.full(len(turn), 111_700.0)])
        steps = np.ceil(np.maximum(np.hypot(*width.T) / _STRAIGHT_STEP_M, np.abs(turn[:, 0]) / _STRAIGHT_STEP_DEG))
        steps = np.maximum(steps, 1).astype(int)
        edge = np.repeat(np.arange(len(steps)), steps)
        number = np.arange(len(edge)) - np.repeat(np.cumsum(steps) - steps, steps)
        found = start[edge] + turn[edge] * (number / steps[edge])[:, None]
        found[:, 0] = (found[:, 0] + 180) % 360 - 180
        found[number == 0] = start
        return Polyline(np.vstack([found, self.lonlat[-1:]]))

    def __len__(self) -> int:
        return len(self.lonlat)

    def __iter__(self) -> Iterator[Position]:
        return (Position(lat=lat, lon=lon) for lon, lat in self.lonlat.tolist())

    @overload
    def __getitem__(self, index: int) -> Position: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Position, ...]: ...
    def __getitem__(self, index: int | slice) -> Position | tuple[Position, ...]:
        if isinstance(index, slice):
            return tuple(Position(lat=lat, lon=lon) for lon, lat in self.lonlat[index].tolist())
        lon, lat = self.lonlat[index].tolist()
        return Position(lat=lat, lon=lon)

    def __repr__(self) -> str:
        return f"Polyline({len(self)} positions from {self[0]} to {self[-1]})"


def _degree_m(start: Floats, end: Floats) -> Floats:
    """Return what a degree of longitude measures where an edge is nearest to the equator, at most."""
    import numpy as np

    lat = np.where(start[:, 1] * end[:, 1] < 0, 0.0, np.minimum(np.abs(start[:, 1]), np.abs(end[:, 1])))
    return 111_700.0 * np.cos(np.radians(lat))
