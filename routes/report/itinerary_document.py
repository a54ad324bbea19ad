"""The way of the goods, as JSON."""

from __future__ import annotations

from datetime import date

from routes.model import Cargo, Feasibility, Itinerary, Leg, Path, Stop, Vessel
from routes.report.geometry import line_geometry
from routes.report.numbers import JsonObject, JsonValue, degrees, extent, figure, hours, iso, km, score

_DAY = "day"


def itinerary_object(itinerary: Itinerary) -> JsonObject:
    window = itinerary.window
    dates = dates_object(window.start, window.end) if window else None
    if dates and window:
        dates["attribution"] = window.attribution.name if window.attribution else None
    return {
        "stops": [_stop(stop) for stop in itinerary.stops],
        "legs": [_leg(leg) for leg in itinerary.legs],
        "vessels": [_vessel(vessel) for vessel in itinerary.vessels],
        "cargo": [_cargo(cargo) for cargo in itinerary.cargo],
        "dates": dates,
        "feasible": _feasible(itinerary.feasibility) if itinerary.feasibility else None,
    }


def dates_object(start: date | None, end: date | None) -> JsonObject | None:
    if start is None and end is None:
        return None
    return {
        "start": iso(start),
        "end": iso(end),
        "start_precision": _DAY if start else None,
        "end_precision": _DAY if end else None,
    }


def _stop(stop: Stop) -> JsonObject:
    place = stop.place
    return {
        "name": stop.name,
        "named": stop.named,
        "country": place.country if place else None,
        "lat": degrees(place.position.lat) if place else None,
        "lon": degrees(place.position.lon) if place else None,
        "place_id": place.id if place else None,
        "kind": place.kind.value if place else None,
        "confidence": score(stop.confidence),
        "precision_km": extent(place.extent_km) if place else None,
        "role": stop.role.value,
        "status": stop.status.value,
        "dates": dates_object(stop.on, stop.on),
        "start": stop.span.start,
        "end": stop.span.end,
    }


def _leg(leg: Leg) -> JsonObject:
    return {
        "from": leg.origin,
        "to": leg.destination,
        "mode": leg.mode.value if leg.mode else None,
        "mode_inferred": leg.mode_inferred,
        "vessel": leg.vessel,
        "carrier": leg.carrier,
        "status": leg.status.value,
        "attribution": leg.attribution.name if leg.attribution else None,
        "dates": dates_object(leg.on, leg.on),
        "evidence": [leg.evidence.start, leg.evidence.end],
        "path": path_object(leg.path) if leg.path else None,
        "no_path": leg.no_path,
    }


def path_object(path: Path) -> JsonObject:
    return {
        "method": path.method,
        "inferred": path.is_inferred,
        "km": km(path.m) if path.m is not None else None,
        "length_km": [km(path.low_m), km(path.high_m)],
        "hours": hours_band(path),
        "services": services(path),
        "passages": list(path.passages),
        "notes": list(path.notes),
        "geometry": line_geometry(path.line),
    }


def hours_band(path: Path) -> list[JsonValue] | None:
    if path.low_hours is None or path.high_hours is None:
        return None
    return [hours(path.low_hours), hours(path.high_hours)]


def services(path: Path) -> list[JsonValue]:
    """Return the hours of each kind of service, shortest and longest."""
    return [
        {"service": time.service, "hours": [hours(time.low_hours), hours(time.high_hours)]} for time in path.services
    ]


def _vessel(vessel: Vessel) -> JsonObject:
    return {
        "name": vessel.name,
        "flag": vessel.flag,
        "imo": vessel.imo,
        "start": vessel.span.start,
        "end": vessel.span.end,
    }


def _cargo(cargo: Cargo) -> JsonObject:
    return {
        "text": cargo.text,
        "low": figure(cargo.low) if cargo.low is not None else None,
        "high": figure(cargo.high) if cargo.high is not None else None,
        "unit": cargo.unit,
        "hedge": cargo.hedge,
        "start": cargo.span.start,
        "end": cargo.span.end,
    }


def _feasible(feasibility: Feasibility) -> JsonObject:
    speed = feasibility.speed_needed_kmh
    return {
        "outcome": feasibility.outcome.value,
        "reason": feasibility.reason,
        "speed_needed_kmh": extent(speed) if speed is not None else None,
        "services": [
            {"service": fit.service, "outcome": fit.outcome.value, "days": [fit.low_days, fit.high_days]}
            for fit in feasibility.services
        ],
    }
