"""Seventy claims about places on six continents, written with their verdicts before the code that judges them.

`expected` is what was written then. `settled` stands where the verdict is another one, with the reason in `because`.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from routes.model import Outcome
from routes.pipeline import Options, analyze


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()))


ROWS = _rows("thirty.csv") + _rows("forty.csv")


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_the_verdict_is_the_expected_one(row: dict[str, str]) -> None:
    on = date.fromisoformat(row["on"]) if row["on"] else None
    (claim,) = analyze(row["text"], Options(on=on)).claims
    assert claim.outcome is Outcome(row["settled"] or row["expected"]), claim.reason
