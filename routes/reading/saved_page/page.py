"""From the bytes of a saved page to its article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routes.errors import ArticleError
from routes.model import PageReader
from routes.reading.saved_page.charset import decode_page
from routes.reading.saved_page.elements import Elements, walk
from routes.reading.saved_page.extraction import extracted
from routes.reading.saved_page.marks import published_of, title_of

_SHORTEST = 3  # words; less is a button or a by-line


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The article of a page: its title on the first line, then its paragraphs, one a line."""

    text: str
    title: str | None
    published: date | None
    reader: PageReader


def read_page(data: bytes, label: str, most_characters: int) -> SavedPage:
    """Return the article of a saved page; raise ArticleError where there is none."""
    html = decode_page(data, label)
    if len(html) > most_characters:
        most = f"at most {most_characters:,} are read, so save its text alone"
        raise ArticleError(f"{label}: the page has {len(html):,} characters; {most}")
    elements = walk(html.replace("\0", ""))
    title = title_of(elements)
    body, reader = extracted(html), PageReader.TRAFILATURA
    if body is None or not body.strip():
        body, reader = _paragraphs(elements), PageReader.PARAGRAPHS
    if not body:
        raise ArticleError(f"{label}: no text was found in the page: it has no paragraph (<p>); save its text as UTF-8")
    lines = [" ".join(line.split()) for line in body.splitlines()]
    kept = [line for line in lines if line and line != title]
    return SavedPage("\n".join([*([title, ""] if title else []), *kept]), title, published_of(elements), reader)


def _paragraphs(elements: Elements) -> str:
    """Return the paragraphs of the main part, or of the whole page where it marks none."""
    long = [(text, is_main) for text, is_main in elements.paragraphs if len(text.split()) >= _SHORTEST]
    main = [text for text, is_main in long if is_main]
    return "\n".join(main or [text for text, _ in long])
