"""The stated distances, each with its figures and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import OtherMeasurement
from routes.page.cards import heading, section, source_link_for
from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, element, join, label
from routes.page.scene import ClaimMark, Scene
from routes.page.strokes import who
from routes.page.words import (
    OUTCOMES,
    VIEWS,
    count,
    km,
    km_band,
    stated,
)
from routes.reading import day_words


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
    by = f", article {mark.told_by}" if mark.told_by else ""
    return element(
        "article",
        {"class": f"claim {outcome.css_class}", "id": mark.ref, "data-ref": mark.ref},
        element("div", {"class": "head"}, heading(mark.ref, name, f" Claim {mark.number}{by}", mapped=mark.is_drawn)),
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
            yield "On", day_words(measured.on)
    if claim.bearing_measured_deg is not None and claim.statement.bearing:
        found = OUTCOMES[claim.bearing_outcome].word.lower() if claim.bearing_outcome else "not judged"
        yield (
            "Direction",
            f"{label(claim.statement.bearing.text)} stated, {claim.bearing_measured_deg:.0f}° measured: {found}",
        )
    if claim.place_chosen_by_claim:
        yield "Caution", "the stated distance itself told which of several places of the name is meant"
    yield "Why", label(claim.reason, 300)


def _valid(mark: ClaimMark) -> str:
    line = mark.claim.measured.line if mark.claim.measured else None
    if line is None or line.valid_from is None or line.valid_to is None:
        return ""
    return f", as it stood from {day_words(line.valid_from)} to {day_words(line.valid_to)}"


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
