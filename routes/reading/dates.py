"""Read dates and weekdays, and the window of days in which something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from routes.model import DateMention, Span

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# News names a day without its year while it is near; a day further ahead than this is last year's.
_AHEAD = timedelta(days=60)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])|\n")


@dataclass(frozen=True, slots=True)
class DateRange:
    """Two dates of which the text makes a range ("between Sept. 7 and Oct. 1")."""

    span: Span
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class _Day:
    span: Span
    day: int
    month: int
    year: int | None


def day_words(on: date, *, with_year: bool = True) -> str:
    """Return a date as in running text. Not strftime, which follows the machine's locale.

    >>> day_words(date(2023, 10, 15)), day_words(date(2023, 10, 15), with_year=False)
    ('15 October 2023', '15 October')
    """
    month = _MONTHS[on.month - 1][0].capitalize()
    return f"{on.day} {month} {on.year}" if with_year else f"{on.day} {month}"


def read_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Return the days that a text names; `on` is None where nothing anchors them.

    A day without a year is that of a full date before it in its sentence, else the last one before the publication;
    where that is unknown, the one next to the nearest full date of the text.

    >>> [str(found.on) for found in read_dates("On Friday and Sept. 7", date(2023, 10, 15))]
    ['2023-10-13', '2023-09-07']
    >>> [str(found.on) for found in read_dates("From Dec. 12, 2021 on; on Jan. 3", None)]
    ['2021-12-12', '2022-01-03']
    """
    days = list(_days(text))
    found = [_mention(text, day, published, _anchor(text, day, days, published)) for day in days]
    found += _weekdays(text, published)
    return tuple(sorted(found, key=lambda mention: mention.span))


def read_ranges(text: str, published: date | None) -> tuple[DateRange, ...]:
    """Return the ranges of days in a text: "between A and B", "from A to B", "A-B", "Sept. 7 to 12".

    >>> found = read_ranges("between Sept. 7 and Oct. 1", date(2023, 10, 15))[0]
    >>> str(found.start), str(found.end)
    ('2023-09-07', '2023-10-01')
    """
    days = list(_days(text))
    found = []
    for first in days:
        second = _range_end(text, first, days)
        if second is not None:
            found.append(_range(first, second, published))
    return tuple(found)


def _range_end(text: str, first: _Day, days: list[_Day]) -> _Day | None:
    joint = re.compile(r"\s*(?:-|–|—|to|through|until|till|and)\s*").match(text, first.span.end)
    if joint is None or (joint.group().strip() == "and" and not _opens_with_between(text, first)):
        return None
    for day in days:
        if day.span.start == joint.end():
            return day
    bare = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:[:,.]\d|%|km|mi|p\.m|a\.m))").match(text, joint.end())
    if bare and first.day < int(bare.group(1)) <= 31:
        return _Day(Span(bare.start(), bare.end()), int(bare.group(1)), first.month, first.year)
    return None


def _opens_with_between(text: str, day: _Day) -> bool:
    return re.search(r"\bbetween\s+$", text[: day.span.start], re.IGNORECASE) is not None


def _range(first: _Day, second: _Day, published: date | None) -> DateRange:
    end = _resolve(second, published)
    if first.year is None and end is not None:
        # The range ends at `end`: its first day is the last such day before it.
        start = _make(end.year, first.month, first.day)
        if start is not None and start > end:
            start = _make(end.year - 1, first.month, first.day)
    else:
        start = _resolve(first, published)
    return DateRange(first.span.to(second.span), start, end)


def _mention(text: str, day: _Day, published: date | None, anchor: date | None) -> DateMention:
    on = _nearest(day, anchor) if anchor is not None else _resolve(day, published)
    return DateMention(day.span, on, text[day.span.start : day.span.end])


