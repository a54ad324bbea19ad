"""Place names, by `routes batch`: found in running text, and placed where the annotators found them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from routes.cli import main as routes
from routes.geo import distance_m
from routes.model import Position
from scripts.evaluation.scoring import Figures, Folders, figure, read_rows, score, write_rows

Row: TypeAlias = Mapping[str, Any]
# Reads articles, one a line, from the first file, and writes their reports to the second.
Batch: TypeAlias = Callable[[Path, Path], None]

# A place counts as right within this distance, as the literature has it: a hundred miles.
RIGHT_M = 161_000.0
# The share of all names, the surest first, that must be nearly free of errors.
SURE = "0.70"


def toponym_figures(gold: Path, folders: Folders, batch: Batch | None = None) -> Figures:
    """Return the figures of one corpus: the names are looked for first, and then given.

    Without a batch, `routes batch` makes the reports.
    """
    batch = batch or partial(_routes_batch, folders.jobs)
    name = gold.stem.removeprefix("toponyms_")
    found = _predictions(gold, folders.out / f"{name}_found", batch, with_mentions=False)
    given = _predictions(gold, folders.out / f"{name}_given", batch, with_mentions=True)
    scorer = folders.scorers / "evaluate_toponyms.py"
    free, placed = score(scorer, gold, found), score(scorer, gold, given)
    sure = score(folders.scorers / "evaluate_confidence.py", gold, given)
    reports = read_rows(folders.out / f"{name}_given_reports.jsonl")
    return {
        f"{name} recognition F1": figure(free, r"recognition overlap\s+P \S+\s+R \S+\s+F1 (\S+)"),
        f"{name} given mentions": figure(placed, r"resolution end-to-end\s+n \S+\s+Acc@161 (\S+)"),
        f"{name} end to end F1": figure(free, r"end-to-end @161km\s+P \S+\s+R \S+\s+F1 (\S+)"),
        f"{name} surest 70 %": figure(sure, rf"coverage {SURE}\s+n \S+\s+right (\S+)"),
        f"{name} oracle": oracle(read_rows(gold), reports),
    }


def _predictions(gold: Path, stem: Path, batch: Batch, *, with_mentions: bool) -> Path:
    """Write what a batch makes of a corpus in the form that the scorers read; return the file."""
    articles, reports, target = (stem.with_name(f"{stem.name}{end}.jsonl") for end in ("_articles", "_reports", ""))
    write_rows(articles, (_article(document, with_mentions=with_mentions) for document in read_rows(gold)))
    start = time.perf_counter()
    batch(articles, reports)
    print(f"{stem.name}: {time.perf_counter() - start:.1f} s")
    write_rows(target, map(prediction, read_rows(reports)))
    return target


def _routes_batch(jobs: int, articles: Path, reports: Path) -> None:
    if routes(["batch", str(articles), "-o", str(reports), "--jobs", str(jobs)]) != 0:
        raise SystemExit(f"routes batch has failed on {articles}")


def _article(document: Row, *, with_mentions: bool) -> Row:
    article = {"id": document["id"], "text": document["text"]}
    if with_mentions:
        article["mentions"] = [[toponym["start"], toponym["end"]] for toponym in document["toponyms"]]
    return article


def prediction(report: Row) -> Row:
    """Return a report of a batch in the form that the scorers of toponyms read.

    A phrase such as "20 km east of Minsk" is no name, so it is left out; the name in it stays.

    >>> prediction({"id": "a", "toponyms": [{"start": 0, "end": 5, "how": None, "place": None, "confidence": 0.0}]})
    {'id': 'a', 'toponyms': [{'start': 0, 'end': 5, 'lat': None, 'lon': None, 'score': 0.0}]}
    """
    if "error" in report:
        raise SystemExit(f"no report on {report['id']}: {report['error']['message']}")
    toponyms = report["toponyms"]
    named = (toponym for toponym in toponyms if not any(_is_phrase_around(toponym, other) for other in toponyms))
    return {"id": report["id"], "toponyms": [_toponym(toponym) for toponym in named]}


def _is_phrase_around(toponym: Row, name: Row) -> bool:
    if toponym["how"] != "derived" or name is toponym:
        return False
    return bool(toponym["start"] <= name["start"] and name["end"] <= toponym["end"])


def _toponym(toponym: Row) -> Row:
    place = toponym["place"] or {"lat": None, "lon": None}
    keys = {key: toponym[key] for key in ("start", "end")}
    return {**keys, "lat": place["lat"], "lon": place["lon"], "score": toponym["confidence"]}


def oracle(documents: Iterable[Row], reports: Iterable[Row]) -> float:
    """Return the share of all names with coordinates of which one candidate at least is right."""
    candidates = {
        (report["id"], toponym["start"], toponym["end"]): tuple(_candidates(toponym))
        for report in reports
        for toponym in report["toponyms"]
    }
    right = [
        any(
            _is_right(toponym, place)
            for place in candidates.get((document["id"], toponym["start"], toponym["end"]), ())
        )
        for document in documents
        for toponym in document["toponyms"]
        if toponym["lat"] is not None
    ]
    return sum(right) / max(len(right), 1)


def _candidates(toponym: Row) -> Iterator[Row]:
    if toponym["place"]:
        yield toponym["place"]
    yield from toponym["candidates"]


def _is_right(toponym: Row, place: Row) -> bool:
    return distance_m(_position(toponym), _position(place)) <= RIGHT_M


def _position(row: Row) -> Position:
    return Position(lat=row["lat"], lon=row["lon"])
