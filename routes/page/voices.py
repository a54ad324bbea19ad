"""Who says what: a row for each thing told, a column for each article; and the texts below."""

from __future__ import annotations

from collections.abc import Sequence

from routes.comparing import Line, TableRow, who_says_what
from routes.model import Dossier, letter
from routes.page.article import text_blocks
from routes.page.cards import heading, section
from routes.page.disputes import article_words, quote_link, sentence_words
from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, Value, element, label
from routes.page.merging import Merged
from routes.page.scene import Scene
from routes.page.words import OUTCOMES


def table_section(dossier: Dossier, merged: Merged, scene: Scene) -> Markup:
    rows = who_says_what(dossier)
    if not rows:
        words = "The texts tell of no way of goods and state no distance that could be read."
        return section("says", "Who says what", element("p", {"class": "none"}, words))
    heads = (_head(dossier, number) for number in range(len(dossier.reports)))
    corner = element("td", {}, "")
    head = element("thead", {}, element("tr", {}, corner, *heads))
    body = element("tbody", {}, *_rows(dossier, merged, scene, rows))
    table = element("table", {}, head, body)
    scroll = {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Who says what"}
    return section("says", "Who says what", element("div", scroll, table))


def _head(dossier: Dossier, number: int) -> Markup:
    name = element("span", {"class": "of", "dir": "auto"}, label(article_words(dossier, number), 90))
    return element("th", {"scope": "col"}, element("span", {"class": "letter"}, letter(number)), name)


def _rows(dossier: Dossier, merged: Merged, scene: Scene, rows: Sequence[TableRow]) -> list[Markup]:
    several = len(scene.shipments) > 1
    found, shipment = [], None
    for row in rows:
        if several and row.shipment is not None and row.shipment != shipment:
            shipment = row.shipment
            wide: dict[str, Value] = {"scope": "colgroup", "colspan": len(dossier.reports) + 1}
            found.append(element("tr", {"class": "part"}, element("th", wide, f"Shipment {shipment + 1}")))
        found.append(_row(dossier, merged, scene, row))
    return found


def _row(dossier: Dossier, merged: Merged, scene: Scene, row: TableRow) -> Markup:
    cells = (_cell(dossier, merged, scene, number, cell) for number, cell in enumerate(row.cells))
    if row.stop is None:
        return element("tr", {}, element("th", {"scope": "row"}, label(row.label, 80)), *cells)
    mark = scene.stops[row.stop]
    disc = element("span", {"class": "disc", "aria-hidden": "true"}, str(mark.number))
    name = heading(mark.ref, element("b", {}, label(row.label, 80)), mapped=mark.point is not None)
    attributes = {"class": "stop", "id": mark.ref, "data-ref": mark.ref}
    return element("tr", attributes, element("th", {"scope": "row"}, disc, name), *cells)


def _cell(dossier: Dossier, merged: Merged, scene: Scene, article: int, lines: Sequence[Line]) -> Markup:
    name = letter(article)
    if not lines:
        return element("td", {"class": "silent", "data-letter": name}, "–")
    return element("td", {"data-letter": name}, *(_line(dossier, merged, scene, line) for line in lines))


def _line(dossier: Dossier, merged: Merged, scene: Scene, line: Line) -> Markup:
    outcome = OUTCOMES[line.outcome] if line.outcome else None
    badge = (
        element("span", {"class": f"badge {outcome.css_class}"}, f"{outcome.sign} {outcome.word}") if outcome else ""
    )
    return element(
        "div",
        {"class": "voice"},
        badge,
        element("p", {}, label(line.words, 160)),
        quote_link(merged, scene, line.telling, sentence_words(dossier, merged, scene, line.telling)),
    )


def texts_section(dossier: Dossier, merged: Merged, scene: Scene, links: Links) -> Markup:
    """Return the articles beside each other, their used sentences marked."""
    hint = element("p", {"class": "facts"}, "Marked sentences were used; the signs after them lead to what was read.")
    texts = (
        element(
            "article",
            {"class": "voice-text", "id": f"text-{number}"},
            element("h3", {"dir": "auto"}, f"{letter(number)} · {article_words(dossier, number)}"),
            text_blocks(scene, links, part),
        )
        for number, part in enumerate(merged.parts)
    )
    return section("text", "The texts", hint if any(links.refs) else EMPTY, element("div", {"class": "texts"}, *texts))
