"""Read dates and weekdays, and the window of days in which something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from routes.model import DateMention, Span
from routes.reading.tenses import SENTENCE_END, has_moved

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
# By so many sentences a year may be behind the day that it is told for.
_NEAR = 2
# So many characters before a date hold what it is the date of.
_LEAD = 40
_A_MONTH = timedelta(days=31)
# "The tanker, built in March 2019": a year of the ship, not of its way.
_OF_A_THING = re.compile(
    r"\b(?:built|founded|launched|signed|born|sanctioned|blacklisted|registered|bought|sold|established|opened|elected|"
    r"since|until|renamed|completed|commissioned|war|invasion)\s+(?:(?:in|on|since|of|from)\s+)?$",
    re.IGNORECASE,
)
# What brings a text back to the days of its own publication.
_NEWS = re.compile(
    r"\n\s*\n|\b(?:today|yesterday|tomorrow|now|this\s+(?:week|month|year)|last\s+(?:week|month|year)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


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

    A day without a year is that of a full date before it in its sentence, or of one that a sentence just before has for
    what moved, else the last one before the publication; where that is unknown, the one next to the nearest full date
    of the text. "In March 2019" tells a year as well. What has happened was not after the publication.

    >>> [str(found.on) for found in read_dates("On Friday and Sept. 7", date(2023, 10, 15))]
    ['2023-10-13', '2023-09-07']
    >>> [str(found.on) for found in read_dates("From Dec. 12, 2021 on; on Jan. 3", None)]
    ['2021-12-12', '2022-01-03']
    """
    days = list(_days(text))
    told = sorted([*days, *_months(text)], key=lambda each: each.span)
    found = [_mention(text, day, published, _anchor(text, day, told, published)) for day in days]
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
    if on is not None and published is not None and day.year is None and on > published and has_moved(text, day.span):
        on = _make(on.year - 1, day.month, day.day)
    return DateMention(day.span, on, text[day.span.start : day.span.end])


def _anchor(text: str, day: _Day, days: list[_Day], published: date | None) -> date | None:
    """Return the full date that tells the year of a day without one, before what the publication tells."""
    if day.year is not None:
        return None
    full = [each for each in days if each.year is not None and _make(each.year, each.month, each.day) != published]
    if published is not None:
        before = [each for each in full if each.span.end <= day.span.start]
        full = [each for each in before[-1:] if _tells_year(text, each, day, published)]
    nearest = min(full, key=lambda each: abs(each.span.start - day.span.start), default=None)
    return _make(nearest.year, nearest.month, nearest.day) if nearest and nearest.year is not None else None


def _tells_year(text: str, told: _Day, day: _Day, published: date) -> bool:
    """Return whether a full date gives its year to a day after it: in its sentence, or as the start of one story."""
    if _OF_A_THING.search(text, max(0, told.span.start - _LEAD), told.span.start):
        return False
    between = text[told.span.end : day.span.start]
    ends = len(SENTENCE_END.findall(between))
    if ends == 0:
        return True
    first = _make(told.year or 0, told.month, told.day)
    next_one = _nearest(day, first) if first is not None else None
    goes_on = first is not None and next_one is not None and first - _A_MONTH <= next_one <= published
    both_moved = has_moved(text, told.span, is_under_way=True) and has_moved(text, day.span)
    return goes_on and both_moved and ends <= _NEAR and not _NEWS.search(between)


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


def _months(text: str) -> Iterator[_Day]:
    """Yield the months that a text names with their year, each by its middle: "in March 2019"."""
    for match in _month_pattern().finditer(text):
        yield _Day(Span(match.start(), match.end()), 15, _month_number(match["month"]), int(match["year"]))


@cache
def _month_pattern() -> re.Pattern[str]:
    names = sorted((name.capitalize() for names in _MONTHS for name in names), key=len, reverse=True)
    month = "|".join(rf"{name}\b\.?" for name in names)
    return re.compile(rf"(?<!\d\s)\b(?P<month>{month}),?\s+(?:of\s+)?(?P<year>(?:1[89]|20)\d\d)\b")


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
