"""By what goods go in an event: what its own words say, the ship that carries them, the water that they cross."""

from __future__ import annotations

import re

from routes.model import Action, Mode, Span
from routes.reading.phrases import word_set
from routes.reading.scene import Scene
from routes.reading.ships import Ships
from routes.reading.triggers import Trigger, carrier_before, carrier_mode, carrier_words, stated_mode
from routes.reading.waterways import on_water

_FURTHER = re.compile(r"[,;]\s+(?:and\s+)?(?:there|where|from\s+where|from\s+there|then)\b", re.IGNORECASE)
_TO_LEAVE = re.compile(
    r"[^,;:.]*?\bto\s+(?:leave|be|go|come|travel|move|use|cross)\b[^,;:.]*\b(?:has|have|had)\s+(?=\w+$|\w+\s+\w+$)",
    re.IGNORECASE,
)
# "Loaded on the Nova": it goes on by ship, by whatever it came.
_ONTO = re.compile(r"\s+(?:(?:on|onto|on\s+to|aboard|on\s+board|into)\s+)?(?:the\s+)?[\"“‘']?", re.IGNORECASE)
_FERRIES = frozenset({"ferried", "ferrying"})
_GOES_OVER = _FERRIES | {"shipped"}
_WATERS = "sea lake strait straits gulf channel bay ocean sound lagoon water"
_SEAS = "atlantic pacific baltic mediterranean adriatic aegean caspian bosphorus bosporus"
_CROSSED = word_set(f"{_WATERS} {_SEAS}")
# "Across the Caspian Sea to", "over Lake Victoria to", "across to the port of".
_ACROSS = re.compile(
    r"\b(?:across|over)\s+(?:the\s+)?(?P<water>(?:(?!to\b|from\b|in\b|by\b)[\w'’-]+\s+){0,3}?[\w'’-]+"
    r"(?:\s+of\s+[\w'’-]+)?)(?=\s+(?:to|from|into|and|by|in|on|at|for|towards?|aboard)\b|\s*[.,;]|\s*$)",
    re.IGNORECASE,
)
_PORT = re.compile(r"\b(?:ports?|harbou?rs?|docks?|quays?|piers?)\b", re.IGNORECASE)


def mode_of(scene: Scene, trigger: Trigger, after: Span, ships: Ships, *, on_ship: bool) -> Mode | None:
    """Return the mode of an event; `after` are the words that its verb owns."""
    if trigger.action is Action.TRANSFER and ships.taking is not None:
        return Mode.SEA if on_ship else None  # what took the goods over is not what they came by
    # "She carries it to A, and there it is put on a barge": that is the next carrier.
    further = _FURTHER.search(scene.text, after.start, after.end)
    after = Span(after.start, further.start()) if further else after
    mode = trigger.mode or _mode(scene, trigger, after, on_ship=on_ship)
    return on_water(scene, mode, ships.carrying, Span(trigger.span.start, after.end))


def _mode(scene: Scene, trigger: Trigger, after: Span, *, on_ship: bool) -> Mode | None:
    """Return the mode that a clause states; one said outright ("by road") goes before the ship that it speaks of."""
    said = stated_mode(scene.text, after)
    if said is not None:
        return said
    if on_ship:
        return Mode.SEA
    if _is_over_water(scene, trigger, after):
        return Mode.SEA
    # "The first copper to leave A on the railway has reached B": by what it came there is not said.
    earlier = _TO_LEAVE.match(scene.text, scene.sentence.start, after.start)
    return carrier_mode(scene.text, Span(earlier.end(), scene.sentence.end) if earlier else scene.sentence, after)


def _is_over_water(scene: Scene, trigger: Trigger, after: Span) -> bool:
    """Return whether goods cross a sea by a carrier of which no more is said: "ferried across the Caspian Sea to".

    "By rail to A, ferried over the strait to B": no train does that. What "lorries ferried" goes by road.
    """
    verb = scene.text[trigger.span.start : trigger.span.end].casefold()
    words = scene.text[after.start : after.end]
    if verb not in _GOES_OVER or carrier_words().search(words) is not None:
        return False
    lead = Span(scene.sentence.start, trigger.span.start)
    has_flown = carrier_mode(scene.text, lead, Span(lead.end, lead.end)) is Mode.AIR
    if has_flown or carrier_before(scene.text, lead) is not None:
        return False
    across = _ACROSS.search(words)
    if across is not None and not word_set(across["water"]).isdisjoint(_CROSSED):
        return True
    return verb in _FERRIES and _PORT.search(words) is not None


def is_on_ship(scene: Scene, trigger: Trigger, vessel: Span | None) -> bool:
    """Return whether the subject of a word is a ship: "the Amber Tide, with trucks on her deck, was seen at A"."""
    if vessel is not None and trigger.action is Action.LOAD and vessel.start >= trigger.span.end:
        return _ONTO.fullmatch(scene.text, trigger.span.end, vessel.start) is not None
    if vessel is None or vessel.end > trigger.span.start:
        return False
    start = max(vessel.end, scene.sentence.start)
    return carrier_mode(scene.text, Span(start, start), Span(start, trigger.span.start)) is None
