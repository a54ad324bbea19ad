"""The evaluation on a folder of its own: batch output in the scorers' form, figures against floors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.evaluation.scoring import figure
from scripts.evaluation.toponyms import oracle, prediction

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Grain was shipped from Odesa to Istanbul."
# 46.48 N, 30.73 E and 41.01 N, 28.95 E (GeoNames).
ODESA = {"start": 23, "end": 28, "text": "Odesa", "lat": 46.48, "lon": 30.73}
ISTANBUL = {"start": 32, "end": 40, "text": "Istanbul", "lat": 41.01, "lon": 28.95}
NOWHERE = {"start": 0, "end": 5, "text": "Grain", "lat": None, "lon": None}

# Stands for the scorers: prints in their form how many of the predicted places lie within a degree of the gold ones.
TOPONYMS = """
import json, sys
gold, found = ([json.loads(line) for line in open(name)] for name in sys.argv[1:3])
right = sum(
    (a["start"], a["end"]) == (b["start"], b["end"]) and a["lat"] is not None and b["lat"] is not None
    and abs(a["lat"] - b["lat"]) + abs(a["lon"] - b["lon"]) < 1
    for one, other in zip(gold, found) for a in one["toponyms"] for b in other["toponyms"]
)
print(f"recognition overlap   P 1.000  R 1.000  F1 {right / 2:.3f}   (...)")
print(f"resolution end-to-end n 2  Acc@161 {right / 2:.3f}  median 0.0 km")
print(f"end-to-end @161km     P 1.000  R 1.000  F1 {right / 2:.3f}   (...)")
"""
CONFIDENCE = """
import json, sys
scores = [toponym["score"] for line in open(sys.argv[2]) for toponym in json.loads(line)["toponyms"]]
print(f"coverage 0.70  n 2  right {float(all(0 <= score <= 1 for score in scores)):.3f}")
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, scorers = tmp_path / "gold", tmp_path / "eval"
    gold.mkdir()
    scorers.mkdir()
    document = {"id": "one", "text": TEXT, "toponyms": [ODESA, ISTANBUL, NOWHERE]}
    (gold / "toponyms_tiny.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    (scorers / "evaluate_toponyms.py").write_text(TOPONYMS, encoding="utf-8")
    (scorers / "evaluate_confidence.py").write_text(CONFIDENCE, encoding="utf-8")
    return gold, scorers


def evaluate(folders: tuple[Path, Path], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/evaluate.py", *map(str, folders), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_corpus_is_measured_and_held_to_its_floors(folders: tuple[Path, Path], tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"other": 0.5}', encoding="utf-8")
    options = ("--floors", str(floors), "--jobs", "1", "--out", str(tmp_path / "out"))
    done = evaluate(folders, *options, "--update")
    assert done.returncode == 0, done.stderr
    assert "not measured" in done.stderr
    assert json.loads(floors.read_text(encoding="utf-8")) == {
        "other": 0.5,
        "tiny recognition F1": 1.0,
        "tiny given mentions": 1.0,
        "tiny end to end F1": 1.0,
        "tiny surest 70 %": 1.0,
        "tiny oracle": 1.0,
    }
    [given] = [json.loads(line) for line in (tmp_path / "out" / "tiny_given.jsonl").read_text("utf-8").splitlines()]
    assert [(found["start"], found["end"]) for found in given["toponyms"]] == [(0, 5), (23, 28), (32, 40)]
    floors.write_text('{"tiny oracle": 1.1}', encoding="utf-8")
    below = evaluate(folders, *options)
    assert below.returncode == 1
    assert "tiny oracle                        1.000   floor   1.100 BELOW" in below.stdout


def test_a_figure_that_a_scorer_no_longer_prints_counts_as_nothing() -> None:
    assert figure("overlap F1 0.843", r"overlap F1 (\S+)") == 0.843
    assert figure("all was rewritten", r"overlap F1 (\S+)") == 0.0


def test_an_error_record_is_no_prediction() -> None:
    with pytest.raises(SystemExit, match="no report on a: too long"):
        prediction({"id": "a", "error": {"code": "too-long", "message": "too long"}})


def test_a_phrase_that_gives_a_place_by_another_is_no_name() -> None:
    def toponym(start: int, end: int, how: str) -> dict[str, object]:
        return {"start": start, "end": end, "how": how, "place": None, "confidence": 0.5}

    phrase, name, unlisted = toponym(0, 20, "derived"), toponym(14, 20, "exact"), toponym(30, 35, "derived")
    found = prediction({"id": "a", "toponyms": [phrase, name, unlisted]})["toponyms"]
    assert [each["start"] for each in found] == [14, 30]


def test_the_oracle_asks_only_whether_one_candidate_is_right() -> None:
    wrong, right = {"lat": 0.0, "lon": 0.0}, {"lat": 46.0, "lon": 31.0}
    reports = [{"id": "one", "toponyms": [{"start": 23, "end": 28, "place": wrong, "candidates": [wrong, right]}]}]
    assert oracle([{"id": "one", "toponyms": [ODESA, ISTANBUL, NOWHERE]}], reports) == 0.5
