"""Score the spans of an article that may be names of places, and choose among those that overlap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from routes.gazetteer import Gazetteer
from routes.model import Span
from routes.reading.recognition.facts import DEMONYM, KNOWN, LISTED, STANDING, FactBook
from routes.reading.recognition.model import load_model

# A name that people put into the gazetteer by hand is a place on weaker evidence than one of the whole world.
_LISTED_LIMIT = 0.1


@dataclass(frozen=True, slots=True)
class ScoredSpan:
    """A span that may be the name of a place; `score` in 0..1 says how probably.

    `is_known` says that the gazetteer has it, `is_listed` that a curated or a user's row does,
    `is_demonym` that it is a word for people or things of a place and no name of a place itself.
    """

    span: Span
    score: float
    is_known: bool
    is_listed: bool
    is_demonym: bool


def score_spans(text: str, sentences: tuple[Span, ...], gazetteer: Gazetteer) -> tuple[ScoredSpan, ...]:
    """Return all spans of a text that may be names of places, with their scores, in order."""
    model = load_model()
    found = model.document(text, sentences, _book(gazetteer))
    document = found.document
    return tuple(
        ScoredSpan(
            Span(document.starts[first], document.ends[last - 1]),
            score,
            is_known=facts[KNOWN] > 0,
            is_listed=facts[LISTED] > 0,
            is_demonym=facts[DEMONYM] > 0 and facts[STANDING] < 5,
        )
        for (first, last), facts, score in zip(found.spans, found.facts, model.score(found), strict=True)
    )


def choose(spans: tuple[ScoredSpan, ...]) -> tuple[ScoredSpan, ...]:
    """Return the places among scored spans: by falling score, none over another, in order of the text."""
    limit = load_model().threshold
    taken: list[ScoredSpan] = []
    for each in sorted(spans, key=lambda each: (-each.score, each.span)):
        least = _LISTED_LIMIT if each.is_listed else limit
        if each.score >= least and not any(each.span.overlaps(other.span) for other in taken):
            taken.append(each)
    return tuple(sorted(taken, key=lambda each: each.span))


@lru_cache(maxsize=4)
def _book(gazetteer: Gazetteer) -> FactBook:
    return FactBook(gazetteer)
