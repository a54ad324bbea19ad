"""Which of the ships that a sentence names has a part in an event: which carries the goods, which takes them over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from routes.model import Action, Span
from routes.reading.phrases import Phrases
from routes.reading.scene import Scene
from routes.reading.triggers import Trigger
from routes.resources import read_lexicon

_NOUNS = frozenset({Action.GOODS, Action.SUPPLY})
# A ship that a verb before it puts goods on: "aboard the bulk carrier", "into a second tanker, the", "over to the".
_ONTO = re.compile(
    r"\b(?P<prep>onto|on\s+to|into|aboard|on\s+board|to|on)\s+(?:the|a|an|another|its|their|her|one)\s+"
    r"(?:(?!(?:from|in|at|and|which|that|by)\b)[\w'’/-]+,?\s+){0,6}$",
    re.IGNORECASE,
)
# Where another clause begins, with a subject of its own.
_CLAUSE = re.compile(r";|:|,\s+(?:while|whereas|but)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ships:
    """The ship that carries the goods in an event, and the one that takes them over."""

    carrying: Span | None
    taking: Span | None


def carrying_ship(scene: Scene, trigger: Trigger, triggers: list[Trigger]) -> Span | None:
    """Return the ship that carries the goods in an event: the nearest, but none that takes them on only later."""
    ships = [ship for ship in scene.vessels if _has_part(scene, ship, trigger, triggers)]
    if trigger.action is Action.TRANSFER:
        ships = [ship for ship in ships if ship != taking_ship(scene, trigger, triggers)]
    return min(ships, key=lambda ship: (abs(ship.start - trigger.span.start), ship.start), default=None)


def taking_ship(scene: Scene, trigger: Trigger, triggers: list[Trigger]) -> Span | None:
    """Return the ship that takes the goods over from another one in an event: "moved its cargo to the Vera Luna"."""
    for ship in scene.vessels:
        if not scene.sentence.contains(ship) or _lead(scene, ship) is None:
            continue
        giving = _putting(ship, triggers)
        if giving is not None and is_handover(scene, giving) and trigger.span.start >= giving.span.start:
            return ship
    return None


def is_handover(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a verb is one with which a ship gives its cargo to another."""
    return _handovers().is_all(scene.text[trigger.span.start : trigger.span.end])


def gives_to_ship(scene: Scene, trigger: Trigger, triggers: list[Trigger]) -> bool:
    """Return whether goods go from a ship to another by a verb: "the oil was pumped into the Aegean Pearl"."""
    loads = trigger.action is Action.LOAD  # the quay is no ship: "loaded onto the Luna"
    ship = taking_ship(scene, trigger, triggers)
    return ship is not None and not loads and is_handover(scene, trigger) and _putting(ship, triggers) == trigger


def _has_part(scene: Scene, ship: Span, trigger: Trigger, triggers: list[Trigger]) -> bool:
    if ship.start < trigger.span.start:
        return True
    if _CLAUSE.search(scene.text, trigger.span.end, ship.start):
        return False  # "grain went to A; the ship Luna had come from B"
    if _lead(scene, ship) is None:
        return True
    putting = _putting(ship, triggers)
    return putting is None or trigger.span.start >= putting.span.start


def _lead(scene: Scene, ship: Span) -> re.Match[str] | None:
    return _ONTO.search(scene.text[scene.sentence.start : ship.start]) if scene.sentence.contains(ship) else None


def _putting(ship: Span, triggers: list[Trigger]) -> Trigger | None:
    """Return the verb before a ship; the goods that it moves may stand between."""
    verbs = [each for each in triggers if each.span.end <= ship.start and each.action not in _NOUNS]
    return verbs[-1] if verbs else None


@cache
def _handovers() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("handovers"))
