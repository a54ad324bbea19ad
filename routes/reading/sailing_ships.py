"""Ships that only what they do tells: "the Gas Aurora berthed at", "the Noor left A for B with a cargo of".

What only ships do is enough beside a name. What lorries, armies and people do as well, such as leaving, wants a load in
the same sentence, or a text that speaks of ships, and no train, lorry or plane beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.gazetteer import Gazetteer, demonym_country
from routes.model import PlaceKind, Span
from routes.reading.cargo import names_goods
from routes.reading.phrases import Phrases, heads_of, one_of, word_set
from routes.reading.recognition.lexis import common_words, words_of
from routes.reading.ship_names import NAME, NOT_BY_SEA
from routes.reading.triggers import carrier_mode
from routes.resources import read_lexicon

# What stands between the name and its verb: "the Luna, loaded at A on May 5, berthed", "the Luna finally sailed".
_ASIDE = (
    r"(?:,\s+(?:which|loaded|laden|carrying|owned|chartered|operated|managed|registered|flagged|built|bound|with|due|"
    r"an?)\s[^.;]{1,90}?,)?"
)
_BETWEEN = r"(?:\s+(?:had|has|have|was|is|also|then|later|since|finally|safely|already|once|[a-z]+ly))*\s+"
_SAILING = (
    *("sailed", "docked", "berthed", "steamed", "anchored", "moored", "sank", "foundered", "discharging", "tied"),
    *("unberthed", "undocked", "set sail", "put to sea", "weighed anchor", "dropped anchor", "cast off", "ran aground"),
    "came alongside",
)
_SAILS = rf"(?<!not\s)(?:{one_of(_SAILING)})\b"
_LEAVING = frozenset({"left", "departed", "reached", "arrived", "headed", "entered", "cleared", "called", "passed"})
_LEAVES = (
    r"(?:(?:left|departed|reached|entered|cleared|passed)\s+(?:from\s+|through\s+|the\s+(?:port\s+of\s+)?)?(?-i:[A-Z])|"
    r"(?:arrived|called)\s+(?:in|at|off)\s+(?:the\s+(?:port\s+of\s+)?)?(?-i:[A-Z])|headed\s+(?:for|to)\s+(?-i:[A-Z]))"
)
_DOES = re.compile(rf"\bthe\s+(?:smaller\s+|larger\s+)?{NAME}{_ASIDE}{_BETWEEN}{_SAILS}", re.IGNORECASE)
_GOES = re.compile(rf"\bthe\s+{NAME}{_ASIDE}{_BETWEEN}{_LEAVES}", re.IGNORECASE)
_OTHERS = ("organisation_nouns", "people", "person_titles", "travellers", "authorities")
_END = re.compile(r"[.!?](?=\s|$)")
# The A380, the C-17, the T90.
_MODEL = re.compile(r"[A-Z]+-?\d+\w*")


def sailing_ships(text: str, gazetteer: Gazetteer | None) -> Iterator[re.Match[str]]:
    """Yield the names of ships without a word for a ship beside them, by what they do.

    >>> [match["name"] for match in sailing_ships("On Sunday the Nordic Vega berthed at Zeebrugge.", None)]
    ['Nordic Vega']
    """
    words = word_set(text)
    if not heads_of(_SAILING).isdisjoint(words):
        yield from (match for match in _DOES.finditer(text) if not _is_other(text, match["name"], gazetteer))
    if gazetteer is None or _LEAVING.isdisjoint(words):
        return
    for match in _GOES.finditer(text):
        if _goes_by_sea(text, match) and not _is_other(text, match["name"], gazetteer, is_sure=False):
            yield match


def _goes_by_sea(text: str, match: re.Match[str]) -> bool:
    """Return whether what leaves or reaches a place has a load, or ships are spoken of, and nothing that drives."""
    clause = _sentence(text, match)
    if carrier_mode(text, clause, Span(clause.end, clause.end)) in NOT_BY_SEA:
        return False
    words = text[clause.start : clause.end]
    return _has_load(words) or _ship_words().search(text) is not None


def _has_load(words: str) -> bool:
    """Return whether goods stand behind "with", "carrying": "left A with 30,000 tonnes of wheat"."""
    return any(names_goods(words[hit.start() :]) for hit in re.finditer(r"\b(?:with|carrying|laden|loaded)\s", words))


def _sentence(text: str, match: re.Match[str]) -> Span:
    start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    end = _END.search(text, match.end())
    return Span(start, end.start() if end else len(text))


def _is_other(text: str, name: str, gazetteer: Gazetteer | None, *, is_sure: bool = True) -> bool:
    """Return whether a name with an article is one of people, a country, an organisation, a place, or a mere noun."""
    words = name.casefold().split()
    first, last = words[0], words[-1]
    if demonym_country(name) is not None or demonym_country(words[0]) is not None:
        return True
    is_region = first in words_of("place_nouns") and "of" in words  # the Port of Rotterdam
    if is_region or _MODEL.fullmatch(name) or any(last in words_of(lexicon) for lexicon in _OTHERS):
        return True
    is_noun = not is_sure and len(words) == 1 and _is_noun(first)
    if is_noun or _no_ships().search(name) is not None:
        return _ship_words().search(text) is None
    return gazetteer is not None and _is_place_with_article(name, gazetteer, is_sure=is_sure)


def _is_noun(word: str) -> bool:
    return word in common_words() or word.removesuffix("s") in common_words()


def _is_place_with_article(name: str, gazetteer: Gazetteer, *, is_sure: bool) -> bool:
    """Return whether a place has the article in its own name (The Hague), or is a country or a sea.

    Ships are named after provinces and rivers too: those are none only where nothing sure tells of a ship.
    """
    places = [match.place for match in gazetteer.find(name)]
    if any(place.name.casefold() == f"the {name}".casefold() for place in places):
        return True
    kinds = {place.kind for place in places}
    if any(kind.is_water or kind is PlaceKind.COUNTRY for kind in kinds):
        return True
    return not is_sure and (PlaceKind.RIVER in kinds or any(kind.is_area for kind in kinds))


@cache
def _no_ships() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("not_ships"))


@cache
def _ship_words() -> Phrases:
    """Return the words for ships, of which a text that speaks of them has one."""
    entries = [entry for entry, _ in read_lexicon("vessel_types") if entry != "ship"]
    return Phrases([*entries, *(f"{entry}s" for entry in entries), "ships", "the ship", "a ship"])
