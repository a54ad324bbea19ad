"""From the words for a line ("Ukraine's border", "the front line") to the line on the earth."""

from __future__ import annotations

import re

from routes.geo import (
    ReferenceLine,
    border,
    coast,
    country_polygons,
    demarcation_line,
    division_border,
    division_coast,
    front_countries,
    front_line,
    neighbours,
    parallel,
    territorial_sea,
)
from routes.judging.context import Context, is_country
from routes.judging.divisions import as_division, division_code
from routes.judging.figures import quoted
from routes.judging.nearest_coasts import is_nearest_coast, nearest_coast_of_all
from routes.judging.own_lines import holds_on
from routes.judging.targets import LineTarget, Missing, Target
from routes.model import LineKind, LineMention, Place, PlaceKind, Span
from routes.reading import day_words

_DEGREES = re.compile(r"\d{1,3}(?:\.\d{1,6})?")
_SOUTH = re.compile(r"\b(?:s|south)\b", re.IGNORECASE)


def find_line(line: LineMention, context: Context, sentence: Span, other: Place | None) -> Target:
    """Return the line that the words name; `other` is the place at the other end of the distance."""
    if line.kind is LineKind.FRONT:
        return _front_meant(line, context)
    if line.kind is LineKind.DEMARCATION:
        return LineTarget("the Korean demarcation line", line.kind, (demarcation_line(),))
    if line.kind is LineKind.PARALLEL:
        return _parallel_meant(line, context)
    return _edge_meant(line, context, sentence, other)


def front_of(country: str, context: Context) -> LineTarget | Missing:
    """Return the front line in a country on the day of the context: the user's own line if there is one."""
    name = f"the front line in {context.country_name(country)}"
    if context.lines:
        return _own_front(name, country, context)
    if country not in front_countries():
        return Missing(name, f"no front line in {context.country_name(country)} is known here")
    if context.on is None:
        return Missing(name, "no date is known, and the front line moves")
    line = front_line(country, context.on)
    if line is None:
        return Missing(name, f"no front line in {context.country_name(country)} is known for {day_words(context.on)}")
    return LineTarget(name, LineKind.FRONT, (line,), country, context.on)


def border_of(country: str, context: Context) -> LineTarget | Missing:
    name = f"the border of {context.country_name(country)}"
    line = border(country, context.border_view)
    return _known(name, LineKind.BORDER, line, country)


def coast_of(country: str, context: Context) -> LineTarget | Missing:
    name = f"the coast of {context.country_name(country)}"
    line = coast(country, context.border_view)
    return _known(name, LineKind.COAST, line, country)


def edge_of(country: str, context: Context) -> LineTarget | Missing:
    """Return the whole edge of a country, for "300 km from Ukraine"."""
    name = context.country_name(country)
    found = (border(country, context.border_view), coast(country, context.border_view))
    lines = tuple(line for line in found if line is not None)
    if not lines:
        return Missing(name, f"no outline of {name} is known here")
    place = context.gazetteer.country(country)
    area = country_polygons(country, context.border_view)
    return LineTarget(name, None, lines, country, area=area, centre=place.position if place else None)


def territorial_sea_of(country: str, context: Context) -> LineTarget | Missing:
    name = f"the territorial sea of {context.country_name(country)}"
    line = territorial_sea(country, context.border_view)
    return _known(name, LineKind.TERRITORIAL_SEA, line, country)


def _known(name: str, kind: LineKind, line: ReferenceLine | None, country: str) -> LineTarget | Missing:
    return LineTarget(name, kind, (line,), country) if line else Missing(name, f"{name} is not known here")


def _own_front(name: str, country: str | None, context: Context) -> LineTarget | Missing:
    lines = tuple(line for line in context.lines if holds_on(line, context.on))
    if lines:
        return LineTarget(name, LineKind.FRONT, lines, country, context.on)
    day = day_words(context.on) if context.on else "an unknown date"
    return Missing(name, f"no line of the given file holds for {day}")


def _front_meant(line: LineMention, context: Context) -> LineTarget | Missing:
    if line.of is not None:
        place = context.place_at(line.of)
        if place is None or place.country is None:
            return _unknown_owner(line, line.of, context)
        return front_of(place.country, context)
    named = {resolution.place.country for resolution in context.resolutions.values() if resolution.place}
    fronts = [country for country in sorted(front_countries()) if country in named]
    if len(fronts) == 1:
        return front_of(fronts[0], context)
    if context.lines:
        return _own_front("the front line", None, context)
    return Missing("the front line", "which front is not said")


