"""The styles of a KML document: by mode, by how sure the way is, by what became of a claim."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from routes.model import Claim, Leg, Outcome, Stop

Element = ElementTree.Element

# Red, green and blue, as on the page.
_MODES = {
    "sea": "0a5aa5", "rail": "23282c", "road": "7a4a12", "air": "6a3d9a", "river": "0a6b6b", "pipeline": "7a2e5d",
    "unknown": "4a5257",
}  # fmt: skip
_OUTCOMES = {
    Outcome.SUPPORTED: "12633a",
    Outcome.BORDERLINE: "7d4e00",
    Outcome.REFUTED: "9b1c1c",
    Outcome.UNVERIFIABLE: "4a5257",
}
_INK, _MUTED = "14181b", "4a5257"
_OPAQUE, _PALE = "ff", "8c"
_SURE_FROM = 0.9
_GIVEN_WIDTH, _INFERRED_WIDTH, _CLAIM_WIDTH = 5, 2.5, 3


def leg_style(leg: Leg) -> str:
    way = "inferred" if leg.path is None or leg.path.is_inferred else "given"
    return f"leg-{leg.mode.value if leg.mode else 'unknown'}-{way}"


def stop_style(stop: Stop) -> str:
    return "stop-sure" if stop.confidence >= _SURE_FROM else "stop-unsure"


def claim_style(claim: Claim) -> str:
    return f"claim-{claim.outcome.value}"


def styles() -> Iterator[Element]:
    """Yield all styles, used or not: a reader who adds a placemark finds them."""
    for mode, colour in _MODES.items():
        yield _line_style(f"leg-{mode}-given", _OPAQUE, colour, _GIVEN_WIDTH)
        yield _line_style(f"leg-{mode}-inferred", _PALE, colour, _INFERRED_WIDTH)
    for outcome, colour in _OUTCOMES.items():
        yield _line_style(f"claim-{outcome.value}", _OPAQUE, colour, _CLAIM_WIDTH)
    yield _icon_style("stop-sure", _OPAQUE, _INK)
    yield _icon_style("stop-unsure", _PALE, _MUTED)


def _line_style(name: str, alpha: str, colour: str, width: float) -> Element:
    style = Element("Style", {"id": name})
    line = ElementTree.SubElement(style, "LineStyle")
    ElementTree.SubElement(line, "color").text = _kml_colour(alpha, colour)
    ElementTree.SubElement(line, "width").text = f"{width:g}"
    return style


def _icon_style(name: str, alpha: str, colour: str) -> Element:
    """Return a pin in a colour: the program's own picture, as one from elsewhere would be a request."""
    style = Element("Style", {"id": name})
    icon = ElementTree.SubElement(style, "IconStyle")
    ElementTree.SubElement(icon, "color").text = _kml_colour(alpha, colour)
    return style


def _kml_colour(alpha: str, colour: str) -> str:
    """Return a colour as KML has it: opacity, blue, green, red.

    >>> _kml_colour("ff", "0a5aa5")
    'ffa55a0a'
    """
    return f"{alpha}{colour[4:6]}{colour[2:4]}{colour[0:2]}"
