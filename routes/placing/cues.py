"""What the words around a name say of where it lies: what it stands in, what stands beside it, what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from routes.model import Mention

_COMMA = re.compile(r"\s*,\s*|\s*\(\s*")
_WITHIN = re.compile(
    r"(?:,?\s+|,\s+(?:an?|the)\s+)(?:[\w'’-]+\s+){0,5}(?:in|of|on|near)\s+(?:the\s+)?(?:[a-z]+ern\s+)?"
)
_BEFORE = re.compile(r"['’]s\s+(?:[a-z-]+\s+){0,3}(?:of\s+)?|\s+(?:[a-z-]+\s+){0,3}(?:of\s+)?|\s*:\s*")
_NOT_BEFORE = re.compile(r"\b(?:and|or|to|with|from|for|but|as|at|by|in|on|than|near)\b")
_LISTED = re.compile(r"\s*(?:,|/|;|,?\s(?:and|or|&)\s)\s*(?:the\s+)?")
_DATELINE = re.compile(r".{0,40}?(?:\([A-Z][A-Za-z /]{1,20}\)|\s[-–—]{1,2}\s|[–—])", re.DOTALL)

_KIND_BEFORE = re.compile(
    r"\b(?P<noun>city|town|village|suburb|hamlet|municipality|neighbou?rhood|capital|port|"
    r"county|district|province|region|state|oblast|governorate|prefecture|department|parish|territory|"
    r"country|nation|republic|river|lake|island|islands|sea|gulf|mount)s?(?:\s+of)?(?:\s+the)?\s+$",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r"\s+(?P<noun>city|town|village|suburb|county|district|province|region|state|oblast|governorate|prefecture|parish|"
    r"territory|river|lake|island|islands|sea|gulf)\b",
    re.IGNORECASE,
)
_KIND_INSIDE = re.compile(
    r"(?:^|\s)(?P<noun>city|town|village|township|county|parish|district|province|region|state|oblast|governorate|"
    r"prefecture|territory|republic|river|creek|lake|island|islands|sea|ocean|gulf|bay|mount|mountains?|airport|"
    r"port|peninsula|strait)(?:$|\s)",
    re.IGNORECASE,
)


class Asked(IntEnum):
    """What the words call a place."""

    NOTHING = 0
    SETTLEMENT = 1
    DIVISION = 2
    NATION = 3
    WATER = 4
    LAND = 5


_NOUNS = {
    Asked.SETTLEMENT: "city town village suburb hamlet township municipality capital neighborhood neighbourhood",
    Asked.DIVISION: "county district province state oblast governorate prefecture parish department territory region",
    Asked.NATION: "country nation republic",
    Asked.WATER: "river creek lake sea ocean gulf bay strait",
    Asked.LAND: "island islands mount mountain mountains peninsula",
}
_ASKED = {noun: asked for asked, nouns in _NOUNS.items() for noun in nouns.split()}


class Tie(IntEnum):
    """How the text puts one name inside another."""

    COMMA = 0
    WITHIN = 1
    BEFORE = 2


@dataclass(frozen=True, slots=True)
class Link:
    """The text puts the mention `inner` inside the mention `outer`; both are places in the list of mentions."""

    inner: int
    outer: int
    tie: Tie


@dataclass(frozen=True, slots=True)
class Cues:
    """What was seen around the mentions of a text; the lists have an entry for each mention."""

    links: tuple[Link, ...]
    listed: tuple[tuple[int, int], ...]
    asked_outside: tuple[Asked, ...]
    asked_inside: tuple[Asked, ...]
    in_dateline: tuple[bool, ...]
    is_located: tuple[bool, ...]
    after_the: tuple[bool, ...]


_LOCATIVE = re.compile(r"\b(?:in|at|from|near|to|around|outside|toward|towards|into|across|of)\s+(?:the\s+)?$")


def read_cues(text: str, mentions: tuple[Mention, ...]) -> Cues:
    """Return what the words around the mentions, which are in the order of the text, say."""
    links: list[Link] = []
    listed: list[tuple[int, int]] = []
    for index in range(len(mentions) - 1):
        gap = text[mentions[index].span.end : mentions[index + 1].span.start]
        if len(gap) > 60:
            continue
        if _COMMA.fullmatch(gap):
            links.append(Link(index, index + 1, Tie.COMMA))
        elif _WITHIN.fullmatch(gap):
            links.append(Link(index, index + 1, Tie.WITHIN))
        # "The Texas town of Paris" and "the Donetsk region of Ukraine" read alike: which holds which, the places tell.
        if _BEFORE.fullmatch(gap) and not _NOT_BEFORE.search(gap):
            links.append(Link(index + 1, index, Tie.BEFORE))
        if _LISTED.fullmatch(gap):
            listed.append((index, index + 1))
    pairs = {(link.inner, link.outer) for link in links if link.tie is Tie.COMMA}
    # "Paris, Lamar County, Texas": the town lies in the last of the three as well.
    links += [Link(i, j + 1, Tie.COMMA) for i, j in sorted(pairs) if (j, j + 1) in pairs]
    before = [text[max(0, mention.span.start - 40) : mention.span.start] for mention in mentions]
    after = [text[mention.span.end : mention.span.end + 20] for mention in mentions]
    return Cues(
        links=tuple(links),
        listed=tuple(listed),
        asked_outside=tuple(_asked(lead, rest) for lead, rest in zip(before, after, strict=True)),
        asked_inside=tuple(_noun(_KIND_INSIDE.search(mention.text)) for mention in mentions),
        in_dateline=tuple(_in_dateline(text, mention) for mention in mentions),
        is_located=tuple(bool(_LOCATIVE.search(lead)) for lead in before),
        after_the=tuple(lead.endswith(("the ", "The ")) for lead in before),
    )


def _asked(lead: str, rest: str) -> Asked:
    return _noun(_KIND_BEFORE.search(lead)) or _noun(_KIND_AFTER.match(rest))


def _noun(match: re.Match[str] | None) -> Asked:
    return Asked.NOTHING if match is None else _ASKED.get(match["noun"].casefold(), Asked.NOTHING)


def _in_dateline(text: str, mention: Mention) -> bool:
    """Return whether a name opens its paragraph, the way agencies say where they write from."""
    start = mention.span.start
    line = text.rfind("\n", 0, start) + 1
    if start - line > 40:
        return False
    head = text[line:start]
    opens = not head.strip() or head.isupper()
    return opens and _DATELINE.match(text, mention.span.end, mention.span.end + 60) is not None
