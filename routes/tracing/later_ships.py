"""A ship that is named only after what she carried: "shipped from A to B ... The vessel, the Luna, left in May"."""

from __future__ import annotations

import re
from dataclasses import replace

from routes.model import Article, Leg, Mode
from routes.reading import Findings
from routes.tracing.drafts import LegDraft

# She is the one spoken of; "a ship, the Luna" and "the ship Luna" may be another.
_THE_SHIP = re.compile(
    r"\b[Tt]he\s+(?:[\w-]+\s+)?(?:ship|vessel|carrier|tanker|freighter|bulker),\s+(?:the\s+)?(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*)?[-\s](?:flagged|registered|owned)\s+)?[\"“‘']?$"
)


def with_the_ship(article: Article, legs: tuple[Leg, ...], findings: Findings) -> tuple[Leg, ...]:
    """Return the legs, those by sea before the only ship of a text is named with her name."""
    ships = [vessel for vessel in findings.vessels if not vessel.is_naval]
    if len(ships) != 1:
        return legs
    ship = ships[0]
    if not _THE_SHIP.search(article.text, max(0, ship.span.start - 60), ship.span.start):
        return legs
    return tuple(
        replace(leg, vessel=ship.name)
        if leg.mode is Mode.SEA and leg.vessel is None and leg.evidence < ship.span
        else leg
        for leg in legs
    )


def with_next_ship(article: Article, legs: list[LegDraft], findings: Findings) -> list[LegDraft]:
    """Return the legs, the last of a sentence by sea if the next one begins to speak of "the vessel, the Luna"."""
    found = list(legs)
    for ship in findings.vessels:
        if ship.is_naval or not _THE_SHIP.search(article.text, max(0, ship.span.start - 60), ship.span.start):
            continue
        before = next((each for each in reversed(findings.sentences) if each.end <= ship.span.start), None)
        told = [at for at, leg in enumerate(found) if leg.evidence == before]
        if told and found[told[-1]].mode is None and found[told[-1]].vessel is None:
            found[told[-1]] = replace(found[told[-1]], mode=Mode.SEA, vessel=ship.span)
    return found
