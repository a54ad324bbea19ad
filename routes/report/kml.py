"""The report as KML 2.2 (OGC 07-147r2): a folder for each shipment and one for the claims.

KML knows no dashes: what is inferred is drawn thin and pale, and says so in its name. Programs show names and
descriptions as HTML, so nothing that reaches them can be a tag.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from routes.model import Article, Claim, Dossier, Itinerary, Leg, Position, Report, Stop, letter
from routes.report.geometry import stated_ring
from routes.report.kml_elements import add, data, feature, line_shape, lonlat_text, text_element, time
from routes.report.kml_styles import claim_style, leg_style, stop_style, styles
from routes.report.numbers import km

Element = ElementTree.Element

NAMESPACE = "http://www.opengis.net/kml/2.2"


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
        folders.append(feature("Folder", name, children=_folders(report)))
    return _written(words.title or f"{len(dossier.reports)} articles compared", words, folders)


def _written(title: str, words: KmlWords, folders: Sequence[Element]) -> str:
    document = feature("Document", title, " ".join(filter(None, (words.standfirst, words.credit, _CREDIT))))
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
        yield feature("Folder", f"Shipment {number}", children=marks)
    claims = [mark for number, claim in enumerate(report.claims, 1) if (mark := _claim(report.article, claim, number))]
    if claims:
        yield feature("Folder", "Stated distances", children=claims)


def _stops(itinerary: Itinerary) -> Iterator[Element]:
    for number, stop in enumerate(itinerary.stops, start=1):
        if stop.place is None:
            continue
        point = Element("Point")
        add(point, "coordinates", lonlat_text(stop.place.position))
        yield feature(
            "Placemark",
            f"{number}. {stop.name}",
            _stop_words(stop),
            (time(stop.on, stop.on), text_element("styleUrl", f"#{stop_style(stop)}"), data(_stop_data(stop)), point),
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
        shape = line_shape([leg.path.line]) if leg.path else None
        if shape is None:
            continue
        ends = f"{itinerary.stops[leg.origin].name} to {itinerary.stops[leg.destination].name}"
        mode = f" by {leg.mode.value}" if leg.mode else ""
        inferred = " (way inferred)" if leg.path is None or leg.path.is_inferred else ""
        yield feature(
            "Placemark",
            f"{ends}{mode}{inferred}",
            _leg_words(article, leg),
            (_leg_time(itinerary, leg), text_element("styleUrl", f"#{leg_style(leg)}"), data(_leg_data(leg)), shape),
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
        return time(leg.on, leg.on)
    return time(itinerary.window.start, itinerary.window.end)


def _claim(article: Article, claim: Claim, number: int) -> Element | None:
    """Return the line that was measured and the ring at the stated distance, None where there is neither."""
    drawn: list[Sequence[Position]] = []
    if claim.measured is not None:
        from routes.geo import geodesic_line

        drawn.append(geodesic_line(*claim.measured.nearest))
    drawn.append(stated_ring(claim))
    shape = line_shape(drawn)
    if shape is None:
        return None
    on = claim.measured.on if claim.measured else None
    told = {"feature": "claim", "outcome": claim.outcome.value}
    if claim.measured is not None:
        told["measured_km"] = f"{km(claim.measured.m):g}"
    return feature(
        "Placemark",
        f"Claim {number}: {article.quote(claim.statement.span)} ({claim.outcome.value})",
        claim.sentence,
        (time(on, on), text_element("styleUrl", f"#{claim_style(claim)}"), data(told), shape),
    )
