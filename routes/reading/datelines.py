"""The line that opens a report: where it was written, when, for which agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from routes.model import Span
from routes.reading.dates import read_dates

# A dateline stands above the story: below the headline, the by-line and perhaps a summary, not further down.
_LINES = 4
_HEAD = re.compile(r"[ \t]*(?P<head>[^\W\d_a-z][^\n]{1,90}?)\s*(?:--|—|–|-(?=\s)|:)\s*(?=[\"“‘A-Z])")
_AGENCY = re.compile(r"\([^()\n]{2,40}\)|/[^/\n]{2,40}/")
_NAMES = re.compile(
    r"[\s,.]*(?:[^\W\d_a-z][\w'’-]*(?:[\s,.]+(?:(?:de|del|di|da|do|la|le|al|el|of|upon|sur)\s+)*|$)){1,7}[\s,.]*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words before the dash; `day` are those for the day, `on` is the day where the year stands with it."""

    span: Span
    day: Span | None = None
    on: date | None = None


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline of a report; None where none of its first lines has one.

    >>> found = find_dateline("ODESA, Ukraine, March 20, 2024 (Reuters) - The ship left.")
    >>> str(found.on), found.span
    ('2024-03-20', Span(start=0, end=40))
    """
    start, seen = 0, 0
    while start < len(text) and seen < _LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = _in_line(text, start, end)
        if found is not None:
            return found
        seen += bool(text[start:end].strip())
        start = end + 1
    return None


def _in_line(text: str, start: int, end: int) -> Dateline | None:
    match = _HEAD.match(text, start, end)
    if match is None:
        return None
    head, at = match["head"], match.start("head")
    days = read_dates(head, None)
    rest = _AGENCY.sub(lambda agency: " " * len(agency.group()), head)
    for day in days:
        rest = rest[: day.span.start] + " " * len(day.span) + rest[day.span.end :]
    if not (days or _AGENCY.search(head)) or _NAMES.fullmatch(rest) is None:
        return None
    dated = next((day for day in days if day.text[-1].isdigit()), None)
    span = Span(at, match.end("head"))
    if dated is None:
        return Dateline(span)
    return Dateline(span, Span(at + dated.span.start, at + dated.span.end), dated.on)
