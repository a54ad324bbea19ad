"""Who states a distance: only the source of its own sentence, or of the quotation that it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from routes.model import Attribution, Movement, Span, Statement
from routes.reading.attribution import is_own, quotations

# "The cargo was later taken ..." goes on with an account; "Kirkuk lies ..." is what the writer knows.
_GOES_ON = re.compile(
    r"\W*(?:the|this|that|these|those|it|its|they|their|he|she|from there|there|then|later|after that|afterwards)\b",
    re.IGNORECASE,
)


def claimants(
    text: str,
    statements: tuple[Statement, ...],
    movements: tuple[Movement, ...],
    sources: Mapping[Span, Attribution | None],
) -> tuple[Attribution | None, ...]:
    """Return who says each statement; None where it is the writer.

    `sources` are those of the sentences in order, carried on from one to the next. A quotation has one source. An
    account of a way goes on from sentence to sentence, as long as each of them tells a step of it.
    """
    if not statements:
        return ()
    quoted = quotations(text)
    moving = {movement.sentence for movement in movements}
    told = _account(text, sources, moving)
    return tuple(
        _of_sentence(text, statement.sentence, sources, told) or _of_quotation(text, statement.span, sources, quoted)
        for statement in statements
    )


def _account(text: str, sources: Mapping[Span, Attribution | None], moving: set[Span]) -> frozenset[Span]:
    """Return the sentences that go on with the account of a source named before them."""
    found, goes_on = set(), False
    for sentence, source in sources.items():
        if is_own(text, sentence, source):
            goes_on = True
            continue
        goes_on = goes_on and sentence in moving and _GOES_ON.match(text, sentence.start, sentence.end) is not None
        if goes_on:
            found.add(sentence)
    return frozenset(found)


def _of_sentence(
    text: str, sentence: Span, sources: Mapping[Span, Attribution | None], told: frozenset[Span]
) -> Attribution | None:
    source = sources[sentence]
    return source if sentence in told or is_own(text, sentence, source) else None


def _of_quotation(
    text: str, statement: Span, sources: Mapping[Span, Attribution | None], quoted: tuple[Span, ...]
) -> Attribution | None:
    """Return the source of the quotation that a statement stands in: named in it, or the last one before it."""
    inside = next((span for span in quoted if span.contains(statement)), None)
    if inside is None:
        return None
    around = [sentence for sentence in sources if sentence.overlaps(inside)]
    named = [sources[sentence] for sentence in around if is_own(text, sentence, sources[sentence])]
    return named[0] if named else sources[around[0]]
