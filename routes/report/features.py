"""The report as GeoJSON: stops, legs, the lines that claims were measured along, the rings at stated distances."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Article, Claim, Dossier, Itinerary, Leg, PlacedEnd, Report, Stop, letter
from routes.report.bounds import bounding_box
from routes.report.document import dump
from routes.report.geometry import line_geometry, point_geometry, ring_geometry
from routes.report.itinerary_document import hours_band
from routes.report.numbers import JsonObject, JsonValue, iso, km, score


def render_geojson(report: Report) -> str:
    """Return a FeatureCollection (RFC 7946) as JSON text.

    The property `feature` tells stops, legs, claims and rings apart. What could not be placed has no geometry.
    """
    return _collection(
        list(_features(report)),
        {
            "title": report.article.title,
            "published": iso(report.article.published_on),
            "border_view": report.border_view.value,
        },
    )


def render_dossier_geojson(dossier: Dossier) -> str:
    """Return the features of all articles of a dossier; the property `article` is the letter of the one that tells."""
    features: list[JsonObject] = []
    for number, report in enumerate(dossier.reports):
        features.extend(_features(report, article=letter(number)))
    return _collection(features, {})


def _collection(features: list[JsonObject], told: JsonObject) -> str:
    geometries = (geometry for feature in features if isinstance(geometry := feature["geometry"], dict))
    box = bounding_box(geometries)
    edges: JsonObject = {} if box is None else {"bbox": box}
    return dump({"type": "FeatureCollection", **told, **edges, "features": features})


def _features(report: Report, **told: JsonValue) -> Iterator[JsonObject]:
    for number, itinerary in enumerate(report.itineraries, start=1):
        for feature in (*_stops(itinerary, number), *_legs(report.article, itinerary, number)):
            yield _with(feature, told)
    for claim in report.claims:
        yield _with(_claim(report.article, claim), told)
        yield from (_with(feature, told) for feature in _rings(report.article, claim))


def _with(feature: JsonObject, told: JsonObject) -> JsonObject:
    properties = feature["properties"]
    assert isinstance(properties, dict)
    return {**feature, "properties": {**properties, **told}}


def _feature(kind: str, geometry: JsonValue, properties: JsonObject) -> JsonObject:
    return {"type": "Feature", "geometry": geometry, "properties": {"feature": kind, **properties}}


def _stops(itinerary: Itinerary, shipment: int) -> Iterator[JsonObject]:
    for number, stop in enumerate(itinerary.stops, start=1):
        geometry = point_geometry(stop.place.position) if stop.place else None
        yield _feature("stop", geometry, {"shipment": shipment, "number": number, **_stop(stop)})


def _stop(stop: Stop) -> JsonObject:
    return {
        "name": stop.name,
        "place": stop.place.name if stop.place else None,
        "place_id": stop.place.id if stop.place else None,
        "country": stop.place.country if stop.place else None,
        "role": stop.role.value,
        "status": stop.status.value,
        "confidence": score(stop.confidence),
    }


def _legs(article: Article, itinerary: Itinerary, shipment: int) -> Iterator[JsonObject]:
    for leg in itinerary.legs:
        geometry = line_geometry(leg.path.line) if leg.path else None
        names = {
            "from": itinerary.stops[leg.origin].name,
            "to": itinerary.stops[leg.destination].name,
        }
        yield _feature("leg", geometry, {"shipment": shipment, **names, **_leg(article, leg)})


def _leg(article: Article, leg: Leg) -> JsonObject:
    path = leg.path
    return {
        "mode": leg.mode.value if leg.mode else None,
        "mode_inferred": leg.mode_inferred,
        "vessel": leg.vessel,
        "carrier": leg.carrier,
        "status": leg.status.value,
        "attribution": leg.attribution.name if leg.attribution else None,
        "evidence": article.quote(leg.evidence),
        "method": path.method if path else None,
        "path_inferred": path.is_inferred if path else None,
        "length_km": [km(path.low_m), km(path.high_m)] if path else None,
        "hours": hours_band(path) if path else None,
    }


def _claim(article: Article, claim: Claim) -> JsonObject:
    measured, statement = claim.measured, claim.statement
    properties: JsonObject = {
        "text": article.quote(statement.span),
        "outcome": claim.outcome.value,
        "sentence": claim.sentence,
        "attribution": statement.attribution.name if statement.attribution else None,
        "subject": claim.subject.name if claim.subject else None,
        "reference": claim.reference.name if claim.reference else None,
        "measured_km": km(measured.m) if measured else None,
        "measured_low_km": km(measured.low_m) if measured else None,
        "measured_high_km": km(measured.high_m) if measured else None,
        "on": iso(measured.on) if measured else None,
    }
    return _feature("claim", _claim_geometry(claim), properties)


def _rings(article: Article, claim: Claim) -> Iterator[JsonObject]:
    """Yield the area within the stated distance, where a circle shows it."""
    geometry, centre = ring_geometry(claim), claim.ring_centre
    if geometry is not None and centre is not None:
        statement = claim.statement
        yield _feature(
            "ring",
            geometry,
            {
                "text": article.quote(statement.span),
                "outcome": claim.outcome.value,
                "around": centre.name,
                "radius_km": km(statement.quantity.value_m),
            },
        )


def _claim_geometry(claim: Claim) -> JsonObject | None:
    if claim.measured is None:
        known = next((end.place for end in _ends(claim) if end.place), None)
        return point_geometry(known.position) if known else None
    from routes.geo import geodesic_line

    return line_geometry(geodesic_line(*claim.measured.nearest))


def _ends(claim: Claim) -> Iterator[PlacedEnd]:
    for end in (claim.subject, claim.reference):
        if end is not None:
            yield end
