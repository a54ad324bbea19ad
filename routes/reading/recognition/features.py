"""Turn the candidate spans of a document into rows of numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from routes.reading.recognition.candidates import Run, capital_runs, possible_names, unknown_names
from routes.reading.recognition.document import COMMA, EDGE, POSSESSED, SPACE, Document
from routes.reading.recognition.facts import COUNTRY, DIVISION, KNOWN, NOTHING, STANDING, FactBook, Facts
from routes.reading.recognition.lexis import Lexis

_NO_BEFORE = (0.0,) * 8
_NO_SECOND = (0.0,) * 3


@dataclass(slots=True)
class Candidates:
    """The candidate spans of a document as pairs of word numbers, with what the gazetteer knows of each."""

    document: Document
    spans: list[tuple[int, int]] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    run_of: dict[int, Run] = field(default_factory=dict)


def find_candidates(document: Document, book: FactBook) -> Candidates:
    found = Candidates(document)
    text, starts, ends = document.text, document.starts, document.ends
    asked: list[tuple[int, int, int, str, bool]] = []
    for number, sentence in enumerate(document.sentences):
        runs = capital_runs(document, sentence)
        if not sentence.shouted:
            for run in runs:
                for index in range(run.first, run.last):
                    found.run_of[index] = run
        unknown = set(unknown_names(document, sentence, runs)) if not sentence.is_upper else set()
        spans = sorted({*possible_names(document, sentence), *unknown})
        asked += [
            (number, first, last, text[starts[first] : ends[last - 1]], (first, last) in unknown)
            for first, last in spans
        ]
    known = book.look_up(surface for _, _, _, surface, _ in asked)
    for number, first, last, surface, is_unknown in asked:
        facts = known[surface]
        if facts[KNOWN] or is_unknown:
            found.spans.append((first, last))
            found.surfaces.append(surface)
            found.facts.append(facts)
            found.sentences.append(number)
    return found


def feature_rows(found: Candidates, lexis: Lexis) -> list[tuple[float, ...]]:
    scene = _Scene(found)
    return [scene.row(index, lexis) for index in range(len(found.spans))]


class _Scene:
    def __init__(self, found: Candidates) -> None:
        self.found = found
        document = found.document
        words, gaps = document.words, document.gaps
        self.count = Counter(found.surfaces)
        self.locative: Counter[str] = Counter()
        self.person: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.comma_in: Counter[str] = Counter()
        self.starting: dict[int, tuple[int, Facts]] = {}
        self.ending: dict[int, tuple[int, Facts]] = {}
        self.covered: dict[int, int] = {}
        for (first, last), surface, facts in zip(found.spans, found.surfaces, found.facts, strict=True):
            before = words[first - 1] if gaps[first] != EDGE else None
            after = words[last] if gaps[last] != EDGE else None
            if before is not None and gaps[first] == SPACE:
                self.locative[surface] += before.is_locative and before.as_before[2] >= 9
                self.person[surface] += before.is_title or before.is_given_name
            if after is not None:
                self.person[surface] += after.is_speech and gaps[last] == SPACE
            run = found.run_of.get(first)
            self.inside[surface] += run is not None and (run.first < first or run.last > last)
            if facts[KNOWN]:
                if first not in self.starting or self.starting[first][0] < last:
                    self.starting[first] = (last, facts)
                if last not in self.ending or self.ending[last][0] > first:
                    self.ending[last] = (first, facts)
                for index in range(first, last):
                    self.covered[index] = max(self.covered.get(index, 0), last - first)
        self.surnames = self._surnames()
        self.small, self.capital = document.small, document.capital

    def _surnames(self) -> Counter[str]:
        words = self.found.document.words
        found: Counter[str] = Counter()
        seen = set()
        for run in self.found.run_of.values():
            if run.first in seen:
                continue
            seen.add(run.first)
            opening = words[run.first]
            if run.last - run.first >= 2 and (opening.is_given_name or opening.is_title):
                found[words[run.last - 1].folded] += 1
        return found

    def row(self, index: int, lexis: Lexis) -> tuple[float, ...]:
        found = self.found
        document = found.document
        words, gaps = document.words, document.gaps
        first, last = found.spans[index]
        surface, facts = found.surfaces[index], found.facts[index]
        sentence = document.sentences[found.sentences[index]]
        before_gap, after_gap = gaps[first], gaps[last]
        before = words[first - 1].as_before if before_gap != EDGE else _NO_BEFORE
        after = words[last].as_after if after_gap != EDGE else _NO_BEFORE
        before_that = (
            words[first - 2].as_second_before if before_gap != EDGE and gaps[first - 1] != EDGE else _NO_SECOND
        )
        after_that = words[last + 1].as_second_after if after_gap != EDGE and gaps[last + 1] != EDGE else _NO_SECOND
        opening, ending = words[first], words[last - 1]
        run = found.run_of.get(first)
        if run is None:
            run_before = run_after = run_given = run_organisation = run_place = 0.0
        else:
            run_before, run_after = float(first - run.first), float(max(run.last - last, 0))
            head, tail = words[run.first], words[run.last - 1]
            run_given = float(head.is_given_name or head.is_title)
            run_organisation, run_place = float(tail.is_organisation_noun), float(tail.is_place_noun)
        length = last - first
        commonness = min(words[at].commonness for at in range(first, last))
        rarest = min(
            (self.small[words[at].folded] - self.capital[words[at].folded] for at in range(first, last)), default=0
        )
        small = max(0, min(self.small[words[at].folded] for at in range(first, last)))
        count = self.count[surface]
        following = self.starting.get(last, (0, NOTHING))[1] if after_gap in (COMMA, SPACE) else NOTHING
        preceding = self.ending.get(first, (0, NOTHING))[1] if before_gap in (COMMA, SPACE, POSSESSED) else NOTHING
        longest = max(self.covered.get(at, 0) for at in range(first, last))
        upper = float(surface.isupper() and not sentence.shouted)
        return (
            *before,
            *after,
            *before_that,
            *after_that,
            *opening.as_first,
            *ending.as_last,
            *facts,
            float(before_gap),
            float(after_gap),
            float(gaps[first - 1]) if before_gap != EDGE else float(EDGE),
            run_before,
            run_after,
            run_given,
            run_organisation,
            run_place,
            float(length),
            float(len(surface)),
            upper,
            commonness,
            float(max(-5, min(5, rarest))),
            float(min(5, small)),
            float(min(count, 10)),
            round(self.locative[surface] / count, 2),
            round(self.person[surface] / count, 2),
            round(self.inside[surface] / count, 2),
            float(min(self.surnames[ending.folded], 3)),
            following[COUNTRY],
            following[DIVISION],
            following[STANDING],
            preceding[COUNTRY],
            preceding[STANDING],
            float(longest - length),
            lexis.whole(surface.casefold()),
            float(first - sentence.first),
            float(sentence.last - sentence.first),
            sentence.capital_share,
            float(sentence.shouted),
            float(found.sentences[index]),
            round(first / len(words), 2),
        )
