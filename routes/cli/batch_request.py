"""One line of a batch: an article as JSON, or what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn, TypeAlias

from routes.cli.streams import MAX_LINE_BYTES, Line
from routes.errors import ArticleError, InputError
from routes.model import Article, Span
from routes.reading import MAX_CHARACTERS, make_article

Ident: TypeAlias = "str | int | None"

# A day, alone or with the time that feeds put behind it.
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.ASCII)


class RefusedError(InputError):
    """A line is no article; `code` says why in one word. Never leaves the batch."""

    def __init__(self, code: str, message: str, ident: Ident = None) -> None:
        self.code = code
        self.ident = ident
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Request:
    """An article, what its owner calls it, and the names to place if they are known."""

    ident: Ident
    article: Article
    mentions: tuple[Span, ...] | None = None


def read_request(line: Line) -> Request:
    """Return the article of a line; raise RefusedError where there is none.

    >>> read_request(Line(1, b'{"id": "a", "text": "Grain for Odesa.", "mentions": [[10, 15]]}')).mentions
    (Span(start=10, end=15),)
    """
    fields = _fields(line)
    ident = _ident(fields.get("id"))
    try:
        article = _article(fields)
        return Request(ident, article, _mentions(fields.get("mentions"), len(article.text)))
    except RefusedError as refused:
        raise RefusedError(refused.code, str(refused), ident) from refused


def _fields(line: Line) -> Mapping[str, object]:
    if line.is_cut:
        raise RefusedError("too-long", f"the line is longer than {MAX_LINE_BYTES:,} bytes; split the text")
    try:
        value = json.loads(line.data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise RefusedError("not-utf-8", f"byte {error.start} of the line is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise RefusedError("not-json", f"the line is no JSON: {error.msg} at character {error.pos}") from error
    except (RecursionError, ValueError) as error:
        # Brackets without end, NaN, or a number of thousands of digits.
        raise RefusedError("not-json", "the line is JSON that cannot be read; give a plain object") from error
    if not isinstance(value, dict):
        raise RefusedError("not-an-object", 'the line must be a JSON object, such as {"id": "1", "text": "..."}')
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _ident(value: object) -> Ident:
    if value is None or isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise RefusedError("bad-id", "id must be a string or a whole number")


def _article(fields: Mapping[str, object]) -> Article:
    text, title = fields.get("text"), fields.get("title")
    if not isinstance(text, str):
        raise RefusedError("no-text", "text must be a string with the article")
    if len(text) > MAX_CHARACTERS:
        raise RefusedError("too-long", f"text has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read")
    if title is not None and not isinstance(title, str):
        raise RefusedError("bad-title", "title must be a string")
    try:
        article = make_article(text, published=_published(fields.get("published")))
    except ArticleError as error:
        raise RefusedError("bad-text", str(error)) from error
    return article if title is None else replace(article, title=title.strip() or None)


def _published(value: object) -> date | None:
    if value is None:
        return None
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        if match:
            return date.fromisoformat(match[1])
    except ValueError:
        pass
    raise RefusedError("bad-published", "published must be a date such as 2023-10-15")


def _mentions(value: object, length: int) -> tuple[Span, ...] | None:
    """Return the spans in the order of the text, each once."""
    if value is None:
        return None
    if not isinstance(value, list):
        raise RefusedError("bad-mentions", "mentions must be a list of [start, end]")
    return tuple(sorted({_span(pair, length) for pair in value}))


def _span(pair: object, length: int) -> Span:
    if not (isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair)):
        raise RefusedError("bad-mentions", "each of mentions must be [start, end], two whole numbers")
    start, end = pair
    if not 0 <= start < end <= length:
        raise RefusedError(
            "bad-mentions", f"[{start}, {end}] must lie in the text, 0 <= start < end <= {length} (code points)"
        )
    return Span(start, end)
