"""Which words of a sentence move goods, and not people."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from routes.model import Action, Mode, Span
from routes.reading.cargo import names_goods
from routes.reading.people import ends_with_people
from routes.reading.phrases import Phrases
from routes.reading.roles import RECEIPTS
from routes.reading.scene import Scene
from routes.reading.triggers import Trigger, carrier_mode, find_triggers, names_carrier
from routes.reading.turns import MADE
from routes.resources import read_lexicon

_PASSENGER = re.compile(
    r"\bpassenger\s+(?:trains?|ships?|ferr(?:y|ies)|flights?|planes?|liners?|vessels?)\b", re.IGNORECASE
)
_RESCUES = frozenset(
    {
        *("landed", "picked up", "pick up", "recovered", "took on", "took", "taken", "brought"),
        *("flew", "flown", "carried", "ferried"),
    }
)
# "Took a box of acid aboard at A": it was loaded there.
_TAKES = frozenset({"take", "takes", "took", "taken", "taking", "brought", "put", "lifted"})
_ABOARD = re.compile(r"(?:\s+(?!to\b|from\b|in\b|at\b)[\w'’-]+){1,6}\s+(?:aboard|on\s+board)\b", re.IGNORECASE)
# "Weapons made in A" only says what they are; "the weapons were made in A" tells of them.
_A_WORD = 16
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:men|women|crew|survivors|sailors|people|migrants|refugees|hostages)\b", re.IGNORECASE)
_THEM = re.compile(r"\s+them\b")
# "Took in 42,000 tonnes": what else is received is no load that came.
_LOAD = re.compile(
    r"\s+(?:(?:[\w,.%-]+\s+){0,4}?[\d,.]+\s+(?:million\s+)?(?:[a-z]+\s+)?(?:tonnes|tons|barrels|containers|head|cubic\s+met(?:re|er)s)|"
    r"(?:an?|its|another|the\s+(?:first|second|third|last|latest))\s+(?:[\w-]+\s+)?"
    r"(?:cargo|load|shipload|shipment|consignment)\s+(?:of|from))\b",
    re.IGNORECASE,
)
_BE_AT = frozenset({"was in", "was at", "is in", "is at", "was off", "is off"})
# "Pictures taken on Sunday show two guns at A": figures and polls show other things.
_SHOWS = frozenset({"show", "shows", "showed"})
_PICTURES = re.compile(r"\b(?:photos?|photographs?|pictures?|images?|imagery|footage|videos?|film)\b", re.IGNORECASE)
# Bridges are built somewhere too.
_BUILT = re.compile(r"(?:built|manufactured|constructed|fabricated)\s")
_MOVED_ON = re.compile(
    r"[^.;]*?[.,;]?\s+(?:(?-i:[A-Z])[^.;]{0,60}?\s)?(?:they|it|all|both|and|then|(?:the|these)\s+(?:[\w-]+\s+){1,3}?)\s*"
    r"(?:(?:were|was|have\s+been|has\s+been|are|is|had\s+been)\s+)?(?:(?:then|later|first)\s+)?"
    r"(?:moved|shipped|sent|taken|transported|brought|railed|trucked|flown|hauled|carried|barged|driven|loaded)\b",
    re.IGNORECASE,
)
# "They will pull ore trains from A": what the goods are for, when they have come.
_WILL_PULL = re.compile(
    r"\b(?:will|would|can|could|are\s+to|is\s+to|meant\s+to|used\s+to|designed\s+to)\s+(?:then\s+|soon\s+)?"
    r"(?:pull|draw|power|propel|push|handle|process|replace|guard|protect)\s[^,;:.]*$",
    re.IGNORECASE,
)
# How far the next sentence is looked into.
_NEXT = 120
# Rockets that are fired travel, but are no shipment.
_FIRED = re.compile(
    r"\b(?:fir(?:e|es|ed|ing)|launch(?:es|ed|ing)?|test-fired|lobbed|shot)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
# "Farmers brought their tractors to A".
_THEIRS = re.compile(r"\b(?:their|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NOTHING = re.compile(r"\s+(?:no|nothing|that)\b")
_TAKEN = re.compile(r"taken|took", re.IGNORECASE)
_PEOPLE_AFTER = re.compile(
    r"\s+(?:up\s+)?(?:him|(?:her|its|the|all|\w+)\s+(?:\w+\s+)?(?:men|crew|survivors|sailors|people|migrants|refugees|passengers))\b"
)
_SHIP_IS = re.compile(
    r"\b(?:she|her|it|the (?:[\w-]+ )?(?:ship|vessel|tanker|freighter|carrier|bulker|boat|trawler|barge))\s$",
    re.IGNORECASE,
)
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


def moving_triggers(scene: Scene) -> list[Trigger]:
    """Return the words that move goods in a sentence, in order."""
    found = find_triggers(scene.text, scene.sentence)
    return _standing_alone(scene, _of_goods(scene, tuple(each for each in found if not _is_in_place(scene, each))))


def _is_in_place(scene: Scene, trigger: Trigger) -> bool:
    """Return whether goods are part of a name: the Isle of Grain."""
    return trigger.action is Action.GOODS and any(trigger.span.overlaps(name.span) for name in scene.places)


def _of_goods(scene: Scene, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the triggers without those that tell of people or of other things."""
    return tuple(_as_meant(scene, trigger) for trigger in triggers if not _tells_of_others(scene, trigger))


