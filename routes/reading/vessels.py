"""Find the names of ships, before any of them is taken for a place.

"The ship Angara" is no river, "the Maersk Beijing" no city: a name beside a word for a ship is a vessel,
and so is the same name everywhere else in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from routes.gazetteer import Gazetteer, demonym_country
from routes.model import PlaceKind, Span, Vessel
from routes.reading.phrases import Phrases, heads_of, one_of, word_set
from routes.reading.recognition.lexis import common_words
from routes.reading.sailing_ships import sailing_ships
from routes.reading.sentences import function_words
from routes.reading.ship_names import NUMBERED_NAME, PART
from routes.reading.ship_phrases import unannounced_ships, waiting_ships
from routes.resources import read_lexicon

_NOUNS = frozenset({"tanker", "freighter", "bulker", "supertanker", "trawler", "coaster", "containership", "dhow"})
_IMO = re.compile(r"\bIMO(?:\s+(?:number|no\.?))?:?\s*(\d{7})\b", re.IGNORECASE)


def read_vessels(text: str, gazetteer: Gazetteer | None = None) -> tuple[Vessel, ...]:
    """Return the ships that a text names, in the order of their first mention.

    With a gazetteer also those that no word for a ship announces, where their name is not that of a land or a sea.

    >>> read_vessels("Grain left on a Russian-flagged ship, Angara, in May.")[0]
    Vessel(name='Angara', span=Span(start=38, end=44), flag='RU', imo=None, is_naval=False)
    """
    found: dict[str, Vessel] = {}
    told = [match for match in unannounced_ships(text) if gazetteer and not _is_wide(match["name"], gazetteer)]
    for match in sorted([*_matches(text), *sailing_ships(text, gazetteer), *told], key=lambda hit: hit.start("name")):
        span = _name_span(match)
        name = text[span.start : span.end]
        # In a text in full capitals every word looks like a name: "THE SHIP, WHICH WAS ..."
        opens = name.split()[0].casefold() if name else ""
        if len(span) > 1 and opens not in function_words() and demonym_country(name) is None and name not in found:
            found[name] = Vessel(name, span, _flag(text, match), _imo(text, span), is_naval=_is_naval(text, match))
    return tuple(found.values())


def vessel_spans(text: str, vessels: tuple[Vessel, ...]) -> tuple[Span, ...]:
    """Return every place in the text where one of these names stands."""
    if not vessels:
        return ()
    names = "|".join(re.escape(vessel.name) for vessel in sorted(vessels, key=lambda vessel: -len(vessel.name)))
    return tuple(Span(match.start(), match.end()) for match in re.finditer(rf"\b(?:{names})\b", text))


def _is_wide(name: str, gazetteer: Gazetteer) -> bool:
    """Return whether a name is that of what goods can be put on or moved to as well: a country, a sea, a river."""
    kinds = {match.place.kind for match in gazetteer.find(name)}
    return any(kind.is_area or kind.is_water for kind in kinds) or PlaceKind.RIVER in kinds


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from waiting_ships(text)
    words = word_set(text)
    for heads, pattern in _patterns():
        if not heads.isdisjoint(words):
            yield from _compiled(pattern).finditer(text)


def _name_span(match: re.Match[str]) -> Span:
    name = re.sub(r"(?:\s+(?:of|de|del|da|el|al|du)|['’]s?)$", "", match["name"])
    if match.group().isupper():
        name = _up_to_common_word(name)
    return Span(match.start("name"), match.start("name") + len(name))


def _up_to_common_word(name: str) -> str:
    """Return the part of a name in full capitals before the first word of the dictionary: "RAN AGROUND" is no ship."""
    words = name.split()
    common = next((at for at, word in enumerate(words) if word.casefold() in common_words()), len(words))
    return " ".join(words[:common])


def _any_of(types: Iterable[str]) -> str:
    return rf"(?:{one_of(types)})".replace(r"\s+", r"[\s-]+")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[frozenset[str], str], ...]:
    """Return the patterns, each with words of which a text must have one for it to be compiled and tried at all."""
    types = tuple(entry for entry, _ in read_lexicon("vessel_types"))
    # By the last word: "aid" and "grain" stand in many a text, the ship of "aid ship" and "grain ship" does not.
    ships = heads_of(entry.split()[-1] for entry in types)
    ships |= {f"{ship}s" for ship in ships}
    kind = _any_of(types)
    flagged = r"(?:(?-i:(?<![\w-])[A-Z])[\w-]{1,30}[-\s](?:flagged|flag|registered|owned|built)\s+)"
    # "to ship Russian coal" has no article: a word for a ship wants one, or an adjective, before it.
    before = r"\b(?:the|a|an|its|their|this|that|of|by|aboard|on|and|another|second|first|same)|['’]s"
    lead = rf"(?:{before})\s+(?:[\w/-]+\s+){{0,4}}?"
    # These are never verbs, and want no article: "Tanker Pivot was hit".
    plain = _any_of(entry for entry in types if " " in entry or entry in _NOUNS)
    moved = frozenset({"moved", "changed", "transferred", "transshipped", "lifted", "shifted", "reloaded"})
    onto, ends = r"(?:on\s?to|to|aboard|into|on)", r"(?=\s*[,.;]|\s+(?:in|at|off|on|for|which)\b)"
    loads, hired = frozenset({"tonnes", "tons", "barrels"}), frozenset({"chartered", "laden", "flying"})
    follows = r"(?=\s*[,.;()]|\s+(?-i:[a-z])|$)(?<=\w|[\"”’'])"
    lines = tuple(entry for entry, _ in read_lexicon("ship_lines"))
    patterns = (
        (ships, rf"{lead}{kind}s?,?\s+(?:(?:named|called|known\s+as|the)\s+)?{NUMBERED_NAME}{follows}"),
        (ships, rf"\b{plain}\s+{NUMBERED_NAME}{follows}"),
        (ships, rf"\b{kind},\s+the\s+{NUMBERED_NAME}(?=\s*[,.;])"),
        (
            {"first", "second", "third", "last", "next", "latest", "only"},
            rf"\bthe\s+(?:first|second|third|last|next|latest|only)\s+(?:[\w-]+\s+){{0,2}}?{kind}\s+(?:to|since|in|after)\s"
            rf"[^.;,]{{1,60}},\s+the\s+{NUMBERED_NAME}(?=\s*,)",
        ),
        (moved, rf"\b(?:{one_of(moved)})\s+{onto}\s+the\s+(?:(?-i:[a-z])[\w-]*\s+)?{NUMBERED_NAME}{ends}"),
        (ships, r"\bthe\s+(?P<name>(?-i:[A-Z])[\w'’]*(?:\s(?-i:[A-Z])[\w'’]*)*-[0-9]+)\b"),
        (ships, rf"\bthe\s+{NUMBERED_NAME},\s+(?:a|an|the|another)\s+(?:[\w-]+\s+){{0,6}}?{kind}\b(?!\s+(?-i:[A-Z]))"),
        (
            ships,
            rf"\bthe\s+(?P<name>{PART}(?:\s{PART})*\s\d{{1,3}})(?=\s+(?:had|has|was|is|left|sailed|docked|reached)\b)",
        ),
        (
            loads,
            rf"\bthe\s+(?:smaller\s+|larger\s+)?{NUMBERED_NAME}\s+(?:had\s+|has\s+)?(?:(?:brought|carried|took(?:\s+on)?|loaded|discharged)\s+)?[\d,.]+\s+(?:million\s+)?(?:{one_of(loads)})\b",
        ),
        (
            {"by"},
            rf"\bby\s+the\s+{NUMBERED_NAME},\s+which\s+(?:had|was|is|has|then|later|sailed|left|called|docked|berthed)\b",
        ),
        (
            frozenset({"boarded", "renamed"}),
            rf"\b(?:boarded|renamed)\s+(?:the\s+)?{NUMBERED_NAME}(?=\s*[,.;]|\s+(?:near|off|in|at|on)\b)",
        ),
        ({"beside", "alongside"}, rf"\b(?:beside|alongside)\s+the\s+{NUMBERED_NAME}{ends}"),
        ({"flies", "flew", "flying"}, rf"\bthe\s+{NUMBERED_NAME},\s+which\s+(?:flies|flew|was\s+flying)\b"),
        ({"went", "sank"}, rf"\b(?:went\s+down|sank)\s+with\s+the\s+{NUMBERED_NAME}{ends}"),
        (
            heads_of(lines),
            rf"\b(?:on|onto|aboard|by|of)\s+the\s+(?P<name>(?-i:{one_of(lines)})(?:\s{PART})+(?:\s\d+)?)(?=[\s,.;)]|$)",
        ),
        ({"aboard", "board"}, rf"\b(?:aboard|on\s+board)\s+the\s+{NUMBERED_NAME}{ends}"),
        (hired, rf"\bthe\s+{NUMBERED_NAME},\s+(?:{one_of(hired)})\b"),
        ({"mv", "m", "mt", "ss", "ms", "usns", "lpg"}, rf"\b(?-i:MV|M/V|MT|M/T|SS|MS|USNS|LPG/C)\s+{NUMBERED_NAME}"),
        ({"flagged", "flag", "registered", "owned", "built"}, rf"\b{flagged}(?:{kind}\s+)?{NUMBERED_NAME}"),
        ({"ton", "tonne", "dwt", "teu"}, rf"\bthe\s+[\d,]+[\s-](?:ton|tonne|dwt|teu)\s+(?:{kind}\s+)?{NUMBERED_NAME}"),
    )
    return tuple((frozenset(heads), pattern) for heads, pattern in patterns)


def _is_naval(text: str, match: re.Match[str]) -> bool:
    """Return whether a ship is one of a navy: "the destroyer Harlan", "the USS Harlan"."""
    return _naval_words().search(text[max(match.start(), match.start("name") - 20) : match.end("name")]) is not None


@cache
def _naval_words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("warships"))


def _flag(text: str, match: re.Match[str]) -> str | None:
    """Return the country code of the flag that stands with the name, if any."""
    near = text[max(0, match.start() - 30) : match.end() + 60]
    for hit in re.finditer(r"([A-Z]\w+(?:\s[A-Z]\w+)?)[-\s](?:flagged|flag|registered)\b", near):
        country = demonym_country(hit.group(1)) or demonym_country(hit.group(1).split()[-1])
        if country:
            return country
    return None


def _imo(text: str, span: Span) -> str | None:
    hit = _IMO.search(text, span.end, span.end + 40)
    return hit.group(1) if hit else None
