"""Lines by their names: "Ukraine front line", "border of Ukraine", "coast of Japan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from routes.cli.atlas import Atlas
from routes.errors import UsageError
from routes.model import LineKind, Place, PlaceKind
from routes.resources import read_lexicon

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer
    from routes.geo import ReferenceLine

_NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was asked for. `found` is empty, with a `reason`, where none holds on that day."""

    name: str
    found: tuple[ReferenceLine, ...]
    on: date | None = None
    reason: str | None = None


def find_line(text: str, atlas: Atlas) -> Line | None:
    """Return the line that the words name, or None where they name none.

    A line that is known but holds no data for the day has a reason in place of its course.
    """
    if _is_bare_front(text):
        return _only_front(atlas)
    for kind, owner in _line_readings(text):
        if kind is LineKind.DEMARCATION:
            from routes.geo import demarcation_line

            return Line("the Korean demarcation line", (demarcation_line(),))
        country = _country(owner, atlas.gazetteer)
        if country and kind is LineKind.FRONT:
            return _front(country, atlas)
        if country:
            return _edge(kind, country, atlas)
    return None


def _line_readings(text: str) -> Iterator[tuple[LineKind, str]]:
    """Yield the kinds of line that the words may mean, each with the words for its country."""
    words = re.sub(r"^the ", "", " ".join(text.split()), flags=re.IGNORECASE)
    for noun, kind in _line_nouns():
        if kind is LineKind.DEMARCATION and re.fullmatch(rf"(?:korean )?{noun}", words, re.IGNORECASE):
            yield kind, ""
        for pattern in (rf"(.+?)(?:['’]s?)? {noun}", rf"{noun} (?:of|in|with) (?:the )?(.+)"):
            match = re.fullmatch(pattern, words, re.IGNORECASE)
            if match and kind in (LineKind.FRONT, LineKind.BORDER, LineKind.COAST):
                yield kind, match[1]


@cache
def _line_nouns() -> tuple[tuple[str, LineKind], ...]:
    # A coast without its islands has no name here.
    known = ((noun, fields) for noun, fields in read_lexicon("lines") if not noun.startswith("mainland"))
    return tuple((re.escape(noun), LineKind(fields[0])) for noun, fields in known)


def _country(words: str, gazetteer: Gazetteer) -> Place | None:
    from routes.gazetteer import demonym_country

    found = (match.place for match in gazetteer.find(words) if match.place.kind in _NATIONS)
    code = demonym_country(words)
    return next(found, None) or (gazetteer.country(code) if code else None)


def _is_bare_front(text: str) -> bool:
    """Return whether words name a front and do not say whose."""
    words = re.sub(r"^the ", "", " ".join(text.split()), flags=re.IGNORECASE)
    return any(kind is LineKind.FRONT and re.fullmatch(noun, words, re.IGNORECASE) for noun, kind in _line_nouns())


def _only_front(atlas: Atlas) -> Line | None:
    """Return the user's own front, else the only one that is known here; None where there are several."""
    from routes.geo import front_countries

    if atlas.lines.front and atlas.on is not None:
        return _held("the front line", atlas.lines.front, atlas.on)
    known = [atlas.gazetteer.country(code) for code in sorted(front_countries())]
    return _front(known[0], atlas) if len(known) == 1 and known[0] is not None else None


def _front(country: Place, atlas: Atlas) -> Line:
    from routes.geo import front_line

    name = f"the front line in {country.name}"
    if atlas.on is None:
        raise UsageError(f"{name} moves; say on which day to measure, such as --on 2023-10-15")
    if atlas.lines.front:
        return _held(name, atlas.lines.front, atlas.on)
    line = front_line(country.country or "", atlas.on)
    if line is None:
        return Line(name, (), atlas.on, f"{name} is not known for {atlas.on}")
    return Line(name, (line,), atlas.on)


def find_own_line(text: str, atlas: Atlas) -> Line | None:
    """Return the user's own line of that name, all of its versions that hold on the day."""
    from routes.gazetteer import fold

    own = (*atlas.lines.front, *atlas.lines.others)
    found = tuple(line for line in own if fold(line.version.name) == fold(text))
    if not found:
        return None
    name = found[0].version.name
    if atlas.on is None and any(line.version.valid_from or line.version.valid_to for line in found):
        raise UsageError(f"{name} has dates; say on which day to measure, such as --on 2023-10-15")
    return _held(name, found, atlas.on)


def _held(name: str, lines: tuple[ReferenceLine, ...], on: date | None) -> Line:
    held = tuple(line for line in lines if on is None or _holds(line, on))
    return Line(name, held, on, None if held else f"no line of --line holds on {on}")


def _holds(line: ReferenceLine, on: date) -> bool:
    start, end = line.version.valid_from, line.version.valid_to
    return (start is None or start <= on) and (end is None or on <= end)


def _edge(kind: LineKind, country: Place, atlas: Atlas) -> Line:
    from routes.geo import border, coast

    name = f"the {kind.value} of {country.name}"
    find = border if kind is LineKind.BORDER else coast
    line = find(country.country or "", atlas.border_view)
    return Line(name, (line,) if line else (), None, None if line else f"{name} is not known here")
