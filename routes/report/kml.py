"""The report as KML 2.2 (OGC 07-147r2): a folder for each shipment and one for the claims.

KML knows no dashes: what is inferred is drawn thin and pale, and says so in its name. Programs show names and
descriptions as HTML, so nothing that reaches them can be a tag.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from routes.model import Article, Claim, Dossier, Itinerary, Leg, Position, Report, Stop, letter
from routes.report.geometry import split_at_antimeridian, stated_ring
from routes.report.kml_styles import claim_style, leg_style, stop_style, styles
from routes.report.numbers import degrees, iso, km

Element = ElementTree.Element

NAMESPACE = "http://www.opengis.net/kml/2.2"
_MOST_NAME, _MOST_WORDS = 200, 2000
# What XML forbids, what turns the direction of the text around, and what separates lines.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Single angle quotes: they look alike and open no tag, in a program that reads XML twice as well.
_TAGS = str.maketrans({"<": "‹", ">": "›"})


@dataclass(frozen=True, slots=True)
class KmlWords:
    """What the caller wants said on top, in place of or beside the report's own words."""

    title: str | None = None
    standfirst: str | None = None
    credit: str | None = None


_NONE = KmlWords()


def render_kml(report: Report, words: KmlWords = _NONE) -> str:
    """Return a report as a KML document."""
    title = words.title or report.article.title or "The way of the goods"
    return _written(title, words, list(_folders(report)))


def render_dossier_kml(dossier: Dossier, words: KmlWords = _NONE) -> str:
    """Return several articles of one story as a KML document, a folder for each."""
    folders = []
    for number, report in enumerate(dossier.reports):
        name = f"{letter(number)}: {report.article.title or 'article'}"
        folders.append(_feature("Folder", name, children=_folders(report)))
    return _written(words.title or f"{len(dossier.reports)} articles compared", words, folders)


def _written(title: str, words: KmlWords, folders: Sequence[Element]) -> str:
    document = _feature("Document", title, " ".join(filter(None, (words.standfirst, words.credit, _CREDIT))))
    document.extend(styles())
    document.extend(folders)
    root = Element("kml", {"xmlns": NAMESPACE})
    root.append(document)
    ElementTree.indent(root, " ")
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ElementTree.tostring(root, encoding='unicode')}\n"


_CREDIT = "Places: GeoNames (CC BY 4.0) and the gazetteer of routes. Inferred ways are thin and pale."


def _folders(report: Report) -> Iterator[Element]:
    for number, itinerary in enumerate(report.itineraries, start=1):
        marks = (*_stops(itinerary), *_legs(report.article, itinerary))
        yield _feature("Folder", f"Shipment {number}", children=marks)
    claims = [mark for number, claim in enumerate(report.claims, 1) if (mark := _claim(report.article, claim, number))]
    if claims:
        yield _feature("Folder", "Stated distances", children=claims)


def _stops(itinerary: Itinerary) -> Iterator[Element]:
    for number, stop in enumerate(itinerary.stops, start=1):
        if stop.place is None:
            continue
        point = Element("Point")
        _add(point, "coordinates", _lonlat(stop.place.position))
        yield _feature(
            "Placemark",
            f"{number}. {stop.name}",
            _stop_words(stop),
            (_time(stop.on, stop.on), _text("styleUrl", f"#{stop_style(stop)}"), _data(_stop_data(stop)), point),
        )


def _stop_words(stop: Stop) -> str:
    assert stop.place is not None
    country = f", {stop.place.country}" if stop.place.country else ""
    return f"{stop.place.name}{country}; {stop.role.value}, {stop.status.value}; confidence {stop.confidence:.0%}"


def _stop_data(stop: Stop) -> dict[str, str]:
    assert stop.place is not None
    return {"feature": "stop", "place_id": stop.place.id, "confidence": f"{stop.confidence:.2f}"}


def _legs(article: Article, itinerary: Itinerary) -> Iterator[Element]:
    for leg in itinerary.legs:
        shape = _lines([leg.path.line]) if leg.path else None
        if shape is None:
            continue
        ends = f"{itinerary.stops[leg.origin].name} to {itinerary.stops[leg.destination].name}"
        mode = f" by {leg.mode.value}" if leg.mode else ""
        inferred = " (way inferred)" if leg.path is None or leg.path.is_inferred else ""
        yield _feature(
            "Placemark",
            f"{ends}{mode}{inferred}",
            _leg_words(article, leg),
            (_leg_time(itinerary, leg), _text("styleUrl", f"#{leg_style(leg)}"), _data(_leg_data(leg)), shape),
        )


