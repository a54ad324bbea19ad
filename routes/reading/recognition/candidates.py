"""Spans that might be names of places: what the gazetteer has, and what looks like a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from routes.reading.recognition.document import ABBREVIATED, HYPHEN, POSSESSED, SPACE, Document, Sentence
from routes.reading.recognition.lexis import words_of
from routes.reading.tokens import is_name_ending

# The longest name that is tried: five words with capitals and what stands between them.
_MOST_CAPITALS = 5
_MOST_WORDS = 9
_JOINTS = frozenset({SPACE, HYPHEN, ABBREVIATED})
# Articles of Arabic names, which stand before a hyphen: al-Tanf, el-Arish, ash-Shaddadi.
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "ad", "az"})


@dataclass(frozen=True, slots=True)
class Run:
    """A row of words with capitals, from `first` to before `last`."""

    first: int
    last: int


def capital_runs(document: Document, sentence: Sentence) -> list[Run]:
    """Return the runs of capitalised words in a sentence, without the function words that open them."""
    words, runs, index = document.words, [], sentence.first
    while index < sentence.last:
        if not words[index].is_capital:
            index += 1
            continue
        first = index
        index += 1
        while index < sentence.last and _carries_on(document, index):
            index += 1
        while first < index and words[first].is_function:
            first += 1
        if first < index:
            runs.append(Run(first, index))
    return runs


def _carries_on(document: Document, index: int) -> bool:
    word, gap = document.words[index], document.gaps[index]
    if gap == ABBREVIATED:
        return word.is_capital and _is_short(document, index - 1)
    if gap not in (SPACE, HYPHEN):
        return False
    return word.is_capital or _is_numbered(document, index) or (gap == HYPHEN and is_name_ending(word.folded))


def _is_numbered(document: Document, index: int) -> bool:
    """Return whether a figure belongs to a name: "Ship Shoal 80", but not "Borodino 70 miles west"."""
    if not document.words[index].folded[0].isdigit():
        return False
    is_last = index + 1 >= len(document.words)
    return is_last or document.words[index + 1].folded not in words_of("units")


def _is_short(document: Document, index: int) -> bool:
    """Return whether a full stop after this word is no end: St., Mt., an initial."""
    return len(document.written[index]) == 1 or document.words[index].folded in words_of("name_abbreviations")


def possible_names(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield every span of words that the gazetteer is asked for."""
    words = document.words
    for first in range(sentence.first, sentence.last):
        opening = words[first]
        if opening.is_capital:
            if opening.folded != "the":
                if sentence.shouted or not opening.is_function:
                    yield first, first + 1
                yield from _longer_names(document, sentence, first)
        elif opening.folded in _ARTICLES and _is_before_name(document, first):
            yield from _longer_names(document, sentence, first)


def _longer_names(document: Document, sentence: Sentence, first: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of two words and more that open with this one."""
    words, gaps, capitals = document.words, document.gaps, 1
    for index in range(first + 1, min(first + _MOST_WORDS, sentence.last)):
        gap, word = gaps[index], words[index]
        if gap not in _JOINTS and gap != POSSESSED:
            break
        if gap == ABBREVIATED and not _is_short(document, index - 1):
            break
        if word.is_capital or _is_numbered(document, index) or (gap == HYPHEN and is_name_ending(word.folded)):
            capitals += 1
            if capitals > _MOST_CAPITALS:
                break
            yield first, index + 1
        elif word.folded not in words_of("connectors"):
            break


def _is_before_name(document: Document, index: int) -> bool:
    """Return whether a hyphen and a name follow a word."""
    return document.gaps[index + 1] == HYPHEN and document.words[index + 1].is_capital


def unknown_names(
    document: Document, runs: list[Run], possible: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the spans that look like names of places although no gazetteer may have them.

    `runs` and `possible` are those of the sentence.
    """
    words = document.words
    for run in runs:
        yield run.first, min(run.last, run.first + _MOST_CAPITALS)
        for index in range(run.first + 1, run.last):
            if words[index].is_organisation_noun or words[index].is_title or words[index].is_place_noun:
                yield run.first, index
                break
    for first, last in possible:
        if last - first > 1 and _is_feature(document, first, last):
            yield first, last


def _is_feature(document: Document, first: int, last: int) -> bool:
    end = document.words[last - 1]
    return document.words[first].is_lead or end.is_place_noun or end.is_organisation_noun
