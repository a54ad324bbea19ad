"""Read coordinates: two angles, two bare decimal numbers that the text calls a position, a grid reference.

Scores, prices, versions and dates look much like them. Bare numbers need two decimals each and a bracket around
the two or a word that announces a position; what lies outside the globe is no position.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from routes.model import Position, Span
from routes.reading.angles import Angle, half_place, read_angles
from routes.reading.grid_references import read_mgrs, read_utm
from routes.resources import read_lexicon

# The longest degree of latitude and of longitude on WGS 84, rounded up: an extent may be too wide, not too narrow.
_DEGREE_M = 111_700.0
_BETWEEN = re.compile(r"\s{0,3}(?:[,;/|]|and|by|[-–]\s)?\s{0,3}", re.IGNORECASE)
_NUMBER = r"[-−–+]?\d{1,3}\.\d{2,12}"
_PAIR = re.compile(
    rf"(?<![\w.,°$€£¥#/:+−–-])(?P<lat>{_NUMBER})°?(?P<between>\s{{0,2}}[,;/]\s{{0,2}}|\s{{1,2}}(?:and\s{{1,2}})?)"
    rf"(?P<lon>{_NUMBER})°?(?![\w%°]|[.,:/-]\d)"
)
# Four decimals are 11 m; no other pair of figures is so fine behind "at".
_FINE_DECIMALS = 4
_LOCATIVE = re.compile(r"\b(?:at|near|from|to)\s{1,2}$", re.IGNORECASE)
_OPEN = re.compile(r"[(\[]\s{0,2}$")
_CLOSE = re.compile(r"\s{0,2}[)\];]")
# Between the word that announces a position and its numbers.
_LEAD = r"\b[^\d.!?\n()\[\]]{0,30}[(\[]?\s{0,2}$"
_LOOK_BACK = 60
# A cheap sign that something in the text may be a position at all.
_HINT = re.compile(
    r"\d(?:[^\w\n]{0,5}(?:[NSEW](?!\w)|[°º˚]|[nN]orth|[sS]outh|[eE]ast|[wW]est|deg)|\.\d\d|\s?[C-X](?=[\s,;:A-Z]))"
    r"|[NSEW](?=\.?\s{0,3}\d)|\b[lL](?:at|on|ong|atitude|ongitude)\b[.:=\s]{1,3}[-−–+\d]"
)


class Notation(Enum):
    """How a position is written."""

    ANGLES = "latitude and longitude"
    DECIMALS = "decimal degrees"
    UTM = "UTM reference"
    MGRS = "MGRS reference"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A position in the text. `half_m` is half the place of the last digit written, in metres."""

    span: Span
    position: Position
    half_m: float
    notation: Notation


def read_coordinates(text: str) -> tuple[Coordinates, ...]:
    """Return the positions that a text gives in figures, in order.

    >>> found = read_coordinates("She sank at 44°03′N 131°16′E.")[0]
    >>> round(found.position.lat, 2), round(found.position.lon, 2), round(found.half_m)
    (44.05, 131.27, 931)
    """
    if not _HINT.search(text):
        return ()
    found = sorted(_all(text), key=lambda each: (each.span.start, -each.span.end))
    kept: list[Coordinates] = []
    for each in found:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


def _all(text: str) -> Iterator[Coordinates]:
    for angles in read_angles(text):
        yield from _of_angles(text, angles)
    yield from _bare(text)
    for span, position, half_m in read_utm(text):
        yield Coordinates(span, position, half_m, Notation.UTM)
    for span, position, half_m in read_mgrs(text, lambda start: _announced(text, start, "grid")):
        yield Coordinates(span, position, half_m, Notation.MGRS)


def _of_angles(text: str, angles: tuple[Angle, ...]) -> Iterator[Coordinates]:
    used = -1
    for first, second in pairwise(angles):
        if first.span.start < used or first.is_latitude is second.is_latitude:
            continue
        if not _BETWEEN.fullmatch(text, first.span.end, second.span.start):
            continue
        # "5 N, 10 E" may be a corner of two streets.
        if first.is_plain and second.is_plain and not _announced(text, first.span.start, "for"):
            continue
        used = second.span.end
        lat, lon = (first, second) if first.is_latitude else (second, first)
        yield _located(first.span.to(second.span), lat.deg, lon.deg, (lat.half_deg, lon.half_deg), Notation.ANGLES)


def _bare(text: str) -> Iterator[Coordinates]:
    for match in _PAIR.finditer(text):
        lat, lon = _number(match["lat"]), _number(match["lon"])
        if abs(lat) > 90 or abs(lon) > 180 or not _is_position(text, match):
            continue
        halves = (half_place(match["lat"]), half_place(match["lon"]))
        yield _located(Span(match.start(), match.end()), lat, lon, halves, Notation.DECIMALS)


def _is_position(text: str, match: re.Match[str]) -> bool:
    if _announced(text, match.start(), "for") or (
        _is_fine(match) and _LOCATIVE.search(text[max(0, match.start() - 8) : match.start()])
    ):
        return True
    lead = text[max(0, match.start() - 3) : match.start()]
    in_brackets = bool(_OPEN.search(lead) and _CLOSE.match(text, match.end()))
    has_comma = not match["between"].isspace() and "and" not in match["between"]
    if not (in_brackets and has_comma) or _announced(text, match.start(), "against"):
        return False
    written = (match["lat"], match["lon"])
    return not (all(map(_may_be_time, written)) or all(map(_may_be_share, written)))


def _is_fine(match: re.Match[str]) -> bool:
    return all(len(match[part].partition(".")[2]) >= _FINE_DECIMALS for part in ("lat", "lon"))


def _may_be_time(written: str) -> bool:
    """Return whether a number looks like a time of day, 10.30."""
    hour, _, minute = written.partition(".")
    return hour.isdigit() and len(minute) == 2 and int(hour) < 24 and int(minute) < 60


def _may_be_share(written: str) -> bool:
    """Return whether a number of two decimals is as small as ratios and their intervals are."""
    units, _, decimals = written.partition(".")
    return len(decimals) == 2 and len(units.lstrip("-−–+")) == 1


def _announced(text: str, start: int, role: str) -> bool:
    """Return whether the words right before an offset say what the figures are."""
    return _cues(role).search(text[max(0, start - _LOOK_BACK) : start]) is not None


def _number(written: str) -> float:
    return float(written.replace("−", "-").replace("–", "-")) + 0.0


def _located(span: Span, lat: float, lon: float, halves: tuple[float, float], notation: Notation) -> Coordinates:
    half_lat, half_lon = halves
    half_m = _DEGREE_M * max(half_lat, half_lon * math.cos(math.radians(lat)))
    return Coordinates(span, Position(lat=lat, lon=lon), half_m, notation)


@cache
def _cues(role: str) -> re.Pattern[str]:
    words = (entry for entry, fields in read_lexicon("coordinate_cues") if fields == (role,))
    longest_first = sorted(words, key=len, reverse=True)
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)
    money = r"|[%$€£¥]\s{0,2}[(\[]?\s{0,2}$" if role == "against" else ""
    return re.compile(rf"\b(?:{choice}){_LEAD}{money}", re.IGNORECASE)
