"""Names of places and what they stand for, as JSON."""

from __future__ import annotations

from routes.model import Article, Candidate, MentionKind, Place, Resolution
from routes.report.geometry import area_geometry
from routes.report.numbers import JsonObject, degrees, extent, score


def toponym_object(article: Article, resolution: Resolution) -> JsonObject:
    span = resolution.mention.span
    return {
        "start": span.start,
        "end": span.end,
        "text": article.quote(span),
        "place": place_object(resolution.place) if resolution.place else None,
        "area": area_geometry(resolution.area) if resolution.area else None,
        "confidence": score(resolution.confidence),
        "demonym": resolution.mention.kind is MentionKind.DEMONYM,
        "how": resolution.how.value if resolution.how else None,
        "candidates": [_candidate(candidate) for candidate in resolution.candidates],
    }


def place_object(place: Place) -> JsonObject:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "lat": degrees(place.position.lat),
        "lon": degrees(place.position.lon),
        "extent_km": extent(place.extent_km),
        "source": place.source,
    }


def _candidate(candidate: Candidate) -> JsonObject:
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "lat": degrees(place.position.lat),
        "lon": degrees(place.position.lon),
        "score": score(candidate.score),
        "why": candidate.why,
        "how": candidate.how.value,
    }