def _anchor(text: str, day: _Day, days: list[_Day], published: date | None) -> date | None:
    """Return the full date that tells the year of a day without one, before what the publication tells."""
    if day.year is not None:
        return None
    full = [each for each in days if each.year is not None and _make(each.year, each.month, each.day) != published]
    before = [each for each in full if each.span.end <= day.span.start]
    if published is not None:
        full = [each for each in before[-1:] if not _SENTENCE_END.search(text, each.span.end, day.span.start)]
    nearest = min(full, key=lambda each: abs(each.span.start - day.span.start), default=None)
    return _make(nearest.year, nearest.month, nearest.day) if nearest and nearest.year is not None else None


def _nearest(day: _Day, anchor: date) -> date | None:
    """Return the day of no year that lies next to a full date."""
    around = (_make(anchor.year + shift, day.month, day.day) for shift in (0, 1, -1))
    return min((each for each in around if each is not None), key=lambda each: abs(each - anchor), default=None)


def _resolve(day: _Day, published: date | None) -> date | None:
    if day.year is not None:
        return _make(day.year, day.month, day.day)
    if published is None:
        return None
    candidates = [_make(published.year + shift, day.month, day.day) for shift in (1, 0, -1)]
    past = [found for found in candidates if found is not None and found - published <= _AHEAD]
    return past[0] if past else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 June, year 0
        return None


def _days(text: str) -> Iterator[_Day]:
    taken = -1
    for match in _day_pattern().finditer(text):
        if match.start() < taken:
            continue
        group = match.groupdict()
        if group["iso"]:
            year, month, day = (int(part) for part in group["iso"].split("-"))
        else:
            name = group["m1"] or group["m2"]
            day = int(group["d1"] or group["d2"])
            month = _month_number(name)
            stated = group["y1"] or group["y2"]
            year = int(stated) if stated else None  # type: ignore[assignment]
        if 1 <= day <= 31 and 1 <= month <= 12:
            taken = match.end()
            yield _Day(Span(match.start(), match.end()), day, month, year)


def _month_number(name: str) -> int:
    folded = name.rstrip(".").casefold()
    return next(number for number, names in enumerate(_MONTHS, 1) if folded in names)


@cache
def _day_pattern() -> re.Pattern[str]:
    names = sorted((name for names in _MONTHS for name in names), key=len, reverse=True)
    month = "|".join(rf"{name}\b\.?" for name in names)
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
    year = r"(?:,?\s+(?P<{}>(?:1[89]|20)\d\d)\b)?"
    # "May 7" is a date, "may 7 tankers" is none: month names stand capitalised or in full capitals.
    cased = rf"(?-i:(?=[A-Z]))(?P<m{{}}>{month})"
    return re.compile(
        rf"\b(?P<iso>(?:1[89]|20)\d\d-\d\d-\d\d)\b"
        rf"|\b{cased.format(1)}\s+{day.format('d1')}\b(?!\s*(?:%|km\b|miles\b|[.,:]\d)){year.format('y1')}"
        rf"|\b{day.format('d2')}\s+(?:of\s+)?{cased.format(2)}{year.format('y2')}",
        re.IGNORECASE,
    )


def _weekdays(text: str, published: date | None) -> Iterator[DateMention]:
    for match in re.finditer(r"\b(?:(last|next)\s+)?(" + "|".join(_WEEKDAYS) + r")\b", text, re.IGNORECASE):
        if match.group(2)[0].isupper():
            span = Span(match.start(), match.end())
            yield DateMention(span, _weekday(match, published), match.group())


def _weekday(match: re.Match[str], published: date | None) -> date | None:
    if published is None:
        return None
    wanted = _WEEKDAYS.index(match.group(2).casefold())
    is_next = (match.group(1) or "").casefold() == "next"
    days = (wanted - published.weekday() - 1) % 7 + 1 if is_next else -((published.weekday() - wanted) % 7)
    try:
        return published + timedelta(days=days)
    except OverflowError:  # the first or the last week of the calendar
        return None
