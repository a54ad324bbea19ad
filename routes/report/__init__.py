"""What was found, as JSON, GeoJSON, a text, ClaimReview, or a table of claims."""

from __future__ import annotations

from routes.report.batch import render_claims_line, render_error_line, render_report_line
from routes.report.claim_review import Review, render_claim_review_line, render_claim_reviews
from routes.report.claims_table import render_claims, render_claims_of_several
from routes.report.document import dump, render_claims_json, render_json
from routes.report.dossier_document import render_dossier_claims_json, render_dossier_json
from routes.report.dossier_table import render_dossier
from routes.report.features import render_dossier_geojson, render_geojson
from routes.report.geometry import line_geometry
from routes.report.kml import KmlWords, render_dossier_kml, render_kml
from routes.report.narrative import render_text
from routes.report.schema import dossier_schema_text, schema_text
from routes.report.style import TextStyle

__all__ = [
    "KmlWords",
    "Review",
    "TextStyle",
    "dossier_schema_text",
    "dump",
    "line_geometry",
    "render_claim_review_line",
    "render_claim_reviews",
    "render_claims",
    "render_claims_json",
    "render_claims_line",
    "render_claims_of_several",
    "render_dossier",
    "render_dossier_claims_json",
    "render_dossier_geojson",
    "render_dossier_json",
    "render_dossier_kml",
    "render_error_line",
    "render_geojson",
    "render_json",
    "render_kml",
    "render_report_line",
    "render_text",
    "schema_text",
]
