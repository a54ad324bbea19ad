"""The middle between two places, for "halfway between A and B"."""

from __future__ import annotations

from dataclasses import dataclass

from routes.geo import Area, Pair, closest, distance_m, midpoint
from routes.judging.context import Context
from routes.judging.outlines import with_outline
from routes.judging.pair import Figure, Stated
from routes.judging.rules import MIDDLE_SHARE
from routes.judging.targets import LineTarget, Missing, Target
from routes.model import Place, PlaceKind, Position


@dataclass(frozen=True, slots=True)
class Way:
    """The geodesic between two places, with their names."""

    first: str
    second: str
    pair: Pair

    def from_ends_m(self, here: Position) -> tuple[float, float]:
        return distance_m(here, self.pair.a), distance_m(here, self.pair.b)


def middle_between(first: Target, second: Target, context: Context) -> tuple[Place | Missing, Way | None]:
    """Return the middle of the geodesic between two places, of countries from edge to edge, and that geodesic."""
    name = f"the middle between {first.name} and {second.name}"
    reasons = [end.reason for end in (first, second) if isinstance(end, Missing)]
    if reasons:
        return Missing(name, "; ".join(dict.fromkeys(reasons))), None
    a, b = _shape(first, context), _shape(second, context)
    if a is None or b is None:
        return Missing(name, f"{name} is not measured: one of them is a line"), None
    way = closest(a, b)
    if way.m == 0:
        return Missing(name, f"{first.name} and {second.name} touch, so that nothing lies between them"), None
    extent_km = sum(end.extent_km for end in (first, second) if isinstance(end, Place) and end.position in (a, b)) / 2
    middle = midpoint(way.a, way.b)
    return Place("middle", name, PlaceKind.FACILITY, None, middle, extent_km, source="computed"), Way(
        first.name, second.name, way
    )


def halfway_stated(way: Way | None) -> Stated:
    """Return "halfway" as a figure: how far from the middle of a way it may be."""
    if way is None:
        return Stated((), pair_agrees=None, steps=("halfway",))
    reach_m = MIDDLE_SHARE * way.pair.m
    step = f"halfway of {way.pair.m / 1000:,.1f} km, give or take {MIDDLE_SHARE:.0%} of them"
    return Stated((Figure("position halfway", reach_m, 0.0, reach_m),), pair_agrees=None, steps=(step,))


def _shape(end: Target, context: Context) -> Position | Area | None:
    target = with_outline(end, context) if not isinstance(end, Missing) else end
    if isinstance(target, Place):
        return target.position
    return target.area if isinstance(target, LineTarget) else None
