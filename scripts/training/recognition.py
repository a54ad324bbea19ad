"""Train the filter that tells which spans of a text are names of places."""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from routes.gazetteer import Gazetteer
from routes.reading.recognition.document import EDGE, Document
from routes.reading.recognition.facts import FactBook
from routes.reading.recognition.features import Candidates, feature_rows, find_candidates
from routes.reading.recognition.lexis import ROLES, Lexis, ending_of
from routes.reading.recognition.model import pack_words, unpack
from routes.reading.sentences import split_sentences
from scripts.training.arrays import write_arrays
from scripts.training.corpora import Annotated, in_capitals, in_title_case, read_corpus
from scripts.training.trees import flatten

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier

    Rows = NDArray[np.float32]
    Arrays = dict[str, NDArray[np.generic]]

FOLDS = 5
SEED = 20
# A word is remembered when it stood beside so many candidates; its odds are drawn towards the average as if
# it had stood beside PRIOR more.
LEAST_SEEN = 3
PRIOR = 6.0
# Every so many texts are also learned in capitals, and as many in title case.
SHOUTED_SHARE = 5
LIMITS = tuple(round(0.2 + 0.02 * step, 2) for step in range(15))


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its candidate spans; `is_place` and `touches` say which are toponyms and which overlap one."""

    text: Annotated
    candidates: Candidates
    spans: tuple[tuple[int, int], ...]
    is_place: NDArray[np.bool_]
    touches: NDArray[np.bool_]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("corpora", type=Path, nargs="+", help="annotated texts, JSON lines")
    parser.add_argument("-o", "--output", type=Path, help="where to write the model (.npz)")
    parser.add_argument("--cross", action="store_true", help="train on each corpus alone and test on the others")


def run(options: argparse.Namespace) -> None:
    from threadpoolctl import threadpool_limits

    # Threads wait for each other longer than they work on so few rows, and one thread sums in one order.
    with threadpool_limits(limits=1):
        _run(options)


def _run(options: argparse.Namespace) -> None:
    book = FactBook(Gazetteer.world())
    corpora = {path.stem: [make_example(text, book) for text in read_corpus(path)] for path in options.corpora}
    for name, examples in corpora.items():
        marked = sum(len(example.text.toponyms) for example in examples)
        found = sum(len(example.spans) for example in examples)
        print(f"{name}: {len(examples)} texts, {marked} toponyms, {found} candidate spans")
    if options.cross:
        for name, examples in corpora.items():
            arrays = train(examples, book)
            for other, tests in corpora.items():
                if other != name:
                    print(f"trained on {name}, tested on {other}: {report(tests, arrays)}")
    if options.output:
        arrays = train([example for examples in corpora.values() for example in examples], book)
        write_arrays(arrays, options.output)


def make_example(text: Annotated, book: FactBook) -> Example:
    document = Document(text.text, split_sentences(text.text), Lexis({}, {}))
    candidates = find_candidates(document, book)
    spans = tuple((document.starts[first], document.ends[last - 1]) for first, last in candidates.spans)
    marked = {_core(text.text, *span) for span in text.toponyms}
    return Example(
        text,
        candidates,
        spans,
        np.array([_core(text.text, *span) in marked for span in spans], dtype=bool),
        np.array([any(start < e and s < end for s, e in marked) for start, end in spans], dtype=bool),
    )


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without what annotators differ on: "the" before it, marks around it."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start + 4 if text[start:end].lower().startswith("the ") else start, end)


def train(examples: Sequence[Example], book: FactBook) -> Arrays:
    """Return the model as arrays; words learn from other texts than those whose rows the trees learn from."""
    folds = _folds(len(examples))
    rows: list[Rows] = [np.zeros((0, 0), np.float32)] * len(examples)
    shouted: list[tuple[Rows, NDArray[np.bool_]]] = []
    for fold in folds:
        lexis = Lexis(*learn_words([examples[index] for index in range(len(examples)) if index not in fold]))
        for index in sorted(fold):
            rows[index] = _rows(examples[index], lexis)
            changed = {0: in_capitals, 1: in_title_case}.get(index % SHOUTED_SHARE)
            if changed:
                loud = make_example(changed(examples[index].text), book)
                shouted.append((_rows(loud, lexis), loud.is_place))
    limit = _best_limit(examples, rows, folds)
    trees = _fit([*rows, *(each for each, _ in shouted)], [*(e.is_place for e in examples), *(y for _, y in shouted)])
    odds, small_share = learn_words(examples)
    arrays: Arrays = flatten(trees) | {"limit": np.array([limit], np.float64)} | pack_words("small share", small_share)
    for role in ROLES:
        arrays |= pack_words(f"odds {role}", odds[role])
    return arrays


def _folds(count: int) -> list[set[int]]:
    order = list(range(count))
    random.Random(SEED).shuffle(order)  # noqa: S311  the same folds in each run
    return [set(order[fold::FOLDS]) for fold in range(FOLDS)]


def learn_words(examples: Iterable[Example]) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """Return the odds that a word in each role goes with a place, and how often words have small letters."""
    yes, no = ({role: Counter[str]() for role in ROLES} for _ in range(2))
    small, capital = Counter[str](), Counter[str]()
    for example in examples:
        document = example.candidates.document
        opening = {sentence.first for sentence in document.sentences}
        for index, word in enumerate(document.words):
            if not word.is_capital:
                small[word.folded] += 1
            elif index not in opening:
                capital[word.folded] += 1
        for index in range(len(example.spans)):
            if example.is_place[index] or not example.touches[index]:
                for role, word_in_role in _roles(example.candidates, index):
                    (yes if example.is_place[index] else no)[role][word_in_role] += 1
    seen = {word for word in small | capital if small[word] + capital[word] >= LEAST_SEEN}
    share = {word: round(math.log((small[word] + 0.5) / (capital[word] + 0.5)), 2) for word in seen}
    return {role: _odds(yes[role], no[role]) for role in ROLES}, share


def _roles(candidates: Candidates, index: int) -> Iterable[tuple[str, str]]:
    document, (first, last) = candidates.document, candidates.spans[index]
    words, gaps = document.words, document.gaps
    if gaps[first] != EDGE:
        yield "before", words[first - 1].folded
        if gaps[first - 1] != EDGE:
            yield "before that", words[first - 2].folded
    if gaps[last] != EDGE:
        yield "after", words[last].folded
        if gaps[last + 1] != EDGE:
            yield "after that", words[last + 1].folded
    yield "first", words[first].folded
    yield "last", words[last - 1].folded
    yield "whole", candidates.surfaces[index].casefold()
    yield "ending", ending_of(words[last - 1].folded)


def _odds(yes: Counter[str], no: Counter[str]) -> dict[str, float]:
    share = (yes.total() + 1) / (yes.total() + no.total() + 2)
    average = math.log(share / (1 - share))
    return {
        word: round(math.log((yes[word] + PRIOR * share) / (no[word] + PRIOR * (1 - share))) - average, 2)
        for word in yes | no
        if yes[word] + no[word] >= LEAST_SEEN
    }


def _rows(example: Example, lexis: Lexis) -> Rows:
    old = example.candidates
    text = example.text.text
    document = Document(text, split_sentences(text), lexis)
    renewed = Candidates(document, old.spans, old.surfaces, old.facts, old.sentences, old.run_of)
    return np.array(feature_rows(renewed, lexis), dtype=np.float32).reshape(len(example.spans), -1)


def _fit(rows: Sequence[Rows], labels: Sequence[NDArray[np.bool_]]) -> HistGradientBoostingClassifier:
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.07,
        max_leaf_nodes=16,
        min_samples_leaf=25,
        l2_regularization=1.0,
        max_features=0.3,
        early_stopping=False,
        random_state=SEED,
    )
    return model.fit(np.concatenate([each for each in rows if len(each)]), np.concatenate(labels))


def _best_limit(examples: Sequence[Example], rows: Sequence[Rows], folds: Sequence[set[int]]) -> float:
    """Return the limit with the best F1 when each fold is judged by trees that learned from the others."""
    scores: dict[int, NDArray[np.float64]] = {}
    for fold in folds:
        learned = [index for index in range(len(examples)) if index not in fold]
        trees = _fit([rows[index] for index in learned], [examples[index].is_place for index in learned])
        for index in fold:
            scores[index] = trees.predict_proba(rows[index])[:, 1] if len(rows[index]) else np.zeros(0)
    ordered = [scores[index] for index in range(len(examples))]
    return max(LIMITS, key=lambda limit: _f1(_count(examples, ordered, limit)))


def report(examples: Sequence[Example], arrays: Arrays) -> str:
    """Return precision, recall and F1 by overlap, with and without demonyms."""
    model = unpack(arrays)
    scores = [
        np.round(1 / (1 + np.exp(-model.forest.predict(rows))), 4) if len(rows) else np.zeros(0)
        for rows in (_rows(example, model.lexis) for example in examples)
    ]
    parts = []
    for with_demonyms in (True, False):
        hits, predicted, marked = _count(examples, scores, model.threshold, with_demonyms=with_demonyms)
        label = "" if with_demonyms else "without demonyms "
        precision, recall = hits / max(predicted, 1), hits / max(marked, 1)
        parts.append(f"{label}P {precision:.3f} R {recall:.3f} F1 {_f1((hits, predicted, marked)):.3f}")
    return f"limit {model.threshold:.2f}, " + "; ".join(parts)


def _f1(counts: tuple[int, int, int]) -> float:
    hits, predicted, marked = counts
    return round(2 * hits / max(predicted + marked, 1), 6)


def _count(
    examples: Sequence[Example], scores: Sequence[NDArray[np.float64]], limit: float, *, with_demonyms: bool = True
) -> tuple[int, int, int]:
    """Return how many toponyms are overlapped by a prediction of their own, how many are predicted, how many marked."""
    hits = predicted = marked = 0
    for example, score in zip(examples, scores, strict=True):
        chosen = _choose(example.spans, score, limit)
        wanted = list(example.text.toponyms)
        if not with_demonyms:
            wanted = [span for span in wanted if span not in example.text.demonyms]
            chosen = [span for span in chosen if not any(_overlap(span, each) for each in example.text.demonyms)]
        hits += _matched(wanted, chosen)
        predicted += len(chosen)
        marked += len(wanted)
    return hits, predicted, marked


def _choose(spans: Sequence[tuple[int, int]], score: NDArray[np.float64], limit: float) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for index in sorted(range(len(spans)), key=lambda index: (-round(float(score[index]), 4), spans[index])):
        if score[index] >= limit and not any(_overlap(spans[index], other) for other in taken):
            taken.append(spans[index])
    return taken


def _matched(wanted: Sequence[tuple[int, int]], chosen: Sequence[tuple[int, int]]) -> int:
    """Return how many pairs overlap when each span may have one partner, the exact and the largest first."""
    pairs = sorted(
        (w != c, -_overlap(w, c), w[0], i, j)
        for i, w in enumerate(wanted)
        for j, c in enumerate(chosen)
        if _overlap(w, c)
    )
    used_wanted, used_chosen = set[int](), set[int]()
    for _, _, _, i, j in pairs:
        if i not in used_wanted and j not in used_chosen:
            used_wanted.add(i)
            used_chosen.add(j)
    return len(used_wanted)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
