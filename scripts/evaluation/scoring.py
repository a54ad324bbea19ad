"""Run a scorer on predictions, and read its figures."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Figures: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the annotated data and the scorers lie, and where predictions go; `jobs` processes may work."""

    gold: Path
    scorers: Path
    out: Path
    jobs: int = 1


def score(scorer: Path, gold: Path, predictions: Path) -> str:
    """Return what a scorer prints of predictions, and print it."""
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predictions)], capture_output=True, text=True, check=True
    )
    print(f"== {gold.name}, {scorer.stem}\n{done.stdout}")
    return done.stdout


def figure(output: str, pattern: str) -> float:
    """Return the number in a scorer's output; zero where it is missing, so that no floor passes by mistake."""
    match = re.search(pattern, output)
    return float(match.group(1)) if match else 0.0


def read_rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    write_lines(path, (json.dumps(row, ensure_ascii=False) for row in rows))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
