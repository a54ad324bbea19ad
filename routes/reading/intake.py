"""From bytes to an article: decode, find the title and the day it came out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from routes.errors import ArticleError
from routes.model import Article, DateSource, Published, Span
from routes.reading.datelines import find_dateline
from routes.reading.dates import read_dates
from routes.reading.flow import flow

MAX_CHARACTERS = 5_000_000
_MAX_TITLE = 200
_STAMP = re.compile(
    r"(?im)^[ \t]*(?:first\s+)?(?:published|posted|updated|last updated|date)(?:\s+(?:on|at))?\s*:?[ \t]+(.{4,60})$"
)
_BARE_DATE_LINE = re.compile(r"(?m)^[ \t]*([^\n]{6,40})[ \t]*$")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_article(data: bytes, *, source: str | None = None, published: date | None = None) -> Article:
    """Return the article in `data`, a text or a saved web page; a `published` date given here wins over its own."""
    from routes.reading.saved_page.charset import is_page

    if is_page(data, source):
        return _from_page(data, source, published)
    return make_article(_decode(data, source or "the text"), source=source, published=published)


def make_article(text: str, *, source: str | None = None, published: date | None = None) -> Article:
    """Return the article made of `text`; raise ArticleError where it is no text to read."""
    _check(text, source or "the text")
    # Offsets stay, so that the date is where it was read; a line that goes on is no title.
    lines = flow(text, keeps_length=True).text
    stamp = Published(published, DateSource.OPTION) if published else _published(lines)
    return Article(text=text, title=_title(lines), published=stamp, source=source)


def _from_page(data: bytes, source: str | None, published: date | None) -> Article:
    from routes.reading.saved_page.page import read_page

    page = read_page(data, source or "the page", MAX_CHARACTERS)
    article = make_article(page.text, source=source, published=published)
    stamp = article.published
    if published is None and page.published is not None:
        stamp = Published(page.published, DateSource.PAGE)
    return replace(article, title=page.title, published=stamp, page_reader=page.reader)


def _decode(data: bytes, label: str) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in data:
        raise ArticleError(f"{label}: byte {data.index(0)} is NUL; an article must be a text file, not a binary one")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{label}: byte {error.start} is not {encoding.upper()}; save the article as UTF-8 and try again"
        ) from error


def _check(text: str, label: str) -> None:
    if "\0" in text:
        raise ArticleError(f"{label}: character {text.index(chr(0))} is NUL; an article must be plain text")
    if not text.strip():
        raise ArticleError(f"{label}: the article is empty; give a file with its text")
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"{label}: the article has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read, so split it"
        )


def _title(text: str) -> str | None:
    lines = [line.strip() for line in text.strip().splitlines()]
    first = " ".join(lines[0].split()) if len([line for line in lines if line]) > 1 else ""
    return first if 0 < len(first) <= _MAX_TITLE and first[-1] not in '.:;!,”"' else None


def _published(text: str) -> Published | None:
    for match in _STAMP.finditer(text):
        found = _dated(match)
        if found:
            return found
    for match in _BARE_DATE_LINE.finditer(text[:1000]):
        found = _dated(match)
        if found and found.span and len(found.span) >= len(match.group(1).strip()) - 12:
            return found
    opening = find_dateline(text)
    return Published(opening.on, DateSource.DATELINE, opening.day) if opening and opening.on else None


def _dated(match: re.Match[str]) -> Published | None:
    for mention in read_dates(match.group(1), None):
        if mention.on is not None:
            start = match.start(1) + mention.span.start
            return Published(mention.on, DateSource.TEXT, Span(start, start + len(mention.span)))
    return None
