"""Train both models on one corpus alone, and score the whole of finding and placing on each of the others."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from routes.cli.batch_request import read_request
from routes.cli.streams import read_lines
from routes.gazetteer import Gazetteer
from routes.pipeline import Options, analyze
from routes.placing import ranker
from routes.reading.recognition import model as recognizer
from routes.reading.recognition.facts import FactBook
from routes.report import render_report_line
from scripts.evaluation.scoring import Figures, Folders
from scripts.evaluation.toponyms import Batch, toponym_figures
from scripts.training import recognition, resolution
from scripts.training.arrays import read_arrays, write_arrays
from scripts.training.corpora import read_corpus

_COLUMNS = ("recognition F1", "given mentions", "end to end F1", "surest 70 %", "oracle")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("corpora", type=Path, nargs="+", help="annotated texts, JSON lines; two files or more")
    parser.add_argument(
        "--scorers", type=Path, required=True, help="folder of evaluate_toponyms.py and evaluate_confidence.py"
    )
    parser.add_argument("--keep", type=Path, help="folder for models and predictions (default: none are kept)")


def run(options: argparse.Namespace) -> None:
    from threadpoolctl import threadpool_limits

    if len(options.corpora) < 2:
        raise SystemExit("cross needs two corpora or more: one to train on, another to test on")
    # One thread sums in one order.
    with tempfile.TemporaryDirectory() as scratch, threadpool_limits(limits=1):
        _run(options.corpora, options.scorers, options.keep or Path(scratch))


def _run(corpora: list[Path], scorers: Path, folder: Path) -> None:
    trained = {corpus: _train(corpus, folder / corpus.stem) for corpus in corpora}
    rows = []
    for seen, unseen in permutations(corpora, 2):
        out = folder / f"{seen.stem} on {unseen.stem}"
        out.mkdir(parents=True, exist_ok=True)
        figures = toponym_figures(unseen, Folders(unseen.parent, scorers, out), _batch(trained[seen]))
        rows.append(_row(seen, unseen, figures))
    print("\n".join((*_head(), *rows)))


def _train(corpus: Path, folder: Path) -> Options:
    """Write both models that a corpus teaches into a folder; return the options that use those files."""
    folder.mkdir(parents=True, exist_ok=True)
    found, placed = folder / recognizer.MODEL, folder / ranker.MODEL
    gazetteer = Gazetteer.world()
    book = FactBook(gazetteer)
    texts = [recognition.make_example(text, book) for text in read_corpus(corpus)]
    write_arrays(recognition.train(texts, book), found)
    documents = resolution.read_documents(corpus)
    write_arrays(resolution.train([resolution.make_example(each, gazetteer) for each in documents]), placed)
    print(f"trained on {corpus.stem}: {len(documents)} texts", flush=True)
    return Options(recognizer=recognizer.unpack(read_arrays(found)), ranker=ranker.unpack(read_arrays(placed)))


def _batch(options: Options) -> Batch:
    """Return what writes the reports of a file of articles, as `routes batch` would with these models."""

    def batch(articles: Path, reports: Path) -> None:
        with reports.open("w", encoding="utf-8") as file:
            for line in read_lines(str(articles)):
                request = read_request(line)
                report = analyze(request.article, replace(options, mentions=request.mentions))
                file.write(render_report_line(report, request.ident))

    return batch


def _head() -> Iterator[str]:
    yield f"| trained on | tested on | {' | '.join(_COLUMNS)} |"
    yield "|---" * (len(_COLUMNS) + 2) + "|"


def _row(seen: Path, unseen: Path, figures: Figures) -> str:
    learned, tested = (path.stem.removeprefix("toponyms_") for path in (seen, unseen))
    values = (f"{figures[f'{tested} {column}']:.3f}" for column in _COLUMNS)
    return f"| {' | '.join((learned, tested, *values))} |"
