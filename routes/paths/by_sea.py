"""A path by sea: the shortest way by water, its passages, and how far the ends lie from it."""

from __future__ import annotations

from routes.model import Mode, NoPath, Path, Place
from routes.paths.sea import NoSeaRoute, SeaRoute, sea_route
from routes.paths.services import times
from routes.paths.ways import OPEN, Ways

METHOD = "shortest way by water, by a sea network made from Natural Earth 1:10m"
# Published port distances, themselves rounded, lie between 3 % under and 6 % over nine in ten of our ways.
_SHORTEST, _LONGEST = 0.97, 1.06
_FAR_SNAP_M = 5_000.0


def sea_path(origin: Place, destination: Place, ways: Ways) -> Path | NoPath:
    """Return the way by sea between two places, or why there is none."""
    chosen = Ways() if ways == OPEN else ways.by_sea
    route = sea_route(origin.position, destination.position, avoid=chosen.avoid, allow=chosen.allow)
    if isinstance(route, NoSeaRoute):
        return NoPath(route.reason)
    low_m, high_m = route.length_m * _SHORTEST, route.length_m * _LONGEST
    return Path(
        METHOD,
        route.line,
        low_m,
        high_m,
        m=route.length_m,
        services=times(Mode.SEA, low_m, high_m),
        passages=tuple(passage.name for passage in route.passages),
        notes=tuple(_snaps(route, origin, destination)),
    )


def _snaps(route: SeaRoute, origin: Place, destination: Place) -> list[str]:
    """Return how far the ends lie from the water, where it is far."""
    ends = ((origin, route.origin_snap_m), (destination, route.destination_snap_m))
    return [
        f"the water begins {snap_m / 1000:.0f} km from {place.name}" for place, snap_m in ends if snap_m > _FAR_SNAP_M
    ]
