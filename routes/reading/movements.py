"""Read what happens to the goods: loaded at, left from, sailed to, was delivered by rail to, was seen at.

Each trigger word owns the words up to the next trigger. A sentence that names neither goods nor a carrier, and does not
go on about them, tells of people, and moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from routes.gazetteer import Gazetteer
from routes.model import Action, MentionKind, Mode, Movement, Span, Status, Turn
from routes.reading.cargo import names_goods
from routes.reading.containers import without_containers
from routes.reading.names import Name, names_within
from routes.reading.phrases import Phrases
from routes.reading.roles import Part, Scene, parts_of
from routes.reading.triggers import Trigger, carrier_mode, find_triggers, names_carrier, stated_mode
from routes.resources import read_lexicon

_ANAPHOR = re.compile(
    r"\b(?:there|the (?:master|captain|skipper|driver|ship|vessel|"
    r"tanker|cargo|goods|containers?|train|vehicles?|trucks?|lorry|lorries|trailer|unit|"
    r"bags|convoy|freighter|shipment|load|box(?:es)?|plane|aircraft|journey|voyage|drugs|weapons)|it|its|she|her|they|them|both)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:(?:will|would|should|could|may|might|(?:due|expected|scheduled|planned|plans|set|about|is|are|was|were|meant|"
    r"supposed|ordered|waiting|wants?|hoped?|agreed|leave)\s+to)(?:\s+(?:be|have been|soon|also|now))*|to be|"
    r"waiting for leave to)\s*$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|denied|denies|no|nothing was ever|(?:had|has|have)\s+(?:ended|stopped|halted|suspended|banned))\b"
    r"(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:had\s+(?:\w+\s+)?been|(?:was|were)\s+originally|once)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PLUPERFECT = re.compile(r"\bhad\s+(?:been\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "docked in B after calling at A": what stands behind "after" came first.
_AFTER = re.compile(r"\b(?:after|having)\s+(?:having\s+|being\s+|it\s+(?:had\s+)?|they\s+(?:had\s+)?)*$", re.IGNORECASE)
_BRANCH = re.compile(
    r"(?:^|[,;:])\s*(?:while|whereas|others|another\s+[\d,]+|the rest|the other|the remainder)\b(?:[^,;]|,(?=\d))*$",
    re.IGNORECASE,
)
# A carrier that comes up as new, as the subject of its clause: "Eight days before, a first train had left".
_NEW_CARRIER = re.compile(
    r"\b(?:another|a (?:second|first|third|new))\s+(?:[\w-]+\s+){0,3}"
    r"(?:ship|vessel|tanker|train|convoy|plane|cargo|container|truck|lorry)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,?\s+and\s+(?:[\w,.]+\s+){0,4}", re.IGNORECASE)
_PASSENGER = re.compile(
    r"\bpassenger\s+(?:trains?|ships?|ferr(?:y|ies)|flights?|planes?|liners?|vessels?)\b", re.IGNORECASE
)
_RESCUES = frozenset({"landed", "picked up", "pick up", "recovered", "took on", "took", "taken", "brought"})
_LANDS = frozenset({"landed", "picked up"})
_THEM = re.compile(r"\s+them\b")
_BE_AT = frozenset({"was in", "was at", "is in", "is at", "was off", "is off"})
_NOTHING = re.compile(r"\s+(?:no|nothing|that)\b")
_TAKEN = re.compile(r"taken?|took", re.IGNORECASE)
_PEOPLE_AFTER = re.compile(
    r"\s+(?:up\s+)?(?:him|(?:her|its|the|all|\w+)\s+(?:\w+\s+)?(?:men|crew|survivors|sailors))\b"
)
# The event happens where the one before it ended: "to Maputo, where the metal was to be loaded".
_THERE = re.compile(r"\b(?:from where|where|from there|then|thence)\b[^,;:.]*$", re.IGNORECASE)
_INTO = re.compile(r"\b(?:to|onto|into|by|with|on|aboard|from)\s+$", re.IGNORECASE)
_TOWARDS = re.compile(r"\btowards?\s+(?:the\s+)?$", re.IGNORECASE)
_SHIP = re.compile(
    r"\b(?:she|her|it|the (?:[\w-]+ )?(?:ship|vessel|tanker|freighter|carrier|bulker|boat|trawler|barge))\b",
    re.IGNORECASE,
)
_SHIP_IS = re.compile(rf"{_SHIP.pattern}\s$", re.IGNORECASE)
# Words that move goods only together with places of their own: what stands before them, if it has none, goes on.
_NOUNS = frozenset({Action.GOODS, Action.SUPPLY})
_MOVERS = frozenset(
    {
        Action.MOVE,
        Action.SUPPLY,
        Action.LOAD,
        Action.LEAVE,
        Action.ARRIVE,
        Action.HELD,
        Action.UNLOAD,
        Action.VOYAGE,
        Action.TRANSFER,
        Action.TURN_BACK,
        Action.BOUND,
        Action.GOODS,
    }
)


def read_movements(
    text: str,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    gazetteer: Gazetteer,
    excluded: tuple[Span, ...] = (),
) -> tuple[Movement, ...]:
    """Return the events of the goods' way, in the order of the text.

    `excluded` are spans whose names are no part of a way: the reference of a stated distance, a quoted source, a
    ship of a navy.
    """
    found: list[Movement] = []
    goes_on, ship = False, None
    for sentence in sentences:
        inside = names_within(names, sentence)
        places = tuple(
            name
            for name in inside
            if name.may_be_place
            and not _authorities().is_all(name.mention.text)
            and not any(span.contains(name.span) for span in excluded)
        )
        vessels = tuple(
            name.span for name in inside if name.mention.kind is MentionKind.VESSEL and name.span not in excluded
        )
        words = text[sentence.start : sentence.end]
        if places:
            # "She", "the tanker": the ship that was named last.
            spoken_of = (ship,) if ship is not None and not vessels and _SHIP.search(words) else ()
            scene = Scene(text, sentence, without_containers(text, places, gazetteer), vessels or spoken_of)
            found.extend(_movements_in(scene, goes_on=goes_on))
        ship = vessels[-1] if vessels else ship
        goes_on = goes_on or bool(vessels) or names_goods(words)
    return tuple(found)


def _movements_in(scene: Scene, *, goes_on: bool) -> Iterator[Movement]:
    words = scene.text[scene.sentence.start : scene.sentence.end]
    if _market_words().search(words) is not None:
        return
    moved = bool(scene.vessels) or names_goods(words) or (goes_on and bool(_ANAPHOR.search(words)))
    has_carrier = moved or names_carrier(words)
    if not has_carrier:
        return
    found = find_triggers(scene.text, scene.sentence)
    outside = tuple(each for each in found if not any(each.span.overlaps(name.span) for name in scene.places))
    triggers = _standing_alone(scene, _of_goods(scene, outside))
    told: list[Movement] = []
    used: set[Span] = set()
    for index, trigger in enumerate(triggers):
        start = triggers[index - 1].span.end if index else scene.sentence.start
        end = triggers[index + 1].span.start if index + 1 < len(triggers) else scene.sentence.end
        before = Span(start, trigger.span.start)
        movement = _movement(scene, trigger, before, Span(trigger.span.end, end), used)
        if movement is not None:
            used |= set(movement.places)
            movement = replace(movement, turn=Turn.ON) if told and movement.turn is Turn.NEW_SHIPMENT else movement
            happened_first = bool(told) and bool(_AFTER.search(scene.text[before.start : before.end]))
            if told and _is_another_load(scene, told[-1], movement):
                movement = replace(movement, destinations=told[-1].destinations)
            told.insert(len(told) - 1 if happened_first else len(told), movement)
    yield from told


def _is_another_load(scene: Scene, before: Movement, movement: Movement) -> bool:
    """Return whether goods came to the same place from elsewhere: "brought to A by air from B and in boxes from C"."""
    if movement.action is not Action.GOODS or movement.destinations or not (before.origins and before.destinations):
        return False
    between = scene.text[before.origins[-1].end : movement.span.start]
    return bool(movement.origins) and _AND.fullmatch(between) is not None


def _of_goods(scene: Scene, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the triggers without those that tell of people: "the minister flew", "landed them at Brest"."""
    kept = []
    for trigger in triggers:
        lead = scene.text[scene.sentence.start : trigger.span.start]
        after = scene.text[trigger.span.end : trigger.span.end + 30]
        if _PASSENGER.search(lead) is not None and not names_goods(lead):
            continue
        is_of_people = _travellers().search(lead) is not None and not names_goods(lead) and not names_carrier(lead)
        words = _word(scene, trigger)
        if (trigger.needs_carrier and is_of_people) or _NOTHING.match(after):
            continue
        is_rescue = words in _RESCUES and _PEOPLE_AFTER.match(after)
        if (is_rescue or (words in _LANDS and _THEM.match(after))) or (
            words in _BE_AT and not _is_ship(scene, trigger)
        ):
            continue
        is_taken = trigger.action is Action.MOVE and _TAKEN.fullmatch(words)
        if is_taken and _authorities().search(lead) is not None:
            trigger = replace(trigger, action=Action.HELD)  # the word alone does not tell
        kept.append(trigger)
    return tuple(kept)