def _parallel_meant(line: LineMention, context: Context) -> LineTarget | Missing:
    words = line.detail or context.article.quote(line.span)
    found = _DEGREES.search(words)
    if found is None or float(found[0]) >= 90:
        return Missing(quoted(words), "which parallel is not said")
    lat = -float(found[0]) if _SOUTH.search(words) else float(found[0])
    own_name = context.article.quote(line.span).removeprefix("the ")
    is_named = line.detail is not None and "parallel" not in own_name.casefold()
    name = f"the {own_name}" if is_named else f"the parallel {abs(lat):g}° {'S' if lat < 0 else 'N'}"
    return LineTarget(name, line.kind, (parallel(lat),))


def _edge_meant(line: LineMention, context: Context, sentence: Span, other: Place | None) -> LineTarget | Missing:
    """Return a border or a coast; where the text does not say whose, only what leaves no choice."""
    if line.of is not None:
        return _edge_of_named(line, line.of, context)
    own = other.country if other else None
    if own and context.article.quote(line.span).casefold() == "inland":
        return _nearest_coast(own, context)
    if other is not None and line.kind is LineKind.COAST and is_nearest_coast(line, context, own):
        return nearest_coast_of_all(other, context)
    named = context.countries_in(sentence) - {own}
    if len(named) == 1:
        return _FINDERS[line.kind](next(iter(named)), context)
    # A town is "20 km from the coast", or "from the border", of its own country.
    if not named and own:
        return _FINDERS[line.kind](own, context)
    return Missing(f"the {line.kind.value}", f"whose {line.kind.value} is not said")


def _nearest_coast(country: str, context: Context) -> LineTarget | Missing:
    """Return the coast of a country; of a landlocked one those of its neighbours."""
    own = coast_of(country, context)
    if isinstance(own, LineTarget):
        return own
    coasts = (coast(code, context.border_view) for code in sorted(neighbours(country, context.border_view)))
    lines = tuple(line for line in coasts if line is not None)
    return LineTarget("the nearest coast", LineKind.COAST, lines) if lines else own


def _edge_of_named(line: LineMention, of: Span, context: Context) -> LineTarget | Missing:
    place = _owner(line, of, context)
    if place is None or place.country is None:
        return _unknown_owner(line, of, context)
    if not is_country(place):
        return _edge_of_division(line, as_division(place, of, context), of, context)
    other = _owner(line, line.neighbour, context) if line.neighbour else None
    if line.kind is not LineKind.BORDER or line.neighbour is None or other is None or other.country is None:
        return _FINDERS[line.kind](place.country, context)
    if is_country(other):
        return border_between(place.country, other.country, context)
    # "The border between Egypt and Gaza": where only the one has a neighbour's outline, its edge is the nearer one.
    return _edge_of_division(line, other, line.neighbour, context)


def _owner(line: LineMention, of: Span, context: Context) -> Place | None:
    """Return the place that a line belongs to; a border to the land of that name, not to its town: Gaza, Luxembourg.

    A coast may be the town's own, unless the land is more than a province.
    """
    place = context.place_at(of)
    if place is None or not place.kind.is_settlement:
        return place
    found = (match.place for match in context.gazetteer.find(context.article.quote(of)))
    lands = [each for each in found if each.country == place.country and (is_country(each) or division_code(each))]
    if line.kind is not LineKind.BORDER:
        lands = [each for each in lands if each.kind is not PlaceKind.DIVISION]
    return lands[0] if lands else place


def border_between(country: str, neighbour: str, context: Context) -> LineTarget | Missing:
    """Return the stretch that two countries share; the first owns it, so that its other lines can be named."""
    name = f"the border between {context.country_name(country)} and {context.country_name(neighbour)}"
    return _known(name, LineKind.BORDER, border(country, context.border_view, neighbour=neighbour), country)


def _edge_of_division(line: LineMention, place: Place, of: Span, context: Context) -> LineTarget | Missing:
    code = division_code(place)
    found = _DIVISION_LINES[line.kind](code) if code and line.kind in _DIVISION_LINES else None
    name = f"the {line.kind.value} of {place.name}"
    if found is not None:
        return LineTarget(name, line.kind, (found,))
    if line.kind is LineKind.BORDER and place.kind is PlaceKind.DIVISION:
        return Missing(name, f"{name} is not in the data; a file with it can be given by --line")
    return _unknown_owner(line, of, context)


_DIVISION_LINES = {LineKind.BORDER: division_border, LineKind.COAST: division_coast}
_FINDERS = {LineKind.BORDER: border_of, LineKind.COAST: coast_of, LineKind.TERRITORIAL_SEA: territorial_sea_of}


def _unknown_owner(line: LineMention, of: Span, context: Context) -> Missing:
    words = quoted(context.article.quote(of))
    return Missing(f"the {line.kind.value}", f"no {line.kind.value} of {words} is known here")
