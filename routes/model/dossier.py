"""What several articles say of one story: who tells of which stop and distance, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from routes.model.judgement import Outcome
from routes.model.place import Place
from routes.model.report import Report
from routes.model.text import Span


class Topic(Enum):
    """What articles can contradict each other about."""

    DISTANCE = "distance"
    ORIGIN = "origin"
    DESTINATION = "destination"
    ORDER = "order of stops"
    MODE = "mode"
    VESSEL = "vessel"
    DATE = "date"
    CARGO = "cargo"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Telling:
    """A place in one of the articles; `article` counts from 0, `span` in that article's own text."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class StopTelling:
    """An article's own telling of a stop: its itinerary and the stop in it, counted from 0."""

    article: int
    itinerary: int
    stop: int
    span: Span


@dataclass(frozen=True, slots=True)
class ClaimTelling:
    """An article's own telling of a distance; `claim` counts the claims of its report from 0."""

    article: int
    claim: int
    span: Span


@dataclass(frozen=True, slots=True)
class SharedStop:
    """One stop as the articles tell it; `place` is None where none of them could be placed.

    Stops with the same `shipment` belong together, in order of travel.
    """

    name: str
    place: Place | None
    shipment: int
    tellings: tuple[StopTelling, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        return tuple(sorted({telling.article for telling in self.tellings}))


@dataclass(frozen=True, slots=True)
class SharedClaim:
    """What the articles say of how far one place lies, of the same line or place or with the same figure."""

    subject: str
    place: Place | None
    tellings: tuple[ClaimTelling, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        return tuple(sorted({telling.article for telling in self.tellings}))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things said, in few words, with every place that says it; a distance has its outcome too."""

    words: str
    tellings: tuple[Telling, ...]
    outcome: Outcome | None = None

    @property
    def articles(self) -> tuple[int, ...]:
        return tuple(sorted({telling.article for telling in self.tellings}))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where articles cannot both be right as they stand.

    `sentence` can be quoted as it stands. Only a distance can be measured; `sides` then have outcomes.
    """

    topic: Topic
    subject: str
    sides: tuple[Side, ...]
    sentence: str

    def __post_init__(self) -> None:
        if len(self.sides) < 2:
            raise ValueError(f"a contradiction needs two sides or more, got {len(self.sides)}")


@dataclass(frozen=True, slots=True)
class Dossier:
    """Several reports of one story, laid beside each other."""

    reports: tuple[Report, ...]
    stops: tuple[SharedStop, ...]
    claims: tuple[SharedClaim, ...]
    contradictions: tuple[Contradiction, ...]

    def quote(self, telling: Telling | StopTelling | ClaimTelling) -> str:
        """Return an article's own words."""
        return self.reports[telling.article].article.quote(telling.span)


def letter(article: int) -> str:
    """Return what an article of a dossier is called, by its number from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    first, last = divmod(article, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