def _tells_of_others(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a word moves no goods here: "the minister flew", "landed the crew at A", "fired rockets"."""
    lead = scene.text[scene.sentence.start : trigger.span.start]
    after = scene.text[trigger.span.end : trigger.span.end + 30]
    words = scene.text[trigger.span.start : trigger.span.end].casefold()
    if _NOTHING.match(after) or _is_of_people(trigger, words, lead, after):
        return True
    if trigger.action is Action.GOODS:
        if _WILL_PULL.search(lead):
            return True
        return _FIRED.search(lead) is not None
    if words in _SHOWS:
        return _PICTURES.search(lead) is None
    if words in RECEIPTS:
        is_load = _LOAD.match(scene.text, trigger.span.end, scene.sentence.end) is not None
        return not (is_load and _has_place(scene, scene.sentence.start, trigger.span.start))
    if words in _BE_AT:
        return not _is_ship(scene, trigger)
    if _BUILT.match(words):
        return not (_PASSIVE.search(lead) and _is_moved_on(scene, trigger))
    if MADE.match(words):
        return not (_PASSIVE.search(lead) or names_goods(lead[-_A_WORD:]))
    return words == "opened" and _authorities().search(lead) is None


def _is_moved_on(scene: Scene, trigger: Trigger) -> bool:
    """Return whether what was built somewhere is no ship, and moved on: "were built in A. They went by rail"."""
    lead = Span(scene.sentence.start, trigger.span.start)
    if scene.vessels or carrier_mode(scene.text, lead, Span(lead.end, lead.end)) is Mode.SEA:
        return False
    return _MOVED_ON.match(scene.text, trigger.span.end, scene.sentence.end + _NEXT) is not None


def _is_of_people(trigger: Trigger, words: str, lead: str, after: str) -> bool:
    if _PASSENGER.search(lead) is not None and not names_goods(lead):
        return True
    travels = _travellers().search(lead) is not None and not names_goods(lead) and not names_carrier(lead)
    is_theirs = trigger.action is Action.GOODS and _THEIRS.search(lead) is not None
    if travels and (trigger.needs_carrier or is_theirs):
        return True
    if trigger.action is Action.HELD and ends_with_people(lead):
        return True  # "for families hit by the drought"
    them = _PEOPLE.search(lead) is not None and _THEM.match(after) is not None
    return them or (words in _RESCUES and _PEOPLE_AFTER.match(after) is not None)


def _as_meant(scene: Scene, trigger: Trigger) -> Trigger:
    """Return a trigger with what its words mean together: "took a box aboard" loads, "customs have taken" holds."""
    lead = scene.text[scene.sentence.start : trigger.span.start]
    words = scene.text[trigger.span.start : trigger.span.end].casefold()
    if words in _TAKES and _ABOARD.match(scene.text, trigger.span.end):
        return replace(trigger, action=Action.LOAD)
    is_taken = trigger.action is Action.MOVE and _TAKEN.fullmatch(words)
    return replace(trigger, action=Action.HELD) if is_taken and _authorities().search(lead) is not None else trigger


def _is_ship(scene: Scene, trigger: Trigger) -> bool:
    """Return whether the subject right before a verb is a ship: "It was in Tartus"."""
    lead = scene.text[scene.sentence.start : trigger.span.start]
    return any(span.end == trigger.span.start - 1 for span in scene.vessels) or _SHIP_IS.search(lead) is not None


def _standing_alone(scene: Scene, triggers: tuple[Trigger, ...]) -> list[Trigger]:
    """Return the triggers without the goods that a verb beside them moves: "shipped 5,000 tonnes from"."""
    kept: list[Trigger] = []
    for trigger, following in zip(triggers, (*triggers[1:], None), strict=False):
        if trigger.action in _NOUNS:
            before = kept[-1] if kept and (kept[-1].action in _MOVERS or _shows(scene, kept[-1])) else None
            after = following if following is not None and following.action in _MOVERS - _NOUNS else None
            moved_before = before is not None and not _has_place(scene, before.span.end, trigger.span.start)
            moved_after = after is not None and not _has_place(scene, trigger.span.end, after.span.start)
            if trigger.action is Action.GOODS and (moved_before or moved_after):
                continue
            if before is not None and moved_before and before.action is Action.BOUND:
                continue
        kept.append(trigger)
    return kept


def _shows(scene: Scene, trigger: Trigger) -> bool:
    return scene.text[trigger.span.start : trigger.span.end].casefold() in _SHOWS


def _has_place(scene: Scene, start: int, end: int) -> bool:
    return any(start <= name.span.start < end for name in scene.places)


@cache
def _authorities() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("authorities"))


@cache
def _travellers() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("travellers"))
