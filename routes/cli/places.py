"""What a place argument means: a name, a position, or a line such as "border of Ukraine"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from routes.cli.atlas import Atlas
from routes.cli.console import Console
from routes.cli.lines import Line, find_line, find_own_line
from routes.errors import UsageError
from routes.model import How, Place, PlaceKind, Position

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer

_POSITION = re.compile(r"\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*", re.ASCII)
# Records of one town, or a town and its district.
_ONE_SPOT_M = 50_000.0
# On a scale of logarithms of people: a fifth of them.
_MUCH_LESS_KNOWN = 0.7
_LOOKS_LIKE_POSITION = re.compile(r"[\s\d.,;+-]+", re.ASCII)


def find_place_or_line(text: str, atlas: Atlas, console: Console) -> Place | Line:
    """Return what the argument names: a line of the user's own, else a place, else a line."""
    own = find_own_line(text, atlas)
    if own:
        return own
    place = read_position(text) or _named(text, atlas, console)
    if place:
        return place
    line = find_line(text, atlas)
    if line:
        return line
    raise _unknown(text, atlas.gazetteer)


def find_place(text: str, gazetteer: Gazetteer, console: Console) -> Place:
    """Return the place that the argument names; raise UsageError where there is none."""
    place = read_position(text) or _named(text, Atlas(gazetteer), console)
    if place is None:
        raise _unknown(text, gazetteer)
    return place


def read_position(text: str) -> Place | None:
    """Return the place at `lat,lon`, or None where the text is no position.

    >>> read_position("-33.9,18.4").position
    Position(lat=-33.9, lon=18.4)
    """
    match = _POSITION.fullmatch(text)
    if match is None:
        if _LOOKS_LIKE_POSITION.fullmatch(text):
            raise UsageError(f"{text.strip()!r} is no position; write lat,lon in degrees, such as 42.23,130.28")
        return None
    try:
        position = Position(lat=float(match[1]), lon=float(match[2]))
    except ValueError as error:
        raise UsageError(f"{text.strip()!r} is no position: {error}; write lat,lon, such as 42.23,130.28") from error
    return Place(text.strip(), text.strip(), PlaceKind.FACILITY, None, position, 0.0, source="coordinates")


def _named(text: str, atlas: Atlas, console: Console) -> Place | None:
    from routes.gazetteer import fold
    from routes.gazetteer.query import answer

    for name, place_id in atlas.picks:
        if fold(name) == fold(text):
            return atlas.gazetteer.by_id(place_id)
    found = tuple(each.place for each in answer(atlas.gazetteer, text) if each.how is not How.FUZZY)
    if not found:
        return None
    place = _town_before_district(found)
    if others := [each for each in found if _is_rival(each, place)]:
        rivals = ", ".join(f"{each.name} ({each.id})" for each in others[:3])
        taken = f"{place.name} ({place.id})"
        console.say(f"info: {text} is taken for {taken}; --pick {text!r}=ID would choose another: {rivals}")
    return place


def _town_before_district(found: tuple[Place, ...]) -> Place:
    """Return the first place, or the town of its name where it is the district around that: ways begin in towns."""
    from routes.geo import distance_m

    first = found[0]
    towns = (
        each
        for each in found
        if each.kind.is_settlement
        and each.country == first.country
        and distance_m(each.position, first.position) <= max(first.extent_km * 1000, _ONE_SPOT_M)
    )
    return next(towns, first) if first.kind is PlaceKind.DIVISION else first


def _is_rival(other: Place, place: Place) -> bool:
    """Return whether somebody may well have meant another place: one that is elsewhere and not much less known."""
    from routes.gazetteer.layer import standing
    from routes.geo import distance_m

    if other.kind is PlaceKind.DIVISION:
        return False
    is_elsewhere = distance_m(other.position, place.position) > max(_ONE_SPOT_M, place.extent_km * 1000)
    return is_elsewhere and standing(other) >= standing(place) - _MUCH_LESS_KNOWN


def _unknown(text: str, gazetteer: Gazetteer) -> UsageError:
    near = gazetteer.fuzzy(text, limit=3)
    hint = f"did you mean {' or '.join(match.name for match in near)}?" if near else "give its position as lat,lon"
    return UsageError(f"no place is called {text!r}; {hint}")
