"""One walk through a page: its paragraphs, and all that may tell its title and its day."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"})
_BESIDE = frozenset({"nav", "aside", "footer", "form", "dialog", "menu", "figure", "button", "label"})
_MAIN = frozenset({"article", "main"})
_CLOSES_P = frozenset({
    "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
# Boxes that are no part of the article, by what their makers call them.
_BOX = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|comments?|disqus|related|recommended|most-read|read-?more|share|social|"
    r"newsletter|subscribe|subscription|promo|teasers?|sidebar|breadcrumbs?|advert\w*|ads?|banner|popup|modal|menu|"
    r"nav\w*|footer|paywall|tags)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_LINKED_DATA = 50
_LONGEST_TAG = 10_000
_DECLARATION = re.compile(rf"<[!?][^<>]{{0,{_LONGEST_TAG}}}>")
_STRAY = re.compile(rf"<(?!/?[a-zA-Z][^<>]{{0,{_LONGEST_TAG}}}>)")


@dataclass(slots=True)
class Elements:
    """What a page holds: paragraphs with whether they stand in its main part, headings, `meta`, times, linked data."""

    paragraphs: list[tuple[str, bool]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    times: list[tuple[str, bool]] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)


class Walker(HTMLParser):
    """Walks through a page, however broken; keeps which elements are open without looking through all of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Elements()
        self._open: list[tuple[str, bool]] = []
        # For each name the open elements of it: how many main parts were open when each began.
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        self._mains = 0
        self._beside = 0
        self._words: list[str] = []
        self._collects: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _CLOSES_P and self._names["p"]:
            self._close("p")
        self._note(tag, attributes)
        if tag == "br":
            self._words.append(" ")
        if tag in _VOID:
            return
        is_beside = tag in _SILENT or tag in _BESIDE or self._is_box(tag, attributes)
        self._open.append((tag, is_beside))
        self._names[tag].append(self._mains)
        self._mains += tag in _MAIN
        self._beside += is_beside
        if self._wants(tag, attributes):
            self._collects, self._words = tag, []

    def handle_endtag(self, tag: str) -> None:
        # An article is ended by its own end alone: pages that were saved in a hurry close a box too many.
        if self._names[tag] and (tag in _MAIN or self._names[tag][-1] == self._mains):
            self._close(tag)

    def handle_data(self, data: str) -> None:
        # Words of a script or a cookie banner inside a paragraph are no words of the paragraph.
        if self._collects and (not self._beside or self._collects in ("script", "title")):
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _is_box(self, tag: str, attributes: dict[str, str]) -> bool:
        if tag in ("html", "body", "p", "h1", *_MAIN):
            return False
        names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"[:400]
        return bool(_BOX.search(names)) or "hidden" in attributes

    def _wants(self, tag: str, attributes: dict[str, str]) -> bool:
        if tag == "script":
            return attributes.get("type", "").strip().lower() == "application/ld+json"
        if tag == "title":
            return not self.found.title and not self._names["svg"]
        return tag in ("p", "h1") and not self._beside

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            if name and attributes.get("content"):
                self.found.meta.setdefault(name.strip().lower(), attributes["content"])
        elif tag == "time" and attributes.get("datetime"):
            is_told = "pubdate" in attributes or attributes.get("itemprop", "").lower() == "datepublished"
            if is_told or not self._beside:
                self.found.times.append((attributes["datetime"], is_told))

    def _close(self, tag: str) -> None:
        """Close the innermost element of this name and all that were left open in it."""
        name = ""
        while name != tag:
            name, is_beside = self._open.pop()
            self._names[name].pop()
            self._mains -= name in _MAIN
            if name == self._collects:
                self._finish()
            self._beside -= is_beside

    def _finish(self) -> None:
        words, kind = "".join(self._words), self._collects
        self._collects, self._words = None, []
        if kind == "script" and len(self.found.linked_data) < _MOST_LINKED_DATA:
            self.found.linked_data.append(words)
            return
        words = " ".join(words.split())
        if not words:
            return
        if kind == "p":
            self.found.paragraphs.append((words, self._mains > 0))
        elif kind == "h1":
            self.found.headings.append(words)
        elif kind == "title":
            self.found.title = words


def tame(html: str) -> str:
    """Return a page without comments and declarations, every `<` that begins no whole tag written as text.

    html.parser looks to the end of the page for the end of each thing that was begun and never ended; a page full
    of them would take it hours. Here each step is bounded.

    >>> tame("<p>a < b<!-- <p> -->, <b c</p>")
    '<p>a &lt; b, &lt;b c</p>'
    """
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0:
        kept.append(html[at:start])
        end = html.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(html)
    kept.append(html[at:])
    return _STRAY.sub("&lt;", _DECLARATION.sub("", "".join(kept)))


def walk(html: str) -> Elements:
    """Return what a page holds."""
    walker = Walker()
    walker.feed(tame(html))
    walker.close()
    return walker.found
