"""The named straits, canals and dredged channels of `data/channels.csv`, and the switches that close or open them."""

from __future__ import annotations

import csv
import difflib
import io
from dataclasses import dataclass
from functools import cache

from routes.errors import UsageError
from routes.model import Position
from routes.resources import read_text

FILE = "channels.csv"


@dataclass(frozen=True, slots=True)
class Channel:
    """A named water: its fairway, and the lines across it that are closed when it is.

    Barriers are no way for any ship and cannot be opened; what has no gate is only carved.
    """

    id: str
    name: str
    kind: str
    open_by_default: bool
    fairway: tuple[Position, ...]
    gates: tuple[tuple[Position, ...], ...]
    note: str
    source: str

    @property
    def is_barrier(self) -> bool:
        return self.kind == "barrier"

    @property
    def is_switch(self) -> bool:
        return bool(self.gates) and not self.is_barrier


@cache
def channels() -> tuple[Channel, ...]:
    """Return all channels, in the order of the file.

    >>> [channel.name for channel in channels() if not channel.open_by_default and channel.is_switch][-1]
    'Northwest Passage'
    """
    rows = csv.DictReader(io.StringIO(read_text(FILE)))
    return tuple(
        Channel(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            open_by_default=row["default"] == "open",
            fairway=_line(row["fairway"]),
            gates=tuple(_line(part) for part in row["gate"].split("|") if part.strip()),
            note=row["note"],
            source=row["source"],
        )
        for row in rows
    )


@cache
def switches() -> tuple[Channel, ...]:
    """Return the channels that can be closed or opened, in the order of the file."""
    return tuple(channel for channel in channels() if channel.is_switch)


def closed_switches(avoid: frozenset[str], allow: frozenset[str]) -> frozenset[str]:
    """Return the ids of the switches that are closed; names nobody knows, or both avoided and allowed, are errors.

    >>> sorted(closed_switches(frozenset({"suez"}), frozenset({"northern-sea-route"})) & {"suez", "northern-sea-route"})
    ['suez']
    """
    known = {channel.id for channel in switches()}
    for name in sorted((avoid | allow) - known):
        near = difflib.get_close_matches(name, sorted(known), 1)
        hint = f'did you mean "{near[0]}"? ' if near else ""
        raise UsageError(f'no sea passage is called "{name}": {hint}there are {", ".join(sorted(known))}')
    if avoid & allow:
        raise UsageError(f"{', '.join(sorted(avoid & allow))} cannot be both avoided and allowed")
    default = {channel.id for channel in switches() if not channel.open_by_default}
    return frozenset((default - allow) | avoid)


def _line(text: str) -> tuple[Position, ...]:
    pairs = [part.split() for part in text.split(";") if part.strip()]
    return tuple(Position(lat=float(lat), lon=float(lon)) for lat, lon in pairs)
