"""The way by rail between two places, over the trunk network."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from routes.errors import UsageError
from routes.model import Place
from routes.paths.rail_access import Access, access
from routes.paths.rail_network import RailNetwork, Stretch, rail_network
from routes.paths.rail_result import NoRailRoute, RailRoute, make_route
from routes.paths.rail_search import Limits, cheapest

_NO_BORDER = "crosses no border"
_ONLY_ABROAD = "there is no way by rail that crosses no border"
# A way that closed stretches would cut by this much is worth a word.
_FAR_ROUND = 0.7


def rail_route(
    origin: Place,
    destination: Place,
    *,
    through: frozenset[str] | None = None,
    avoid: frozenset[str] = frozenset(),
    on: date | None = None,
) -> RailRoute | NoRailRoute:
    """Return the way by rail between two places, or the reason why there is none.

    Between two places of one country the way stays in it, and leaves it only where it must, which a note says. With
    `through` it may pass the countries named besides those of its ends, and no other. `avoid` names countries and
    stations to keep off. Stretches that are closed, on the day if one is given, are used only where nothing else leads
    there, and are listed. Among the ways left the shortest is taken, a break of gauge counting for 500 km more in this
    choice, a ferry for 200, a border for 50, a secondary line for 15 %; the length itself has none of that.

    UsageError for a country or station in `through` or `avoid` that the network does not have.
    """
    network = rail_network()
    _check_names(network, through, avoid)
    ends = access(network, origin), access(network, destination)
    for end in ends:
        if isinstance(end, str):
            return NoRailRoute(end)
    start, goal = (end for end in ends if isinstance(end, Access))
    if start.station == goal.station:
        return NoRailRoute(f"{origin.name} and {destination.name} have one station, {start.station.name}")
    month = on.isoformat()[:7] if on else None
    for limits, notes in _attempts(start, goal, through, Limits(None, avoid, month)):
        way = cheapest(network, start.station.name, goal.station.name, limits)
        if way is not None:
            notes += _closed_ahead(network, way, (start.station.name, goal.station.name), limits)
            return make_route(network, way, (start, goal), month, notes)
    return NoRailRoute(_why_not(start, goal, through, avoid))


def _closed_ahead(
    network: RailNetwork, way: tuple[Stretch, ...], ends: tuple[str, str], limits: Limits
) -> tuple[str, ...]:
    """Return a note where the way goes far round a stretch that is closed."""
    straight = cheapest(network, *ends, replace(limits, closed_too=True)) or ()
    length_m = math.fsum(stretch.length_m for stretch in straight)
    if length_m > _FAR_ROUND * math.fsum(stretch.length_m for stretch in way):
        return ()
    shut = [
        f"{'-'.join(stretch.ends)} (since {stretch.closed})"
        for stretch in straight
        if not stretch.is_open(limits.month)
    ]
    return (f"a way of {length_m / 1000:.0f} km is closed at {', '.join(shut)}",)


def _check_names(network: RailNetwork, through: frozenset[str] | None, avoid: frozenset[str]) -> None:
    if unknown := sorted((through or frozenset()) - network.countries):
        raise UsageError(f"through: the rail network has no country {', '.join(unknown)}; it takes codes such as RU")
    if unknown := sorted(avoid - network.countries - network.stations.keys()):
        raise UsageError(
            f"avoid: the rail network has no country or station {', '.join(unknown)}; "
            "it takes codes such as KZ and names as in rail_stations.csv, such as Zabaikalsk"
        )


def _attempts(
    start: Access, goal: Access, through: frozenset[str] | None, limits: Limits
) -> list[tuple[Limits, tuple[str, ...]]]:
    """Return what the way may use, the dearest wish first, each with what to say about it."""
    home = frozenset({start.station.country, goal.station.country})
    if through is not None:
        wishes: list[tuple[frozenset[str] | None, tuple[str, ...]]] = [(home | through, ())]
    elif len(home) > 1:
        wishes = [(None, ())]
    else:
        wishes = [(home, (_NO_BORDER,)), (None, (_ONLY_ABROAD,))]
    return [
        (replace(limits, countries=countries, closed_too=closed_too), notes)
        for countries, notes in wishes
        for closed_too in (False, True)
    ]


def _why_not(start: Access, goal: Access, through: frozenset[str] | None, avoid: frozenset[str]) -> str:
    reason = f"the rail network here does not join {start.station.name} and {goal.station.name}"
    if through is not None:
        home = {start.station.country, goal.station.country}
        reason += f" through {', '.join(sorted(home | through))} alone"
    if avoid:
        reason += f" without {', '.join(sorted(avoid))}"
    return reason
