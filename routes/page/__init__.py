"""The page that people see: one HTML file made with folium, and the same map as a picture."""

from __future__ import annotations

from routes.model import Report
from routes.page.options import PageOptions

__all__ = ["PageOptions", "render_page", "render_svg"]

_DEFAULT = PageOptions()


def render_page(report: Report, options: PageOptions = _DEFAULT) -> str:
    """Return a report as one self-contained HTML page that asks for nothing when it is opened."""
    from routes.page.atlas import named_places
    from routes.page.document import document
    from routes.page.staging import stage

    return document(stage(report, named_places()), options)


def render_svg(report: Report, options: PageOptions = _DEFAULT) -> str:
    """Return the map of a report as an SVG picture with title, legend and credit."""
    from routes.page.atlas import named_places
    from routes.page.sheet import sheet
    from routes.page.staging import stage

    return sheet(stage(report, named_places()), options)