def _is_ship(scene: Scene, trigger: Trigger) -> bool:
    """Return whether the subject right before a verb is a ship: "It was in Tartus"."""
    lead = scene.text[scene.sentence.start : trigger.span.start]
    return any(span.end == trigger.span.start - 1 for span in scene.vessels) or _SHIP_IS.search(lead) is not None


def _standing_alone(scene: Scene, triggers: tuple[Trigger, ...]) -> list[Trigger]:
    """Return the triggers without the goods that a verb beside them moves: "shipped 5,000 tonnes from"."""
    kept: list[Trigger] = []
    for trigger, following in zip(triggers, (*triggers[1:], None), strict=False):
        if trigger.action in _NOUNS:
            before = kept[-1] if kept and kept[-1].action in _MOVERS else None
            after = following if following is not None and following.action in _MOVERS - _NOUNS else None
            moved_before = before is not None and not _has_place(scene, before.span.end, trigger.span.start)
            moved_after = after is not None and not _has_place(scene, trigger.span.end, after.span.start)
            if trigger.action is Action.GOODS and (moved_before or moved_after):
                continue
            if before is not None and moved_before and before.action is Action.BOUND:
                continue
        kept.append(trigger)
    return kept


def _has_place(scene: Scene, start: int, end: int) -> bool:
    return any(start <= name.span.start < end for name in scene.places)


