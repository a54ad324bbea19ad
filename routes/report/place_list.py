"""The places of a report in words."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Candidate, Place, Report, Resolution
from routes.report.figures import position_words

# Below this a reader should see what else a name may stand for.
_UNSURE = 0.6
_MOST_RIVALS = 2


def place_lines(report: Report) -> Iterator[str]:
    """Yield a line for each name and what it stands for, in the order of the text, with how often it occurs."""
    seen: dict[tuple[str, str | None], list[Resolution]] = {}
    for resolution in report.toponyms:
        key = resolution.mention.text, resolution.place.id if resolution.place else None
        seen.setdefault(key, []).append(resolution)
    for (text, _), found in seen.items():
        times = f" ({len(found)} times)" if len(found) > 1 else ""
        yield f"{text}{times}: {_resolution_words(found[0])}"


def place_words(place: Place) -> str:
    """Return "port, KP; 42.2271, 130.2826 ± 3 km": kind, country, position, extent."""
    country = f", {place.country}" if place.country else ""
    return f"{place.kind.value}{country}; {position_words(place.position)} ± {place.extent_km:g} km"


def _resolution_words(resolution: Resolution) -> str:
    place = resolution.place
    if place is None:
        return "place unknown"
    name = "" if place.name == resolution.mention.text else f"{place.name}, "
    words = f"{name}{place_words(place)}, confidence {resolution.confidence:.2f}"
    rivals = [candidate for candidate in resolution.candidates if candidate.place.id != place.id][:_MOST_RIVALS]
    if resolution.confidence < _UNSURE and rivals:
        words += f"; or {' or '.join(map(_rival_words, rivals))}"
    return words


def _rival_words(candidate: Candidate) -> str:
    place = candidate.place
    return f"{place.name} ({place.kind.value}{f', {place.country}' if place.country else ''})"
