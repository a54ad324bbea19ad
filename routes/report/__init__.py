"""What was found, as JSON, GeoJSON, a text, or a table of claims."""

from __future__ import annotations

from routes.report.batch import render_error_line, render_report_line
from routes.report.claims_table import render_claims, render_claims_of_several
from routes.report.document import dump, render_claims_json, render_json
from routes.report.features import render_geojson
from routes.report.geometry import line_geometry
from routes.report.narrative import render_text
from routes.report.schema import schema_text
from routes.report.style import TextStyle

__all__ = [
    "TextStyle",
    "dump",
    "line_geometry",
    "render_claims",
    "render_claims_json",
    "render_claims_of_several",
    "render_error_line",
    "render_geojson",
    "render_json",
    "render_report_line",
    "render_text",
    "schema_text",
]
