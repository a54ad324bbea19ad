"""Read which straits, canals and capes the text says a ship went through, went round, or kept off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.model import Span, StatedPassage
from routes.reading.phrases import Phrases, folded, one_of
from routes.resources import read_lexicon

_NONE = "-"
# Between the cue and the name: "around the southern tip of Africa", "instead of the shorter route through the".
_FILLER = (
    r"(?:(?:the|a|an|its|her|their|usual|normal|customary|shorter|shortest|longer|long|direct|icy|frozen|narrow|busy|"
    r"route|way|detour|voyage|passage|passages|trip|transit|southern|northern|tip|coast|of|"
    r"passing|going|sailing|steaming|pass|go|sail|steam|use|using|take|taking|"
    r"through|via|by|round|around|along|[A-Z]\w+['’]s)\s+){0,7}"
)
# The place of a cape is no cape: "Cape Town"; nor is a country with more to its name: "Africa Express".
_GOES_ON = re.compile(r"\s+(?-i:(?:of\s+)?[A-Z])|-\w")
# Not what the ship did: "a week longer than by way of Suez", "ships usually go through the canal".
_OTHERWISE = re.compile(
    r"\bthan\s+$|\b(?:would have|could have|might have|normally|usually|used to|if|whether)\b[^,;:.]*$",
    re.IGNORECASE,
)
_SHIP = re.compile(
    r"\b(?:she|it|its|her|they|which|who|the (?:[\w-]+ )?(?:ship|vessel|tanker|freighter|carrier|bulker|boat|barge|"
    r"cargo|goods|shipment|voyage|journey|load|consignment|captain|master|crew))\b",
    re.IGNORECASE,
)


def find_passages(text: str, sentences: tuple[Span, ...]) -> tuple[StatedPassage, ...]:
    """Return what a text says of passages, in order, whatever goes through them."""
    return tuple(each for sentence in sentences for each in _in_sentence(text, sentence))


def of_ships(
    text: str, passages: tuple[StatedPassage, ...], moving: frozenset[Span], ships: tuple[Span, ...]
) -> tuple[StatedPassage, ...]:
    """Return the passages on the way of the goods.

    `moving` are the sentences that move goods; of the others those count that go on about a ship.
    """

    def is_of_ship(sentence: Span) -> bool:
        return (
            any(sentence.contains(ship) for ship in ships)
            or _SHIP.search(text, sentence.start, sentence.end) is not None
        )

    return tuple(each for each in passages if each.sentence in moving or is_of_ship(each.sentence))


def passage_names(text: str, passages: tuple[StatedPassage, ...]) -> tuple[Span, ...]:
    """Return the names that a ship is said to go through, round or keep off: they are no stops."""
    # "Via Suez" may be the port as well.
    return tuple(each.name for each in passages if " " in text[each.name.start : each.name.end])


def _in_sentence(text: str, sentence: Span) -> Iterator[StatedPassage]:
    for match in _names().find_all(text, sentence):
        if _GOES_ON.match(text, match.end()) or (match.group().islower() and " " not in match.group()):
            continue
        lead = _lead_pattern().search(text[sentence.start : match.start()])
        if lead is None:
            continue
        start = sentence.start + lead.start("cue")
        through, off, only = _meanings()[folded(match.group())]
        words, name = Span(start, match.end()), Span(match.start(), match.end())
        if _OTHERWISE.search(text[sentence.start : start]):
            continue
        how = _cues()[folded(lead["cue"])]
        if how == "off":
            # "Without going round the Cape" leaves open by what way.
            if only != "round":
                yield StatedPassage(words, sentence, name, avoided=through)
        elif only != "off" and (only != "round" or "round" in (how, *_cues_in(lead["rest"]))):
            yield StatedPassage(words, sentence, name, passed=through, avoided=off)


def _cues_in(words: str) -> tuple[str, ...]:
    return tuple(_cues().get(word, "") for word in folded(words).split())


@cache
def _names() -> Phrases:
    return Phrases(_meanings())


@cache
def _meanings() -> dict[str, tuple[tuple[str, ...], tuple[str, ...], str]]:
    def ids(field: str) -> tuple[str, ...]:
        return () if field == _NONE else tuple(field.split())

    rows = read_lexicon("passages")
    return {entry: (ids(fields[0]), ids(fields[1]), "".join(fields[2:])) for entry, fields in rows}


@cache
def _cues() -> dict[str, str]:
    return {entry: fields[0] for entry, fields in read_lexicon("passage_cues")}


@cache
def _lead_pattern() -> re.Pattern[str]:
    # The first cue decides: "instead of going through".
    return re.compile(rf"\b(?P<cue>{one_of(_cues())})\s+(?P<rest>{_FILLER})$", re.IGNORECASE)
