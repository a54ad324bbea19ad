"""Read what happens to the goods: loaded at, left from, sailed to, was delivered by rail to, was seen at.

Each trigger word owns the words up to the next trigger. A sentence that names neither goods nor a carrier, and does not
go on about them, tells of people, and moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from routes.gazetteer import Gazetteer, demonym_country
from routes.model import Action, MentionKind, Mode, Movement, Span, Status, Turn
from routes.reading.cargo import names_goods
from routes.reading.clauses import dateline
from routes.reading.containers import without_containers
from routes.reading.covering import Cover
from routes.reading.here import at_home, places_here
from routes.reading.mode_lists import by_each_mode
from routes.reading.modes import is_on_ship, mode_of
from routes.reading.movers import moving_triggers
from routes.reading.names import Name, names_within
from routes.reading.people import carries_people
from routes.reading.phrases import Phrases
from routes.reading.recognition.lexis import words_of
from routes.reading.roles import parts_of
from routes.reading.scene import Part, Parts, Scene
from routes.reading.ships import Ships, carrying_ship, gives_to_ship, taking_ship
from routes.reading.storms import ends_with_storm
from routes.reading.triggers import Trigger, carrier_mode, names_carrier
from routes.reading.turns import in_time, status_of, turn_of
from routes.reading.waterways import is_barge, rivers_of
from routes.resources import read_lexicon

_ANAPHOR = re.compile(
    r"\b(?:there|the (?:first|second|third|last|rest|remainder|other|master|captain|skipper|driver|ship|vessel|"
    r"tanker|cargo|goods|containers?|train|vehicles?|trucks?|lorry|lorries|trailer|unit|"
    r"bags|convoy|freighter|shipment|load|box(?:es)?|plane|aircraft|journey|voyage|drugs|weapons)|it|its|she|her|they|them|both)\b",
    re.IGNORECASE,
)

# "docked in B after calling at A": what stands behind "after" came first.
_AFTER = re.compile(r"\b(?:after|having)\s+(?:having\s+|being\s+|it\s+(?:had\s+)?|they\s+(?:had\s+)?)*$", re.IGNORECASE)
_PLANNED_BEFORE = re.compile(
    r"\b(?:(?:was|were|is|are)\s+to|will|would)\s[^.;]*\bbefore\s+(?:(?:it|she|they|he|the\s+\w+)\s+)?$", re.IGNORECASE
)
_AND_SO = re.compile(r"(?:\band|,|\bthen)\s+(?:then\s+)?$", re.IGNORECASE)
_INFINITIVES = frozenset(
    {
        *("sail", "go", "take", "carry", "bring", "send", "load", "unload", "discharge", "transport", "proceed"),
        *("continue", "travel", "deliver", "dock", "arrive", "reach", "ship", "truck", "haul", "call", "pick", "come"),
    }
)
_AND = re.compile(r"\s*,?\s+and\s+(?:[\w,.]+\s+){0,4}", re.IGNORECASE)
_WAS_TO_HAVE = re.compile(r"\b(?:was|were)\s+(?:to|supposed\s+to|meant\s+to)\s+have\s+(?:been\s+)?$", re.IGNORECASE)
_HAD_ASKED = re.compile(
    r"\bhad\s+(?:\w+ly\s+)?(?:asked|applied|sought|tried|attempted|hoped|wanted|meant|planned)(?:\s+(?:leave|permission))?\s+to\s+$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")
_STANDS_THERE = re.compile(r"[^,;:]*?\bthere\b")
# Between two verbs that share one subject and one "had been".
_SAME_VERB = re.compile(r"(?:,?\s+(?:and\s+)?|,\s+)(?:then\s+)?", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+ed\b|taken|sent|brought|driven|flown|put\b", re.IGNORECASE)
# "Are going to B": they are not there yet.
_IS_GOING = re.compile(r"\b(?:is|are)\s+(?:now\s+|then\s+)?$", re.IGNORECASE)
_TOWARDS = re.compile(r"\btowards?\s+(?:the\s+)?$", re.IGNORECASE)
_SHIP = re.compile(
    r"\b(?:she|her|it|the (?:[\w-]+ )?(?:ship|vessel|tanker|freighter|carrier|bulker|boat|trawler|barge))\b",
    re.IGNORECASE,
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
    kept_out, shut_out = Cover(excluded), frozenset(excluded)
    goes_on, ship, carrier = False, None, None
    home = dateline(text, names)
    for sentence in sentences:
        inside = names_within(names, sentence)
        places = tuple(
            name
            for name in inside
            if name.may_be_place
            and (name.is_known or not _is_a_thing(text, name))
            and demonym_country(name.mention.text) is None
            and name.mention.text.casefold() not in words_of("place_nouns")
            and not _authorities().is_all(name.mention.text)
            and not kept_out.contains(name.span)
        )
        vessels = tuple(
            name.span for name in inside if name.mention.kind is MentionKind.VESSEL and name.span not in shut_out
        )
        words = text[sentence.start : sentence.end]
        here = places_here(text, sentence) if home is not None else ()
        if places or here:
            # "She", "the tanker": the ship that was named last.
            spoken_of = (ship,) if ship is not None and not vessels and _SHIP.search(words) else ()
            ends = sorted([*without_containers(text, places, gazetteer), *here], key=lambda name: name.span)
            rivers = rivers_of(text, inside, gazetteer)
            scene = Scene(text, sentence, tuple(ends), vessels or spoken_of, rivers)
            moved = (_along_pipe(each, carrier) for each in _movements_in(scene, goes_on=goes_on))
            found.extend(at_home(each, here, home) if home is not None and here else each for each in moved)
        ship = vessels[-1] if vessels else ship
        carrier = carrier_mode(text, sentence, Span(sentence.end, sentence.end)) or carrier
        goes_on = goes_on or bool(vessels) or names_goods(words)
    return tuple(found)


def _is_a_thing(text: str, name: Name) -> bool:
    """Return whether "the" stands before a name that no gazetteer has, as before ships and firms: "the Marie Bech"."""
    last = name.mention.text.split()[-1].casefold()
    before = text[max(0, name.span.start - 4) : name.span.start].casefold()
    noun = _NEXT_WORD.match(text, name.span.end)
    sites = words_of("facility_nouns") | words_of("spots") | {"crossing", "border"}
    is_site = noun is not None and noun[1] in sites
    return before == "the " and last not in words_of("place_nouns") and not is_site


def _movements_in(scene: Scene, *, goes_on: bool) -> Iterator[Movement]:
    words = scene.text[scene.sentence.start : scene.sentence.end]
    if _market_words().search(words) is not None:
        return
    moved = bool(scene.vessels) or names_goods(words) or (goes_on and bool(_ANAPHOR.search(words)))
    has_carrier = moved or names_carrier(words)
    if not has_carrier:
        return
    moving = moving_triggers(scene)
    triggers = [_as_handover(scene, each, moving) for each in moving]
    told: list[Movement] = []
    used: set[Span] = set()
    for index, trigger in enumerate(triggers):
        start = triggers[index - 1].span.end if index else scene.sentence.start
        end = triggers[index + 1].span.start if index + 1 < len(triggers) else scene.sentence.end
        before = Span(start, trigger.span.start)
        after = Span(trigger.span.end, end)
        ships = Ships(carrying_ship(scene, trigger, triggers), taking_ship(scene, trigger, triggers))
        parts = parts_of(scene, trigger, before, after, used)
        movement = _movement(scene, trigger, after, parts, ships)
        if movement is not None and _goes_on_planned(scene, told[-1] if told else None, movement):
            movement = replace(movement, status=Status.PLANNED, is_past=False)
        if movement is not None:
            if movement.turn is Turn.ON:
                lead = scene.text[scene.sentence.start : trigger.span.start]
                movement = replace(movement, turn=turn_of(lead, opens=not told))
            used |= set(movement.places)
            happened_first = bool(told) and bool(_AFTER.search(scene.text[before.start : before.end]))
            if told and _is_another_load(scene, told[-1], movement):
                movement = replace(movement, destinations=told[-1].destinations)
            if told and _is_as_early(scene, told[-1], movement):
                movement = replace(movement, is_past=True)
            at = len(told) - 1 if happened_first else len(told)
            told[at:at] = by_each_mode(scene, movement)
    yield from told


def _goes_on_planned(scene: Scene, before: Movement | None, movement: Movement) -> bool:
    """Return whether an event is part of a plan: "was to unload at A before it went on to B", "will load and sail"."""
    if movement.status is not Status.REPORTED:
        return False
    if _PLANNED_BEFORE.search(scene.text, scene.sentence.start, movement.span.start):
        return True
    if before is None or before.status is not Status.PLANNED:
        return False
    between = scene.text[before.span.end : movement.span.start]
    words = scene.text[movement.span.start : movement.span.end].casefold()
    if words.endswith(("on to", "then to")) or words == "onward to":
        return True  # "will sail to A, where it is smelted, and on to B"
    return words.split()[0] in _INFINITIVES and _AND_SO.search(between) is not None


def _is_as_early(scene: Scene, before: Movement, movement: Movement) -> bool:
    """Return whether an event shares the "had been" of the one before it: "had been cut at A, trucked to B"."""
    if not before.is_past or not before.places or before.status is Status.PLANNED:
        return False
    between = scene.text[max(place.end for place in before.places) : movement.span.start]
    word = scene.text[movement.span.start : movement.span.end]
    return _SAME_VERB.fullmatch(between) is not None and _PARTICIPLE.match(word) is not None


def _is_another_load(scene: Scene, before: Movement, movement: Movement) -> bool:
    """Return whether goods came to the same place from elsewhere: "brought to A by air from B and in boxes from C"."""
    if movement.action is not Action.GOODS or movement.destinations or not (before.origins and before.destinations):
        return False
    between = scene.text[before.origins[-1].end : movement.span.start]
    return bool(movement.origins) and _AND.fullmatch(between) is not None


def _as_handover(scene: Scene, trigger: Trigger, triggers: list[Trigger]) -> Trigger:
    """Return a verb that gives goods to a ship as a transfer, by whatever they came: "pumped into a second tanker"."""
    if not gives_to_ship(scene, trigger, triggers):
        return trigger
    return replace(trigger, action=Action.TRANSFER, mode=None)


def _movement(scene: Scene, trigger: Trigger, after: Span, parts: Parts, ships: Ships) -> Movement | None:
    vessel = ships.carrying
    lead = scene.text[scene.sentence.start : trigger.span.start]
    if not any(parts.values()) or ends_with_storm(lead) or carries_people(lead):
        return None
    word = scene.text[trigger.span.start : trigger.span.end].casefold()
    on_ship = is_on_ship(scene, trigger, vessel)
    goes_over = word.startswith("cross") and bool(parts[Part.DESTINATION])  # "crossed from A into B through C"
    movement = Movement(
        action=Action.MOVE if goes_over else trigger.action,
        span=trigger.span,
        sentence=scene.sentence,
        origins=tuple(parts[Part.ORIGIN]),
        destinations=tuple(parts[Part.DESTINATION]),
        at=tuple(parts[Part.AT]),
        via=tuple(parts[Part.VIA]),
        mode=mode_of(scene, trigger, after, ships, on_ship=on_ship),
        vessel=vessel,
        status=status_of(trigger.action, lead),
        is_under_way=word.endswith("ing"),
        taken_by=ships.taking if trigger.action is Action.TRANSFER else None,
    )
    if (
        movement.origins
        and not movement.destinations
        and _STANDS_THERE.match(scene.text, trigger.span.end, movement.origins[0].start)
    ):
        movement = replace(movement, turn=Turn.THERE)  # "landed the sacks there, three days out of Kandla"
    if _WAS_TO_HAVE.search(lead) or _HAD_ASKED.search(lead):
        # "Was to have landed at B", "had asked to call at B": it never did.
        goals = (*movement.destinations, *movement.at)
        movement = replace(movement, action=Action.BOUND, destinations=goals, at=(), status=Status.PLANNED)
        return replace(movement, is_former=True, is_past=True)
    if movement.destinations and _TOWARDS.search(scene.text[trigger.span.end : movement.destinations[0].start]):
        movement = replace(movement, status=Status.PLANNED)
    if word == "going" and movement.status is Status.REPORTED and _IS_GOING.search(lead):
        movement = replace(movement, status=Status.PLANNED)
    if movement.mode is Mode.RIVER and vessel is not None and not is_barge(scene, vessel):
        movement = replace(movement, vessel=None)  # "from there a barge takes on what the ship brought"
    return in_time(movement, lead, word)


def _along_pipe(movement: Movement, carrier: Mode | None) -> Movement:
    """Return a movement with the pipeline that the text spoke of last: "The crude comes from A by way of B"."""
    is_piped = carrier is Mode.PIPELINE and movement.mode is None and movement.action in (Action.MOVE, Action.ARRIVE)
    return replace(movement, mode=carrier) if is_piped else movement


@cache
def _market_words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("market_words"))


@cache
def _authorities() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("authorities"))
