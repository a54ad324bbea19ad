"""The coast that is nearest of all, whoever owns it: "300 km from the sea", "1,000 km from the nearest coast"."""

from __future__ import annotations

import re

from routes.geo import coast, distance_band, every_coast
from routes.judging.context import Context
from routes.judging.targets import LineTarget, Missing
from routes.model import LineKind, LineMention, Place, Position

_SEA = re.compile(r"(?:the\s+)?(?:(?:nearest|closest|open)\s+)?sea", re.IGNORECASE)
_NEAREST = re.compile(r"\b(?:nearest|closest)\s+(?:sea\s+)?$", re.IGNORECASE)
_NAMED_SEA = re.compile(r"\b[A-Z][a-z]+[\s-]+$")
_LOOK_BACK = 30
_NAME = "the nearest coast"


def is_nearest_coast(line: LineMention, context: Context, own: str | None) -> bool:
    """Return whether a coast without an owner is the nearest of all: "the sea", or any coast to who has none."""
    lead = context.article.text[max(0, line.span.start - _LOOK_BACK) : line.span.start]
    if _NAMED_SEA.search(lead):
        return False  # "the Pacific coast" need not be the nearest
    if _SEA.fullmatch(context.article.quote(line.span)) or _NEAREST.search(lead):
        return True
    return own is not None and coast(own, context.border_view) is None


def nearest_coast_of_all(place: Place, context: Context) -> LineTarget | Missing:
    """Return all coasts as the line to measure to; none where the nearest is the Caspian's, for all we know."""
    line = every_coast(context.border_view)
    if _is_on_the_caspian(distance_band(place.position, line).nearest.at):
        return Missing(_NAME, "whether the Caspian Sea is meant is not said")
    return LineTarget(_NAME, LineKind.COAST, (line,))


def _is_on_the_caspian(point: Position) -> bool:
    return 46.5 < point.lon < 55.5 and 36.0 < point.lat < 47.5
