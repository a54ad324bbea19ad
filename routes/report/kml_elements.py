"""The elements of KML that a feature is made of: names, times, data, shapes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from datetime import date

from routes.model import Position
from routes.report.geometry import split_at_antimeridian
from routes.report.numbers import degrees, iso
from routes.report.plain import UNSAFE

Element = ElementTree.Element

_MOST_NAME, _MOST_WORDS = 200, 2000
# What a terminal must not get either, what XML forbids besides, and the space that nobody sees.
_UNSAFE = re.compile(f"{UNSAFE.pattern}|[\u200b\ufffe\uffff]")
# Single angle quotes: they look alike and open no tag, in a program that reads XML twice as well.
_TAGS = str.maketrans({"<": "‹", ">": "›"})


def line_shape(lines: Iterable[Sequence[Position]]) -> Element | None:
    """Return lines as one geometry, cut where they cross the antimeridian; None where there is none."""
    parts = [part for line in lines for part in split_at_antimeridian(line)]
    if not parts:
        return None
    found = [_line(part) for part in parts]
    if len(found) == 1:
        return found[0]
    together = Element("MultiGeometry")
    together.extend(found)
    return together


def _line(part: Sequence[Position]) -> Element:
    line = Element("LineString")
    add(line, "tessellate", "1")
    add(line, "coordinates", " ".join(lonlat_text(position) for position in part))
    return line


def lonlat_text(position: Position) -> str:
    return f"{_plain_number(position.lon)},{_plain_number(position.lat)}"


def _plain_number(value: float) -> str:
    return f"{degrees(value):.5f}".rstrip("0").rstrip(".")


def time(begin: date | None, end: date | None) -> Element | None:
    """Return a day as TimeStamp, a time between days as TimeSpan, open where one end is not known."""
    if begin is None and end is None:
        return None
    if begin == end:
        stamp = Element("TimeStamp")
        add(stamp, "when", iso(begin) or "")
        return stamp
    span = Element("TimeSpan")
    for name, day in (("begin", begin), ("end", end)):
        if day is not None:
            add(span, name, day.isoformat())
    return span


def data(told: dict[str, str]) -> Element:
    data = Element("ExtendedData")
    for name, value in told.items():
        item = ElementTree.SubElement(data, "Data", {"name": name})
        add(item, "value", _plain(value, _MOST_NAME))
    return data


def feature(tag: str, name: str, words: str = "", children: Iterable[Element | None] = ()) -> Element:
    """Return a feature; its children stand in the order of the schema."""
    feature = Element(tag)
    add(feature, "name", _plain(name, _MOST_NAME))
    if words:
        add(feature, "description", _plain(words, _MOST_WORDS))
    feature.extend(child for child in children if child is not None)
    return feature


def text_element(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element


def add(parent: Element, tag: str, text: str) -> None:
    parent.append(text_element(tag, text))


def _plain(text: str, most: int) -> str:
    """Return words as one line that holds no tag and cannot turn what stands around it.

    >>> _plain("Port <b>of\\u202e\\nNajin</b>", 40)
    'Port ‹b›of Najin‹/b›'
    """
    line = " ".join(_UNSAFE.sub(" ", text).split()).translate(_TAGS)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
