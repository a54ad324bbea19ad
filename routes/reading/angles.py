"""Angles of latitude and longitude as people write them: 44.05 N, 44°03′12″ N, 44-03.2N, N 44 03 12, 440312N."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from routes.model import Span

# Bounded everywhere, so that a text of blanks costs no more than its length.
_S = r"\s{0,3}"
_DEGREE = rf"{_S}(?:°|º|˚|degrees?\b|deg\b\.?)"
_MINUTE = rf"{_S}(?:['′’‘ʹ´`]|minutes?\b|min\b\.?)"
_SECOND = rf"{_S}(?:\"|″|”|“|''|′′|’’|ʺ|seconds?\b|sec\b\.?)"
_DECIMALS = r"(?:[.,]\d{1,12})?"
_LABEL = r"(?:\b(?:(?:lat|lon|long)\b\.?|latitude|longitude)\s{0,3}[:=]?\s{0,3}(?:of\s{1,3})?)"
_AFTER = (
    rf"{_S}(?P<after>[NSEW](?![\w°])|(?i:north|south|east|west)\b)"
    rf"(?:\.?{_S}(?i:latitude|longitude|(?:lat|lon|long)\b\.?))?"
)
_MARKED = (
    rf"(?P<d1>\d{{1,3}}){_DEGREE}{_S}(?P<m1>\d{{1,2}}{_DECIMALS})"
    rf"(?:{_MINUTE}(?:{_S}(?P<s1>\d{{1,2}}{_DECIMALS}){_SECOND})?)?"
)
_PARTED = r"(?P<d2>\d{1,3})[\s:-]{1,2}(?P<m2>\d{2}(?:\.\d{1,12})?)(?:[\s:-]{1,2}(?P<s2>\d{2}(?:\.\d{1,12})?))?"
_PLAIN = rf"(?P<d3>\d{{1,3}}{_DECIMALS})(?P<sign_of_degree>{_DEGREE})?"
_COMPACT = (
    r"(?P<d4>\d{2,3})(?P<m4>\d{2}(?:\.\d{1,12})?)(?=[NSEW])"
    r"|(?P<d5>\d{2,3})(?P<m5>\d{2})(?P<s5>\d{2}(?:\.\d{1,12})?)(?=[NSEW])"
)
_BODY = rf"(?:{_MARKED}|{_PARTED}|{_COMPACT}|{_PLAIN})"
_START = r"(?<![\w.,°/$€£¥#+-])(?!(?<=\d[\s:])\d)"
# "and" does not part "N 44 and E 131"; what stands before a number may be its own hemisphere or that of the last one.
_HEMISPHERE_AFTER = re.compile(rf"{_START}{_LABEL}?{_BODY}{_AFTER}", re.DOTALL)
_HEMISPHERE_BEFORE = re.compile(rf"{_START}{_LABEL}?(?P<after>[NSEW])\.?{_S}{_BODY}(?![\w°%]|[.,]\d)")
_LABELLED = re.compile(
    rf"{_START}\b(?P<label>lat|lon)(?:g|gitude|itude)?\b\.?{_S}[:=]?{_S}(?:of\s{{1,3}})?"
    rf"(?P<minus>[-−–+])?(?P<d3>\d{{1,3}}(?:\.\d{{1,12}})?)(?P<sign_of_degree>{_DEGREE})?(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Angle:
    """An angle in degrees, south and west negative. `half_deg` is half the place of its last digit.

    `is_plain` marks a whole number without any sign of being an angle.
    """

    span: Span
    deg: float
    half_deg: float
    is_latitude: bool
    is_plain: bool


def read_angles(text: str) -> Iterator[tuple[Angle, ...]]:
    """Yield the angles of a text, one way of writing after the other; within each in order."""
    for pattern in (_HEMISPHERE_AFTER, _HEMISPHERE_BEFORE, _LABELLED):
        found = (_angle(match) for match in pattern.finditer(text))
        yield tuple(angle for angle in found if angle is not None)


def half_place(digits: str) -> float:
    """Return half the place of the last digit of a number, as written.

    >>> half_place("44"), half_place("44.05")
    (0.5, 0.005)
    """
    _, _, decimals = digits.replace(",", ".").partition(".")
    return round(0.5 * 10.0 ** -len(decimals), 15)


def _angle(match: re.Match[str]) -> Angle | None:
    groups = match.groupdict()
    parts = [part for part in (_first(groups, letter) for letter in "dms") if part is not None]
    if any("." in part or "," in part for part in parts[:-1]):
        return None
    numbers = [float(part.replace(",", ".")) for part in parts]
    is_latitude = _is_latitude(groups)
    deg = sum(number / 60.0**place for place, number in enumerate(numbers))
    if any(number >= 60 for number in numbers[1:]) or deg > (90 if is_latitude else 180):
        return None
    is_plain = len(parts) == 1 and half_place(parts[0]) == 0.5 and not groups.get("sign_of_degree")
    half_deg = half_place(parts[-1]) / 60.0 ** (len(parts) - 1)
    # Adding zero turns -0.0 into 0.0.
    signed = (-deg if _is_negative(groups) else deg) + 0.0
    return Angle(Span(match.start(), match.end()), signed, half_deg, is_latitude, is_plain)


def _first(groups: dict[str, str | None], letter: str) -> str | None:
    return next((value for name, value in groups.items() if name[0] == letter and name[1:].isdigit() and value), None)


def _is_latitude(groups: dict[str, str | None]) -> bool:
    hemisphere = groups.get("after")
    return hemisphere[0].upper() in "NS" if hemisphere else (groups["label"] or "").casefold() == "lat"


def _is_negative(groups: dict[str, str | None]) -> bool:
    hemisphere = groups.get("after")
    return hemisphere[0].upper() in "SW" if hemisphere else groups.get("minus") not in (None, "+")
