"""The page: one file with the map, the words beside it, and a policy that lets nothing else run."""

from __future__ import annotations

import re
from collections.abc import Callable

from routes.page.article import article_section
from routes.page.claim_cards import claims_section
from routes.page.credit import credit_lines
from routes.page.encode import source_hash
from routes.page.folium_map import shell
from routes.page.itinerary_list import routes_section
from routes.page.legend import legend
from routes.page.links import link
from routes.page.markup import EMPTY, Markup, element, escape, join
from routes.page.options import PageOptions
from routes.page.payload import payload
from routes.page.pictures import description, inset_picture, overview
from routes.page.remarks import notices_section, others_section
from routes.page.scene import Scene
from routes.page.story import standfirst, title
from routes.page.timeline import timeline_section
from routes.resources import read_text

_STYLES = ("leaflet/leaflet.css", "page/drawing.css", "page/page.css")
_SCRIPTS = ("page/unpack.js", "page/ground.js", "page/route.js", "page/labels.js", "page/links.js", "page/start.js")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def document(scene: Scene, options: PageOptions) -> str:
    """Return the whole page of one article; the same scene gives the same bytes."""
    links = link(scene)
    side = element(
        "div",
        {"class": "side", "tabindex": "0", "role": "region", "aria-label": "Route, distances and text"},
        routes_section(scene, links),
        claims_section(scene, links),
        notices_section(scene),
        timeline_section(scene),
        article_section(scene, links),
        others_section(scene, links),
    )
    return filled_page(
        scene, options, lambda map_id: body(scene, options, element("main", {}, map_section(scene, map_id), side))
    )


def filled_page(
    scene: Scene,
    options: PageOptions,
    body: Callable[[str], Markup],
    more_styles: tuple[str, ...] = (),
) -> str:
    """Return a page with the given body, made when the name of the map's element is known."""
    frame = shell()
    words = title(scene, options)
    leaflet = read_text("leaflet/leaflet.js").strip()
    script = route_script()
    (last,) = (found for found in _INLINE_SCRIPT.findall(frame.html) if not found.startswith("@@"))
    style = "\n".join(lean(read_text(name)) for name in (*_STYLES, *more_styles))
    hashes = " ".join(source_hash(source) for source in (leaflet, script, last))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src {source_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return frame.filled(
        {
            "POLICY": escape(policy).replace("&#x27;", "'"),
            "TITLE": escape(words),
            "STYLE": style,
            "BODY": body(frame.map_id),
            "DATA": payload(scene),
            "LEAFLET": leaflet,
            "SCRIPT": script,
        }
    )


def route_script() -> str:
    """Return our scripts as one closure that gives the page a single name, `routeMap`."""
    parts = "\n".join(lean(read_text(name)) for name in _SCRIPTS)
    return f'const routeMap = (() => {{\n"use strict";\n{parts}\nreturn start;\n}})();'


def lean(source: str) -> str:
    """Return a script or style without its indentation and the lines that are only comment.

    >>> lean("// Why.\\nif (a) {\\n  b();\\n}\\n")
    'if (a) {\\nb();\\n}'
    """
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*")))


def body(scene: Scene, options: PageOptions, main: Markup, skip_to: str = "stops") -> Markup:
    """Return title, standfirst, the main part, and the credit."""
    header = element(
        "header",
        {},
        element("h1", {"dir": "auto"}, title(scene, options)),
        element("p", {"class": "stand", "dir": "auto"}, standfirst(scene, options)),
    )
    footer = element("footer", {}, *(element("p", {}, line) for line in credit_lines(scene, options)))
    skip = element("a", {"class": "skip", "href": f"#{skip_to}"}, "Skip the map")
    return join((skip, element("div", {"class": "page"}, header, main, footer)))


def map_stage(scene: Scene, map_id: str) -> Markup:
    """Return the drawing, in whose place the script puts the live map."""
    live = element("div", {"class": "live", "id": map_id, "role": "application", "aria-label": description(scene)})
    tools = element(
        "div",
        {"class": "tools"},
        element("button", {"type": "button", "id": "whole"}, "Whole route" if scene.shipments else "Whole map"),
        element("span", {"class": "status", "role": "status", "aria-live": "polite"}),
    )
    return element("div", {"class": "stage"}, element("div", {"class": "still"}, overview(scene)), live, tools)


def map_section(scene: Scene, map_id: str) -> Markup:
    """Return the map's column: the map, then the insets and the legend."""
    figures = (
        element(
            "figure",
            {"class": "inset"},
            # The button lies over the picture: were it around it, the picture's words would be its label.
            element(
                "div",
                {"class": "frame"},
                inset_picture(scene, inset),
                element(
                    "button",
                    {
                        "type": "button",
                        "class": "enlarge",
                        "data-inset": number,
                        "aria-label": f"{inset.title}, show on the map",
                    },
                ),
            ),
            element("figcaption", {}, inset.title),
        )
        for number, inset in enumerate(scene.insets)
    )
    insets = element("div", {"class": "insets"}, *figures) if scene.insets else EMPTY
    return element(
        "section",
        {"class": "map", "aria-label": "Map"},
        map_stage(scene, map_id),
        element("div", {"class": "below"}, insets, legend(scene)),
    )
