"""A distance as JSON, as GeoJSON, and in words."""

from __future__ import annotations

from collections.abc import Iterator

from routes.cli.lines import Line
from routes.cli.measuring import Distance
from routes.model import LineVersion, Measurement, Path, Place
from routes.report import TextStyle, dump, line_geometry
from routes.report.claim_document import line_object
from routes.report.figures import hours_words, length_words, position_words, range_words
from routes.report.geometry import point_geometry
from routes.report.itinerary_document import hours_band, services
from routes.report.numbers import JsonObject, JsonValue, degrees, iso, km, latlon
from routes.report.plain import wrap
from routes.report.style import Ink

_STRAIGHT = "line"


def distance_json(found: Distance) -> str:
    """Return the distance as JSON text; `km` is null, with a `reason`, where there is none."""
    measured, path = found.measured, found.path
    interval = found.interval_m
    return dump(
        {
            **_summary(found),
            "from": _end(found.origin, measured),
            "to": _end(found.destination, measured),
            "low_km": km(interval[0]) if interval else None,
            "high_km": km(interval[1]) if interval else None,
            "nearest": [latlon(position) for position in measured.nearest] if measured else None,
            "bearing_deg": round(found.bearing_deg, 1) if found.bearing_deg is not None else None,
            "passages": list(path.passages) if path else [],
            "hours": hours_band(path) if path else None,
            "services": services(path) if path else [],
            "notes": list(path.notes) if path else [],
            "geometry": line_geometry(found.way),
        }
    )


def distance_geojson(found: Distance) -> str:
    """Return a FeatureCollection with the way and its ends."""
    way: JsonObject = {"feature": "way", "from": found.origin.name, "to": found.destination.name, **_summary(found)}
    features: list[JsonValue] = [{"type": "Feature", "geometry": line_geometry(found.way), "properties": way}]
    for role, end in (("from", found.origin), ("to", found.destination)):
        if isinstance(end, Place):
            properties: JsonObject = {"feature": role, "name": end.name, "place_id": end.id}
            features.append({"type": "Feature", "geometry": point_geometry(end.position), "properties": properties})
    return dump({"type": "FeatureCollection", "features": features})


def _summary(found: Distance) -> JsonObject:
    view = found.measured.border_view if found.measured else None
    return {
        "by": found.mode.value if found.mode else _STRAIGHT,
        "km": km(found.m) if found.m is not None else None,
        "method": found.method,
        "on": iso(found.measured.on) if found.measured else None,
        "border_view": view.value if view else None,
        "reason": found.reason,
    }


def _end(end: Place | Line, measured: Measurement | None) -> JsonObject:
    is_place = isinstance(end, Place)
    line = measured.line if measured and not is_place else None
    return {
        "name": end.name,
        "place_id": end.id if isinstance(end, Place) else None,
        "country": end.country if isinstance(end, Place) else None,
        "lat": degrees(end.position.lat) if isinstance(end, Place) else None,
        "lon": degrees(end.position.lon) if isinstance(end, Place) else None,
        "line": line_object(line) if line else None,
    }


def distance_text(found: Distance, style: TextStyle) -> str:
    """Return the distance in words: the figure, then what it rests on."""
    lines = [line for text in _sentences(found, style) for line in wrap(text, style.width)]
    return "\n".join([style.paint(lines[0], Ink.BOLD), *lines[1:]]) + "\n"


def _sentences(found: Distance, style: TextStyle) -> Iterator[str]:
    ends = f"{_name(found.origin)} to {_name(found.destination)}"
    if found.m is None or found.interval_m is None:
        yield f"{ends}: unknown"
        yield f"because {found.reason}"
        return
    interval = range_words(*found.interval_m, style.unit)
    if found.path and found.path.m is not None and found.mode:
        yield f"{ends}: {length_words(found.m, style.unit)} by {found.mode.value} ({interval})"
        yield f"{found.method}"
    elif found.mode:
        yield f"{ends}: {interval} by {found.mode.value}"
        yield f"drawn: {length_words(found.m, style.unit)}, {found.method}"
    else:
        figure = length_words(found.m, style.unit)
        yield f"{ends}: {figure}" if interval == figure else f"{ends}: {figure} ({interval})"
        yield f"straight line, {found.method}"
    if found.bearing_deg is not None:
        yield f"bearing {found.bearing_deg:.0f}° at the start"
    if found.path:
        yield from _way_sentences(found.path)
    if found.measured and found.measured.line:
        yield from _line_sentences(found.measured, found.measured.line)


def _way_sentences(path: Path) -> Iterator[str]:
    for time in path.services:
        yield f"takes {hours_words(time.low_hours, time.high_hours)} by {time.service}"
    if path.passages:
        yield f"by way of {', '.join(path.passages)}"
    yield from path.notes


def _line_sentences(measured: Measurement, line: LineVersion) -> Iterator[str]:
    ends = " and ".join(position_words(position) for position in measured.nearest)
    yield f"nearest points {ends}"
    day = f", on {measured.on.isoformat()}" if measured.on else ""
    view = f", borders: {measured.border_view.value}" if measured.border_view else ""
    yield f"line: {line.name}{day}{view}, uncertain by {line.uncertainty_km:g} km; {line.source}"


def _name(end: Place | Line) -> str:
    if isinstance(end, Line):
        return end.name
    return f"{end.name}, {end.country}" if end.country else end.name
