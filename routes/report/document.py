"""The report as JSON, `routes-report/1`. Every key is always there; what is absent is null."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from routes import __version__
from routes.model import DateMention, Mention, Notice, Report
from routes.report.claim_document import claim_object
from routes.report.itinerary_document import itinerary_object
from routes.report.numbers import JsonObject, JsonValue, iso
from routes.report.place_document import toponym_object

SCHEMA_NAME = "routes-report/1"

# Inside JSON these may stand as they are, but a terminal or a script would act on them.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
# A line break cannot stand inside a JSON string, so this meets arrays alone.
_PAIR = re.compile(r"\[\n +(-?[\d.e+-]+),\n +(-?[\d.e+-]+)\n +\]")


def render_json(report: Report) -> str:
    """Return the whole report as JSON text: keys sorted, numbers rounded, a line break at the end."""
    return dump(report_object(report))


def render_claims_json(reports: Sequence[Report]) -> str:
    """Return what `verify --json` prints: the claims of one report, or a list of several."""
    found = [claims_object(report) for report in reports]
    return dump(found[0] if len(found) == 1 else found)


def dump(value: JsonValue) -> str:
    """Return JSON text in which nothing can steer a terminal; pairs of numbers stand on one line.

    >>> dump({"nearest": [[42.2, 130.3]]})
    '{\\n  "nearest": [\\n    [42.2, 130.3]\\n  ]\\n}\\n'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    return _inert(_PAIR.sub(r"[\1, \2]", text)) + "\n"


def dump_line(value: JsonValue) -> str:
    """Return JSON text like `dump`, but on one line.

    >>> dump_line({"nearest": [[42.2, 130.3]], "id": None})
    '{"id":null,"nearest":[[42.2,130.3]]}\\n'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _inert(text) + "\n"


def _inert(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def report_object(report: Report) -> JsonObject:
    article = report.article
    return {
        **_head(report),
        "toponyms": [toponym_object(article, resolution) for resolution in report.toponyms],
        "vetoed": [_vetoed(mention) for mention in report.vetoed],
        "itineraries": [itinerary_object(itinerary) for itinerary in report.itineraries],
        "dates": [_date(mention) for mention in report.dates],
        **_findings(report),
    }


def claims_object(report: Report) -> JsonObject:
    """Return the part of the report that answers "do the distances hold?"."""
    return {**_head(report), **_findings(report)}


def _head(report: Report) -> JsonObject:
    data = report.data
    published = report.article.published
    return {
        "schema": SCHEMA_NAME,
        "routes_version": __version__,
        "data": {"gazetteer": data.gazetteer, "lines": data.lines, "world": data.world},
        "id": report.id,
        "title": report.article.title,
        "published": iso(report.article.published_on),
        "published_from": published.source.value if published else None,
        "border_view": report.border_view.value,
    }


def _findings(report: Report) -> Mapping[str, JsonValue]:
    return {
        "claims": [claim_object(report.article, claim) for claim in report.claims],
        "notices": [_notice(notice) for notice in report.notices],
    }


def _vetoed(mention: Mention) -> JsonObject:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "why": mention.why,
    }


def _date(mention: DateMention) -> JsonObject:
    return {"start": mention.span.start, "end": mention.span.end, "text": mention.text, "on": iso(mention.on)}


def _notice(notice: Notice) -> JsonObject:
    return {
        "level": notice.level.value,
        "code": notice.code,
        "message": notice.message,
        "start": notice.span.start if notice.span else None,
        "end": notice.span.end if notice.span else None,
    }
