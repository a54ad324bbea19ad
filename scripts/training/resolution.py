"""Train the ranker that tells which place a name stands for, and how sure that is.

A corpus gives names their place by a GeoNames id or a point. An option is right if it has the id; where no option
has, if it lies within 50 km of the point, or is the nearest within 161 km. Every stage learns from what the stage
before made of texts that it had not seen, so that no stage trusts the one before too much.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

import numpy as np

from routes.gazetteer import Gazetteer, demonym_country
from routes.model import Article, Mention, MentionKind, Position, Span
from routes.placing import resolve_mentions
from routes.placing.candidates import Option
from routes.placing.features import columns_of, rows_of
from routes.placing.ranker import Ranker, Ranking, first_shares, shares_of, unpack
from routes.placing.scene import Scene, make_scene
from routes.placing.surety import choices, evidence_rows
from routes.reading.forest import Forest
from scripts.training.arrays import write_arrays
from scripts.training.trees import flatten

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Arrays = dict[str, NDArray[np.generic]]

FOLDS = 4
NEAR_KM, RIGHT_KM = 50.0, 161.0
COVERAGE = 0.7
# Set by trying few values, training on one corpus and testing on the other.
RANKING = {
    "max_iter": 180,
    "learning_rate": 0.06,
    "max_leaf_nodes": 16,
    "min_samples_leaf": 30,
    "l2_regularization": 1.0,
    "max_features": 0.2,
}
SURETY = {"max_iter": 60, "learning_rate": 0.06, "max_leaf_nodes": 8, "min_samples_leaf": 40, "l2_regularization": 5.0}


class Mark(TypedDict):
    """A name in a corpus: its span, and where it is, if people could tell."""

    start: int
    end: int
    lat: Any
    lon: Any
    geonameid: NotRequired[int | None]


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a corpus with its marks."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """What a name stands for, as people marked it: how far each option lies from there, and which are right."""

    km: Numbers
    right: Flags


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the ranker sees it, with the truth about the names of each sense."""

    scene: Scene
    truths: tuple[tuple[Truth, ...], ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("corpora", type=Path, nargs="+", help="annotated texts, JSON lines")
    parser.add_argument("-o", "--output", type=Path, help="where to write the model (.npz)")
    parser.add_argument("--cross", action="store_true", help="train on each corpus alone and test on the others")


def run(options: argparse.Namespace) -> None:
    gazetteer = Gazetteer.world()
    corpora = {path.stem: read_documents(path) for path in options.corpora}
    examples = {name: [make_example(each, gazetteer) for each in documents] for name, documents in corpora.items()}
    if options.cross:
        for name, seen in examples.items():
            ranker = unpack(train(seen))
            for other, documents in corpora.items():
                if other != name:
                    print(f"{name} -> {other}: {report(documents, gazetteer, ranker)}", flush=True)
    if options.output:
        arrays = train([example for seen in examples.values() for example in seen])
        write_arrays(arrays, options.output)


def read_documents(path: Path) -> list[Document]:
    """Return the texts of a corpus with their marks in the order of the text."""
    lines = path.read_text(encoding="utf-8").split("\n")
    records = [json.loads(line) for line in lines if line.strip()]
    return [
        Document(record["text"], tuple(sorted(record["toponyms"], key=lambda mark: (mark["start"], mark["end"]))))
        for record in records
    ]


def make_example(document: Document, gazetteer: Gazetteer) -> Example:
    marks = document.marks
    mentions = tuple(_mention(document.text, Span(mark["start"], mark["end"])) for mark in marks)
    scene = make_scene(document.text, mentions, gazetteer)
    truths = tuple(
        tuple(_truth(marks[index], sense.options) for index in sense.mentions if marks[index]["lat"] is not None)
        for sense in scene.senses
    )
    return Example(scene, truths)


def _mention(text: str, span: Span) -> Mention:
    name = text[span.start : span.end]
    return Mention(span, name, MentionKind.PLACE if demonym_country(name) is None else MentionKind.DEMONYM)


def _truth(mark: Mark, options: Sequence[Option]) -> Truth:
    point = Position(lat=mark["lat"], lon=mark["lon"])
    km = np.array([_sphere_km(point, option.place.position) for option in options], dtype=np.float64)
    right = np.array([option.place.id == f"gn:{mark.get('geonameid')}" for option in options], dtype=bool)
    if not right.any() and len(km):
        right = (km <= NEAR_KM) | ((km <= RIGHT_KM) & (km == km.min()))
    return Truth(km, right)


def _sphere_km(a: Position, b: Position) -> float:
    """Return the distance on the sphere, as the scorers of the literature have it."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a.latlon, *b.latlon))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


def train(examples: Sequence[Example]) -> Arrays:
    """Return the arrays of a ranker that was trained on these texts."""
    before = [first_shares(example.scene, _nothing(example)) for example in examples]
    first = _fit_ranking(examples, before)
    middle = _unseen(examples, before)
    second = _fit_ranking(examples, [ranking.shares for ranking in middle])
    final = _unseen(examples, [ranking.shares for ranking in middle])
    surety = _fit(SURETY, *_surety_rows(examples, final))
    parts = {"first": first, "second": second, "surety": surety}
    return {f"{part}.{name}": array for part, model in parts.items() for name, array in flatten(model).items()}


def _nothing(example: Example) -> Numbers:
    return np.zeros(len(example.scene.table))


def _unseen(examples: Sequence[Example], shares: Sequence[Numbers]) -> list[Ranking]:
    """Return what a forest makes of each text when it was trained on the others, in folds."""
    result: dict[int, Ranking] = {}
    for fold in range(FOLDS):
        kept = [index for index in range(len(examples)) if index % FOLDS != fold]
        model = _fit_ranking([examples[index] for index in kept], [shares[index] for index in kept])
        forest = Forest.from_arrays(flatten(model))
        for index in range(fold, len(examples), FOLDS):
            result[index] = _one_round(examples[index].scene, forest, shares[index])
    return [result[index] for index in range(len(examples))]


def _one_round(scene: Scene, forest: Forest, shares: Numbers) -> Ranking:
    columns = columns_of(scene, shares)
    scores = np.round(forest.predict(rows_of(columns)), 4)
    return Ranking(scores, shares_of(scores, scene), columns)


def _fit_ranking(examples: Sequence[Example], shares: Sequence[Numbers]) -> HistGradientBoostingClassifier:
    rows, labels, weights = [], [], []
    for example, held in zip(examples, shares, strict=True):
        found = rows_of(columns_of(example.scene, held))
        for part, right, seen in _labelled(example):
            rows.append(found[part])
            labels.append(right)
            weights.append(np.full(len(right), math.sqrt(seen / len(right))))
    return _fit(RANKING, np.concatenate(rows), np.concatenate(labels), np.concatenate(weights))


def _labelled(example: Example) -> Iterator[tuple[slice, Flags, int]]:
    """Yield the rows of each sense that has a choice, which of them are right, and how many names that is about."""
    starts = example.scene.table.starts
    for number, truths in enumerate(example.truths):
        useful = [truth.right for truth in truths if truth.right.any()]
        right = np.mean(useful, axis=0) >= 0.5 if useful else np.zeros(0, dtype=bool)
        if len(right) > 1 and right.any():
            yield slice(starts[number], starts[number + 1]), right, len(useful)


def _surety_rows(
    examples: Sequence[Example], rankings: Sequence[Ranking]
) -> tuple[NDArray[np.float32], Flags, Numbers]:
    rows, labels, weights = [], [], []
    for example, ranking in zip(examples, rankings, strict=True):
        best = choices(example.scene, ranking)
        evidence = evidence_rows(example.scene, ranking, best)
        for row, option in zip(evidence, best, strict=True):
            sense = example.scene.table.sense[option]
            for truth in example.truths[sense]:
                rows.append(row)
                labels.append(truth.km[option - example.scene.table.starts[sense]] <= RIGHT_KM)
                weights.append(1 / math.sqrt(len(example.truths[sense])))
    return np.array(rows), np.array(labels), np.array(weights)


def _fit(
    settings: Mapping[str, float], rows: NDArray[np.float32], labels: Flags, weights: Numbers
) -> HistGradientBoostingClassifier:
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(**settings, early_stopping=False, random_state=0)
    return model.fit(rows, labels, sample_weight=weights)


def report(documents: Sequence[Document], gazetteer: Gazetteer, ranker: Ranker) -> str:
    """Return how right the whole of placing is with this ranker, the names being given."""
    answers: list[tuple[float, bool]] = []
    at_best = 0
    for document in documents:
        spans = tuple(Span(mark["start"], mark["end"]) for mark in document.marks)
        resolutions = resolve_mentions(Article(document.text), spans, gazetteer, ranker)
        for mark, resolution in zip(document.marks, resolutions, strict=True):
            if mark["lat"] is not None:
                point = Position(lat=mark["lat"], lon=mark["lon"])
                right = [_sphere_km(point, each.place.position) <= RIGHT_KM for each in resolution.candidates]
                answers.append((resolution.confidence if right else -1.0, bool(right) and right[0]))
                at_best += any(right)
    answers.sort(key=lambda answer: -answer[0])
    surest = answers[: round(COVERAGE * len(answers))]
    sums = _share(right for _, right in answers), at_best / len(answers), _share(right for _, right in surest)
    sure = sum(max(confidence, 0.0) for confidence, _ in answers) / len(answers)
    return (
        f"right {sums[0]:.4f} of all, best of five candidates {sums[1]:.4f}, "
        f"surest {COVERAGE:.0%} {sums[2]:.4f}, mean confidence {sure:.4f}"
    )


def _share(flags: Iterable[bool]) -> float:
    seen = list(flags)
    return sum(seen) / len(seen)
