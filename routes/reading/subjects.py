"""Find what a stated distance speaks of: the subject before (or after) the figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from routes.model import End, MentionKind, Span
from routes.reading.names import Name
from routes.resources import read_lexicon

_RELATIVE = re.compile(r",?\s*\b(?:which|that|who|where)\b[^,;:]*$", re.IGNORECASE)
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|being|lies|lie|lay|lying|stands|stood|sits|sat|situated|located|based|centred|"
    r"centered|set|remains?|remained)\b(?:\s+(?:located|situated|based|only|about|at|still|now|some|just|roughly))*[^,;:]{0,20}$",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"(?P<det>(?i:\b(?:a|an|the|another|this|that|its|their|his|one|two|three|several|some)\b))\s+"
    r"(?P<words>(?:[a-z][\w'’-]*\s+){0,4}?(?P<head>[a-z][\w'’-]*))\s*,?\s*"
    r"(?:(?:is|was|are|were|lies|lay|located|situated|centred|centered)\s+)*$",
)
_VERB = re.compile(r"\s+(?:is|was|are|were|has|have|had|been|lies|lay|stands|located|situated|centred|centered)\b")
_PRONOUN = re.compile(r"\b(?P<word>it|they|she|he)\b[^,;:]*$", re.IGNORECASE)
_OPENING = re.compile(r"[\W_]*(?:(?:located|situated|lying|based|at|some|only|just|about)\b[\s,]*)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stated distance in its sentence: `core` runs from the figure to the end of the reference."""

    text: str
    sentence: Span
    core: Span
    reference: End
    names: tuple[Name, ...]
    all_names: tuple[Name, ...]

    @property
    def left(self) -> str:
        return self.text[self.sentence.start : self.core.start]


def find_subject(clause: Clause) -> End | None:
    """Return what is said to lie so far away; None where the text does not say.

    A name, or a noun with the name that it stands for (`antecedent`), or a noun alone ("a farm").
    """
    if _OPENING.fullmatch(clause.left):
        return _after(clause)
    relative = _RELATIVE.search(clause.left)
    if relative:
        return _before(clause, clause.sentence.start + relative.start()) or _anaphor(clause, len(clause.left))
    noun = _adjacent_noun(clause)
    if noun:
        return noun
    copula = _COPULA.search(clause.left)
    limit = clause.sentence.start + (copula.start() if copula else len(clause.left))
    return _before(clause, limit) or _pronoun(clause) or _after(clause)


def _before(clause: Clause, limit: int) -> End | None:
    """Return the nearest name before `limit`, passing over the country that only contains another name."""
    candidates = [name for name in clause.names if name.span.end <= limit and _can_be_subject(name)]
    if not candidates:
        return None
    chosen = candidates[-1]
    if len(candidates) > 1 and _contains(clause.text, candidates[-2], chosen):
        chosen = candidates[-2]
    return _end(clause, chosen)


def _after(clause: Clause) -> End | None:
    """Return the name that follows: "Some 50 km from Seoul, the town of Paju ..."."""
    for name in clause.names:
        if name.span.start >= clause.core.end and _can_be_subject(name):
            between = clause.text[clause.core.end : name.span.start]
            return _end(clause, name) if re.match(r"\s*,|\s+(?:lies|is|stands)\b", between) else None
    return None


def _can_be_subject(name: Name) -> bool:
    return name.mention.kind in (MentionKind.PLACE, MentionKind.VESSEL)


def _contains(text: str, inner: Name, outer: Name) -> bool:
    return bool(re.fullmatch(r",?\s+(?:in|on|of)?\s*(?:the\s+)?", text[inner.span.end : outer.span.start]))


def _end(clause: Clause, name: Name) -> End:
    """Return the name as an end, with the noun phrase before it ("the depot at X") in its span."""
    lead = re.search(
        r"(?:\b(?:the|a|an)\s+)?(?:[a-z][\w-]*\s+){0,3}(?:at|of|in|near)\s+(?:the\s+)?$",
        clause.text[clause.sentence.start : name.span.start],
    )
    start = clause.sentence.start + lead.start() if lead and lead.group().strip() else name.span.start
    return End(Span(start, name.span.end), name=name.span)


def _adjacent_noun(clause: Clause) -> End | None:
    """Return the noun phrase right before the figure when no name stands in it: "a farm 30 km from"."""
    match = _NOUN_PHRASE.search(clause.left)
    if match is None or match["head"].casefold() in _not_nouns():
        return None
    start = clause.sentence.start
    noun = _VERB.split(match.group(), maxsplit=1)[0].rstrip(" ,")
    if " " not in noun:
        return None
    span = Span(start + match.start("det"), start + match.start("det") + len(noun))
    apposed = re.search(r"([\w'’.)-]+)\s*,\s*$", clause.left[: match.start("det")])
    if apposed:  # "Paju, a town 30 km from": the name before the comma is meant
        for name in reversed(clause.names):
            if name.span.end <= span.start and _can_be_subject(name):
                gap = clause.text[name.span.end : span.start]
                return _end(clause, name) if re.fullmatch(r"['’s]*\s*,\s*", gap) else None
    definite = match["det"].casefold() in ("the", "this", "that")
    if definite and noun.split()[-1].casefold() in _anaphors():
        return End(span, antecedent=_antecedent(clause, span.start))
    return End(span)


def _anaphor(clause: Clause, length: int) -> End | None:
    words = list(re.finditer(r"\b(?:the|this|that|an?)\s+(?:[\w-]+\s+){0,3}?(\w+)\b", clause.left[:length]))
    if not words:
        return None
    last = words[-1]
    span = Span(clause.sentence.start + last.start(), clause.sentence.start + last.end())
    return End(span, antecedent=_antecedent(clause, span.start) if last.group(1) in _anaphors() else None)


def _pronoun(clause: Clause) -> End | None:
    match = _PRONOUN.search(clause.left)
    if match is None:
        return None
    start = clause.sentence.start + match.start("word")
    antecedent = _antecedent(clause, start) if match["word"].casefold() == "it" else None
    return End(Span(start, start + len(match["word"])), antecedent=antecedent)


def _antecedent(clause: Clause, before: int) -> Span | None:
    """Return the place that "the town" or "it" stands for: the first one of the nearest sentence that names any.

    What a sentence speaks of stands first in it; the places after it only help to say where it is.
    """
    earlier = [name for name in clause.all_names if name.span.end <= before and name.may_be_place and name.is_known]
    inside = [name for name in earlier if name.span.start >= clause.sentence.start]
    if inside:
        return inside[-1].span
    if not earlier:
        return None
    line = max(clause.text.rfind(mark, 0, earlier[-1].span.start) for mark in (". ", "\n", "! ", "? "))
    return next(name.span for name in earlier if name.span.start > line)


@cache
def _anaphors() -> frozenset[str]:
    return frozenset(entry for entry, _ in read_lexicon("anaphors"))


@cache
def _not_nouns() -> frozenset[str]:
    """Return words that can stand right before a figure without being its subject."""
    return frozenset(entry for entry, _ in read_lexicon("not_subjects"))
