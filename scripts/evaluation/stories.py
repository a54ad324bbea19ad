"""Stated distances, itineraries and distances to the front line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from routes import Options, analyze
from routes.geo import front_line, nearest_on_line
from routes.model import Article, Claim, DateSource, Position, Published, Report
from scripts.evaluation.scoring import Figures, Folders, figure, read_rows, score, write_lines


def claim_figures(folders: Folders) -> Figures:
    gold, target = folders.gold / "claims_dev.jsonl", folders.out / "claims.jsonl"
    write_lines(target, _claims(gold))
    told = score(folders.scorers / "evaluate_claims.py", gold, target)
    return {
        "claims value F1": figure(told, r"value\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "claims triple F1": figure(told, r"triple\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "claims verdict accuracy": figure(told, r"high-confidence claims: \S+ = ([\d.]+)"),
        "claims without flips": 1 - figure(told, r"flips \S+ = ([\d.]+)"),
    }


def itinerary_figures(folders: Folders) -> Figures:
    gold, target = folders.gold / "itinerary_dev.jsonl", folders.out / "itinerary.jsonl"
    write_lines(target, _itineraries(gold))
    told = score(folders.scorers / "evaluate_itinerary.py", gold, target)
    return {
        "itinerary stops F1": figure(told, r"stops\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary stops located": figure(told, r"located\s+(\S+)"),
        "itinerary legs F1": figure(told, r"legs\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary legs with mode F1": figure(told, r"legs\+mode\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary order tau": figure(told, r"order\s+tau (\S+)"),
        "itinerary order pairs": figure(told, r"pair recall (\S+)"),
        "itinerary vessels F1": figure(told, r"vessels\s+P \S+\s+R \S+\s+F1 (\S+)"),
        "itinerary none where none is": 1 - figure(told, r"false itineraries \d+ of \d+ \(([\d.]+)\)"),
    }


def front_figures(folders: Folders) -> Figures:
    gold, target = folders.gold / "front_distances_dev.csv", folders.out / "front.csv"
    write_lines(target, _front(gold))
    told = score(folders.scorers / "evaluate_front.py", gold, target)
    return {
        "front within tolerance": figure(told, r"within max\(8 km, 4 %\) (\S+)"),
        "front inside the interval": figure(told, r"inside the interval (\S+)"),
    }


def _claims(gold: Path) -> Iterator[str]:
    for row in read_rows(gold):
        context, sentence = str(row["context"] or ""), str(row["sentence"])
        text = f"{context}\n{sentence}" if context else sentence
        start = len(text) - len(sentence)
        report = analyze(text, Options(ways=None))
        found = [_claim(report.article, claim) for claim in report.claims if claim.statement.span.start >= start]
        yield json.dumps({"id": row["id"], "claims": found}, ensure_ascii=False)


def _claim(article: Article, claim: Claim) -> dict[str, object]:
    statement = claim.statement
    subject, reference = statement.subject, statement.reference
    return {
        # As the text has it: "it" is right, and so is what it stands for.
        "subject": article.quote(subject.place_span or subject.span) if subject else None,
        "reference": article.quote(reference.place_span or reference.span) if reference else None,
        "value_km": None if statement.quantity.unit.is_time else statement.quantity.value_m / 1000 or None,
        "bearing": statement.bearing.text if statement.bearing else None,
        "verdict": claim.outcome.value,
    }


def _itineraries(gold: Path) -> Iterator[str]:
    for row in read_rows(gold):
        published = str(row.get("published") or "")
        full = published + "-01" * (2 - published.count("-"))  # some know the month or the year alone
        stamp = Published(date.fromisoformat(full), DateSource.OPTION) if published else None
        report = analyze(Article(str(row["text"]), published=stamp), Options(ways=None))
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
