"""A path by rail: the way over the trunk network, the borders on it, and how far the ends lie from their stations."""

from __future__ import annotations

from routes.model import Mode, NoPath, Path, Place
from routes.paths.rail import rail_route
from routes.paths.rail_result import NoRailRoute, RailRoute
from routes.paths.services import times
from routes.paths.ways import OPEN, Ways

METHOD = "way by the trunk railways, compiled from published lengths"
_FAR_M = 5_000.0


def rail_path(origin: Place, destination: Place, ways: Ways) -> Path | NoPath:
    """Return the way by rail between two places, or why there is none.

    Between two places of one country it stays in it, but for countries that are allowed.
    """
    chosen = Ways() if ways == OPEN else ways.by_rail
    is_domestic = origin.country == destination.country
    through = chosen.allow if chosen.allow and is_domestic else None
    route = rail_route(origin, destination, through=through, avoid=chosen.avoid)
    if isinstance(route, NoRailRoute):
        return NoPath(route.reason)
    return Path(
        METHOD,
        route.line,
        route.low_m,
        route.high_m,
        m=route.length_m,
        services=times(
            Mode.RAIL,
            route.low_m,
            route.high_m,
            borders=len(route.borders),
            breaks_of_gauge=len(route.breaks_of_gauge),
        ),
        passages=tuple(f"{station} ({left}-{entered})" for left, entered, station in route.borders),
        notes=tuple(_notes(route, origin, destination)),
    )


def _notes(route: RailRoute, origin: Place, destination: Place) -> list[str]:
    told = [*route.notes]
    told += [f"break of gauge at {station}" for station in route.breaks_of_gauge]
    told += [f"ferry {start}-{end}" for start, end in route.ferries]
    told += [f"no train runs {start}-{end} since {since}" for start, end, since in route.closed]
    told += [
        f"{place.name} lies {far_m / 1000:.0f} km from its station"
        for place, far_m in zip((origin, destination), route.access_m, strict=True)
        if far_m > _FAR_M
    ]
    return told
