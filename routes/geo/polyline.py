"""Lines of many vertices, kept as an array."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from routes.model import Position

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]


class Polyline(Sequence[Position]):
    """Positions joined by geodesics, as cheap to hold as their numbers.

    `lonlat` is a read-only array of shape (n, 2), in degrees. Two polylines are equal only if they are the same
    object, so that a line of 20,000 vertices may be a key.
    """

    __slots__ = ("lonlat",)

    def __init__(self, lonlat: Floats) -> None:
        import numpy as np

        array = np.array(lonlat, dtype=np.float64)
        if array.ndim != 2 or array.shape[1] != 2 or not len(array):
            raise ValueError(f"a line needs an array of (lon, lat), got the shape {array.shape}")
        # The comparison is False for nan as well.
        if not (np.abs(array) <= (180.0, 90.0)).all():
            raise ValueError("a line needs lon in [-180, 180] and lat in [-90, 90] degrees")
        array.flags.writeable = False
        self.lonlat = array

    @classmethod
    def of(cls, positions: Sequence[Position]) -> Polyline:
        """Return the positions as a polyline; a polyline comes back as it is."""
        if isinstance(positions, Polyline):
            return positions
        import numpy as np

        return cls(np.array([position.lonlat for position in positions], dtype=np.float64).reshape(-1, 2))

    def positions(self) -> tuple[Position, ...]:
        return tuple(self)

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
