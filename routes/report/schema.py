"""The JSON Schema (draft 2020-12) that every report obeys."""

from __future__ import annotations

from routes.resources import read_text


def schema_text() -> str:
    """Return the schema of `routes-report/1`, as JSON text."""
    return read_text("routes-report-1.schema.json")
