"""Find the words that name a line: a front, a border, a coast, a parallel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.model import LineKind, LineMention, MentionKind, Span
from routes.reading.names import Name, names_within
from routes.reading.phrases import folded, heads_of, one_of, word_set
from routes.resources import read_lexicon

# "Turkey's Black Sea coast".
_SEA = (
    r"(?:(?:[A-Z][a-z]+\s){0,2}(?:Sea|Ocean|Gulf)[\s-]+|"
    r"(?:Atlantic|Pacific|Mediterranean|Baltic|Caspian|Caribbean|Arctic)[\s-]+)?"
)
# What may stand between the country and the word for its line, on either side.
_BEFORE = re.compile(
    r"(?:\s+(?:governorate|krai|oblast|province|region|state|territory))?(?:['’]s?)?[\s-]+(?:(?:north|south|east|west|land|state|sea|war|main|own|[a-z]+ern|internationally|recogni[sz]ed|legal)[\s-]+){0,2}"
    + _SEA
)
_AFTER = re.compile(
    r"\s+(?:in|of|with|to|between|inside)\s+(?:the\s+)?(?:war\s+in\s+)?(?:(?:north|south|east|west)\w*\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?|[-–]")


def find_lines(text: str, sentence: Span, names: tuple[Name, ...]) -> tuple[LineMention, ...]:
    """Return the lines named in a sentence, each with the country it belongs to where the text says so."""
    if _heads().isdisjoint(word_set(text[sentence.start : sentence.end])):
        return ()
    usable = [name for name in names_within(names, sentence) if _can_own_a_line(name)]
    return tuple(_lines(text, sentence, usable))


def _can_own_a_line(name: Name) -> bool:
    return name.mention.kind in (MentionKind.PLACE, MentionKind.DEMONYM)


def _lines(text: str, sentence: Span, names: list[Name]) -> Iterator[LineMention]:
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        if _becomes_something_else(text, match.end(), sentence.end):
            continue
        words = Span(match.start("line"), match.end("line"))
        kind = _kinds()[folded(match["line"])]
        if kind is LineKind.PARALLEL:
            latitude = match["nth"] or _latitudes().get(folded(match["line"]))
            if latitude:
                yield LineMention(words, kind, detail=latitude)
            continue
        if any(name.span.contains(words) for name in names):
            words = next(name.span for name in names if name.span.contains(words))
        owners = _mainland_of(text, words, names) or _owners(text, words, names)
        if match["line"].casefold() == "front" and not owners:
            continue
        owner = owners[0] if owners else None
        neighbour = owners[1] if len(owners) > 1 else None
        whole = words if owner is None else words.to(owner)
        yield LineMention(whole if neighbour is None else whole.to(neighbour), kind, owner, neighbour=neighbour)


def _owners(text: str, words: Span, names: list[Name]) -> list[Span]:
    """Return the names that the line belongs to: before the word ("Ukraine's border") or after ("border of ...")."""
    for index, name in enumerate(names):
        if name.span.end <= words.start and _BEFORE.fullmatch(text, name.span.end, words.start):
            first = names[index - 1] if index else None
            if first and _are_neighbours(text, first, name):
                return [first.span, name.span]
            return [name.span]
    for index, name in enumerate(names):
        if name.span.start > words.end and _AFTER.fullmatch(text, words.end, name.span.start):
            second = names[index + 1] if index + 1 < len(names) else None
            if second and _AND.fullmatch(text, name.span.end, second.span.start):
                return [name.span, second.span]
            return [name.span]
    return []


def _mainland_of(text: str, words: Span, names: list[Name]) -> list[Span]:
    """Return the country in "mainland Greece"."""
    if text[words.start : words.end].casefold() != "mainland":
        return []
    after = (name for name in names if name.span.start == words.end + 1 and name.mention.kind is MentionKind.PLACE)
    return [name.span for name in after][:1]


def _are_neighbours(text: str, first: Name, second: Name) -> bool:
    """Return whether two names before a word for a line own it together: "the Russia-Ukraine border".

    "Arica and the Peruvian border" are a town and a line.
    """
    gap = text[first.span.end : second.span.start]
    are_adjectives = first.mention.kind is second.mention.kind is MentionKind.DEMONYM
    return gap in ("-", "–") or (are_adjectives and bool(_AND.fullmatch(gap)))


def _becomes_something_else(text: str, end: int, limit: int) -> bool:
    following = re.compile(r"[\s-]+(\w+)").match(text, end, limit)
    return following is not None and following.group(1).casefold() in _not_lines()


@cache
def _kinds() -> dict[str, LineKind]:
    return {entry: LineKind(fields[0]) for entry, fields in read_lexicon("lines")}


@cache
def _latitudes() -> dict[str, str]:
    """Return the latitude of the parallels that have a name: the equator, the polar circles, the tropics."""
    return {entry: fields[1] for entry, fields in read_lexicon("lines") if len(fields) > 1}


@cache
def _not_lines() -> frozenset[str]:
    return frozenset(entry for entry, _ in read_lexicon("not_lines"))


@cache
def _heads() -> frozenset[str]:
    return heads_of(_kinds())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<nth>\d{{1,2}})(?:st|nd|rd|th)\s+)?(?P<line>{one_of(_kinds())})\b", re.IGNORECASE)
