"""Score this version on a folder of annotated data and hold it to the committed floors.

    python scripts/evaluate.py GOLD_DIR EVAL_DIR [--out DIR] [--floors tests/eval/baseline.json] [--update]

GOLD_DIR holds claims_dev.jsonl, itinerary_dev.jsonl and front_distances_dev.csv; EVAL_DIR the scorers
evaluate_claims.py, evaluate_itinerary.py and evaluate_front.py. Predictions are written to --out in the form
that each scorer reads. A figure below its floor ends the run with exit code 1; --update writes the present
figures as the new floors, which is for reviewed changes only.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from routes import analyze
from routes.geo import front_line, nearest_on_line
from routes.model import Article, Claim, DateSource, Position, Published, Report

FLOORS = Path(__file__).parent.parent / "tests" / "eval" / "baseline.json"
# A figure may fall by this much before it counts: the data are small, and rounding differs by platform.
SLACK = 0.005


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        figures = _scores(options.gold, options.eval, out)
    if options.update:
        options.floors.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    floors = json.loads(options.floors.read_text(encoding="utf-8"))
    return _compare(figures, floors)


def _compare(figures: dict[str, float], floors: dict[str, float]) -> int:
    below = [name for name, floor in floors.items() if figures.get(name, 0.0) < floor - SLACK]
    for name in sorted(figures):
        mark = "BELOW" if name in below else ""
        print(f"{name:32s} {figures[name]:7.3f}   floor {floors.get(name, float('nan')):7.3f} {mark}")
    return 1 if below else 0


def _scores(gold: Path, scorers: Path, out: Path) -> dict[str, float]:
    claims = _run(scorers / "evaluate_claims.py", gold / "claims_dev.jsonl", out / "claims.jsonl", _claims)
    ways = _run(scorers / "evaluate_itinerary.py", gold / "itinerary_dev.jsonl", out / "itinerary.jsonl", _itineraries)
    front = _run(scorers / "evaluate_front.py", gold / "front_distances_dev.csv", out / "front.csv", _front)
    return {
        "claims value F1": _figure(claims, r"value\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "claims triple F1": _figure(claims, r"triple\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "claims verdict accuracy": _figure(claims, r"high-confidence claims: \S+ = ([\d.]+)"),
        "claims without flips": 1 - _figure(claims, r"flips \S+ = ([\d.]+)"),
        "itinerary stops F1": _figure(ways, r"stops\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary legs F1": _figure(ways, r"legs\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary vessels F1": _figure(ways, r"vessels\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary none where none is": 1 - _figure(ways, r"false itineraries \d+ of \d+ \(([\d.]+)\)"),
        "front within tolerance": _figure(front, r"within max\(8 km, 4 %\) (\S+)"),
        "front inside the interval": _figure(front, r"inside the interval (\S+)"),
    }


def _run(scorer: Path, gold: Path, target: Path, predict: Callable[[Path], Iterator[str]]) -> str:
    """Write the predictions for `gold` to `target` and return what the scorer prints of them."""
    target.write_text("".join(line + "\n" for line in predict(gold)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(target)], capture_output=True, text=True, check=True
    )
    print(f"== {gold.name}\n{done.stdout}")
    return done.stdout


def _figure(output: str, pattern: str) -> float:
    match = re.search(pattern, output)
    return float(match.group(1)) if match else 0.0


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _claims(gold: Path) -> Iterator[str]:
    for row in _rows(gold):
        context, sentence = str(row["context"] or ""), str(row["sentence"])
        text = f"{context}\n{sentence}" if context else sentence
        start = len(text) - len(sentence)
        report = analyze(text)
        found = [_claim(report.article, claim) for claim in report.claims if claim.statement.span.start >= start]
        yield json.dumps({"id": row["id"], "claims": found}, ensure_ascii=False)


def _claim(article: Article, claim: Claim) -> dict[str, object]:
    statement = claim.statement
    ends = [
        None if end is None else article.quote(end.place_span or end.span)
        for end in (statement.subject, statement.reference)
    ]
    return {
        "subject": ends[0],
        "reference": ends[1],
        "value_km": statement.quantity.value_m / 1000,
        "bearing": statement.bearing.text if statement.bearing else None,
        "verdict": claim.outcome.value,
    }


def _itineraries(gold: Path) -> Iterator[str]:
    for row in _rows(gold):
        published = str(row.get("published") or "")
        full = published + "-01" * (2 - published.count("-"))  # some know the month or the year alone
        stamp = Published(date.fromisoformat(full), DateSource.OPTION) if published else None
        report = analyze(Article(str(row["text"]), published=stamp))
        yield json.dumps({"id": row["id"], **_itinerary(report)}, ensure_ascii=False)


def _itinerary(report: Report) -> dict[str, object]:
    stops, legs, vessels = [], [], []
    for itinerary in report.itineraries:
        for stop in itinerary.stops:
            lat, lon = stop.place.position.latlon if stop.place else (None, None)
            stops.append({"name": stop.name, "lat": lat, "lon": lon})
        for leg in itinerary.legs:
            ends = itinerary.stops[leg.origin].name, itinerary.stops[leg.destination].name
            legs.append({"from": ends[0], "to": ends[1], "mode": leg.mode.value if leg.mode else None})
        vessels += [vessel.name for vessel in itinerary.vessels]
    return {"stops": stops, "legs": legs, "vessels": vessels}


def _front(gold: Path) -> Iterator[str]:
    yield "place,date,km,low_km,high_km"
    with gold.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            line = front_line("UA", date.fromisoformat(row["date"]))
            if line is None:
                continue
            found = nearest_on_line(Position(lat=float(row["lat"]), lon=float(row["lon"])), line.parts)
            km, slack = found.m / 1000, line.version.uncertainty_km
            yield f"{row['place']},{row['date']},{km:.2f},{max(0.0, km - slack):.2f},{km + slack:.2f}"


if __name__ == "__main__":
    sys.exit(main())
