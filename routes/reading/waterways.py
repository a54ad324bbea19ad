"""Whether goods on the water go by river: barges do where no sea is named, boats where a river is."""

from __future__ import annotations

import re

from routes.gazetteer import Gazetteer
from routes.model import Mode, PlaceKind, Span
from routes.reading.names import Name
from routes.reading.scene import Scene
from routes.reading.triggers import carrier_mode

_ALONG = re.compile(r"\b(?:up|down|along)\s+the\s+(?:rivers?\s+)?$", re.IGNORECASE)
_ALONG_A = re.compile(r"\b(?:up|down|along)\s+(?:the\s+)?(?:river|[A-Z]\w+\s+[Rr]iver)\b")
_SEA = re.compile(
    r"\b(?:sea|seas|ocean|gulf|bay|strait|coast|coastal|offshore|seagoing|island|islands|lagoon)\b|\boff\s+[A-Z]",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?:boats?|canoes?|lighters?|rafts?)\b", re.IGNORECASE)
_BARGES = re.compile(r"\bbarges\b", re.IGNORECASE)
# A tug that is named where barges are spoken of pushes them: it goes by river as they do.
_TUG = re.compile(r"\b(?:tug|tugboat|pusher\s+tug),?\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
_BARGE = re.compile(r"\b(?:barge|push\s*boat|pusher|tow\s*boat|river\s+boat),?\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE)


def rivers_of(text: str, names: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Return the names that stand for rivers along which something goes: "up the Danube", not "to Congo"."""
    return tuple(
        name.span
        for name in names
        if _ALONG.search(text, max(0, name.span.start - 20), name.span.start)
        and any(match.place.kind is PlaceKind.RIVER for match in gazetteer.find(name.mention.text))
    )


def on_water(scene: Scene, mode: Mode | None, vessel: Span | None, event: Span) -> Mode | None:
    """Return the mode of an event with sea and river told apart; `event` are its words, from its verb on."""
    if mode not in (None, Mode.SEA, Mode.RIVER):
        return mode
    told = Span(scene.sentence.start, event.end)
    words = scene.text[told.start : told.end]
    is_along = any(told.contains(river) for river in scene.rivers) or _ALONG_A.search(words) is not None
    if vessel is None or is_barge(scene, vessel):
        is_by_barge = mode is Mode.RIVER or vessel is not None or _has_barge(scene, event)
    else:
        is_by_barge = mode is Mode.RIVER
    if is_by_barge:
        return Mode.SEA if _SEA.search(words) and not is_along else Mode.RIVER
    if is_along and (mode is None or (vessel is None and _SMALL.search(words))):
        return Mode.RIVER
    return mode


def is_barge(scene: Scene, vessel: Span) -> bool:
    """Return whether a ship is called a barge: "the push boat Mama Yemo"."""
    lead = scene.text[max(0, vessel.start - 30) : vessel.start]
    return _BARGE.search(lead) is not None or (_TUG.search(lead) is not None and _BARGES.search(scene.text) is not None)


def _has_barge(scene: Scene, event: Span) -> bool:
    """Return whether the carrier that a verb of the sea speaks of is a barge: "a barge was towed to"."""
    return carrier_mode(scene.text, scene.sentence, Span(event.start, event.start)) is Mode.RIVER
