"""The JSON Schemas (draft 2020-12) that every report and every dossier obey."""

from __future__ import annotations

import json

from routes.resources import read_text

_REPORT_ID = "urn:routes:routes-report-1"


def schema_text() -> str:
    """Return the schema of `routes-report/1`, as JSON text."""
    return read_text("routes-report-1.schema.json")


def dossier_schema_text() -> str:
    """Return the schema of `routes-dossier/1`, as JSON text, with that of the reports inside it."""
    schema = json.loads(read_text("routes-dossier-1.schema.json"))
    schema["$defs"]["report"] = {"$id": _REPORT_ID, **json.loads(schema_text())}
    return f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n"
