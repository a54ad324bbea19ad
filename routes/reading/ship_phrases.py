"""Ships that a text names without a word for a ship: "put on the Hai Yang in Tianjin. It left on May 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routes.model import Span
from routes.reading.cargo import names_goods
from routes.reading.phrases import one_of, word_set
from routes.reading.ship_names import NAME, NOT_BY_SEA
from routes.reading.triggers import carrier_mode

# What ships do, and little else that goods are put on.
_SAILS = (
    r"(?:(?:then|later|had|has|has\s+since|was|is)\s+)*"
    r"(?:left|sailed|sails|set\s+sail|docked|departed|reached|called|arrived|berthed|steamed|anchored|unloaded|discharged|"
    r"delivered|put\s+to\s+sea|cast\s+off|due|bound|expected|headed|heading)\b"
)
_PUT = frozenset(
    {
        *("put", "loaded", "placed", "stowed", "shipped", "sent", "left", "went", "travelled", "traveled", "carried"),
        *("came", "arrived", "sailed", "moved", "hoisted", "lifted"),
    }
)
_GIVEN = frozenset(
    {
        *("moved", "transferred", "transferring", "pumped", "handed", "shifted", "discharged", "offloaded", "passed"),
        *("given", "transshipped", "swapped"),
    }
)
_FOLLOWS = r"(?=[\s,.;])"
_ON = re.compile(
    rf"\b(?:{one_of(_PUT)})\b(?:\s+(?!the\b)[\w,.'’-]+){{0,12}}?\s+(?:on|onto|aboard)\s+the\s+{NAME}{_FOLLOWS}",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\b(?:{one_of(_GIVEN)})\b(?:\s+(?-i:[a-z])[\w'’-]*){{0,6}}?\s+(?:to|onto|into)\s+the\s+{NAME}{_FOLLOWS}",
    re.IGNORECASE,
)
# "Where the Luna was waiting. She carries it on": what has an article is no woman.
_WAITS = re.compile(
    rf"\bthe\s+{NAME}\s+(?:was|is|lay|lies|stood)\s+(?:\w+\s+){{0,2}}?(?:waiting|moored|berthed|anchored|loading|at\s+anchor)"
    rf"[^.;]{{0,60}}[.;]\s+She\s+(?:will\b|carri|takes\b|took\b|{_SAILS})"
)
_NEXT = re.compile(rf"(?:,\s+which\s+|[^.;]{{0,60}}[.;]\s+(?:It|She|The\s+(?:ship|vessel))\s+){_SAILS}")
# "Where it was loaded on the Luna for Santos": what is bound for a place, and no railway, is a ship.
_FOR = re.compile(
    rf"\b(?:loaded|reloaded|put|placed|stowed|hoisted|lifted)\s+(?:on|onto|on\s+to)\s+the\s+{NAME}"
    r"\s+(?:bound\s+)?for\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)
_NO_SHIP = re.compile(r"\b(?:Railways?|Railroad|Line|Orient Express|Highway|Corridor|Shuttle|Trans-\w+)$")
_STS = re.compile(r"\bship[\s-]to[\s-]ship\b", re.IGNORECASE)
_THEM = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)


def waiting_ships(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of ships that wait somewhere for what she, in the next sentence, carries on."""
    if "She " in text:
        yield from _WAITS.finditer(text)


def unannounced_ships(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of ships that only what is done with them tells, and what they do next."""
    if (_PUT | _GIVEN).isdisjoint(word_set(text)):
        return
    for match in _ON.finditer(text):
        if (_NEXT.match(text, match.end()) or _sails_by_name(text, match)) and _is_on_water(text, match):
            yield match
    for match in _FOR.finditer(text):
        if not _NO_SHIP.search(match["name"]) and _is_on_water(text, match, from_comma=True):
            yield match
    for match in _TO.finditer(text):
        has_goods = names_goods(match.group()) or _THEM.search(match.group())
        if has_goods and (_sails_by_name(text, match) or _STS.search(text, match.start(), _sentence_end(text, match))):
            yield match


def _sentence_end(text: str, match: re.Match[str]) -> int:
    end = text.find(".", match.end("name"))
    return end if end >= 0 else len(text)


def _sails_by_name(text: str, match: re.Match[str]) -> bool:
    return re.search(rf"\b[Tt]he\s+{re.escape(match['name'])}\s+{_SAILS}", text) is not None


def _is_on_water(text: str, match: re.Match[str], *, from_comma: bool = False) -> bool:
    """Return whether no train, lorry or plane stands with it: "on the Orient Express" of a train."""
    start = max(text.rfind(". ", 0, match.start()) + 1, match.start() - 120)
    if from_comma:
        start = max([start, *(text.rfind(mark, start, match.start()) + 1 for mark in (",", " and ", " where "))])
    clause = Span(start, _sentence_end(text, match))
    return carrier_mode(text, clause, Span(clause.end, clause.end)) not in NOT_BY_SEA
