"""Read places that the text gives only by others: "a village 20 km east of X", "near X", "between X and Y".

Stated distances are the ones that `statements` has read; the rest is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from routes.model import Bearing, LineKind, Mention, MentionKind, Quantity, Span, Statement, StatementKind
from routes.reading.bearings import azimuth_of, compass_words
from routes.reading.covering import Cover, Taken
from routes.reading.names import Name, names_within
from routes.reading.phrases import folded, one_of
from routes.resources import read_lexicon

_MEASURED = frozenset({StatementKind.DISTANCE, StatementKind.BEARING, StatementKind.WITHIN, StatementKind.LINE})
# Why a phrase counts as a name that goods can be taken to.
GIVEN = "given by another place"
_LOOK_BACK = 80
_ARTICLE = r"(?:a|an|the|another|one|this|that|its|their)"
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_OFF = re.compile(r"\boff(?:shore)?\b", re.IGNORECASE)
_VERB_BE = r"(?:is|are|was|were|lies|lie|lay|lying|stands|stood|sits|sat|remains)"
# "Lies", "is just": what follows tells where its subject is.
_PREDICATE = re.compile(r"\b(?:is|are|lies|lie|sits|sit|stands|stand)\s+(?:(?:only|just|still|now|some|roughly)\s+)*$")
_WITHIN = re.compile(r"\bin\s+(?:the\s+)?$", re.IGNORECASE)


class RelationKind(Enum):
    """How a place is given by another one."""

    DISTANCE = "distance"
    BEARING = "bearing"
    NEAR = "near"
    OFF = "off"
    BETWEEN = "between"
    HALFWAY = "halfway"


@dataclass(frozen=True, slots=True)
class Relation:
    """A place that is known by others only.

    `span` is the noun phrase with the relation ("a village 20 km east of X"), `words` the relation alone.
    `named` is the name that the phrase gives to the place itself: if a gazetteer has that, it knows better.
    `within` is the name in "in X, 60 miles south of": what lies around, unless X is so small that it is meant.
    """

    kind: RelationKind
    span: Span
    words: Span
    references: tuple[Span, ...]
    quantity: Quantity | None = None
    bearing: Bearing | None = None
    is_offshore: bool = False
    named: Span | None = None
    within: Span | None = None


def read_relations(
    text: str, sentences: tuple[Span, ...], names: tuple[Name, ...], statements: tuple[Statement, ...]
) -> tuple[Relation, ...]:
    """Return the places of a text that are given by others, in order and without overlaps."""
    found = list(_stated(text, names, statements))
    # A figure that speaks of a named place leaves nothing to read in its words.
    # Halfway is read below, with the point that it stands for.
    told = Cover(statement.span for statement in statements if statement.kind is not StatementKind.HALFWAY)
    taken = Taken()
    for sentence in sentences:
        around = names_within(names, sentence)
        inside = [name for name in around if name.may_be_place and name.is_known]
        unmeasured = _unmeasured(text, sentence, inside, around)
        found += [each for each in unmeasured if not told.overlaps(each.span) and taken.take(each.span)]
    return tuple(sorted(found, key=lambda relation: relation.span))


def names_on_the_way(text: str, names: tuple[Name, ...], relations: tuple[Relation, ...]) -> tuple[Name, ...]:
    """Return the names that goods can be taken to: with phrases of a stated distance in place of the names in them.

    "A terminal 30 km north of X" is where the goods were, not X. A phrase with a name of its own keeps that.
    """
    phrases = [relation.span for relation in relations if is_unnamed_distance(relation)]
    replaced = Cover(phrases)
    kept = [name for name in names if not replaced.contains(name.span)]
    given = [
        Name(Mention(span, text[span.start : span.end], MentionKind.PLACE, why=GIVEN), is_known=True)
        for span in phrases
    ]
    return tuple(sorted([*kept, *given], key=lambda name: (name.span, name.mention.kind.value)))


def happened_elsewhere(text: str, name: Span, figure: Span) -> bool:
    """Return whether something else came to a place after a name: "left A and was seized 60 miles off B"."""
    return _and_happened().search(text[name.end : figure.start]) is not None


def is_unnamed_distance(relation: Relation) -> bool:
    return relation.kind is RelationKind.DISTANCE and (relation.named is None or relation.named == relation.within)


def _stated(text: str, names: tuple[Name, ...], statements: tuple[Statement, ...]) -> Iterator[Relation]:
    end = 0
    for statement in statements:
        relation = _of_statement(text, names, statement)
        if relation is not None and relation.span.start >= end:
            yield relation
            end = relation.span.end


def _of_statement(text: str, names: tuple[Name, ...], statement: Statement) -> Relation | None:
    reference = statement.reference
    if statement.kind not in _MEASURED or reference is None or statement.span.start >= reference.span.end:
        return None
    name, is_offshore = reference.name, False
    if reference.line is not None:
        name, is_offshore = reference.line.of, reference.line.kind is LineKind.COAST
        if not is_offshore:
            return None
    elif statement.bearing is None:
        is_offshore = bool(_OFF.search(text, statement.quantity.span.end, reference.span.start))
    if name is None:
        return None
    subject = statement.subject
    if subject is not None and subject.place_span is not None and subject.name is None:
        return None  # "the town is 20 km east of X": it has a name, in an earlier sentence
    around = names_within(names, statement.sentence)
    return Relation(
        RelationKind.DISTANCE,
        _with_noun(text, statement.sentence, statement.span),
        statement.span,
        (name,),
        statement.quantity,
        statement.bearing,
        is_offshore,
        _told_name(text, statement, around) or _tied_name(text, statement.sentence, statement.span, around),
        _within(text, statement.sentence, statement.span, around),
    )


def _told_name(text: str, statement: Statement, names: Iterable[Name]) -> Span | None:
    """Return the named place that a distance is the predicate of, whatever explains it: "X, the hub of Y, lies"."""
    told = statement.subject.name if statement.subject else None
    if told is None or told.end > statement.span.start or not _PREDICATE.search(text, told.end, statement.span.start):
        return None
    return next((each.span for each in names if each.span == told and each.may_be_place), None)


def _unmeasured(text: str, sentence: Span, inside: list[Name], names: tuple[Name, ...]) -> Iterator[Relation]:
    for index, name in enumerate(inside):
        start = max(sentence.start, name.span.start - _LOOK_BACK)
        match = _relation_pattern().search(text[start : name.span.start])
        if match is None:
            continue
        words = Span(start + match.start("words"), name.span.end)
        kind = RelationKind.BEARING if match["points"] else _kinds()[folded(match["words"])]
        references: tuple[Span, ...] = (name.span,)
        if kind in (RelationKind.BETWEEN, RelationKind.HALFWAY):
            second = inside[index + 1] if index + 1 < len(inside) else None
            if second is None or not _AND.fullmatch(text, name.span.end, second.span.start):
                continue
            words, references = words.to(second.span), (name.span, second.span)
        if not _is_meant(text[sentence.start : words.start], kind):
            continue
        bearing = Bearing(match["points"], azimuth_of(match["points"])) if match["points"] else None
        yield Relation(
            kind,
            _with_noun(text, sentence, words),
            words,
            references,
            bearing=bearing,
            is_offshore=kind is RelationKind.OFF,
            named=_tied_name(text, sentence, words, names),
            within=_within(text, sentence, words, names),
        )


def _is_meant(before: str, kind: RelationKind) -> bool:
    """Return whether the words before a relation leave it one of places: no town is sealed "off" the sea."""
    last = re.search(r"([\w-]+)\s*$", before)
    if kind is RelationKind.OFF:
        return last is None or last.group(1).casefold() not in _words("not_off")
    if kind is RelationKind.BETWEEN:
        return _located_between().search(before) is not None
    return True


def _with_noun(text: str, sentence: Span, words: Span) -> Span:
    """Return the words with the noun phrase right before them: "a small village", "a terminal"."""
    match = _noun_pattern().search(text[sentence.start : words.start])
    return words if match is None else Span(sentence.start + match.start(), words.end)


def _tied_name(text: str, sentence: Span, words: Span, names: Iterable[Name]) -> Span | None:
    """Return the name of the very place that is spoken of: "Dunay, a port near X", "Dunay is 50 km from X"."""
    before = [name for name in names if sentence.start <= name.span.start and name.span.end <= words.start]
    for name in reversed(before):
        if name.mention.kind is MentionKind.PLACE and _tie_pattern().fullmatch(text, name.span.end, words.start):
            return name.span
    return None


def _within(text: str, sentence: Span, words: Span, names: Iterable[Name]) -> Span | None:
    """Return the name in "in the Gulf of Aden, 60 miles south of X"."""
    for name in names:
        if sentence.start <= name.span.start and name.span.end <= words.start and name.may_be_place and name.is_known:
            is_adjacent = re.fullmatch(r",?\s+", text[name.span.end : words.start])
            if is_adjacent and _WITHIN.search(text[sentence.start : name.span.start]):
                return name.span
    return None


@cache
def _kinds() -> dict[str, RelationKind]:
    return {entry: RelationKind(fields[0]) for entry, fields in read_lexicon("relations")}


@cache
def _words(lexicon: str) -> frozenset[str]:
    return frozenset(entry for entry, _ in read_lexicon(lexicon))


@cache
def _relation_pattern() -> re.Pattern[str]:
    choice = one_of(_kinds())
    # "the north of X" is a part of it; "north of X" and "to the north of X" are beyond it.
    bearing = rf"(?:to\s+the\s+|(?<!\bthe\s)(?:just\s+|due\s+)?)(?P<points>{compass_words()})\s+of"
    called = one_of(_words("anaphors"))
    # Between the words of the relation and the name: "the port city of".
    lead_in = rf"\s+(?:the\s+)?(?:(?:[a-z][\w-]*\s+){{0,2}}?(?:{called})\s+of\s+(?:the\s+)?)?"
    return re.compile(rf"\b(?P<words>(?i:{choice}|{bearing})){lead_in}$")


@cache
def _nouns() -> str:
    """Return the alternatives of a regular expression for what a place may be called."""
    return one_of(_words("anaphors") | _words("place_nouns"))


@cache
def _noun_pattern() -> re.Pattern[str]:
    more = "farm|field|position|spot|forest|warehouse|checkpoint|pier|anchorage|roadblock"
    return re.compile(rf"\b{_ARTICLE}\s+(?:[a-z][\w-]*\s+){{0,2}}?(?:{_nouns()}|{more})s?\s+$", re.IGNORECASE)


@cache
def _tie_pattern() -> re.Pattern[str]:
    apposition = rf"(?:{_ARTICLE}\s+(?:[a-z][\w-]*\s+){{0,4}}?(?:{_nouns()})\s*,?\s*)?"
    soft = r"(?:(?:about|some|only|just|at|still|now|roughly|which|that)\s+)*"
    return re.compile(
        rf"(?:['’]s)?\s*[,(–—-]*\s*{soft}(?:{_VERB_BE}\s+)?{apposition}{soft}"
        rf"(?:(?:located|situated|based|set|lying)\s+)?{soft}",
        re.IGNORECASE,
    )


@cache
def _located_between() -> re.Pattern[str]:
    words = one_of(_words("located_between"))
    return re.compile(rf"\b(?:{words})\s*,?\s*$", re.IGNORECASE)


@cache
def _and_happened() -> re.Pattern[str]:
    words = one_of(_words("located_between"))
    return re.compile(rf"\b(?:and|then|later)\s+(?:\w+\s+){{0,3}}(?:{words})\s+$", re.IGNORECASE)