def _leg_words(article: Article, leg: Leg) -> str:
    said = f", according to {leg.attribution.name}" if leg.attribution else ""
    ship = f"; ship {leg.vessel}" if leg.vessel else ""
    way = f"; {leg.path.method}, {km(leg.path.low_m):g} to {km(leg.path.high_m):g} km" if leg.path else ""
    return f"{leg.status.value}{said}{ship}{way}: “{article.quote(leg.evidence)}”"


def _leg_data(leg: Leg) -> dict[str, str]:
    told = {"feature": "leg", "status": leg.status.value}
    if leg.path:
        told |= {"low_km": f"{km(leg.path.low_m):g}", "high_km": f"{km(leg.path.high_m):g}"}
    return told


def _leg_time(itinerary: Itinerary, leg: Leg) -> Element | None:
    """Return the day of a leg, else the window that the text gives the whole journey."""
    if leg.on is not None or itinerary.window is None:
        return _time(leg.on, leg.on)
    return _time(itinerary.window.start, itinerary.window.end)


def _claim(article: Article, claim: Claim, number: int) -> Element | None:
    """Return the line that was measured and the ring at the stated distance, None where there is neither."""
    drawn: list[Sequence[Position]] = []
    if claim.measured is not None:
        from routes.geo import geodesic_line

        drawn.append(geodesic_line(*claim.measured.nearest))
    drawn.append(stated_ring(claim))
    shape = _lines(drawn)
    if shape is None:
        return None
    on = claim.measured.on if claim.measured else None
    told = {"feature": "claim", "outcome": claim.outcome.value}
    if claim.measured is not None:
        told["measured_km"] = f"{km(claim.measured.m):g}"
    return _feature(
        "Placemark",
        f"Claim {number}: {article.quote(claim.statement.span)} ({claim.outcome.value})",
        claim.sentence,
        (_time(on, on), _text("styleUrl", f"#{claim_style(claim)}"), _data(told), shape),
    )


def _lines(lines: Iterable[Sequence[Position]]) -> Element | None:
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
    _add(line, "tessellate", "1")
    _add(line, "coordinates", " ".join(_lonlat(position) for position in part))
    return line


def _lonlat(position: Position) -> str:
    return f"{_plain_number(position.lon)},{_plain_number(position.lat)}"


def _plain_number(value: float) -> str:
    return f"{degrees(value):.5f}".rstrip("0").rstrip(".")


def _time(begin: date | None, end: date | None) -> Element | None:
    """Return a day as TimeStamp, a time between days as TimeSpan, open where one end is not known."""
    if begin is None and end is None:
        return None
    if begin == end:
        stamp = Element("TimeStamp")
        _add(stamp, "when", iso(begin) or "")
        return stamp
    span = Element("TimeSpan")
    for name, day in (("begin", begin), ("end", end)):
        if day is not None:
            _add(span, name, day.isoformat())
    return span


def _data(told: dict[str, str]) -> Element:
    data = Element("ExtendedData")
    for name, value in told.items():
        item = ElementTree.SubElement(data, "Data", {"name": name})
        _add(item, "value", _plain(value, _MOST_NAME))
    return data


def _feature(tag: str, name: str, words: str = "", children: Iterable[Element | None] = ()) -> Element:
    """Return a feature; its children stand in the order of the schema."""
    feature = Element(tag)
    _add(feature, "name", _plain(name, _MOST_NAME))
    if words:
        _add(feature, "description", _plain(words, _MOST_WORDS))
    feature.extend(child for child in children if child is not None)
    return feature


def _text(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element


def _add(parent: Element, tag: str, text: str) -> None:
    parent.append(_text(tag, text))


def _plain(text: str, most: int) -> str:
    """Return words as one line that holds no tag and cannot turn what stands around it.

    >>> _plain("Port <b>of\\u202e\\nNajin</b>", 40)
    'Port ‹b›of Najin‹/b›'
    """
    line = " ".join(_UNSAFE.sub(" ", text).split()).translate(_TAGS)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
