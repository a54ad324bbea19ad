"""The stops in order of travel, with the legs between them."""

from __future__ import annotations

from collections.abc import Iterator

from routes.page.cards import badge, heading, section, source_link, source_link_for
from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, element, join, label
from routes.page.scene import LegMark, Scene, Shipment, StopMark
from routes.page.strokes import ends, key, leg_class, who
from routes.page.words import (
    MODES,
    STATUSES,
    confidence_badge,
    coordinates,
    count,
    hours,
    path_length,
    path_method,
    sentence_case,
)
from routes.reading import day_words

_MOST_CANDIDATES = 4


def routes_section(scene: Scene, links: Links) -> Markup:
    """Return the stops in order, and after each stop the legs that leave it."""
    if not scene.shipments:
        words = "The text names no way of goods from one place to another. The map shows the places it names."
        return section("stops", "Route", element("p", {"class": "none"}, words))
    several = len(scene.shipments) > 1
    parts = []
    for number, shipment in enumerate(scene.shipments, start=1):
        if several:
            parts.append(element("h3", {}, f"Shipment {number}"))
        parts.append(_cargo(scene, shipment))
        parts.append(element("ol", {"class": "route"}, *_steps(scene, shipment, links)))
    stops, legs = len(scene.stops), len(scene.legs)
    return section("stops", f"Route: {count(stops, 'stop')}, {count(legs, 'leg')}", *parts)


def _steps(scene: Scene, shipment: Shipment, links: Links) -> Iterator[Markup]:
    for stop in shipment.stops:
        yield _stop(scene, stop, links)
        for leg in shipment.legs:
            if leg.origin is stop:
                yield _leg(scene, leg, links)


def _cargo(scene: Scene, shipment: Shipment) -> Markup:
    rows = []
    for cargo in shipment.itinerary.cargo:
        hedge = f" (“{label(cargo.hedge)}”)" if cargo.hedge and cargo.hedge.lower() not in cargo.text.lower() else ""
        rows.append(f"Cargo: {label(cargo.text, 120)}{hedge}")
    for vessel in shipment.itinerary.vessels:
        flag = f", flag: {label(scene.country_names.get(vessel.flag, vessel.flag))}" if vessel.flag else ""
        imo = f", IMO {label(vessel.imo)}" if vessel.imo else ""
        rows.append(f"Ship: {label(vessel.name)}{flag}{imo}")
    return element("p", {"class": "cargo"}, join(rows, " · ")) if rows else EMPTY


def _stop(scene: Scene, mark: StopMark, links: Links) -> Markup:
    stop, place = mark.stop, mark.stop.place
    country = scene.country(place)
    name = element("b", {}, label(mark.name, 80))
    where = EMPTY
    if place:
        known_as = [label(place.name)] if place.name not in (mark.name, stop.name) else []
        spelt = [f"spelt “{label(stop.name)}” in the text"] if mark.name != stop.name else []
        words = [*known_as, place.kind.value, *([country] if country else [])]
        parts = [", ".join(words), element("span", {"class": "at"}, coordinates(place.position)), *spelt]
        where = element("p", {"class": "facts"}, join(parts, " · "))
    else:
        where = element("p", {"class": "facts"}, "No known place fits this name: it is not on the map.")
    facts = [stop.role.value, STATUSES[stop.status]] + ([day_words(stop.on)] if stop.on else [])
    if not stop.named:
        facts.append("not named in the text, inferred")
    return element(
        "li",
        {"class": "stop", "id": mark.ref, "data-ref": mark.ref},
        element("span", {"class": "disc", "aria-hidden": "true"}, str(mark.number)),
        element(
            "div",
            {},
            element(
                "div", {"class": "head"}, heading(mark.ref, name, mapped=mark.point is not None), _confidence(mark)
            ),
            where,
            element("p", {"class": "facts"}, sentence_case(", ".join(facts))),
            _candidates(scene, mark),
            source_link(scene, links, mark.ref),
        ),
    )


def _confidence(mark: StopMark) -> Markup:
    return badge(confidence_badge(mark.stop.confidence)) if mark.stop.place else EMPTY


def _candidates(scene: Scene, mark: StopMark) -> Markup:
    """Return the rivals of a place that is not sure."""
    rivals = [found for found in mark.candidates if not mark.stop.place or found.place.id != mark.stop.place.id]
    if not rivals or (mark.stop.place and confidence_badge(mark.stop.confidence).css_class == "good"):
        return EMPTY
    items = []
    for rival in rivals[:_MOST_CANDIDATES]:
        country = scene.country(rival.place)
        where = f", {country}" if country else ""
        why = f" ({label(rival.why, 80)})" if rival.why else ""
        items.append(element("li", {}, f"{label(rival.place.name)}{where}: {rival.score:.0%}{why}"))
    return element("div", {"class": "rivals"}, "Could also be", element("ul", {}, *items))


def _leg(scene: Scene, mark: LegMark, links: Links) -> Markup:
    leg = mark.leg
    mode = f"Leg {mark.number}, {MODES[leg.mode]}" + (" (inferred)" if leg.mode_inferred and leg.mode else "")
    facts = []
    if leg.path is not None:
        facts.append(f"{path_length(leg.path)} ({path_method(leg.path)})")
        time = hours(leg.path)
        if time:
            facts.append(f"takes {time} at usual speeds")
        if leg.path.passages:
            facts.append("through " + ", ".join(label(passage) for passage in leg.path.passages))
        facts += [label(note, 200) for note in leg.path.notes]
    if leg.no_path:
        facts.append(f"no way known: {label(leg.no_path, 300)}")
    said = [f"ship {label(leg.vessel)}"] if leg.vessel else []
    said += [f"carrier {label(leg.carrier)}"] if leg.carrier else []
    said += [day_words(leg.on)] if leg.on else []
    said.append(STATUSES[leg.status])
    if leg.attribution:
        said.append(f"according to {who(scene.report.article, leg.attribution)}")
    return element(
        "li",
        {"class": "leg", "id": mark.ref, "data-ref": mark.ref},
        key(leg.mode, leg_class(mark)),
        element(
            "div",
            {},
            element(
                "div",
                {"class": "head"},
                heading(mark.ref, element("b", {}, mode), f" {ends(mark)}", mapped=bool(mark.line)),
            ),
            element("p", {"class": "facts"}, sentence_case("; ".join(facts))) if facts else EMPTY,
            element("p", {"class": "facts"}, sentence_case(", ".join(said))),
            source_link_for(links, mark.ref),
        ),
    )
