"""Claims and what became of them, as JSON."""

from __future__ import annotations

import math

from routes.model import Article, Claim, End, LineVersion, Measurement, OtherMeasurement, PlacedEnd, Quantity
from routes.report.numbers import JsonObject, JsonValue, degrees, extent, figure, iso, km, latlon


def claim_object(article: Article, claim: Claim) -> JsonObject:
    statement = claim.statement
    return {
        "kind": statement.kind.value,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": article.quote(statement.span),
        "attribution": statement.attribution.name if statement.attribution else None,
        "subject": _end(claim, claim.subject, statement.subject),
        "reference": _end(claim, claim.reference, statement.reference),
        "stated": _quantity(statement.quantity),
        "also_stated": _quantity(statement.also) if statement.also else None,
        "pair_agrees": claim.pair_agrees,
        **_bearing(claim),
        "measured": _measurement(claim.measured) if claim.measured else None,
        "also_measured": _others(claim.also_measured),
        "place_chosen_by_claim": claim.place_chosen_by_claim,
        "outcome": claim.outcome.value,
        "reason": claim.reason,
        "sentence": claim.sentence,
        "holds_for": _others(claim.holds_for),
        "does_not_hold_for": _others(claim.does_not_hold_for),
        "arithmetic": list(claim.arithmetic),
    }


def _bearing(claim: Claim) -> JsonObject:
    bearing, measured = claim.statement.bearing, claim.bearing_measured_deg
    return {
        "bearing": bearing.text if bearing else None,
        "bearing_measured_deg": round(measured, 1) + 0.0 if measured is not None else None,
        "bearing_outcome": claim.bearing_outcome.value if claim.bearing_outcome else None,
    }


def _end(claim: Claim, placed: PlacedEnd | None, stated: End | None) -> JsonObject | None:
    if placed is None:
        return None
    place = placed.place
    # Of a claim that was measured, an end without a place is a line, whether the words say so or a file of the user's.
    line = claim.measured.line if claim.measured and place is None else None
    return {
        "text": placed.text,
        "name": placed.name,
        "start": stated.span.start if stated else None,
        "end": stated.span.end if stated else None,
        "lat": degrees(place.position.lat) if place else None,
        "lon": degrees(place.position.lon) if place else None,
        "place_id": place.id if place else None,
        "line": line_object(line) if line else None,
    }


def line_object(line: LineVersion) -> JsonObject:
    return {
        "id": line.id,
        "name": line.name,
        "valid_from": iso(line.valid_from),
        "valid_to": iso(line.valid_to),
        "uncertainty_km": extent(line.uncertainty_km),
        "source": line.source,
    }


def _quantity(quantity: Quantity) -> JsonObject:
    return {
        "value": figure(quantity.value),
        "value_max": figure(quantity.value_max) if quantity.value_max is not None else None,
        "unit": quantity.unit.value,
        "low_km": km(quantity.low_m),
        "high_km": km(quantity.high_m) if math.isfinite(quantity.high_m) else None,
        "modifier": quantity.modifier.value if quantity.modifier else None,
    }


def _measurement(measured: Measurement) -> JsonObject:
    return {
        "low_km": km(measured.low_m),
        "high_km": km(measured.high_m),
        "km": km(measured.m),
        "reading": measured.reading.value,
        "on": iso(measured.on),
        "border_view": measured.border_view.value if measured.border_view else None,
        "nearest": [latlon(position) for position in measured.nearest],
    }


def _others(others: tuple[OtherMeasurement, ...]) -> list[JsonValue]:
    return [
        {
            "subject": other.subject,
            "reference": other.reference,
            "km": km(other.measured.m),
            "low_km": km(other.measured.low_m),
            "high_km": km(other.measured.high_m),
        }
        for other in others
    ]
