"""Read what happens to the goods: loaded at, left from, sailed to, was delivered by rail to.

Each trigger word owns the words up to the next trigger. The preposition before a place name gives its part:
"from" the origin, "to" the destination, "in" and "at" where it happens. A sentence that names neither goods nor
a carrier tells of people, and moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from routes.gazetteer import Gazetteer
from routes.model import Action, MentionKind, Movement, PlaceKind, Span, Status
from routes.reading.cargo import names_goods
from routes.reading.names import Name, names_within
from routes.reading.relative import GIVEN
from routes.reading.triggers import Trigger, carrier_mode, find_triggers, names_carrier

_ORIGIN = frozenset({"from", "out of", "off"})
_DESTINATION = frozenset({"to", "into", "onto", "toward", "towards", "for"})
_VIA = frozenset({"via", "through", "across", "past"})
_AT = frozenset({"in", "at", "near", "on", "outside", "by", "of", "around"})
_PREPOSITIONS = _ORIGIN | _DESTINATION | _VIA | _AT
_WORDS = r"(?:[\w'’.-]+\s+){0,6}?"
_PREPOSITION = re.compile(
    r"\b(?P<prep>" + "|".join(re.escape(word) for word in sorted(_PREPOSITIONS, key=len, reverse=True)) + r")\s+",
    re.IGNORECASE,
)
# "from a terminal in Odesa", "to the border of X": the outer preposition decides.
_NOUN_LEAD = re.compile(r"(?:(?:a|an|the|its|their|another|one)\s+)?(?:[\w'’-]+\s+){1,5}", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"\b(?:there|the (?:ship|vessel|tanker|cargo|goods|containers|train|convoy|freighter|shipment|load|boxes)"
    r"|it|they|them|both)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:(?:will|would|should|(?:due|expected|scheduled|planned|plans|set|about|is|are|was|were)\s+to)(?:\s+be)?|"
    r"to be|bound for|headed (?:for|to)|heading (?:for|to)|en route to|on its way to|destined for)\s*$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:not|never|denied|denies|no)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
# "docked in B after calling at A": what stands behind "after" came first.
_AFTER = re.compile(r"\b(?:after|having)\s+(?:having\s+|being\s+|it\s+(?:had\s+)?|they\s+(?:had\s+)?)*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with the names in it that may be places of the way."""

    text: str
    sentence: Span
    places: tuple[Name, ...]
    vessels: tuple[Span, ...]


def read_movements(
    text: str,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    gazetteer: Gazetteer,
    excluded: tuple[Span, ...] = (),
) -> tuple[Movement, ...]:
    """Return the events of the goods' way, in the order of the text.

    `excluded` are spans whose names are no part of a way: the reference of a stated distance, a quoted source.
    """
    found: list[Movement] = []
    for sentence in sentences:
        inside = names_within(names, sentence)
        places = tuple(
            name for name in inside if name.may_be_place and not any(span.contains(name.span) for span in excluded)
        )
        vessels = tuple(name.span for name in inside if name.mention.kind is MentionKind.VESSEL)
        scene = _Scene(text, sentence, _without_containers(text, places, gazetteer), vessels)
        found.extend(_movements_in(scene, goes_on=bool(found)))
    return tuple(found)


def _movements_in(scene: _Scene, *, goes_on: bool) -> Iterator[Movement]:
    words = scene.text[scene.sentence.start : scene.sentence.end]
    moved = bool(scene.vessels) or names_goods(words) or (goes_on and bool(_ANAPHOR.search(words)))
    has_carrier = moved or names_carrier(words)
    triggers = [
        trigger for trigger in find_triggers(scene.text, scene.sentence) if has_carrier or not trigger.needs_carrier
    ]
    if not has_carrier:
        return
    told: list[Movement] = []
    for index, trigger in enumerate(triggers):
        start = triggers[index - 1].span.end if index else scene.sentence.start
        end = triggers[index + 1].span.start if index + 1 < len(triggers) else scene.sentence.end
        before = Span(start, trigger.span.start)
        movement = _movement(scene, trigger, before, Span(trigger.span.end, end))
        if movement is not None:
            happened_first = bool(told) and bool(_AFTER.search(scene.text[before.start : before.end]))
            told.insert(len(told) - 1 if happened_first else len(told), movement)
    yield from told


def _movement(scene: _Scene, trigger: Trigger, before: Span, after: Span) -> Movement | None:
    parts = _parts(scene, trigger, after)
    if not any(parts.values()):
        parts = _parts(scene, trigger, before, is_before=True)
    elif trigger.action in (Action.MOVE, Action.LEAVE, Action.ARRIVE):
        parts = _with_opening(scene, trigger, before, parts)
    movement = Movement(
        action=trigger.action,
        span=trigger.span,
        sentence=scene.sentence,
        mode=trigger.mode or carrier_mode(scene.text, scene.sentence, after),
        vessel=_nearest(scene.vessels, trigger.span),
        status=_status(scene, trigger),
    )
    if not any(parts.values()):
        return None
    via = parts.pop("via")
    first = {part: spans[0] for part, spans in parts.items() if spans}
    return replace(
        movement,
        origin=first.get("origin"),
        destination=first.get("destination"),
        at=first.get("at"),
        via=tuple(via),
    )


