"""Everything that is said about one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from routes.model.judgement import BorderView, Claim
from routes.model.place import Resolution
from routes.model.reading import DateMention, Mention
from routes.model.route import Itinerary
from routes.model.text import Article, Span


class Level(Enum):
    """How much a notice asks of the reader."""

    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know: an oddity of the text, a limit of the data."""

    level: Level
    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DataVersions:
    """Which data the report rests on; hashes of their content."""

    gazetteer: str
    lines: str
    world: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The result of `analyze`: what was read, where it is, which way it went, what holds."""

    article: Article
    sentences: tuple[Span, ...]
    toponyms: tuple[Resolution, ...]
    vetoed: tuple[Mention, ...]
    itineraries: tuple[Itinerary, ...]
    claims: tuple[Claim, ...]
    dates: tuple[DateMention, ...]
    notices: tuple[Notice, ...]
    border_view: BorderView
    data: DataVersions
    id: str | None = None
