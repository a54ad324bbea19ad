"""The page that people see: one HTML file made with folium, and the same map as a picture."""

from __future__ import annotations

from routes.model import Dossier, Report
from routes.page.options import PageOptions

__all__ = [
    "PageOptions",
    "as_png",
    "check_png",
    "render_dossier_page",
    "render_dossier_svg",
    "render_page",
    "render_svg",
    "undrawn_words",
]

_DEFAULT = PageOptions()


def render_page(report: Report, options: PageOptions = _DEFAULT) -> str:
    """Return a report as one self-contained HTML page that asks for nothing when it is opened."""
    from routes.page.atlas import named_places
    from routes.page.document import document
    from routes.page.embedded import embedded_page
    from routes.page.staging import stage

    scene = stage(report, named_places())
    return embedded_page(scene, options) if options.embed else document(scene, options)


def render_svg(report: Report, options: PageOptions = _DEFAULT) -> str:
    """Return the map of a report as an SVG picture with title, legend and credit."""
    from routes.page.atlas import named_places
    from routes.page.sheet import sheet
    from routes.page.staging import stage

    return sheet(stage(report, named_places()), options)


def render_dossier_page(dossier: Dossier, options: PageOptions = _DEFAULT) -> str:
    """Return several articles of one story as one page: contradictions, merged map, who says what, the texts."""
    from routes.page.atlas import named_places
    from routes.page.dossier import dossier_page

    return dossier_page(dossier, options, named_places())


def render_dossier_svg(dossier: Dossier, options: PageOptions = _DEFAULT) -> str:
    """Return the merged map of a dossier as an SVG picture."""
    from routes.page.atlas import named_places
    from routes.page.dossier import dossier_svg

    return dossier_svg(dossier, options, named_places())


def as_png(svg: str) -> bytes:
    """Return one of the pictures as PNG; needs the extra `png`."""
    from routes.page.raster import png

    return png(svg)


def undrawn_words(svg: str) -> tuple[str, ...]:
    """Return a word of each script that no font here has, so that a PNG would show boxes; needs the extra `png`."""
    from routes.page.raster import undrawn_words

    return undrawn_words(svg)


def check_png() -> None:
    """Raise MissingExtraError where no PNG can be made, before any work is done."""
    from routes.page.raster import check_png

    check_png()
