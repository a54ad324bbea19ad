"""Borders, coasts and outlines of countries, in two views of who holds what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from routes.geo.areas import Area
from routes.geo.lines import ReferenceLine
from routes.model import BorderView, LineVersion, Position

_SOURCE = "Natural Earth 4.1.0 at 1:10 million (public domain), by way of world-atlas 2.0.2"
# Generalised to 0.25 km on a grid of 0.2 x 0.4 km; the source itself lies within 1.2 km of surveyed lines.
_UNCERTAINTY_KM = 1.5

# Areas without an ISO code of their own that one of the views sets apart; XA to XZ are for private use.
_DISPUTED = {
    "EH": "Western Sahara",
    "PS": "Palestine",
    "TW": "Taiwan",
    "XA": "Akrotiri",
    "XB": "United Nations Buffer Zone in Cyprus",
    "XD": "Dhekelia",
    "XG": "Siachen Glacier",
    "XJ": "Bajo Nuevo Bank",
    "XK": "Kosovo",
    "XL": "Serranilla Bank",
    "XN": "Northern Cyprus",
    "XP": "Spratly Islands",
    "XR": "Scarborough Reef",
    "XS": "Somaliland",
}
_VIEW_NOTES = {
    BorderView.UN: "Borders as the United Nations see them: Crimea with Ukraine.",
    BorderView.DE_FACTO: "Borders by control on the ground, after Natural Earth: Crimea with Russia.",
}


def disputed_areas() -> dict[str, str]:
    """Return the areas whose status states disagree about and that have a code here, with their names."""
    return dict(_DISPUTED)


@cache
def border(country: str, view: BorderView, *, neighbour: str | None = None) -> ReferenceLine | None:
    """Return the land border of a country (ISO code), with one neighbour or with all; None where there is none."""
    from routes.geo.atlas import atlas, border_arcs

    parts = atlas().polylines(border_arcs(country, view, neighbour))
    if not parts:
        return None
    beyond = frozenset({neighbour}) if neighbour else neighbours(country, view)
    notes = [_VIEW_NOTES[view], *_notes_on_disputes(country, beyond)]
    name = f"border of {country} with {neighbour}" if neighbour else f"land border of {country}"
    return _line(f"border-{'-'.join(filter(None, (country, neighbour)))}", name, parts, view, notes)


@cache
def coast(country: str, view: BorderView) -> ReferenceLine | None:
    """Return the coast of a country with its islands; None for a landlocked one. The Caspian Sea is a sea here."""
    from routes.geo.atlas import atlas, coast_arcs

    parts = atlas().polylines(coast_arcs(country, view))
    return _line(f"coast-{country}", f"coast of {country}", parts, view, [_VIEW_NOTES[view]]) if parts else None


@cache
def every_coast(view: BorderView) -> ReferenceLine:
    """Return the coasts of all countries as one line. The Caspian Sea is a sea here."""
    from routes.geo.atlas import all_coast_arcs, atlas

    return _line("coasts", "coasts of all countries", atlas().polylines(all_coast_arcs()), view, [])


@cache
def country_polygons(country: str, view: BorderView) -> Area | None:
    """Return the land of a country; None for a code without an outline."""
    from routes.geo.atlas import rings

    found = rings(country, view)
    return Area(found) if found else None


def country_at(point: Position, view: BorderView) -> str | None:
    """Return the ISO code of the country that a point lies in; None at sea. Lakes belong to their shores.

    The outlines are generalised: a harbour may lie in no country, a border town in the next one.

    Territories with an ISO code of their own answer with it.
    """
    from routes.geo.atlas import code_at

    return code_at(point.lon, point.lat, view)


def neighbours(country: str, view: BorderView) -> frozenset[str]:
    """Return the codes of the countries and areas that share a land border with a country."""
    from routes.geo.atlas import neighbour_codes

    return neighbour_codes(country, view)


def _notes_on_disputes(country: str, beyond: frozenset[str]) -> list[str]:
    involved = sorted({country, *beyond} & _DISPUTED.keys())
    return [f"The status of {_DISPUTED[code]} ({code}) is disputed." for code in involved]


def _line(
    line_id: str, name: str, parts: tuple[Sequence[Position], ...], view: BorderView, notes: list[str]
) -> ReferenceLine:
    version = LineVersion(f"{line_id}-{view.value}", name, None, None, _UNCERTAINTY_KM, _SOURCE)
    return ReferenceLine(version, parts, view, tuple(notes))
