"""Turn the candidate spans of a document into rows of numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from operator import sub
from struct import Struct
from typing import TYPE_CHECKING

from routes.reading.recognition.candidates import Run, capital_runs, possible_names, unknown_names
from routes.reading.recognition.document import COMMA, EDGE, POSSESSED, SPACE, Document, Sentence
from routes.reading.recognition.facts import COUNTRY, DIVISION, KNOWN, NOTHING, STANDING, FactBook, Facts
from routes.reading.recognition.lexis import NO_SECOND_WORD, NO_WORD, Lexis

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

Row = tuple[float, ...]

# The features that are no words.
_NUMBERS = Struct("47f").pack
# Prepositions are numbered by how much they ask for a place; "through" and those after it do.
_FIRST_LOCATIVE = 9


@dataclass(slots=True)
class Candidates:
    """The candidate spans of a document as pairs of word numbers, with what the gazetteer knows of each.

    `sentences` are the numbers of their sentences; `run_of` gives the row of capitalised words that a word stands in.
    """

    document: Document
    spans: list[tuple[int, int]] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    run_of: dict[int, Run] = field(default_factory=dict)


def find_candidates(document: Document, book: FactBook) -> Candidates:
    """Return the spans that the gazetteer has or that look like names, in order."""
    found = Candidates(document)
    text, starts, ends = document.text, document.starts, document.ends
    asked: list[tuple[int, int, int, str, bool]] = []
    for number, sentence in enumerate(document.sentences):
        runs = capital_runs(document, sentence)
        if not sentence.shouted:
            found.run_of.update((index, run) for run in runs for index in range(run.first, run.last))
        possible = set(possible_names(document, sentence))
        unknown = set() if sentence.is_upper else set(unknown_names(document, runs, possible))
        for first, last in sorted(possible | unknown):
            asked.append((number, first, last, text[starts[first] : ends[last - 1]], (first, last) in unknown))
    known = book.look_up(surface for _, _, _, surface, _ in asked)
    for number, first, last, surface, is_unknown in asked:
        facts = known[surface]
        if facts[KNOWN] or is_unknown:
            found.spans.append((first, last))
            found.surfaces.append(surface)
            found.facts.append(facts)
            found.sentences.append(number)
    return found


def feature_rows(found: Candidates, lexis: Lexis) -> Rows:
    """Return a row of numbers for each candidate, as the trees want them."""
    import numpy as np

    scene = _Scene(found, lexis)
    rows = [
        scene.words_around(first, last)
        + _NUMBERS(
            *facts,
            *scene.marks_around(first, last),
            *scene.run_around(first, last),
            *scene.own_words(first, last, surface, sentence),
            *scene.uses(surface, last),
            *scene.neighbours(first, last),
            lexis.whole(surface.casefold()),
            *scene.where(first, sentence, number),
        )
        for (first, last), surface, facts, number, sentence in zip(
            found.spans,
            found.surfaces,
            found.facts,
            found.sentences,
            [found.document.sentences[number] for number in found.sentences],
            strict=True,
        )
    ]
    return np.frombuffer(b"".join(rows), dtype=np.float32).reshape(len(rows), -1 if rows else 0)


class _Scene:
    """What one candidate's row needs to know of all the others."""

    def __init__(self, found: Candidates, lexis: Lexis) -> None:
        self.beside = lexis.beside
        self.run_of = found.run_of
        self.words, self.gaps = found.document.words, found.document.gaps
        self.small, self.capital = found.document.small, found.document.capital
        self.count = Counter(found.surfaces)
        self.located, self.personal, self.inside = Counter[str](), Counter[str](), Counter[str]()
        # The longest known name that begins or ends at a word, and the length of the longest that covers it.
        self.starting: dict[int, tuple[int, Facts]] = {}
        self.ending: dict[int, tuple[int, Facts]] = {}
        self.covered: dict[int, int] = {}
        for (first, last), surface, facts in zip(found.spans, found.surfaces, found.facts, strict=True):
            self._count_use(first, last, surface)
            if facts[KNOWN]:
                self._note_known(first, last, facts)
        self.surnames = self._count_surnames()

    def _count_use(self, first: int, last: int, surface: str) -> None:
        words, gaps = self.words, self.gaps
        if gaps[first] == SPACE:
            before = words[first - 1]
            self.located[surface] += before.locative >= _FIRST_LOCATIVE
            self.personal[surface] += before.is_title or before.is_given_name
        if gaps[last] == SPACE:
            self.personal[surface] += words[last].is_speech
        run = self.run_of.get(first)
        self.inside[surface] += run is not None and (run.first < first or run.last > last)

    def _note_known(self, first: int, last: int, facts: Facts) -> None:
        if first not in self.starting or self.starting[first][0] < last:
            self.starting[first] = (last, facts)
        if last not in self.ending or self.ending[last][0] > first:
            self.ending[last] = (first, facts)
        for index in range(first, last):
            self.covered[index] = max(self.covered.get(index, 0), last - first)

    def _count_surnames(self) -> Counter[str]:
        """Return the last words of names that open with a given name or a title."""
        runs = {run.first: run for run in self.run_of.values() if run.last - run.first >= 2}
        openings = ((self.words[first], run) for first, run in runs.items())
        return Counter(self.words[run.last - 1].folded for word, run in openings if word.is_given_name or word.is_title)

    def words_around(self, first: int, last: int) -> bytes:
        words, gaps, beside = self.words, self.gaps, self.beside
        opens, closes = gaps[first] == EDGE, gaps[last] == EDGE
        return b"".join(
            (
                NO_WORD if opens else beside(words[first - 1]).before,
                NO_WORD if closes else beside(words[last]).after,
                NO_SECOND_WORD if opens or gaps[first - 1] == EDGE else beside(words[first - 2]).second_before,
                NO_SECOND_WORD if closes or gaps[last + 1] == EDGE else beside(words[last + 1]).second_after,
                beside(words[first]).first,
                beside(words[last - 1]).last,
            )
        )

    def marks_around(self, first: int, last: int) -> Row:
        before = self.gaps[first]
        return (float(before), float(self.gaps[last]), float(EDGE if before == EDGE else self.gaps[first - 1]))

    def run_around(self, first: int, last: int) -> Row:
        run = self.run_of.get(first)
        if run is None:
            return (0.0,) * 5
        head, tail = self.words[run.first], self.words[run.last - 1]
        return (
            float(first - run.first),
            float(max(run.last - last, 0)),
            float(head.is_given_name or head.is_title),
            float(tail.is_organisation_noun),
            float(tail.is_place_noun),
        )

    def own_words(self, first: int, last: int, surface: str, sentence: Sentence) -> Row:
        words = self.words[first:last]
        small = [self.small.get(word.folded, 0) for word in words]
        capital = [self.capital.get(word.folded, 0) for word in words]
        return (
            float(last - first),
            float(len(surface)),
            float(surface.isupper() and not sentence.shouted),
            min([self.beside(word).commonness for word in words]),
            float(max(-5, min(5, *map(sub, small, capital)))),
            float(min(5, *small)),
        )

    def uses(self, surface: str, last: int) -> Row:
        count = self.count[surface]
        return (
            float(min(count, 10)),
            round(self.located[surface] / count, 2),
            round(self.personal[surface] / count, 2),
            round(self.inside[surface] / count, 2),
            float(min(self.surnames.get(self.words[last - 1].folded, 0), 3)),
        )

    def neighbours(self, first: int, last: int) -> Row:
        nothing = (0, NOTHING)
        before, after = self.gaps[first], self.gaps[last]
        following = self.starting.get(last, nothing)[1] if after in (COMMA, SPACE) else NOTHING
        preceding = self.ending.get(first, nothing)[1] if before in (COMMA, SPACE, POSSESSED) else NOTHING
        longest = max([self.covered.get(at, 0) for at in range(first, last)])
        return (
            following[COUNTRY],
            following[DIVISION],
            following[STANDING],
            preceding[COUNTRY],
            preceding[STANDING],
            float(longest - (last - first)),
        )

    def where(self, first: int, sentence: Sentence, number: int) -> Row:
        return (
            float(first - sentence.first),
            float(sentence.last - sentence.first),
            sentence.capital_share,
            float(sentence.shouted),
            float(number),
            round(first / len(self.words), 2),
        )
