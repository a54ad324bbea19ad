"""The line of contact in Ukraine by date."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from routes.geo.lines import ReferenceLine, Zone
from routes.model import LineVersion, Position
from routes.resources import read_text

_FILE = "contact_line.csv"
_COUNTRY = "UA"
_SOURCE = "compiled from public reporting and dated public maps; settlements: GeoNames (CC BY 4.0)"

# Compared with published daily maps; before this day the front moved too fast for a line of settlements.
_WELL_KNOWN_FROM = date(2022, 5, 1)
_FAST_UNCERTAINTY_KM = 20.0

_GENERAL_NOTE = (
    "The line joins named settlements along the line of contact; "
    "the state border and the Kursk incursion are not in it."
)
_FAST_NOTE = "Before May 2022 the front moved fast: the line may be off by 20 km and more."


class _Period(NamedTuple):
    start: date
    end: date
    rows: tuple[str, ...]


class _Vertex(NamedTuple):
    position: Position
    uncertainty_km: float


def front_countries() -> frozenset[str]:
    """Return the ISO codes of the countries whose front line is known by date."""
    return frozenset({_COUNTRY})


# A front moves; the last line known says nothing of a day so much later.
_LATEST = timedelta(days=366)


def front_line(country: str, on: date) -> ReferenceLine | None:
    """Return the front line of a day; None where none is known for the country, so early or so late.

    Up to a year after the last known period the last line is returned, with a note that says so.
    """
    if country not in front_countries():
        return None
    periods = _periods()
    if on - periods[-1].end > _LATEST:
        return None
    begun = [number for number, period in enumerate(periods) if period.start <= on]
    return _line(begun[-1], is_outdated=on > periods[begun[-1]].end) if begun else None


@cache
def _periods() -> tuple[_Period, ...]:
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    lines = (line for line in read_text(_FILE).splitlines() if not line.startswith("#"))
    next(lines)
    for line in lines:
        # Two ISO dates stand first; the rest is parsed for the period that is asked for.
        start, end, _ = line.split(",", 2)
        rows[start, end].append(line)
    return tuple(
        _Period(date.fromisoformat(start), date.fromisoformat(end), tuple(found))
        for (start, end), found in sorted(rows.items())
    )


@cache
def _line(number: int, *, is_outdated: bool) -> ReferenceLine:
    from routes.geo.polyline import Polyline

    period = _periods()[number]
    chains = _chains(period)
    least_km = 0.0 if period.start >= _WELL_KNOWN_FROM else _FAST_UNCERTAINTY_KM
    worst_km = max(least_km, *(vertex.uncertainty_km for chain in chains for vertex in chain))
    version = LineVersion(
        f"ua-front-{period.start}", "line of contact in Ukraine", period.start, period.end, worst_km, _SOURCE
    )
    parts = tuple(Polyline.of([vertex.position for vertex in chain]) for chain in chains)
    return ReferenceLine(version, parts, None, _notes(period, is_outdated=is_outdated), _zones(chains, least_km))


def _notes(period: _Period, *, is_outdated: bool) -> tuple[str, ...]:
    notes = [_GENERAL_NOTE]
    if period.start < _WELL_KNOWN_FROM:
        notes.append(_FAST_NOTE)
    if is_outdated:
        notes.append(f"The line is that of {period.end}, the last day known here; the front may have moved since.")
    return tuple(notes)


def _chains(period: _Period) -> list[list[_Vertex]]:
    """Return the chains of a period; the rows of one part stand in the order of `seq`."""
    chains: defaultdict[int, list[tuple[int, _Vertex]]] = defaultdict(list)
    for _, _, part, seq, _, lat, lon, uncertainty_km, _ in csv.reader(period.rows):
        vertex = _Vertex(Position(lat=float(lat), lon=float(lon)), float(uncertainty_km))
        chains[int(part)].append((int(seq), vertex))
    return [[vertex for _, vertex in sorted(chain)] for _, chain in sorted(chains.items())]


def _zones(chains: list[list[_Vertex]], least_km: float) -> tuple[Zone, ...]:
    """Return the edges by their uncertainty, which is that of their less certain end."""
    from routes.geo.polyline import Polyline

    edges: defaultdict[float, list[Polyline]] = defaultdict(list)
    for chain in chains:
        for edge in pairwise(chain) if len(chain) > 1 else [tuple(chain)]:
            uncertainty_km = max(least_km, *(vertex.uncertainty_km for vertex in edge))
            edges[uncertainty_km].append(Polyline.of([vertex.position for vertex in edge]))
    return tuple(Zone(uncertainty_km, tuple(found)) for uncertainty_km, found in sorted(edges.items()))
