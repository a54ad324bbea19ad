"""The lines of a batch: one report each, or why there is none."""

from __future__ import annotations

from routes.model import Report
from routes.report.document import claims_object, dump_line, report_object


def render_report_line(report: Report, ident: str | int | None) -> str:
    """Return the report as one line of JSON under the name that its owner gave it."""
    return dump_line({**report_object(report), "id": ident})


def render_claims_line(report: Report, ident: str | int | None) -> str:
    """Return the claims of the report as one line of JSON under the name that its owner gave it."""
    return dump_line({**claims_object(report), "id": ident})


def render_error_line(ident: str | int | None, code: str, message: str) -> str:
    """Return the line in place of a report.

    >>> render_error_line("a", "no-text", "text must be a string")
    '{"error":{"code":"no-text","message":"text must be a string"},"id":"a"}\\n'
    """
    return dump_line({"id": ident, "error": {"code": code, "message": message}})
