"""Read what is carried: counted goods, and goods without a figure that a sentence tells of as a load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from routes.model import Cargo, Span
from routes.reading.cargo import goods_words, is_in_name, read_cargo, wares
from routes.reading.phrases import one_of
from routes.reading.sentences import function_words
from routes.reading.triggers import trigger_words
from routes.resources import read_lexicon

_OF = re.compile(r"\s+of\s+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SPACE = re.compile(r"\s+")
_GOES_ON = re.compile(r"(?:,\s+[\w'’-]+)*,?\s+and\s")
_MOST_WORDS = 3
# "The oil" goes on about what was told before.
_KNOWN = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her|our|whose|any|no)\s+$", re.IGNORECASE)
_KIND = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_][\w'’]*(?:-[\w'’]+)*)\s+$")
_AND = re.compile(r"(?:\s*,)?\s+and\s+|\s*,\s+")
# "Containers, perhaps filled with munitions": nobody has looked.
_DOUBTED = re.compile(r"\b(?:perhaps|possibly|probably|presumably|maybe)\b[^,;:.]*$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\]\"”’—–]|\s-)")


def read_loads(text: str, sentences: tuple[Span, ...]) -> tuple[Cargo, ...]:
    """Return the loads of a text in order, each once; goods spoken of with "the" only where there are no others.

    >>> text = "Trucks took 33 tonnes of high-energy biscuits, sorghum and tents to Kassala."
    >>> [load.text for load in read_loads(text, (Span(0, len(text)),))]
    ['33 tonnes of high-energy biscuits', 'sorghum', 'tents']
    """
    counted = [_with_what(text, cargo, each) for each in sentences for cargo in read_cargo(text, each)]
    named = [load for sentence in sentences for load in _uncounted(text, sentence, counted)]
    new = [load for load in named if not _KNOWN.search(text, max(0, load.span.start - 10), load.span.start)]
    found: dict[str, Cargo] = {}
    for load in sorted([*counted, *(new if counted or new else named)], key=lambda load: load.span):
        key = _head(load.text) if load.unit is None else load.text.casefold()
        if key not in {_head(each.text) for each in found.values()}:
            found.setdefault(key, load)
    return tuple(found.values())


def _head(words: str) -> str:
    """Return the noun that a load is called by, without its plural: "two million barrels of crude" is crude."""
    return words.split()[-1].casefold().removesuffix("s")


def _with_what(text: str, cargo: Cargo, sentence: Span) -> Cargo:
    """Return counted goods with what the measure is of: "33 tonnes of biscuits"."""
    of = _OF.match(text, cargo.span.end, sentence.end)
    end = _phrase_end(text, of.end(), sentence.end) if of else _compound_end(text, cargo.span.end, sentence.end)
    if end is None:
        return cargo
    return replace(cargo, span=Span(cargo.span.start, end), text=text[cargo.span.start : end])


def _phrase_end(text: str, start: int, limit: int) -> int | None:
    """Return where a noun phrase ends: before a word that is none of its own; None where there is none."""
    words: list[re.Match[str]] = []
    at = start
    while len(words) < _MOST_WORDS and (word := _WORD.match(text, at, limit)) and not _is_of_others(word):
        words.append(word)
        at = word.end() + 1
        if text[word.end() : at] != " ":
            break
    known = [word.end() for word in words if wares().is_all(word.group())]
    while not known and words and words[-1].group().endswith(("ed", "ly")):
        words.pop()
    return max(known, default=words[-1].end() if words else None) if words else None


def _is_of_others(word: re.Match[str]) -> bool:
    """Return whether a word is no part of a noun phrase: a preposition, a verb that moves goods."""
    return word.group().casefold() in function_words() or trigger_words().is_all(word.group())


def _compound_end(text: str, start: int, limit: int) -> int | None:
    """Return where goods end that are called by two words: "pills" of "2 million captagon pills"."""
    end = start
    while (
        (space := _SPACE.match(text, end, limit))
        and (word := _WORD.match(text, space.end(), limit))
        and wares().is_all(word.group())
    ):
        end = word.end()
    return end if end > start else None


def _uncounted(text: str, sentence: Span, counted: list[Cargo]) -> Iterator[Cargo]:
    taken = [load.span for load in counted]
    for match in wares().find_all(text, sentence):
        span = Span(match.start(), match.end())
        if any(span.overlaps(each) for each in taken) or match.group().casefold() in _vague():
            continue
        span = Span(_kind_start(text, span, sentence), _compound_end(text, span.end, sentence.end) or span.end)
        lead = text[sentence.start : span.start]
        if is_in_name(text, match) or _not_loads().search(lead) or _DOUBTED.search(lead):
            continue
        if _is_alone(text, span, sentence) and not lead.endswith(("-", "'s ", "’s ")):
            taken.append(span)
            yield Cargo(text[span.start : span.end], span)
            yield from _listed(text, span.end, sentence, taken)


def _listed(text: str, end: int, sentence: Span, taken: list[Span]) -> Iterator[Cargo]:
    """Yield what a list of goods goes on with, known as goods or not: "water, shelters and radios"."""
    while (between := _AND.match(text, end, sentence.end)) and (word := _WORD.match(text, between.end(), sentence.end)):
        span = Span(word.start(), word.end())
        is_many = word.group().endswith("s") and word.group().islower() and len(word.group()) > _MOST_WORDS
        if not is_many or _is_of_others(word) or goods_words().is_all(word.group()):
            return
        if any(span.overlaps(each) for each in taken) or not _is_alone(text, span, sentence):
            return
        if between.group().strip() == "," and not _goes_on(text, word.end(), sentence.end):
            return
        taken.append(span)
        yield Cargo(word.group(), span)
        end = word.end()


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Return whether a list goes on to an "and"."""
    return _GOES_ON.match(text, end, limit) is not None


def _kind_start(text: str, span: Span, sentence: Span) -> int:
    """Return where goods begin with the words that tell their kind: "Javelin missiles", "high-grade iron ore"."""
    start = span.start
    for _ in range(2):
        word = _KIND.search(text, sentence.start, start)
        if word is None or not _tells_kind(text, word, sentence):
            break
        start = word.start("word")
    return start


def _tells_kind(text: str, match: re.Match[str], sentence: Span) -> bool:
    word = match["word"]
    if word.casefold() in function_words() or trigger_words().is_all(word):
        return False
    if wares().is_all(word) or ("-" in word and word.islower()):
        return True
    before = text[: match.start("word")].rstrip()
    return word[0].isupper() and match.start("word") > sentence.start and before[-1:].isalpha()


def _is_alone(text: str, span: Span, sentence: Span) -> bool:
    """Return whether goods are no part of something else: an oil ministry, a grain terminal."""
    if _ENDS.match(text, span.end, sentence.end):
        return True
    space = _SPACE.match(text, span.end, sentence.end)
    word = _WORD.match(text, space.end(), sentence.end) if space else None
    if word is None:
        return space is not None  # a figure follows
    return _is_of_others(word) or word.group()[0].isupper() or word.group().endswith(("ed", "ing"))


@cache
def _vague() -> frozenset[str]:
    return frozenset(entry for entry, fields in read_lexicon("goods") if "vague" in fields or fields[0] != "goods")


@cache
def _not_loads() -> re.Pattern[str]:
    words = one_of(entry for entry, _ in read_lexicon("not_loads"))
    return re.compile(rf"\b(?:{words})\s+(?:[\w'’-]+\s+)?$", re.IGNORECASE)
