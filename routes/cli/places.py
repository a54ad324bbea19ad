"""What a place argument means: a name, a position, or a line such as "border of Ukraine"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from routes.cli.atlas import Atlas
from routes.cli.console import Console
from routes.cli.lines import Line, find_line, find_own_line
from routes.errors import UsageError
from routes.model import Place, PlaceKind, Position

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer

_POSITION = re.compile(r"\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*", re.ASCII)
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

    for name, place_id in atlas.picks:
        if fold(name) == fold(text):
            return atlas.gazetteer.by_id(place_id)
    matches = atlas.gazetteer.find(text)
    if not matches:
        return None
    first, *others = matches
    if others:
        rivals = ", ".join(f"{match.place.name} ({match.place.id})" for match in others[:3])
        taken = f"{first.place.name} ({first.place.id})"
        console.say(f"info: {text} is taken for {taken}; --pick {text!r}=ID would choose another: {rivals}")
    return first.place


def _unknown(text: str, gazetteer: Gazetteer) -> UsageError:
    near = gazetteer.fuzzy(text, limit=3)
    hint = f"did you mean {' or '.join(match.name for match in near)}?" if near else "give its position as lat,lon"
    return UsageError(f"no place is called {text!r}; {hint}")
