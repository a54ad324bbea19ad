"""A dossier as JSON, `routes-dossier/1`: the reports, and what they say of the same things."""

from __future__ import annotations

import re

from routes import __version__
from routes.model import (
    ClaimTelling,
    Contradiction,
    Dossier,
    SharedClaim,
    SharedStop,
    Side,
    StopTelling,
    Telling,
    letter,
)
from routes.report.document import claims_object, dump, report_object
from routes.report.numbers import JsonObject, JsonValue, degrees, iso

DOSSIER_SCHEMA_NAME = "routes-dossier/1"


def render_dossier_json(dossier: Dossier) -> str:
    """Return a dossier as JSON text, with the whole report of each article."""
    return dump(_object(dossier, [report_object(report) for report in dossier.reports]))


def render_dossier_claims_json(dossier: Dossier) -> str:
    """Return what `verify --json` prints of several articles: of each report the claims alone."""
    return dump(_object(dossier, [claims_object(report) for report in dossier.reports]))


def source_name(source: str | None) -> str | None:
    """Return a file's name alone: what is published should not tell the folders of the one who made it."""
    return re.split(r"[\\/]", source)[-1] if source else None


def _object(dossier: Dossier, articles: list[JsonValue]) -> JsonObject:
    return {
        "schema": DOSSIER_SCHEMA_NAME,
        "routes_version": __version__,
        "sources": [_source(dossier, number) for number in range(len(dossier.reports))],
        "articles": articles,
        "stops": [_stop(dossier, stop) for stop in dossier.stops],
        "claims": [_claim(dossier, claim) for claim in dossier.claims],
        "contradictions": [_contradiction(dossier, found) for found in dossier.contradictions],
    }


def _source(dossier: Dossier, number: int) -> JsonObject:
    article = dossier.reports[number].article
    return {
        "letter": letter(number),
        "title": article.title,
        "published": iso(article.published_on),
        "source": source_name(article.source),
    }


def _stop(dossier: Dossier, stop: SharedStop) -> JsonObject:
    place = stop.place
    return {
        "name": stop.name,
        "place_id": place.id if place else None,
        "country": place.country if place else None,
        "lat": degrees(place.position.lat) if place else None,
        "lon": degrees(place.position.lon) if place else None,
        "shipment": stop.shipment,
        "articles": list(stop.articles),
        "tellings": [
            {**_words(dossier, telling), "itinerary": telling.itinerary, "stop": telling.stop}
            for telling in stop.tellings
        ],
    }


def _claim(dossier: Dossier, claim: SharedClaim) -> JsonObject:
    return {
        "subject": claim.subject,
        "place_id": claim.place.id if claim.place else None,
        "articles": list(claim.articles),
        "tellings": [
            {
                **_words(dossier, telling),
                "claim": telling.claim,
                "outcome": dossier.reports[telling.article].claims[telling.claim].outcome.value,
            }
            for telling in claim.tellings
        ],
    }


def _contradiction(dossier: Dossier, found: Contradiction) -> JsonObject:
    return {
        "topic": found.topic.value,
        "subject": found.subject,
        "sentence": found.sentence,
        "sides": [_side(dossier, side) for side in found.sides],
    }


def _side(dossier: Dossier, side: Side) -> JsonObject:
    return {
        "words": side.words,
        "articles": list(side.articles),
        "outcome": side.outcome.value if side.outcome else None,
        "evidence": [_words(dossier, telling) for telling in side.tellings],
    }


def _words(dossier: Dossier, telling: Telling | StopTelling | ClaimTelling) -> JsonObject:
    return {
        "article": telling.article,
        "start": telling.span.start,
        "end": telling.span.end,
        "text": dossier.quote(telling),
    }
