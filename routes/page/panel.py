"""The words beside the map: stops and legs, claims, dates, other places, notices."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Level, OtherMeasurement, Resolution
from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, element, join, label
from routes.page.scene import ClaimMark, LegMark, OtherPlace, Scene, Shipment, StopMark
from routes.page.strokes import ends, key, leg_class, who
from routes.page.words import (
    MODES,
    OUTCOMES,
    STATUSES,
    VIEWS,
    Badge,
    confidence_badge,
    coordinates,
    count,
    day,
    hours,
    km,
    km_band,
    path_length,
    path_method,
    sentence_case,
    stated,
)

_MOST_CANDIDATES = 4
_MOST_QUOTE = 110


def badge(mark: Badge, css_class: str = "badge") -> Markup:
    sign = element("span", {"aria-hidden": "true"}, mark.sign)
    return element("span", {"class": f"{css_class} {mark.css_class}"}, sign, f" {mark.word}")


def section(ident: str, heading: str, *content: Markup) -> Markup:
    """Return a part of the page with its heading."""
    title = element("h2", {"id": ident}, heading)
    return element("section", {"aria-labelledby": ident}, title, *content)


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


def _heading(ref: str, *content: str, mapped: bool = True) -> Markup:
    """Return the name of a card: a button that shows its thing on the map, where that has one."""
    if not mapped:
        return element("span", {"class": "name"}, *content)
    return element("button", {"type": "button", "class": "name go", "data-ref": ref}, *content)


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
    facts = [stop.role.value, STATUSES[stop.status]] + ([day(stop.on)] if stop.on else [])
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
                "div", {"class": "head"}, _heading(mark.ref, name, mapped=mark.point is not None), _confidence(mark)
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
    said = [f"ship {label(leg.vessel)}"] if leg.vessel else []
    said += [f"carrier {label(leg.carrier)}"] if leg.carrier else []
    said += [day(leg.on)] if leg.on else []
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
                _heading(mark.ref, element("b", {}, mode), f" {ends(mark)}", mapped=bool(mark.line)),
            ),
            element("p", {"class": "facts"}, sentence_case("; ".join(facts))) if facts else EMPTY,
            element("p", {"class": "facts"}, sentence_case(", ".join(said))),
            source_link_for(links, mark.ref),
        ),
    )


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


def claims_section(scene: Scene, links: Links) -> Markup:
    if not scene.claims:
        return section(
            "claims", "Distances", element("p", {"class": "none"}, "The text states no distance that could be read.")
        )
    return section(
        "claims",
        f"{count(len(scene.claims), 'stated distance')}, checked",
        *(_claim(scene, mark, links) for mark in scene.claims),
    )


def _claim(scene: Scene, mark: ClaimMark, links: Links) -> Markup:
    claim = mark.claim
    outcome = OUTCOMES[claim.outcome]
    rows = list(_figures(mark))
    quote = element("q", {"dir": "auto"}, label(scene.report.article.quote(claim.statement.span), 240))
    name = element("span", {"class": f"badge {outcome.css_class}"}, f"{outcome.sign} {outcome.word}")
    attribution = claim.statement.attribution
    return element(
        "article",
        {"class": f"claim {outcome.css_class}", "id": mark.ref, "data-ref": mark.ref},
        element("div", {"class": "head"}, _heading(mark.ref, name, f" Claim {mark.number}", mapped=mark.is_drawn)),
        element("p", {"class": "said"}, quote, f" – {who(scene.report.article, attribution)}" if attribution else ""),
        element("p", {"class": "sentence"}, label(claim.sentence, 600)),
        element("dl", {}, *(join((element("dt", {}, term), element("dd", {}, words))) for term, words in rows)),
        _others("Would also hold for", claim.holds_for),
        _others("Does not hold for", claim.does_not_hold_for),
        _others("Also measured", claim.also_measured),
        _arithmetic(mark),
        source_link_for(links, mark.ref),
    )


def _figures(mark: ClaimMark) -> Iterator[tuple[str, str]]:
    claim = mark.claim
    quantity = claim.statement.quantity
    words = f"{stated(quantity)}, read as {km_band(quantity.low_m, quantity.high_m)}"
    yield "Stated", words
    if claim.statement.also:
        agrees = {True: "the two figures agree", False: "the two figures contradict each other"}.get(
            bool(claim.pair_agrees)
        )
        known = f" ({agrees})" if claim.pair_agrees is not None else ""
        yield "Also stated", f"{stated(claim.statement.also)}{known}"
    measured = claim.measured
    if measured:
        yield "Measured", f"{km(measured.m)} ({km_band(measured.low_m, measured.high_m)} with all that is uncertain)"
        method = "along the way" if measured.reading.value == "route" else "geodesic on WGS 84, straight line"
        yield "Method", method + (f", borders in the {VIEWS[measured.border_view]}" if measured.border_view else "")
        if measured.line:
            off = f", ± {measured.line.uncertainty_km:g} km" if measured.line.uncertainty_km else ""
            yield "Line", f"{label(measured.line.name, 120)}{_valid(mark)}{off}"
        if measured.on:
            yield "On", day(measured.on)
    if claim.bearing_measured_deg is not None and claim.statement.bearing:
        found = OUTCOMES[claim.bearing_outcome].word.lower() if claim.bearing_outcome else "not judged"
        yield (
            "Direction",
            f"{label(claim.statement.bearing.text)} stated, {claim.bearing_measured_deg:.0f}° measured: {found}",
        )
    if claim.place_chosen_by_claim:
        yield "Caution", "the stated distance itself chose this place, so it proves nothing"
    yield "Why", label(claim.reason, 300)


def _valid(mark: ClaimMark) -> str:
    line = mark.claim.measured.line if mark.claim.measured else None
    if line is None or line.valid_from is None or line.valid_to is None:
        return ""
    return f", as it stood from {day(line.valid_from)} to {day(line.valid_to)}"


def _others(heading: str, found: tuple[OtherMeasurement, ...]) -> Markup:
    if not found:
        return EMPTY
    items = (
        element(
            "li",
            {},
            f"{label(other.subject, 80)} to {label(other.reference, 80)}: "
            f"{km(other.measured.m)} ({km_band(other.measured.low_m, other.measured.high_m)})",
        )
        for other in found
    )
    return element("div", {"class": "readings"}, heading, element("ul", {}, *items))


def _arithmetic(mark: ClaimMark) -> Markup:
    if not mark.claim.arithmetic:
        return EMPTY
    steps = (element("li", {}, label(step, 300)) for step in mark.claim.arithmetic)
    return element("details", {}, element("summary", {}, "The arithmetic"), element("ol", {}, *steps))


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
