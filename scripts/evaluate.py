"""Score this version on a folder of annotated data and hold it to the committed floors.

    python scripts/evaluate.py GOLD_DIR EVAL_DIR [--jobs N] [--out DIR] [--floors tests/eval/baseline.json] [--update]

GOLD_DIR holds any of toponyms_NAME.jsonl (one corpus each), claims_dev.jsonl, itinerary_dev.jsonl and
front_distances_dev.csv; EVAL_DIR the scorers evaluate_toponyms.py, evaluate_confidence.py, evaluate_claims.py,
evaluate_itinerary.py and evaluate_front.py. Toponyms go through `routes batch`. Predictions are written to --out
in the form that each scorer reads. A figure below its floor ends the run with exit code 1; --update writes the
present figures as the new floors, which is for reviewed changes only.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from scripts.evaluation.scoring import Figures, Folders
from scripts.evaluation.stories import claim_figures, front_figures, itinerary_figures
from scripts.evaluation.toponyms import toponym_figures

FLOORS = Path(__file__).parent.parent / "tests" / "eval" / "baseline.json"
# A figure may fall by this much before it counts: the data are small, and rounding differs by platform.
SLACK = 0.005
STORIES: dict[str, Callable[[Folders], Figures]] = {
    "claims_dev.jsonl": claim_figures,
    "itinerary_dev.jsonl": itinerary_figures,
    "front_distances_dev.csv": front_figures,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        figures = _measure(Folders(options.gold, options.eval, out, options.jobs))
    floors = json.loads(options.floors.read_text(encoding="utf-8"))
    if options.update:
        # What this folder has no data for keeps its floor.
        floors |= {name: round(value, 3) for name, value in figures.items()}
        options.floors.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return _compare(figures, floors)


def _measure(folders: Folders) -> Figures:
    figures: Figures = {}
    for part in _parts(folders.gold):
        figures |= part(folders)
    return figures


def _parts(gold: Path) -> Iterator[Callable[[Folders], Figures]]:
    """Yield what can be measured on a folder; say what cannot."""
    corpora = sorted(gold.glob("toponyms_*.jsonl"))
    yield from (partial(toponym_figures, corpus) for corpus in corpora)
    yield from (measure for name, measure in STORIES.items() if (gold / name).is_file())
    missing = [name for name in STORIES if not (gold / name).is_file()] + ([] if corpora else ["toponyms_*.jsonl"])
    if missing:
        print(f"not measured, because it is not in {gold}: {', '.join(missing)}", file=sys.stderr)


def _compare(figures: Figures, floors: Figures) -> int:
    below = {name for name, value in figures.items() if value < floors.get(name, 0.0) - SLACK}
    for name in sorted(figures):
        floor = f"floor {floors[name]:7.3f}" if name in floors else "no floor"
        print(f"{name:32s} {figures[name]:7.3f}   {floor} {'BELOW' if name in below else ''}".rstrip())
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
