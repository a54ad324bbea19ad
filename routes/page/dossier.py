"""The page of a dossier: the contradictions, one map, who says what, the texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from routes.model import Dossier, Place, letter
from routes.page.claim_cards import claims_section
from routes.page.disputes import contradictions_section, sources_list
from routes.page.document import body, filled_page, map_section
from routes.page.embedded import embedded_page
from routes.page.links import Links
from routes.page.markup import Markup, element, label
from routes.page.merging import Merged, claim_owners, merge
from routes.page.options import PageOptions
from routes.page.remarks import notices_section, others_section
from routes.page.scene import Scene
from routes.page.sheet import sheet
from routes.page.staging import stage
from routes.page.story import judged
from routes.page.voices import table_section, texts_section
from routes.page.words import count

_STYLES = ("page/dossier.css",)
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Folder:
    """A dossier, what it is drawn from, and the links between its texts and its findings."""

    dossier: Dossier
    merged: Merged
    scene: Scene
    links: Links


def dossier_page(dossier: Dossier, options: PageOptions, places: Iterable[Place]) -> str:
    """Return a dossier as one self-contained page."""
    folder = _folder(dossier, places)
    words = _options(folder, options)
    if options.embed:
        return embedded_page(folder.scene, words)
    return filled_page(
        folder.scene, words, lambda map_id: body(folder.scene, words, _main(folder, map_id), "says"), _STYLES
    )


def dossier_svg(dossier: Dossier, options: PageOptions, places: Iterable[Place]) -> str:
    """Return the map of a dossier as a picture."""
    folder = _folder(dossier, places)
    return sheet(folder.scene, _options(folder, options))


def _folder(dossier: Dossier, places: Iterable[Place]) -> Folder:
    merged = merge(dossier)
    scene = _with_letters(dossier, stage(merged.report, places))
    return Folder(dossier, merged, scene, _links(dossier, merged, scene))


def _with_letters(dossier: Dossier, scene: Scene) -> Scene:
    """Return the scene with who tells of each stop and claim; stops and claims stand in the dossier's order."""
    told_by = [", ".join(letter(article) for article in stop.articles) for stop in dossier.stops]
    shipments, first = [], 0
    for shipment in scene.shipments:
        stops = tuple(replace(s, told_by=told_by[first + n]) for n, s in enumerate(shipment.stops))
        shipments.append(replace(shipment, stops=stops))
        first += len(stops)
    owners = [letter(article) for article, _, _ in claim_owners(dossier)]
    claims = tuple(replace(mark, told_by=owner) for mark, owner in zip(scene.claims, owners, strict=True))
    return replace(scene, shipments=tuple(shipments), claims=claims)


def _links(dossier: Dossier, merged: Merged, scene: Scene) -> Links:
    """Return the links of every telling, not only of the first, which the map stands for."""
    spans = [(merged.span(t), f"stop-{n}") for n, stop in enumerate(dossier.stops) for t in stop.tellings]
    spans += [(mark.claim.statement.span, mark.ref) for mark in scene.claims]
    refs: list[list[str]] = [[] for _ in scene.report.sentences]
    sentences: dict[str, int] = {}
    placed = [(span, other.ref) for other in scene.others for span in other.spans]
    for number, sentence in enumerate(scene.report.sentences):
        found = [ref for span, ref in spans if sentence.overlaps(span)]
        refs[number] = list(dict.fromkeys(found))
        for ref in (*found, *(ref for span, ref in placed if sentence.contains(span))):
            sentences.setdefault(ref, number)
    return Links(tuple(tuple(found) for found in refs), sentences, tuple(spans))


def _main(folder: Folder, map_id: str) -> Markup:
    dossier, scene, links = folder.dossier, folder.scene, folder.links
    side = element(
        "div",
        {"class": "side", "tabindex": "0", "role": "region", "aria-label": "Contradictions"},
        sources_list(dossier),
        contradictions_section(dossier, folder.merged, scene),
    )
    wide = element(
        "div",
        {"class": "wide"},
        table_section(dossier, folder.merged, scene),
        element("div", {"class": "cards"}, claims_section(scene, links)),
        notices_section(scene),
        texts_section(dossier, folder.merged, scene, links),
        others_section(scene, links),
    )
    return element("main", {"class": "dossier"}, side, map_section(scene, map_id), wide)


def _options(folder: Folder, options: PageOptions) -> PageOptions:
    """Return the page's words: the generated ones where the editor gives none."""
    dossier = folder.dossier
    names = list(dict.fromkeys(label(stop.name) for stop in dossier.stops))
    more = " …" if len(names) > _MOST_NAMED else ""
    way = f": {' – '.join(names[:_MOST_NAMED])}{more}" if names else ""
    articles = count(len(dossier.reports), "article")
    found = len(dossier.contradictions)
    disputes = f"They contradict each other in {count(found, 'point')}." if found else "No contradiction was found."
    standfirst = f"What {articles} say of one story, laid side by side. {disputes} {judged(folder.scene)}"
    return replace(
        options,
        title=options.title or f"{articles} compared{way}",
        standfirst=options.standfirst or standfirst.strip(),
    )
