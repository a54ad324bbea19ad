"""The folium map of the page: no tiles, no addresses, one call to our script.

folium writes strings into scripts without care (popups, tooltips, names), so it gets none from outside: the map's
options and the name of its element are all it renders, and our own parts are put in where its page has marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}")
_MARK = re.compile(r"@@([A-Z_]+)@@")

_MAP_TEMPLATE = """
{% macro header(this, kwargs) %}{% endmacro %}
{% macro html(this, kwargs) %}{% endmacro %}
{% macro script(this, kwargs) %}
var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {{ this.options|tojavascript }});
{% endmacro %}
"""

_CALL_TEMPLATE = """
{% macro script(this, kwargs) %}
routeMap({{ this._parent.get_name() }});
{% endmacro %}
"""

_PAGE_TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="@@POLICY@@">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>@@TITLE@@</title>
<style>@@STYLE@@</style>
{{ this.header.render(**kwargs) }}
</head>
<body>
@@BODY@@
<script type="application/json" id="route-data">@@DATA@@</script>
<script>@@LEAFLET@@</script>
<script>@@SCRIPT@@</script>
<script>{{ this.script.render(**kwargs) }}</script>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Shell:
    """The page as folium renders it: its scripts' last one, and where ours go."""

    html: str
    map_id: str

    def filled(self, parts: dict[str, str]) -> str:
        """Return the page with each mark replaced once, by text that is never searched for marks."""
        return _MARK.sub(lambda found: parts[found[1]], self.html)


def shell() -> Shell:
    """Return a page with an empty map, the same at every call: folium's random ids are numbered anew."""
    import folium
    from branca.element import Figure, MacroElement
    from folium.template import Template

    class OfflineMap(folium.Map):
        """A folium map that asks for nothing: Leaflet stands in the page, and there is no other library."""

        default_js: list[tuple[str, str]] = []  # noqa: RUF012  folium's own way to say which scripts it wants
        default_css: list[tuple[str, str]] = []  # noqa: RUF012
        _template = Template(_MAP_TEMPLATE)

    class RouteCall(MacroElement):
        _template = Template(_CALL_TEMPLATE)

    figure = Figure()
    offline = OfflineMap(tiles=None, zoom_control=True, attribution_control=False)
    # folium would write a start and more defaults; the script sets the view by what there is to see.
    offline.options = {
        "attributionControl": False,
        "zoomControl": True,
        "zoomSnap": 0.25,
        "zoomDelta": 1,
        "wheelPxPerZoomLevel": 120,
        "maxZoom": 12,
        "keyboard": True,
    }
    figure.add_child(offline)
    RouteCall().add_to(offline)  # type: ignore[no-untyped-call]  # branca leaves it untyped
    figure._template = Template(_PAGE_TEMPLATE)
    numbers: dict[str, str] = {}
    html = _RANDOM_ID.sub(lambda found: numbers.setdefault(found[0], f"{len(numbers) + 1}"), figure.render())
    map_id = _RANDOM_ID.sub(lambda found: numbers[found[0]], offline.get_name())
    return Shell(_without_folium_head(html), map_id)


def _without_folium_head(html: str) -> str:
    """Drop what branca puts into every head: a second charset, switches for plugins we do not have."""
    head, body = html.split("</head>", 1)
    start = head.index("</style>") + len("</style>")
    return f"{head[:start]}\n</head>{body}"
