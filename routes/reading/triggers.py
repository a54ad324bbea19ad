"""The words that move goods, and those for what carries them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from routes.gazetteer import demonym_country
from routes.model import Action, Mode, Span
from routes.reading.cargo import goods_words
from routes.reading.phrases import Phrases, folded
from routes.resources import read_lexicon

# Before a verb that may also be a noun: "will ship", "Ukraine ships", but not "the Russian ships".
_AUXILIARY = re.compile(
    r"\b(?:to|will|would|can|could|may|might|should|must|also|not|they|we|it|he|she|is|are|was|were|been|being|stopped|that|which|"
    r"began|started)\s+(?:(?:now|then|soon|also|later)\s+)?$"
)
_SUBJECT = re.compile(r"(?:^|[\s\"“])(?P<name>[A-Z][\w'’.]*)\s+$")


# Vehicles that are goods: told of as a load, shipped or carried by something else.
_VEHICLES = frozenset({Mode.ROAD, Mode.RAIL})
_REACH = 90
_LOAD_OF = re.compile(
    r"\b(?:shipments?|cargo(?:es)?|consignments?|loads?|shiploads?|batch(?:es)?|deliver(?:y|ies))\s+of\s+"
    r"(?:(?!from\b|by\b|on\b|in\b|to\b|and\b|with\b)[\w,'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SHIPS = re.compile(
    r"\b(?:shipped|shipping|exported|exporting|imported|importing|carrying|carried|unloaded|unloading|offloaded|"
    r"discharged|delivered)\s+(?:(?!by|on|onto|in|into|aboard|via|with|from|to|through|at|for|and|the|of)\b[\w,-]+\s+){1,4}$",
    re.IGNORECASE,
)
_ARE_SHIPPED = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:(?:have|has|had|will|were|was|are|is|been|being|be|to)\s+){1,3}(?:\w+ly\s+)?"
    r"(?:shipped|exported|imported|unloaded\s+(?:from|at|in|on)|loaded\s+(?:aboard|on|onto)|meant\s+for|intended\s+for|"
    r"lifted\s+(?:aboard|onto))\b",
    re.IGNORECASE,
)
# What stands between a carrier and the verb that it is the subject of.
_SUBJECT_OF = re.compile(r"\s+(?:(?:had|has|have|then|later|also|that|which|is|are)\s+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event; one that `needs_carrier` may tell of people as well."""

    span: Span
    action: Action
    mode: Mode | None
    needs_carrier: bool


def find_triggers(text: str, sentence: Span) -> tuple[Trigger, ...]:
    """Return the words of a sentence that may move goods, in order; goods themselves count where nothing moves them."""
    found = []
    # The load of a "cargo plane" and the supply of a "supply ship" are part of what carries.
    carriers = [Span(match.start(), match.end()) for match in carrier_words().find_all(text, sentence)]
    carriers = [span for span in carriers if " " in text[span.start : span.end]]
    ships = [span for span in carriers if _carriers()[folded(text[span.start : span.end])] is Mode.SEA]
    for match in trigger_words().find_all(text, sentence):
        action, mode, flags = _actions()[folded(match.group())]
        if match.start() > sentence.start and match.group()[0].isupper() and not match.group().isupper():
            continue  # the Docks of a name
        if "verb" in flags and not _is_verb(text[max(sentence.start, match.start() - 30) : match.start()]):
            continue
        if not any(span.contains(Span(match.start(), match.end())) for span in carriers):
            found.append(Trigger(Span(match.start(), match.end()), action, mode, bool(flags)))
    for match in goods_words().find_all(text, sentence):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other) for other in (*(trigger.span for trigger in found), *ships)):
            found.append(Trigger(span, Action.GOODS, None, needs_carrier=False))
    return tuple(sorted(found, key=lambda trigger: trigger.span))


def _is_verb(lead: str) -> bool:
    if lead.isupper():
        return _AUXILIARY.search(lead.lower()) is not None  # every word has a capital here
    subject = _SUBJECT.search(lead)
    if subject is not None:
        return demonym_country(subject["name"]) is None
    return _AUXILIARY.search(lead) is not None


def names_carrier(words: str) -> bool:
    """Return whether a ship, a train, a truck, a plane is named."""
    return carrier_words().search(words) is not None


def stated_mode(text: str, within: Span) -> Mode | None:
    """Return the mode that a phrase says outright, "by road", "by sea"; None where none does."""
    said = (folded(match.group()) for match in carrier_words().find_all(text, within))
    return next((_carriers()[words] for words in said if words.startswith("by ")), None)


def carrier_mode(text: str, sentence: Span, after: Span) -> Mode | None:
    """Return the mode of the carrier named after a trigger, else of the last one before it; None where none is.

    Lorries and wagons that are themselves shipped carry nothing.
    """
    stated = next(_carrying(text, after), None)
    if stated is None:
        before = list(_carrying(text, Span(sentence.start, after.start)))
        stated = before[-1] if before else None
    return _carriers()[folded(stated.group())] if stated else None


def carrier_before(text: str, lead: Span) -> Mode | None:
    """Return the mode of the carrier that is the subject of a verb behind some words: "the helicopters had"."""
    found = [match for match in carrier_words().find_all(text, lead) if not match.group().casefold().startswith("by ")]
    is_subject = found and _SUBJECT_OF.fullmatch(text, found[-1].end(), lead.end)
    return _carriers()[folded(found[-1].group())] if is_subject else None


def _carrying(text: str, within: Span) -> Iterator[re.Match[str]]:
    return (match for match in carrier_words().find_all(text, within) if not _is_shipped(text, match))


def _is_shipped(text: str, carrier: re.Match[str]) -> bool:
    """Return whether vehicles are the goods: "a shipment of trucks", "shipped 40 lorries", "vans were shipped"."""
    if _carriers()[folded(carrier.group())] not in _VEHICLES or carrier.group().casefold().startswith("by "):
        return False
    lead = text[max(0, carrier.start() - _REACH) : carrier.start()]
    return (
        _LOAD_OF.search(lead) is not None
        or _SHIPS.search(lead) is not None
        or _ARE_SHIPPED.match(text, carrier.end()) is not None
    )


@cache
def _actions() -> dict[str, tuple[Action, Mode | None, tuple[str, ...]]]:
    rows = {}
    for entry, fields in read_lexicon("movements"):
        mode = next((Mode(field) for field in fields[1:] if field and field not in ("carrier", "verb")), None)
        rows[entry] = (Action(fields[0]), mode, tuple(field for field in fields[1:] if field in ("carrier", "verb")))
    return rows


@cache
def _carriers() -> dict[str, Mode]:
    ships = {entry: Mode.SEA for entry, _ in read_lexicon("vessel_types")}
    return ships | {entry: Mode(fields[0]) for entry, fields in read_lexicon("carriers")}


@cache
def trigger_words() -> Phrases:
    return Phrases(_actions())


@cache
def carrier_words() -> Phrases:
    return Phrases(_carriers())
