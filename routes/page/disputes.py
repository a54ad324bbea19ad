"""Where the articles of a dossier contradict each other, with each one's own words."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Contradiction, Dossier, Side, Span, Telling, letter
from routes.page.cards import section
from routes.page.credit import source_name
from routes.page.markup import Markup, element, label
from routes.page.merging import Merged
from routes.page.scene import Scene
from routes.page.words import OUTCOMES, count, sentence_case
from routes.reading import day_words

_MOST_QUOTE = 200


def sources_list(dossier: Dossier) -> Markup:
    """Return the articles by their letters, each with a link to its text."""
    items = (
        element(
            "li",
            {},
            element("a", {"class": "letter", "href": f"#text-{number}"}, letter(number)),
            element("span", {"dir": "auto"}, article_words(dossier, number)),
        )
        for number in range(len(dossier.reports))
    )
    return element("ul", {"class": "sources", "aria-label": "The articles"}, *items)


def article_words(dossier: Dossier, number: int) -> str:
    """Return an article's title, file and day; two with the same title and file differ by their letter alone."""
    article = dossier.reports[number].article
    name = source_name(article.source)
    title = label(article.title, 120) if article.title else None
    day = day_words(article.published_on) if article.published_on else None
    facts = ", ".join(part for part in (label(name, 60) if name and title else None, day) if part)
    known = title or (label(name, 120) if name else "Text without a title")
    return f"{known} ({facts})" if facts else known


def contradictions_section(dossier: Dossier, merged: Merged, scene: Scene) -> Markup:
    """Return the contradictions, each as a sentence to quote and the words it rests on."""
    if not dossier.contradictions:
        words = "No contradiction was found: where two articles tell of the same, they agree, or one says less."
        return section("disputes", "Contradictions", element("p", {"class": "none"}, words))
    cards = (_card(dossier, merged, scene, found) for found in dossier.contradictions)
    return section("disputes", count(len(dossier.contradictions), "contradiction"), *cards)


def _card(dossier: Dossier, merged: Merged, scene: Scene, found: Contradiction) -> Markup:
    sides = (item for side in found.sides for item in _side(dossier, merged, scene, side))
    topic = element("b", {}, f"{sentence_case(found.topic.value)}: ")
    return element(
        "article",
        {"class": "dispute"},
        element("p", {"class": "sentence"}, topic, label(found.sentence, 1500)),
        element("ul", {}, *sides),
    )


def _side(dossier: Dossier, merged: Merged, scene: Scene, side: Side) -> Iterator[Markup]:
    outcome = OUTCOMES[side.outcome] if side.outcome else None
    badge = (
        element("span", {"class": f"badge {outcome.css_class}"}, f"{outcome.sign} {outcome.word}") if outcome else ""
    )
    for telling in side.tellings:
        words = element("span", {"class": "letter"}, letter(telling.article))
        # A stated distance says enough by itself; a ship's name or a day does not.
        quote = dossier.quote(telling) if outcome else sentence_words(dossier, merged, scene, telling)
        yield element("li", {}, words, quote_link(merged, scene, telling, quote), badge)


def quote_link(merged: Merged, scene: Scene, telling: Telling, words: str) -> Markup:
    """Return an article's own words, linked to the sentence that they stand in."""
    quote = element("q", {"dir": "auto"}, label(words, _MOST_QUOTE))
    number = sentence_number(scene, merged.span(telling))
    return quote if number is None else element("a", {"class": "source", "href": f"#s-{number}"}, quote)


def sentence_words(dossier: Dossier, merged: Merged, scene: Scene, telling: Telling) -> str:
    """Return the sentence that a telling stands in: a name alone says nothing."""
    number = sentence_number(scene, merged.span(telling))
    if number is None:
        return dossier.quote(telling)
    return scene.report.article.quote(scene.report.sentences[number])


def sentence_number(scene: Scene, span: Span) -> int | None:
    return next((n for n, sentence in enumerate(scene.report.sentences) if sentence.overlaps(span)), None)
