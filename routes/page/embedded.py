"""The map alone, for an iframe in somebody else's page: title, map, legend, and where it comes from."""

from __future__ import annotations

from dataclasses import replace

from routes.page.credit import credit_lines, short_credit
from routes.page.document import filled_page, map_stage
from routes.page.legend import legend
from routes.page.markup import Markup, element, join
from routes.page.options import PageOptions
from routes.page.scene import Scene
from routes.page.story import standfirst, title

_STYLES = ("page/embed.css",)
_SOURCES = "sources"


def embedded_page(scene: Scene, options: PageOptions) -> str:
    """Return the map as one self-contained page without the article and the lists.

    It has no insets: a reader may zoom, and a frame has no room for them.
    """
    alone = replace(scene, insets=())
    return filled_page(alone, options, lambda map_id: _body(alone, options, map_id), _STYLES)


def _body(scene: Scene, options: PageOptions, map_id: str) -> Markup:
    header = element("header", {}, element("h1", {"dir": "auto"}, title(scene, options)))
    main = element("main", {}, element("section", {"class": "map", "aria-label": "Map"}, map_stage(scene, map_id)))
    return join((_skip(), element("div", {"class": "embed"}, header, main, _footer(scene, options))))


def _skip() -> Markup:
    return element("a", {"class": "skip", "href": f"#{_SOURCES}"}, "Skip the map")


def _footer(scene: Scene, options: PageOptions) -> Markup:
    more = element(
        "details",
        {"id": _SOURCES},
        element("summary", {}, "Legend and sources"),
        element("p", {"class": "stand", "dir": "auto"}, standfirst(scene, options)),
        legend(scene),
        *(element("p", {}, line) for line in credit_lines(scene, options)),
    )
    return element("footer", {}, element("p", {"class": "short"}, short_credit(options)), more)
