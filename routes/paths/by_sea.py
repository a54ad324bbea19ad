"""A path by sea: the shortest way by water, its passages, and how far the ends lie from it."""

from __future__ import annotations

from itertools import pairwise

from routes.model import Mode, NoPath, Path, Place, Position
from routes.paths.sea import Channel, NoSeaRoute, SeaRoute, sea_route, switches
from routes.paths.services import times
from routes.paths.ways import OPEN, Ways

METHOD = "shortest way by water, by a sea network made from Natural Earth 1:10m"
# Published port distances, themselves rounded, lie between 3 % under and 6 % over nine in ten of our ways.
_SHORTEST, _LONGEST = 0.97, 1.06
_FAR_SNAP_M = 5_000.0


def sea_path(origin: Place, destination: Place, ways: Ways) -> Path | NoPath:
    """Return the way by sea between two places, or why there is none."""
    chosen = Ways() if ways == OPEN else ways.by_sea
    route = _through(origin.position, destination.position, chosen)
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


def _through(origin: Position, destination: Position, ways: Ways) -> SeaRoute | NoSeaRoute:
    """Return the shortest way that goes through all of `ways.via`."""
    route = sea_route(origin, destination, avoid=ways.avoid, allow=ways.allow)
    if isinstance(route, NoSeaRoute) or _passes(route, ways.via):
        return route
    missing = tuple(passage for passage in ways.via if not _passes(route, (passage,)))
    for stations in dict.fromkeys((missing, ways.via)):
        points = (origin, *(_middle(passage) for passage in stations), destination)
        found = (sea_route(a, b, avoid=ways.avoid, allow=ways.allow) for a, b in pairwise(points))
        pieces = [piece for piece in found if isinstance(piece, SeaRoute)]
        joined = _joined(pieces) if len(pieces) == len(points) - 1 else None
        if joined is not None and _passes(joined, ways.via):
            return joined
    return NoSeaRoute(f"no way by sea there goes through {', '.join(_channel(passage).name for passage in ways.via)}")


def _passes(route: SeaRoute, passages: tuple[str, ...]) -> bool:
    return set(passages) <= {passage.id for passage in route.passages}


def _middle(passage: str) -> Position:
    """Return a point in the middle of a passage."""
    channel = _channel(passage)
    if channel.fairway:
        return channel.fairway[len(channel.fairway) // 2]
    start, end = channel.gates[0][:2]
    return Position(lat=(start.lat + end.lat) / 2, lon=(start.lon + end.lon) / 2)


def _channel(passage: str) -> Channel:
    return next(channel for channel in switches() if channel.id == passage)


def _joined(pieces: list[SeaRoute]) -> SeaRoute:
    """Return ways one after the other as one."""
    line = [position for piece in pieces for position in piece.line]
    return SeaRoute(
        sum(piece.length_m for piece in pieces),
        tuple(at for at, before in zip(line, (None, *line), strict=False) if at != before),
        tuple(dict.fromkeys(passage for piece in pieces for passage in piece.passages)),
        pieces[0].origin_snap_m,
        pieces[-1].destination_snap_m,
    )


def _snaps(route: SeaRoute, origin: Place, destination: Place) -> list[str]:
    """Return how far the ends lie from the water, where it is far."""
    ends = ((origin, route.origin_snap_m), (destination, route.destination_snap_m))
    return [
        f"the water begins {snap_m / 1000:.0f} km from {place.name}" for place, snap_m in ends if snap_m > _FAR_SNAP_M
    ]
