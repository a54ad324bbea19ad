"""Whether two articles mean one ship."""

from __future__ import annotations

import re

from routes.gazetteer import fold
from routes.model import Itinerary

# What stands before a ship's name and is no part of it; IMO circulars and Lloyd's List write it with or without.
_PREFIX = re.compile(r"(?:m v|mv|m t|mt|ss|m s|ms|motor vessel|motor tanker)\s+(?=\w)")


def vessel_key(name: str) -> str:
    """Return the form of a ship's name by which it is compared.

    >>> vessel_key("MV Lady R") == vessel_key("the Lady R")
    True
    """
    return _PREFIX.sub("", fold(name), count=1)


def vessel_names(itinerary: Itinerary) -> frozenset[str]:
    """Return the ships of an itinerary, as they are compared."""
    on_legs = (leg.vessel for leg in itinerary.legs if leg.vessel)
    return frozenset(vessel_key(name) for name in (*(vessel.name for vessel in itinerary.vessels), *on_legs))


def is_one_vessel(a: str, b: str) -> bool:
    """Return whether two keys may name one ship: alike, or one with some of the other's words."""
    first, second = set(a.split()), set(b.split())
    return bool(first and second) and (first <= second or second <= first)


def shares_a_vessel(a: Itinerary, b: Itinerary) -> bool:
    return any(is_one_vessel(one, other) for one in vessel_names(a) for other in vessel_names(b))
