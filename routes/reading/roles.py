"""The part that a place plays in an event: where goods came from or went, what they passed, where they were.

The preposition before the name tells it, seen from the word that moves the goods; a name in a list has the part of the
name before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.model import Action, Span
from routes.reading.names import Name
from routes.reading.people import tells_of_people
from routes.reading.phrases import one_of
from routes.reading.prepositions import AT, DESTINATION, ORIGIN, VIA, governing_preposition
from routes.reading.relative import GIVEN
from routes.reading.scene import Part, Parts, Scene
from routes.reading.triggers import Trigger
from routes.resources import read_lexicon

# Where a place stands for the seat of a firm or the register of a ship.
_NOT_THERE = re.compile(
    r"\b(?:registered|built|based|headquartered|owned|flagged|insured|liv(?:e|ed|es|ing)|born|signed|founded|operated|"
    r"firm|company|owner|owners|manager|house|embassy|talks|meeting|summit|court|office)\s+(?:by\s+\w+\s+)?(?:in|at|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "left the Russian port of", "reached the harbour at", "the destination of the shipment was".
_OBJECT = re.compile(
    r"(?:\s+of\s+(?:the\s+)?\w+)?(?:\s+(?:is|was|would be|were))?\s+(?:(?:the|a|an|its|her)\s+)?"
    r"(?:(?!from\b|to\b|for\b|via\b|through\b|in\b|at\b|on\b|by\b|with\b|into\b|near\b|off\b)[\w-]+\s+){0,3}?"
    r"(?:(?:port|city|town|village|harbou?r|terminal|base|anchorage|station|island|firm|company|buyer)\s+(?:of|at|in)\s+)?"
    r"(?:the\s+)?(?:(?:far\s+)?(?:north|south|east|west|central)[a-z-]*\s+)?",
    re.IGNORECASE,
)
_INNER = re.compile(r"\b(?:in|at|off|on|near)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_BORDER = re.compile(
    r"\b(?:over|across|crosses|crossed|through)\s+(?:the\s+)?(?:[A-Z]\w+\s+)?"
    r"(?:border|bridge|frontier|border\s+post|border\s+crossing|checkpoint)\s+(?:at|near)\s+(?:the\s+)?$"
)
# "Left China at A": behind the name that is left at once.
_LEFT_AT = re.compile(r"^\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}\s+at\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?$")
# What stands between goods and "from" where that tells of something else: "contaminated by fallout from".
_OF_OTHERS = re.compile(
    r"\b(?:away\s+from|by\s+(?!sea|road|rail|air|ship|truck|boat|lorry|train|plane|barge|way)|after|since|because|"
    r"that|which|who|where|said|fears?)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(r"(?:\s+of\s+[\w\s]{1,30}?)?\s+(?:is|was|would be|being|had been)\s|\s*:\s", re.IGNORECASE)
# "Caught on a farm in A, 750 km from B": it is A that lies there.
_IN_A_PLACE = re.compile(r"\b(?:in|at|near|of|off|from|to)\s+(?:the\s+)?(?-i:[A-Z])", re.IGNORECASE)
_DESTINED = re.compile(r"\s+as\s+(?:its|her|their|the|a)\s+$")
_LIST = re.compile(r"\s*(?:,|and|or|, and|, then|and then|then)\s*(?:the\s+)?(?:[a-z]+\s+of\s+)?", re.IGNORECASE)
# What stands between a place and the verb that it is the subject of.
_AUXILIARY = re.compile(
    r"(?:['’]s\s+[\w-]+)?\s+(?:(?:has|have|had|will|would|could|may|might|also|now|recently|already|"
    r"agreed to|offered to|plans? to|wants? to)\s+)*"
)
_AT_ACTIONS = frozenset(
    {
        Action.LOAD,
        Action.CALL,
        Action.SIGHTED,
        Action.HELD,
        Action.ARRIVE,
        Action.UNLOAD,
        Action.TRANSFER,
        Action.BOUND,
        Action.TURN_BACK,
    }
)
_OPENED = frozenset(Action) - {Action.VOYAGE, Action.GOODS, Action.BOUND, Action.BUY}
_OPENING = re.compile(
    r"(?:^|[;:.,]|\b(?:where|and|but))\s*(?:later|then|there)?\s*(?:in|at|off|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:left|sailed|departed|loading|loaded|set sail|bound)\b", re.IGNORECASE)
_SENDERS = frozenset({Action.MOVE, Action.SUPPLY})
_DIRECT = {
    Action.LEAVE: Part.ORIGIN,
    Action.ARRIVE: Part.DESTINATION,
    Action.SUPPLY: Part.DESTINATION,
    Action.CALL: Part.AT,
    Action.BOUND: Part.DESTINATION,
}
_PORT_OF = re.compile(r"\b(?:port|harbou?r|terminal|docks?)\s+(?:of|at|in)\s+(?:the\s+)?$", re.IGNORECASE)
# With these a load comes to the subject: "Mombasa took in 42,000 tonnes".
RECEIPTS = frozenset({"took in", "takes in", "received", "receives", "took delivery of", "takes delivery of"})


def parts_of(scene: Scene, trigger: Trigger, before: Span, after: Span, used: set[Span]) -> Parts:
    """Return the places of an event by their part, from the words after its trigger and those before it.

    `used` are the places that belong to the event before.
    """
    parts = _after(scene, trigger, after)
    for part in Part:
        parts[part] = _without_unknown(scene, parts[part])
    told = {part for part in Part if parts[part]}
    for part, span in _before(scene, trigger, before):
        if part not in told and span not in used:
            parts[part].append(span)
    return parts


def _without_unknown(scene: Scene, spans: list[Span]) -> list[Span]:
    """Drop the names that no gazetteer has where one that it has plays the same part."""
    known = {name.span for name in scene.places if name.is_known}
    return [span for span in spans if span in known] or spans


def _after(scene: Scene, trigger: Trigger, region: Span) -> Parts:
    parts: Parts = {part: [] for part in Part}
    inherited: Part | None = None
    previous: Name | None = None
    for name in scene.places:
        if not region.contains(name.span):
            continue
        is_listed = previous is not None and _goes_on(scene, previous, name)
        part = inherited if is_listed else _part(scene, name, region, trigger, has_origin=bool(parts[Part.ORIGIN]))
        if part is not None:
            parts[part].append(name.span)
            is_first = part is Part.ORIGIN and _BETWEEN.search(scene.text[region.start : name.span.start])
            inherited, previous = Part.DESTINATION if is_first else part, name
    return parts


def _goes_on(scene: Scene, previous: Name, name: Name) -> bool:
    """Return whether a name stands in one list with the name before it."""
    is_name = name.mention.why != GIVEN
    return is_name and _LIST.fullmatch(scene.text, previous.span.end, name.span.start) is not None


def _part(scene: Scene, name: Name, region: Span, trigger: Trigger, *, has_origin: bool) -> Part | None:
    lead = scene.text[region.start : name.span.start]
    if tells_of_people(lead):
        return None
    if _is_destination(scene, trigger) and not _COPULA.match(lead):
        return None  # "with Tianjin as its destination, far out in the Pacific"
    if _NOT_THERE.search(lead) and trigger.action is not Action.BOUND:
        return None
    if _OBJECT.fullmatch(lead):
        direct = _direct(scene.text, trigger) or _where(name, trigger)
        if direct is not None:
            return direct
    preposition = governing_preposition(_behind_ship(scene, region.start, name.span.start))
    if preposition is None and lead.rstrip().endswith(",") and not _IN_A_PLACE.search(lead):
        return _where(name, trigger)  # "stopped a van on Highway 40, 10 miles west of A"
    if _is_off_a_carrier(trigger, preposition) and _INNER.search(lead):
        return Part.AT
    if _BORDER.search(lead) or (trigger.action is Action.LEAVE and has_origin and _LEFT_AT.search(lead)):
        return Part.VIA  # "left China at the border post of A": it went out through there
    if trigger.action is Action.GOODS:
        return _of_goods(scene, lead, preposition)
    return _by_preposition(preposition, trigger)


def _is_off_a_carrier(trigger: Trigger, preposition: str | None) -> bool:
    """Return whether goods come off or onto something: "from a yacht on a reef in A", "onto wagons at A"."""
    if trigger.action is Action.HELD:
        return preposition in ORIGIN
    return trigger.action in (Action.TRANSFER, Action.LOAD) and preposition == "onto"


def _behind_ship(scene: Scene, start: int, end: int) -> str:
    """Return the words before a name, from the last ship on: "loaded onto the Luna in A" loads in A."""
    ships = [ship.end for ship in scene.vessels if start <= ship.start and ship.end <= end]
    return scene.text[max([start, *ships]) : end]


def _is_destination(scene: Scene, trigger: Trigger) -> bool:
    return scene.text[trigger.span.start : trigger.span.end].casefold() == "destination"


def _of_goods(scene: Scene, lead: str, preposition: str | None) -> Part | None:
    """Return the part of a place behind goods: "a cargo from A", "tonnes from A to B", "left with crude for B".

    "Weapons to B" is a sale as often as a way.
    """
    if preposition in ORIGIN:
        return None if _OF_OTHERS.search(lead) else Part.ORIGIN
    if preposition == "to" and re.search(r"\bfrom\s", lead):
        return Part.DESTINATION
    is_bound = preposition == "for" and _LEFT.search(scene.text, scene.sentence.start, scene.sentence.end)
    return Part.DESTINATION if is_bound else None


def _by_preposition(preposition: str | None, trigger: Trigger) -> Part | None:
    if trigger.action is Action.BUY:
        return None
    if preposition in ORIGIN:
        return Part.ORIGIN
    if preposition in DESTINATION:
        return Part.DESTINATION
    if preposition in VIA:
        return None if trigger.action is Action.HELD else Part.VIA  # "stopped sending it through X"
    if preposition == "near" and trigger.action is Action.SUPPLY:
        return Part.DESTINATION
    if preposition in AT and trigger.action in _AT_ACTIONS:
        return Part.DESTINATION if trigger.action is Action.BOUND else Part.AT
    return None


def _direct(text: str, trigger: Trigger) -> Part | None:
    """Return the part of a place that follows the trigger without a preposition of its own."""
    last = text[trigger.span.start : trigger.span.end].casefold().split()[-1]
    if last in ORIGIN:
        return Part.ORIGIN
    if last in DESTINATION:
        return Part.DESTINATION
    if last in VIA:
        return Part.VIA
    if last in AT and trigger.action is not Action.BOUND:
        return Part.AT
    return _DIRECT.get(trigger.action)


def _where(name: Name, trigger: Trigger) -> Part | None:
    """Return a part for a phrase that needs no preposition: "transferred 60 miles south of X"."""
    is_phrase = name.mention.why == GIVEN
    return Part.AT if is_phrase and trigger.action in _AT_ACTIONS else None


def _before(scene: Scene, trigger: Trigger, region: Span) -> Iterator[tuple[Part, Span]]:
    """Yield the places before a trigger that belong to it: its opening phrase, its subject, those who hold goods."""
    has_origin = False
    for name in scene.places:
        if region.contains(name.span):
            part = _part_before(scene, trigger, region, name, has_origin=has_origin)
            has_origin = has_origin or part is Part.ORIGIN
            if part is not None:
                yield part, name.span


def _part_before(scene: Scene, trigger: Trigger, region: Span, name: Name, *, has_origin: bool) -> Part | None:
    lead, rest = scene.text[region.start : name.span.start], scene.text[name.span.end : region.end]
    if _NOT_THERE.search(lead) or trigger.action is Action.GOODS or tells_of_people(lead):
        return None
    if trigger.action is Action.BOUND and _DESTINED.fullmatch(rest):
        return Part.DESTINATION
    preposition = governing_preposition(lead)
    if _is_receipt(scene, trigger):
        is_port = preposition is None or _PORT_OF.search(lead) is not None
        return Part.AT if is_port and _AUXILIARY.fullmatch(rest) and _is_sender(name) else None
    if _is_subject(preposition, rest) and _is_sender(name):
        return Part.ORIGIN if trigger.action in _SENDERS else Part.DESTINATION if trigger.action is Action.BUY else None
    if trigger.action is Action.BUY:
        return None
    if preposition in ORIGIN and trigger.action is not Action.ARRIVE:
        return Part.ORIGIN
    if preposition == "to" and has_origin:
        return Part.DESTINATION
    if trigger.action in _OPENED and preposition in AT and _opens_clause(scene, name):
        return Part.AT
    return Part.AT if trigger.action in (Action.HELD, Action.UNLOAD) and _is_held_by(lead) else None


def _is_receipt(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a word has a load come to its subject: "Mombasa took in 42,000 tonnes"."""
    return scene.text[trigger.span.start : trigger.span.end].casefold() in RECEIPTS


def _is_subject(preposition: str | None, rest: str) -> bool:
    return preposition is None and _AUXILIARY.fullmatch(rest) is not None


def _is_sender(name: Name) -> bool:
    return name.is_known or name.is_recognised


def _opens_clause(scene: Scene, name: Name) -> bool:
    """Return whether a phrase opens a clause: "At Port Klang it was moved"."""
    return _OPENING.search(scene.text[scene.sentence.start : name.span.start]) is not None


def _is_held_by(lead: str) -> bool:
    """Return whether "customs in Hong Kong" do what the trigger says."""
    pattern = rf"\b(?:{_authorities()})\s+(?:in|at|of|off)\s+(?:the\s+)?(?:port\s+of\s+)?$"
    return re.search(pattern, lead, re.IGNORECASE) is not None


@cache
def _authorities() -> str:
    return one_of(entry for entry, _ in read_lexicon("authorities"))
