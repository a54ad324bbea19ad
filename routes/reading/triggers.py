"""The words that move goods, and those for what carries them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from routes.model import Action, Mode, Span
from routes.reading.phrases import Phrases
from routes.resources import read_lexicon


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event; one that `needs_carrier` may tell of people as well."""

    span: Span
    action: Action
    mode: Mode | None
    needs_carrier: bool


def find_triggers(text: str, sentence: Span) -> tuple[Trigger, ...]:
    """Return the words of a sentence that may move goods, in order."""
    found = []
    for match in _trigger_words().find_all(text, sentence):
        action, mode, needs_carrier = _actions()[_folded(match)]
        found.append(Trigger(Span(match.start(), match.end()), action, mode, needs_carrier))
    return tuple(found)


def names_carrier(words: str) -> bool:
    """Return whether a ship, a train, a truck, a plane is named."""
    return _carrier_words().search(words) is not None


def carrier_mode(text: str, sentence: Span, after: Span) -> Mode | None:
    """Return the mode of the carrier named after a trigger, else of the last one before it; None where none is."""
    stated = next(_carrier_words().find_all(text, after), None)
    if stated is None:
        before = list(_carrier_words().find_all(text, Span(sentence.start, after.start)))
        stated = before[-1] if before else None
    return _carriers()[_folded(stated)] if stated else None


def _folded(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match.group().casefold())


@cache
def _actions() -> dict[str, tuple[Action, Mode | None, bool]]:
    rows = {}
    for entry, fields in read_lexicon("movements"):
        mode = next((Mode(field) for field in fields[1:] if field and field != "carrier"), None)
        rows[entry] = (Action(fields[0]), mode, "carrier" in fields)
    return rows


@cache
def _carriers() -> dict[str, Mode]:
    ships = {entry: Mode.SEA for entry, _ in read_lexicon("vessel_types")}
    return ships | {entry: Mode(fields[0]) for entry, fields in read_lexicon("carriers")}


@cache
def _trigger_words() -> Phrases:
    return Phrases(_actions())


@cache
def _carrier_words() -> Phrases:
    return Phrases(_carriers())