def _movement(scene: Scene, trigger: Trigger, before: Span, after: Span, used: set[Span]) -> Movement | None:
    parts = parts_of(scene, trigger, before, after, used)
    vessel = _nearest(scene.vessels, trigger.span)
    if not any(parts.values()):
        return None
    lead = scene.text[scene.sentence.start : trigger.span.start]
    on_ship = _is_on_ship(scene, trigger, vessel)
    movement = Movement(
        action=trigger.action,
        span=trigger.span,
        sentence=scene.sentence,
        origins=tuple(parts[Part.ORIGIN]),
        destinations=tuple(parts[Part.DESTINATION]),
        at=tuple(parts[Part.AT]),
        via=tuple(parts[Part.VIA]),
        mode=trigger.mode or _mode(scene, after, on_ship=on_ship),
        vessel=vessel,
        status=_status(trigger, lead),
        turn=_turn(lead),
        is_under_way=_word(scene, trigger).endswith("ing"),
    )
    if movement.destinations and _TOWARDS.search(scene.text[trigger.span.end : movement.destinations[0].start]):
        movement = replace(movement, status=Status.PLANNED)
    if trigger.action in (Action.LOAD, Action.LEAVE, Action.MOVE):
        return replace(movement, is_past=bool(_PLUPERFECT.search(lead)))
    if trigger.action in (Action.BOUND, Action.VOYAGE):
        is_former = bool(_FORMER.search(lead)) or _word(scene, trigger).startswith("should have")
        return replace(movement, is_former=is_former, is_past=bool(_PAST.search(lead)))
    return movement


def _mode(scene: Scene, after: Span, *, on_ship: bool) -> Mode | None:
    """Return the mode that a clause states; one said outright ("by road") goes before the ship that it speaks of."""
    said = stated_mode(scene.text, after)
    if said is not None:
        return said
    return Mode.SEA if on_ship else carrier_mode(scene.text, scene.sentence, after)


def _is_on_ship(scene: Scene, trigger: Trigger, vessel: Span | None) -> bool:
    """Return whether the subject of a word is a ship: "the Amber Tide, with trucks on her deck, was seen at A"."""
    if vessel is None or vessel.end > trigger.span.start:
        return False
    start = max(vessel.end, scene.sentence.start)
    return carrier_mode(scene.text, Span(start, start), Span(start, trigger.span.start)) is None


def _word(scene: Scene, trigger: Trigger) -> str:
    return scene.text[trigger.span.start : trigger.span.end].casefold()


def _turn(lead: str) -> Turn:
    new = _new_words().search(lead) or _NEW_CARRIER.search(lead)
    if new is not None and not _INTO.search(lead[: new.start()]):
        return Turn.NEW_SHIPMENT
    if _BRANCH.search(lead):
        return Turn.BRANCH
    return Turn.THERE if _THERE.search(lead) else Turn.ON


@cache
def _market_words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("market_words"))


@cache
def _authorities() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("authorities"))


@cache
def _travellers() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("travellers"))


@cache
def _new_words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("new_shipments"))


def _nearest(spans: tuple[Span, ...], to: Span) -> Span | None:
    return min(spans, key=lambda span: (abs(span.start - to.start), span.start), default=None)


def _status(trigger: Trigger, lead: str) -> Status:
    if _NOT_DONE.search(lead):
        return Status.DENIED
    is_planned = trigger.action in (Action.BOUND, Action.BUY) or bool(_PLANNED.search(lead))
    return Status.PLANNED if is_planned else Status.REPORTED
