"""Which named passages a way goes through: those whose gates it crosses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from routes.paths.sea.channels import switches
from routes.paths.sea.sphere import Floats


@dataclass(frozen=True, slots=True)
class Passage:
    """A named strait or canal by its switch."""

    id: str
    name: str


def passages(lat: Floats, lon: Floats) -> tuple[Passage, ...]:
    """Return the passages of a line of short segments, in order, each once."""
    found = []
    for number, channel in enumerate(switches()):
        for gate in channel.gates:
            for a, b in pairwise(gate):
                at = _first_crossing(lat, lon, a.latlon, b.latlon)
                if at is not None:
                    found.append((at, number, Passage(channel.id, channel.name)))
    ordered = [passage for _, _, passage in sorted(found, key=lambda item: item[:2])]
    return tuple(dict.fromkeys(ordered))


def _first_crossing(lat: Floats, lon: Floats, a: tuple[float, float], b: tuple[float, float]) -> float | None:
    """Return where along the line, counted in segments, it first crosses a gate.

    Longitudes are taken from the gate's own, so that the antimeridian lies on the other side of the earth.
    """
    x, y = (lon - a[1] + 180) % 360 - 180, lat - a[0]
    gate_x, gate_y = (b[1] - a[1] + 180) % 360 - 180, b[0] - a[0]
    dx, dy = np.diff(x), np.diff(y)
    x, y = x[:-1], y[:-1]
    turn = dx * gate_y - dy * gate_x
    with np.errstate(divide="ignore", invalid="ignore"):
        along_line = (gate_x * y - gate_y * x) / turn
        along_gate = (dx * y - dy * x) / turn
    crossed = (abs(dx) < 90) & (along_line >= 0) & (along_line <= 1) & (along_gate >= 0) & (along_gate <= 1)
    if not crossed.any():
        return None
    first = int(np.argmax(crossed))
    return first + float(along_line[first])
