"""Score the spans of an article that may be names of places, and choose among those that overlap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from routes.gazetteer import Gazetteer
from routes.model import Span
from routes.reading.covering import Taken
from routes.reading.recognition.facts import COUNTRY, DEMONYM, IS_MAIN, KNOWN, LISTED, STANDING, FactBook, Facts
from routes.reading.recognition.lexis import common_words
from routes.reading.recognition.model import Model, load_model
from routes.reading.recognition.scripts import is_foreign, least_standing, parts_of_words

# A name that people put into the gazetteer by hand is a place on weaker evidence than one of the whole world.
_LISTED_LIMIT = 0.1
# What a name in another script counts that the gazetteer has; longer names count a little more.
_FOREIGN_SCORE = 0.5
# A word that is both ("Georgian" is no town of note) is a demonym unless a place of so many people bears it.
_PLACE_OF_THE_SAME_NAME = 5.0


@dataclass(frozen=True, slots=True)
class ScoredSpan:
    """A span that may be the name of a place; `score` in 0..1 says how probably.

    `is_known` says that the gazetteer has it, `is_listed` that a curated or a user's row does
    and that it is no English word besides,
    `is_demonym` that it is a word for people or things of a place and no name of a place itself,
    `has_space` that it has several words.
    """

    span: Span
    score: float
    is_known: bool
    is_listed: bool
    is_demonym: bool
    has_space: bool = False


def score_spans(
    text: str, sentences: tuple[Span, ...], gazetteer: Gazetteer, model: Model | None = None
) -> tuple[ScoredSpan, ...]:
    """Return all spans of a text that may be names of places, with their scores, in order."""
    model, book = model or load_model(), _book(gazetteer)
    found = model.document(text, sentences, book)
    starts, ends = found.document.starts, found.document.ends
    scored = [
        _scored(Span(starts[first], ends[last - 1]), surface, facts, score)
        for (first, last), surface, facts, score in zip(
            found.spans, found.surfaces, found.facts, model.score(found), strict=True
        )
    ]
    if text.isascii():
        return tuple(scored)
    return tuple(sorted([*scored, *_parts_of_words(text, book)], key=lambda each: each.span))


def _scored(span: Span, surface: str, facts: Facts, score: float) -> ScoredSpan:
    if is_foreign(surface):
        is_well_known = facts[LISTED] > 0 or facts[STANDING] >= least_standing(surface)
        score = _FOREIGN_SCORE + len(surface) / 1000 if is_well_known else 0.0
    return ScoredSpan(
        span,
        score,
        is_known=facts[KNOWN] > 0,
        is_listed=facts[LISTED] > 0 and surface.casefold() not in common_words(),
        is_demonym=facts[DEMONYM] > 0 and not _is_place_as_well(facts),
        has_space=" " in surface,
    )


def _is_place_as_well(facts: Facts) -> bool:
    """Return whether a demonym is also what a place of note is called, not only another name that it once had."""
    is_called_so = facts[IS_MAIN] or facts[COUNTRY] or facts[LISTED]
    return bool(is_called_so) and facts[STANDING] >= _PLACE_OF_THE_SAME_NAME


def _parts_of_words(text: str, book: FactBook) -> list[ScoredSpan]:
    spans = list(parts_of_words(text))
    facts = book.look_up(text[span.start : span.end] for span in spans)
    surfaces = [text[span.start : span.end] for span in spans]
    return [
        _scored(span, surface, facts[surface], 0.0)
        for span, surface in zip(spans, surfaces, strict=True)
        if facts[surface][KNOWN]
    ]


def choose(spans: tuple[ScoredSpan, ...], model: Model | None = None) -> tuple[ScoredSpan, ...]:
    """Return the places among scored spans: by falling score, none over another, in order of the text."""
    limit = (model or load_model()).threshold
    taken = Taken()
    found = []
    for each in sorted(spans, key=lambda each: (-each.score, each.span)):
        least = _LISTED_LIMIT if each.is_listed else limit
        if each.score >= least and taken.take(each.span):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.span))


@lru_cache(maxsize=4)
def _book(gazetteer: Gazetteer) -> FactBook:
    return FactBook(gazetteer)
