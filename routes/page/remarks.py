"""What the reader should know besides: notices, other places, names that are no places."""

from __future__ import annotations

from routes.model import Level, Resolution
from routes.page.cards import section
from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, element, label
from routes.page.scene import OtherPlace, Scene


def notices_section(scene: Scene) -> Markup:
    """Return what the reader should know before the map is published."""
    notices = scene.report.notices
    if not notices:
        return EMPTY
    signs = {Level.WARNING: "⚠", Level.INFO: "ℹ"}
    items = (
        element(
            "li",
            {"class": notice.level.value},
            element("span", {"aria-hidden": "true"}, f"{signs[notice.level]} "),
            element("b", {}, f"{notice.level.value.capitalize()}: "),
            label(notice.message, 500),
        )
        for notice in notices
    )
    return section("notices", "To check before publishing", element("ul", {"class": "notices"}, *items))


def others_section(scene: Scene, links: Links) -> Markup:
    """Return the places that are named but lie on no route, and the names that are no places."""
    parts = []
    if scene.others:
        parts.append(element("ul", {"class": "others"}, *(_other(scene, other, links) for other in scene.others)))
    unknown = _unknown(scene.report.toponyms)
    if unknown:
        parts.append(element("p", {"class": "facts"}, "No known place fits: " + ", ".join(unknown) + "."))
    vetoed = dict.fromkeys(f"{label(mention.text)} ({mention.kind.value})" for mention in scene.report.vetoed)
    if vetoed:
        parts.append(element("p", {"class": "facts"}, "Read as no places: " + ", ".join(vetoed) + "."))
    return section("places", "Other places named", *parts) if parts else EMPTY


def _unknown(toponyms: tuple[Resolution, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label(found.mention.text) for found in toponyms if found.place is None))


def _other(scene: Scene, other: OtherPlace, links: Links) -> Markup:
    country = scene.country(other.place)
    where = f", {country}" if country else ""
    number = links.sentence_of(other.ref)
    name: str = label(other.place.name)
    linked = element("a", {"href": f"#s-{number}", "data-ref": other.ref}, name) if number is not None else name
    return element("li", {"id": other.ref, "data-ref": other.ref}, linked, f"{where} ({other.place.kind.value})")
