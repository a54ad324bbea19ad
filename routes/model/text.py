"""The article and the places in it that our findings point to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points of the article's text.

    >>> Article("Cargo left Najin.").quote(Span(11, 16))
    'Najin'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class DateSource(Enum):
    """Where the publication date was taken from."""

    OPTION = "option"
    TEXT = "text"
    PAGE = "page"
    DATELINE = "dateline"


class PageReader(Enum):
    """By what the words of a saved web page were told from all else on it."""

    TRAFILATURA = "trafilatura"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article came out, and how we know."""

    on: date
    source: DateSource
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given to us; every span of a report counts in `text`.

    `page_reader` says how the text was taken from a saved web page; it is None for a plain text.
    """

    text: str
    title: str | None = None
    published: Published | None = None
    source: str | None = None
    page_reader: PageReader | None = None

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def published_on(self) -> date | None:
        return self.published.on if self.published else None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: the source's name as the text gives it, and where.

    `carried` says that the source was named in an earlier sentence and still speaks.
    """

    name: str
    span: Span
    carried: bool = False
