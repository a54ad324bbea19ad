"""A sentence with what may be the places of an event in it, and the parts that they play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from routes.model import Span
from routes.reading.names import Name


class Part(Enum):
    """What a place is in an event."""

    ORIGIN = "origin"
    DESTINATION = "destination"
    VIA = "via"
    AT = "at"


Parts = dict[Part, list[Span]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the names in it that may be places of the way."""

    text: str
    sentence: Span
    places: tuple[Name, ...]
    vessels: tuple[Span, ...]
    rivers: tuple[Span, ...] = ()
