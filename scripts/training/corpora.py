"""Read annotated texts: JSON lines of {"id", "text", "toponyms": [{"start", "end", "demonym"?, ...}]}."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the spans that people marked as toponyms; `demonyms` are those among them like "Turkish"."""

    ident: str
    text: str
    toponyms: tuple[tuple[int, int], ...]
    demonyms: frozenset[tuple[int, int]] = frozenset()


def read_corpus(path: Path) -> tuple[Annotated, ...]:
    """Return the texts of a corpus in order."""
    return tuple(_annotated(json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())


def _annotated(record: dict[str, object]) -> Annotated:
    marks = record["toponyms"]
    assert isinstance(marks, list)
    spans = tuple((int(mark["start"]), int(mark["end"])) for mark in marks)
    demonyms = frozenset((int(mark["start"]), int(mark["end"])) for mark in marks if mark.get("demonym"))
    return Annotated(str(record["id"]), str(record["text"]), spans, demonyms)


def in_capitals(text: Annotated) -> Annotated:
    """Return the text as a wire would send it; letters whose capital is two letters stay."""
    return Annotated(text.ident, "".join(map(_capital, text.text)), text.toponyms, text.demonyms)


def in_title_case(text: Annotated) -> Annotated:
    """Return the text with a capital on every word, like a headline."""
    words = ("", *text.text)
    shouted = "".join(_capital(letter) if not before.isalnum() else letter for before, letter in pairwise(words))
    return Annotated(text.ident, shouted, text.toponyms, text.demonyms)


def _capital(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter
