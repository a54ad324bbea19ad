"""Places that are measured as the land they are: countries, and first-level divisions where their outline is known."""

from __future__ import annotations

from routes.geo import division_area, division_border, division_coast
from routes.judging.context import Context, is_country
from routes.judging.divisions import division_code
from routes.judging.lines import edge_of
from routes.judging.targets import LineTarget
from routes.model import Place


def with_outline(end: Place | LineTarget, context: Context) -> Place | LineTarget:
    """Return a place with its outline, where that is known."""
    if not isinstance(end, Place) or end.country is None:
        return end
    if is_country(end):
        edge = edge_of(end.country, context)
        return edge if isinstance(edge, LineTarget) else end
    code = division_code(end)
    if code is None:
        return end
    lines = tuple(line for line in (division_border(code), division_coast(code)) if line)
    return LineTarget(end.name, None, lines, area=division_area(code), centre=end.position)
