"""What a look-up found, as JSON and as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from routes.report import TextStyle, dump
from routes.report.figures import length_words, position_words
from routes.report.numbers import JsonObject, km
from routes.report.place_document import place_object
from routes.report.plain import visible, wrap
from routes.report.style import Ink

if TYPE_CHECKING:
    from routes.cli.geocode import Found


def geocode_json(answers: Mapping[str, tuple[Found, ...]]) -> str:
    """Return a list with the places of each name, in the order asked for."""
    return dump([{"name": name, "places": [_object(entry) for entry in found]} for name, found in answers.items()])


def _object(entry: Found) -> JsonObject:
    return {
        **place_object(entry.place),
        "matched": entry.name,
        "how": entry.how.value,
        "near_km": km(entry.near_m) if entry.near_m is not None else None,
    }


def geocode_text(answers: Mapping[str, tuple[Found, ...]], style: TextStyle) -> str:
    """Return for each name a heading and a line or two for every place."""
    lines: list[str] = []
    for name, found in answers.items():
        lines.append(style.paint(visible(name), Ink.BOLD))
        lines.extend(line for entry in found for line in _lines(entry, style))
        if not found:
            lines.append("  not found")
    return "\n".join(lines) + "\n"


def _lines(entry: Found, style: TextStyle) -> Iterator[str]:
    place = entry.place
    country = f", {place.country}" if place.country else ""
    parts = [f"{place.name}, {place.kind.value}{country}", f"{position_words(place.position)} ± {place.extent_km:g} km"]
    if entry.near_m is not None:
        parts.append(f"{length_words(entry.near_m, style.unit)} away")
    parts.append(f"{entry.how.value}, id {place.id}")
    first, *rest = wrap("; ".join(parts), style.width - 6)
    yield f"  {first}"
    for line in rest:
        yield f"      {line}"
