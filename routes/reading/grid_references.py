"""References to the military grid and to UTM: 37T 503500 5081000, 37TEM0350081000, 37T EM 035 810."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from routes.geo import from_mgrs, from_utm, mgrs_side_m
from routes.model import Position, Span
from routes.reading.angles import half_place

_ZONE = r"(?<![\w.,/$€£#+-])(?P<zone>0?[1-9]|[1-5]\d|60)\s?(?P<band>[C-HJ-NP-X])"
_UTM = re.compile(
    rf"{_ZONE}[\s,;:]{{1,3}}(?P<easting>\d{{6}}(?:\.\d{{1,3}})?)\s?(?:m\s?E?|E)?[\s,;]{{1,3}}"
    r"(?P<northing>\d{6,7}(?:\.\d{1,3})?)(?:\s?(?:m\s?N?|N))?(?![\w])"
)
_MGRS = re.compile(
    rf"{_ZONE}\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])\s?(?:(?P<east>\d{{1,5}})\s(?P<north>\d{{1,5}})|(?P<digits>\d{{2,10}}))"
    r"(?!\w|[.,]\d)"
)
# Four digits or fewer name a square of a kilometre or more; so short a code may be anything.
_SURE_DIGITS = 6


def read_utm(text: str) -> Iterator[tuple[Span, Position, float]]:
    """Yield span, position and half the last digit's place in metres of each UTM reference."""
    for match in _UTM.finditer(text):
        easting, northing = match["easting"], match["northing"]
        position = from_utm(int(match["zone"]), match["band"], float(easting), float(northing))
        if position is not None:
            yield Span(match.start(), match.end()), position, max(half_place(easting), half_place(northing))


def read_mgrs(text: str, is_announced: Callable[[int], bool]) -> Iterator[tuple[Span, Position, float]]:
    """Yield span, position and half the side of the square in metres of each MGRS reference.

    `is_announced` tells whether the words before an offset speak of a grid.
    """
    for match in _MGRS.finditer(text):
        digits = match["digits"] or match["east"] + match["north"]
        if match["east"] and len(match["east"]) != len(match["north"]):
            continue
        if len(digits) < _SURE_DIGITS and not is_announced(match.start()):
            continue
        position = from_mgrs(int(match["zone"]), match["band"], match["square"], digits)
        if position is not None:
            yield Span(match.start(), match.end()), position, mgrs_side_m(digits) / 2
