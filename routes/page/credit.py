"""Who made what the page shows: data, borders, software."""

from __future__ import annotations

import re

from routes.model import BorderView
from routes.page.markup import Markup, element, join, label
from routes.page.options import PageOptions
from routes.page.pictures import overview_frame
from routes.page.projection import Box
from routes.page.scene import Scene

_BORDERS = {
    BorderView.UN: "Borders in the United Nations view",
    BorderView.DE_FACTO: "Borders by control on the ground as Natural Earth draws them",
}
_CRIMEA = Box(32.5, 44.3, 36.7, 46.2)
_CRIMEA_WORDS = {
    BorderView.UN: "Crimea drawn with Ukraine, General Assembly resolution 68/262",
    BorderView.DE_FACTO: "Crimea drawn with Russia",
}

# The only addresses that the page links to.
_LINKS = {
    "Natural Earth": "https://www.naturalearthdata.com/",
    "GeoNames": "https://www.geonames.org/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "Leaflet": "https://leafletjs.com/",
    "folium": "https://python-visualization.github.io/folium/",
}
_MOST_CREDIT = 400


def credit_lines(scene: Scene, options: PageOptions) -> tuple[Markup, ...]:
    """Return the credit, one statement a line."""
    link = _link_in_new_window if options.embed else _link
    lines = [
        join(("Base map: ", link("Natural Earth"), " (public domain). ", _borders(scene))),
        join(("Places: ", link("GeoNames"), " (", link("CC BY 4.0"), ") and the project’s own gazetteer.")),
    ]
    lines += [
        join((f"Front line ({front.on.isoformat()}): ", label(front.source, 300).rstrip("."), "."))
        for front in scene.fronts
    ]
    lines.append(
        join(("Drawn offline with ", link("folium"), " (MIT) and ", link("Leaflet"), " 1.9.4 (BSD-2-Clause)."))
    )
    source = scene.report.article.source
    if source:
        lines.append(join(("Read from: ", label(source_name(source) or "", 200), ".")))
    if options.credit:
        lines.insert(0, join((label(options.credit, _MOST_CREDIT),)))
    return tuple(lines)


def short_credit(options: PageOptions) -> Markup:
    """Return the credit that a map in a frame always shows; the rest is a click away."""
    link = _link_in_new_window
    own = (label(options.credit, _MOST_CREDIT), " ") if options.credit else ()
    data = ("Data: ", link("Natural Earth"), ", ", link("GeoNames"), " (", link("CC BY 4.0"), ").")
    return join((*own, *data))


def _borders(scene: Scene) -> str:
    """Return whose borders are drawn, with what that means where the picture shows it."""
    view = scene.report.border_view
    shown = f" ({_CRIMEA_WORDS[view]})" if overview_frame(scene).box.meets(_CRIMEA) else ""
    return f"{_BORDERS[view]}{shown}; disputed lines are dashed."


def source_name(source: str | None) -> str | None:
    """Return a file's name alone: a published page should not tell the folders of the one who made it."""
    return re.split(r"[\\/]", source)[-1] if source else None


def credit_words(scene: Scene, options: PageOptions) -> str:
    """Return the credit in one plain line, for a picture."""
    parts = [
        f"Base map: Natural Earth (public domain). {_borders(scene)}",
        "Places: GeoNames (CC BY 4.0).",
    ]
    if scene.fronts:
        parts.append("Front line: generalised by the project.")
    if options.credit:
        parts.insert(0, label(options.credit, _MOST_CREDIT))
    return " ".join(parts)


def _link(name: str) -> Markup:
    return element("a", {"href": _LINKS[name], "rel": "noopener noreferrer"}, name)


def _link_in_new_window(name: str) -> Markup:
    """Return a link for a map in a frame, where another page has no room."""
    return element("a", {"href": _LINKS[name], "rel": "noopener noreferrer", "target": "_blank"}, name)
