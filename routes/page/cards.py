"""The parts that the lists beside the map are made of: badges, headings, links to the text."""

from __future__ import annotations

from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, element, label
from routes.page.scene import Scene
from routes.page.words import (
    Badge,
)

_MOST_QUOTE = 110


def badge(mark: Badge, css_class: str = "badge") -> Markup:
    sign = element("span", {"aria-hidden": "true"}, mark.sign)
    return element("span", {"class": f"{css_class} {mark.css_class}"}, sign, f" {mark.word}")


def section(ident: str, heading: str, *content: Markup) -> Markup:
    """Return a part of the page with its heading."""
    title = element("h2", {"id": ident}, heading)
    return element("section", {"aria-labelledby": ident}, title, *content)


def heading(ref: str, *content: str, mapped: bool = True) -> Markup:
    """Return the name of a card: a button that shows its thing on the map, where that has one."""
    if not mapped:
        return element("span", {"class": "name"}, *content)
    return element("button", {"type": "button", "class": "name go", "data-ref": ref}, *content)


def source_link(scene: Scene, links: Links, ref: str) -> Markup:
    number = links.sentence_of(ref)
    if number is None:
        return EMPTY
    words = label(scene.report.article.quote(scene.report.sentences[number]), _MOST_QUOTE)
    return element(
        "a",
        {"class": "source", "href": f"#s-{number}", "data-ref": ref},
        "In the text: ",
        element("q", {"dir": "auto"}, words),
    )


def source_link_for(links: Links, ref: str) -> Markup:
    number = links.sentence_of(ref)
    if number is None:
        return EMPTY
    return element(
        "a", {"class": "source", "href": f"#s-{number}", "data-ref": ref}, f"In the text: sentence {number + 1}"
    )