def _with_opening(scene: _Scene, trigger: Trigger, before: Span, parts: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """Add the origin that opens the clause: "From Odesa the ship sailed to Istanbul"."""
    if not parts["origin"] and before.start == scene.sentence.start:
        parts["origin"] = _parts(scene, trigger, before, is_before=True)["origin"]
    return parts


def _parts(scene: _Scene, trigger: Trigger, region: Span, *, is_before: bool = False) -> dict[str, list[Span]]:
    parts: dict[str, list[Span]] = {"origin": [], "destination": [], "at": [], "via": []}
    inherited: str | None = None
    previous: Name | None = None
    for name in scene.places:
        if not region.contains(name.span):
            continue
        part = _part(scene.text, name, region, trigger, is_before=is_before)
        if part is None and previous and _are_listed(scene.text, previous, name):
            part = inherited
        if part is not None:
            parts[part].append(name.span)
            inherited, previous = part, name
    return parts


def _part(text: str, name: Name, region: Span, trigger: Trigger, *, is_before: bool) -> str | None:
    lead = text[region.start : name.span.start]
    if not is_before and re.fullmatch(r"\s+(?:the\s+)?(?:port\s+of\s+)?", lead, re.IGNORECASE):
        return _direct(text, trigger) or _where(name, trigger)
    preposition = _preposition(lead)
    if preposition in _ORIGIN:
        return "origin"
    if preposition in _DESTINATION:
        return "destination"
    if preposition in _VIA:
        return "via"
    if preposition in _AT and trigger.action not in (Action.MOVE, Action.SUPPLY):
        return "at"
    return None


def _direct(text: str, trigger: Trigger) -> str | None:
    """Return the part of a place that follows the trigger without a preposition of its own."""
    words = text[trigger.span.start : trigger.span.end].casefold()
    last = words.split()[-1]
    if last in _ORIGIN:
        return "origin"
    if last in _DESTINATION:
        return "destination"
    if last in _AT:
        return "at"
    return {Action.LEAVE: "origin", Action.ARRIVE: "destination", Action.SUPPLY: "destination"}.get(trigger.action)


def _where(name: Name, trigger: Trigger) -> str | None:
    """Return "at" for a phrase that needs no preposition: "transferred 60 miles south of X"."""
    is_phrase = name.mention.why == GIVEN
    return "at" if is_phrase and trigger.action not in (Action.MOVE, Action.SUPPLY) else None


def _preposition(lead: str) -> str | None:
    """Return the preposition that governs a name, looking outward over "a terminal in" and "the border of"."""
    matches = list(_PREPOSITION.finditer(lead))
    governing: str | None = None
    end = len(lead)
    for match in reversed(matches):
        between = lead[match.end() : end]
        pattern = re.compile(_WORDS, re.IGNORECASE) if governing is None else _NOUN_LEAD
        if not pattern.fullmatch(between):
            break
        governing, end = match["prep"].casefold(), match.start()
        if governing not in _AT:
            break
    return governing


def _are_listed(text: str, first: Name, second: Name) -> bool:
    return bool(re.fullmatch(r"\s*(?:,|and|or|, and)\s*(?:the\s+)?", text[first.span.end : second.span.start]))


def _without_containers(text: str, places: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """Drop the country that only says where the place beside it lies.

    "Dunay in Russia", "Najin, a port in North Korea", "Iran's Kharg Island".
    """
    kept: list[Name] = []
    inner: Name | None = None
    for name, following in zip(places, (*places[1:], None), strict=False):
        if following is not None and re.fullmatch(r"['’]s?\s+", text[name.span.end : following.span.start]):
            continue
        gap = text[inner.span.end : name.span.start] if inner else ""
        contained = bool(re.fullmatch(r"\s*,?\s*(?:in|on|of)?\s*(?:the\s+)?(?:[a-z]+ern\s+)?", gap)) or bool(
            re.fullmatch(r",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){1,6}(?:in|on|of)\s+(?:the\s+)?(?:[a-z]+ern\s+)?", gap)
        )
        if inner is not None and contained and _can_contain(name, gazetteer) and not _can_contain(inner, gazetteer):
            continue
        kept.append(name)
        inner = name
    return tuple(kept)


def _can_contain(name: Name, gazetteer: Gazetteer) -> bool:
    containers = (PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.DIVISION, PlaceKind.REGION, PlaceKind.CONTINENT)
    matches = gazetteer.find(name.mention.text)
    return bool(matches) and matches[0].place.kind in containers


def _nearest(spans: tuple[Span, ...], to: Span) -> Span | None:
    return min(spans, key=lambda span: (abs(span.start - to.start), span.start), default=None)


def _status(scene: _Scene, trigger: Trigger) -> Status:
    before = scene.text[scene.sentence.start : trigger.span.start]
    if trigger.action is Action.TURN_BACK:
        return Status.TURNED_BACK
    if _NOT_DONE.search(before):
        return Status.DENIED
    up_to = scene.text[scene.sentence.start : trigger.span.end]
    return Status.PLANNED if _PLANNED.search(before) or _PLANNED.search(up_to) else Status.REPORTED
