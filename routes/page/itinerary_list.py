"""The stops in order of travel, with the legs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routes.model import Candidate, Role, Status
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
_LEAST_SCORE = 0.01
# Notes on a way name countries by their codes.
_COUNTRY_CODE = re.compile(r"\b[A-Z]{2}\b")


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
    loads = []
    for cargo in shipment.itinerary.cargo:
        hedge = f" (“{label(cargo.hedge)}”)" if cargo.hedge and cargo.hedge.lower() not in cargo.text.lower() else ""
        loads.append(f"{label(cargo.text, 120)}{hedge}")
    rows = [f"Cargo: {', '.join(loads)}"] if loads else []
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
        kind = "position worked out from these words" if mark.is_derived else place.kind.value
        words = [*known_as, kind, *([country] if country else [])]
        parts = [", ".join(words), element("span", {"class": "at"}, coordinates(place.position)), *spelt]
        where = element("p", {"class": "facts"}, join(parts, " · "))
    else:
        where = element("p", {"class": "facts"}, "No known place fits this name: it is not on the map.")
    facts = [*_part(scene, mark), *([day_words(stop.on)] if stop.on else [])]
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


def _part(scene: Scene, mark: StopMark) -> Iterator[str]:
    """Yield a stop's part in the route, and how firmly it is said; what the text reports is not said to be so."""
    if mark.stop.status is Status.TURNED_BACK:
        yield "goal, not reached"
        return
    leaves = any(leg.origin is mark for leg in scene.legs)
    is_start = leaves and not any(leg.destination is mark for leg in scene.legs)
    yield (Role.ORIGIN if is_start else mark.stop.role).value
    if mark.stop.status is not Status.REPORTED:
        yield STATUSES[mark.stop.status]


def _confidence(mark: StopMark) -> Markup:
    return badge(confidence_badge(mark.stop.confidence)) if mark.stop.place else EMPTY


def _candidates(scene: Scene, mark: StopMark) -> Markup:
    """Return the rivals of a place that is not sure; those that no reader would take are left out."""
    found = [rival for rival in mark.candidates if not mark.stop.place or rival.place.id != mark.stop.place.id]
    sure = confidence_badge(mark.stop.confidence).css_class if mark.stop.place else "bad"
    rivals = [rival for rival in found if rival.score >= _LEAST_SCORE or sure == "bad"][:_MOST_CANDIDATES]
    if not rivals or sure == "good":
        return EMPTY
    return element("div", {"class": "rivals"}, "Could also be", element("ul", {}, *(_rival(scene, r) for r in rivals)))


def _rival(scene: Scene, rival: Candidate) -> Markup:
    country = scene.country(rival.place)
    where = ", ".join([label(rival.place.name), rival.place.kind.value, *([country] if country else [])])
    at = element("span", {"class": "at"}, coordinates(rival.place.position))
    score = f"{rival.score:.0%}" if rival.score >= _LEAST_SCORE else f"under {_LEAST_SCORE:.0%}"
    why = f" ({label(rival.why, 80)})" if rival.why else ""
    return element("li", {}, f"{where} · ", at, f": {score}{why}")


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
            facts.append("through " + ", ".join(_spelt_out(scene, passage) for passage in leg.path.passages))
        facts += [label(note, 200) for note in leg.path.notes]
    if leg.no_path:
        facts.append(f"no way known: {label(leg.no_path, 300)}")
    said = [f"ship {label(leg.vessel)}"] if leg.vessel else []
    said += [f"carrier {label(leg.carrier)}"] if leg.carrier else []
    said += [day_words(leg.on)] if leg.on else []
    if leg.status is not Status.REPORTED or not leg.attribution:
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


def _spelt_out(scene: Scene, words: str) -> str:
    return label(_COUNTRY_CODE.sub(lambda found: scene.country_names.get(found[0], found[0]), words), 200)
