"""Positions that the text gives in figures are places too, and sure ones."""

from __future__ import annotations

from dataclasses import replace

from routes.model import Candidate, How, Place, PlaceKind, Position, Resolution
from routes.reading import Coordinates, Findings


def with_coordinates(findings: Findings, resolutions: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Return the resolutions with a place for each mention that is a position in figures."""
    positions = {found.span: found for found in findings.coordinates}
    return tuple(
        _resolved(resolution, positions[resolution.mention.span])
        if resolution.mention.span in positions
        else resolution
        for resolution in resolutions
    )


def _resolved(resolution: Resolution, found: Coordinates) -> Resolution:
    place = _place(found)
    only = Candidate(place, 1.0, f"written in the text: {found.notation.value}", How.COORDINATES)
    return replace(resolution, place=place, confidence=1.0, candidates=(only,), how=How.COORDINATES)


def _place(found: Coordinates) -> Place:
    return Place(
        id=f"coordinates:{figure(found.position.lat)},{figure(found.position.lon)}",
        name=position_name(found.position),
        kind=PlaceKind.FACILITY,
        # A position says nothing of countries, and whose it is may be disputed.
        country=None,
        position=found.position,
        extent_km=found.half_m / 1000,
        source="the text",
        note=found.notation.value,
    )


def figure(degrees: float) -> str:
    """Return degrees with at most five decimals, a metre on the ground.

    >>> figure(45.8884), figure(-0.000001), figure(12.0)
    ('45.8884', '0', '12')
    """
    return f"{round(degrees, 5) + 0.0:.5f}".rstrip("0").rstrip(".")


def position_name(position: Position) -> str:
    """Return a position as people read it.

    >>> position_name(Position(lat=-12.05, lon=77.1))
    '12.05° S, 77.1° E'
    """
    lat, lon = round(position.lat, 5), round(position.lon, 5)
    return f"{figure(abs(lat))}° {'S' if lat < 0 else 'N'}, {figure(abs(lon))}° {'W' if lon < 0 else 'E'}"
