"""How text is laid out for a reader: width, unit, colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from routes.model import Outcome, Unit


class Ink(Enum):
    """A colour or weight, as the number that a terminal knows it by."""

    BOLD = 1
    FAINT = 2
    RED = 31
    GREEN = 32
    YELLOW = 33
    CYAN = 36


@dataclass(frozen=True, slots=True)
class TextStyle:
    """`width` in columns; `unit` for every measured figure; `colours` only where a terminal shows them."""

    width: int = 80
    unit: Unit = Unit.KM
    colours: bool = False

    def paint(self, text: str, ink: Ink) -> str:
        return f"\x1b[{ink.value}m{text}\x1b[0m" if self.colours else text


OUTCOME_SIGNS = {
    Outcome.SUPPORTED: "✓",
    Outcome.BORDERLINE: "~",
    Outcome.REFUTED: "✗",
    Outcome.UNVERIFIABLE: "?",
}
OUTCOME_INKS = {
    Outcome.SUPPORTED: Ink.GREEN,
    Outcome.BORDERLINE: Ink.YELLOW,
    Outcome.REFUTED: Ink.RED,
    Outcome.UNVERIFIABLE: Ink.CYAN,
}


def verdict_words(outcome: Outcome) -> str:
    """Return the outcome with its sign, which is there for those who see no colours: "✓ supported"."""
    return f"{OUTCOME_SIGNS[outcome]} {outcome.value}"
