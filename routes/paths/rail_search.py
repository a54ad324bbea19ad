"""The cheapest way through the rail network, a break of gauge and a ferry priced in kilometres."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from routes.paths.rail_network import RailNetwork, Stretch

# What the choice of a way adds, never its length. Changing gauge takes half a day to two days, in which a goods train
# goes some 500 km; a border takes hours; a train ferry waits for weather and for a full deck. Project estimates.
BREAK_OF_GAUGE_M = 500_000.0
BORDER_M = 50_000.0
FERRY_M = 200_000.0
# Secondary lines are those that timetables and through goods leave aside although they may be shorter, such as
# Moscow-Kazan-Yekaterinburg, 147 km less than the way by Kirov that the kilometre posts count, and the western half
# of the Baikal-Amur line. Local lines have no through goods at all.
_FACTORS = {"main": 1.0, "secondary": 1.15, "local": 1.5, "ferry": 1.0}

# A station, and the gauge on which it was reached; 0 at the start.
_State = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a way may use: countries (None for all), places it keeps off, the month, closed stretches or not.

    A stretch that was not yet there in the month is never used.
    """

    countries: frozenset[str] | None = None
    avoid: frozenset[str] = frozenset()
    month: str | None = None
    closed_too: bool = False

    def allow(self, stretch: Stretch) -> bool:
        if not stretch.is_open(self.month) and not (self.closed_too and stretch.closed):
            return False
        if self.countries is not None and not self.countries.issuperset(stretch.countries):
            return False
        return self.avoid.isdisjoint(stretch.ends) and self.avoid.isdisjoint(stretch.countries)


def cheapest(network: RailNetwork, origin: str, destination: str, limits: Limits) -> tuple[Stretch, ...] | None:
    """Return the stretches from one station to another in order of travel; None where no way is allowed.

    Dijkstra over (station, gauge). It always starts from the name that sorts first, so that there and back are the
    same way even where two ways cost the same.
    """
    start, end = min(origin, destination), max(origin, destination)
    found = _search(network, start, end, limits)
    return found if found is None or origin == start else found[::-1]


def _search(network: RailNetwork, start: str, end: str, limits: Limits) -> tuple[Stretch, ...] | None:
    cost: dict[_State, float] = {(start, 0): 0.0}
    back: dict[_State, tuple[_State, Stretch]] = {}
    queue: list[tuple[float, _State]] = [(0.0, (start, 0))]
    done: set[_State] = set()
    while queue:
        so_far, state = heapq.heappop(queue)
        if state in done:
            continue
        done.add(state)
        if state[0] == end:
            return _trace(back, state)
        for stretch in network.at[state[0]]:
            following = (stretch.other(state[0]), stretch.gauge_mm)
            price = so_far + _price(stretch, state[1])
            if following not in done and price < cost.get(following, float("inf")) and limits.allow(stretch):
                cost[following] = price
                back[following] = (state, stretch)
                heapq.heappush(queue, (price, following))
    return None


def _price(stretch: Stretch, gauge_before: int) -> float:
    price = stretch.length_m * _FACTORS[stretch.kind]
    if stretch.kind == "ferry":
        price += FERRY_M
    if len(stretch.countries) > 1:
        price += BORDER_M
    if gauge_before not in (0, stretch.gauge_mm):
        price += BREAK_OF_GAUGE_M
    return price


def _trace(back: dict[_State, tuple[_State, Stretch]], state: _State) -> tuple[Stretch, ...]:
    way: list[Stretch] = []
    while state in back:
        state, stretch = back[state]
        way.append(stretch)
    return tuple(reversed(way))
