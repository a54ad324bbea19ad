"""The article itself, each sentence linked with what was read from it."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Span
from routes.page.cards import section
from routes.page.links import Links
from routes.page.markup import EMPTY, Markup, element, join
from routes.page.scene import Scene
from routes.page.words import OUTCOMES

# A page is for reading a news text; what is longer than this is cut, and the page says so.
_MOST_CHARACTERS = 100_000


def article_section(scene: Scene, links: Links) -> Markup:
    """Return the text in its own paragraphs; a sentence that was used ends with links to its findings."""
    hint = element("p", {"class": "facts"}, "Marked sentences were used; the signs after them lead to what was read.")
    text = text_blocks(scene, links, Span(0, len(scene.report.article.text)))
    return section("text", "The text", hint if any(links.refs) else EMPTY, text)


def text_blocks(scene: Scene, links: Links, part: Span) -> Markup:
    """Return a part of the text, such as one article of several, in its paragraphs."""
    text = scene.report.article.text
    paragraphs: list[list[Markup]] = [[]]
    at = part.start
    end = min(part.end, part.start + _MOST_CHARACTERS)
    cut = False
    for number, sentence in enumerate(scene.report.sentences):
        if not part.contains(sentence):
            continue
        if sentence.end > end:
            cut = True
            break
        between = text[at : sentence.start] if sentence.start > at else ""
        if "\n" in between and paragraphs[-1]:
            paragraphs.append([])
        if between.strip():
            paragraphs[-1].append(join((between.strip(), " ")))
        paragraphs[-1].append(_sentence(scene, links, number, sentence))
        at = sentence.end
    rest = text[at:end].strip()
    if rest and not cut:
        paragraphs.append([join((rest,))])
    blocks = [element("p", {"dir": "auto"}, join(parts, " ")) for parts in paragraphs if parts]
    if cut:
        blocks.append(element("p", {"class": "none"}, "The text goes on; the page shows its beginning."))
    return element("div", {"class": "text"}, *blocks)


def _sentence(scene: Scene, links: Links, number: int, sentence: Span) -> Markup:
    refs = links.refs[number]
    marked = join(_marked(scene, links, sentence))
    if not refs:
        return element("span", {"id": f"s-{number}"}, marked)
    chips = join(_chip(scene, ref) for ref in refs)
    return element("span", {"id": f"s-{number}", "class": "used", "data-refs": " ".join(refs)}, marked, chips)


def _marked(scene: Scene, links: Links, sentence: Span) -> Iterator[Markup]:
    """Yield the sentence with the words marked that a stop or a claim was read from."""
    text = scene.report.article.text
    at = sentence.start
    for span, ref in sorted(links.spans, key=lambda found: (found[0], found[1])):
        if ref.startswith("leg") or span.start < at or not sentence.contains(span) or not len(span):
            continue
        yield join((text[at : span.start],))
        yield element("mark", {"data-ref": ref}, text[span.start : span.end])
        at = span.end
    yield join((text[at : sentence.end],))


def _chip(scene: Scene, ref: str) -> Markup:
    kind, _, index = ref.partition("-")
    number = int(index) + 1
    words = {"stop": f"{number}", "leg": f"→{number}", "claim": f"✓{number}"}
    names = {"stop": f"Stop {number}", "leg": f"Leg {number}", "claim": f"Claim {number}"}
    if kind == "claim":
        words["claim"] = f"{OUTCOMES[scene.claims[int(index)].claim.outcome].sign}{number}"
    return element(
        "a", {"class": f"chip {kind}", "href": f"#{ref}", "data-ref": ref, "aria-label": names[kind]}, words[kind]
    )
