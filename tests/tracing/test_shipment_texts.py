"""The twenty-five shipment texts of `tests/stories`: each leg, its mode, the ships; no journey where none is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routes.model import Itinerary
from routes.pipeline import analyze
from routes.reading import make_article

_FILE = Path(__file__).parents[1] / "stories" / "texts.jsonl"
_TEXTS = {row["id"]: row for row in map(json.loads, _FILE.read_text(encoding="utf-8").splitlines())}
# What the reader does not follow, by the words that would have to be understood. The test holds the list to the truth:
# a text that is followed one day has to leave it.
_NOT_FOLLOWED = {
    "st-14": "that a halt on the way between two named towns lies between them",
    "st-18": "that a lorry that left for a depot in a town has still to come there after the border",
}


@dataclass(frozen=True)
class _Told:
    legs: set[tuple[str, str, str | None]]
    optional: set[tuple[str, str]]
    vessels: set[str]


def _gold(row: dict[str, Any]) -> _Told:
    needed = {(leg["from"], leg["to"], leg["mode"]) for leg in row["legs"] if not leg.get("optional")}
    optional = {(leg["from"], leg["to"]) for leg in row["legs"] if leg.get("optional")}
    return _Told(needed, optional, {ship["name"] for ship in row["vessels"] if not ship.get("optional")})


def _found(row: dict[str, Any]) -> _Told:
    published = _day(row["published"]) if row.get("published") else None
    itineraries = analyze(make_article(row["text"], published=published)).itineraries
    legs = {leg for itinerary in itineraries for leg in _legs(itinerary)}
    return _Told(legs, set(), {vessel.name for itinerary in itineraries for vessel in itinerary.vessels})


def _day(written: str) -> date:
    """Return the first day of what may be a month alone."""
    return date.fromisoformat(f"{written}-01-01"[:10] if written.count("-") < 2 else written)


def _legs(itinerary: Itinerary) -> list[tuple[str, str, str | None]]:
    names = [stop.name.removeprefix("a port in ") for stop in itinerary.stops]
    return [(names[leg.origin], names[leg.destination], leg.mode.value if leg.mode else None) for leg in itinerary.legs]


def _is_followed(row: dict[str, Any]) -> bool:
    gold, found = _gold(row), _found(row)
    # Where the text gives no mode, the gold asks for none; a leg beside a chain costs nothing.
    modes = {leg[:2]: leg[2] for leg in found.legs}
    is_told = all(leg[:2] in modes and leg[2] in (None, modes[leg[:2]]) for leg in gold.legs)
    is_more = any(leg[:2] not in {each[:2] for each in gold.legs} | gold.optional for leg in found.legs)
    return is_told and not is_more and gold.vessels == found.vessels


@pytest.mark.parametrize("name", sorted(_TEXTS))
def test_a_shipment_is_followed_leg_by_leg(name: str) -> None:
    row = _TEXTS[name]
    assert _is_followed(row) == (name not in _NOT_FOLLOWED), (_gold(row), _found(row))


def test_there_is_a_text_for_each_trap() -> None:
    assert len(_TEXTS) == 25
    assert sum(not row["shipment"] for row in _TEXTS.values()) == 4
