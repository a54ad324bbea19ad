"""Other forms of a name under which the gazetteer may know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from routes.resources import read_lexicon

_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_INSIDE = re.compile(r"['’]s?(?=\s|$)")
# fmt: off
_THINGS = frozenset({
    "academy", "avenue", "club", "embassy", "hall", "hotel", "institute", "museum", "road", "square", "stadium",
    "street", "theater", "theatre", "tower",
})
# fmt: on
_SHORT_NAMES = frozenset({"US", "UK", "U.S.", "U.K.", "UAE"})
_GENERIC = (
    "city|county|parish|borough|province|region|district|state|township|twp|governorate|oblast|krai|prefecture|"
    "municipality|department|territory|republic|village|town|area|metro area|metropolitan area|suburbs?|port|harbou?r"
)
_TRAILING = re.compile(rf"[ -](?:{_GENERIC})$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:the )?(?:(?:greater )?city|state|commonwealth|province|republic|kingdom|town|township|village|borough|"
    r"county|district|region|municipality|prefecture|governorate|department|territory|port|naval base|island|isle)"
    r" of (?:the )?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:the )?(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west|far|central|greater|downtown|uptown|midtown|upper|"
    r"lower|inner|outer|mainland|metropolitan|metro|rural|coastal|mid|trans|"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest)ern)[ -]+",
    re.IGNORECASE,
)
_FEATURE = re.compile(
    r" (?:river|creek|lake|bay|beach|valley|mountains?|hills?|airport|international airport|university|college|"
    r"(?:high |elementary |middle )?school|hospital|station|park|national park|island|islands|peninsula|coast|"
    r"(?:air force|naval|military) base|bridge|dam|plant|square|square mall|mall|heights|junction)$",
    re.IGNORECASE,
)


def looser_forms(name: str) -> Iterator[str]:
    """Yield other forms of a name, the nearest first; each drops a word that says what or which part it is.

    >>> list(looser_forms("Fulton County"))
    ['Fulton']
    >>> list(looser_forms("southern Helmand Province"))
    ['southern Helmand', 'Helmand Province', 'Helmand']
    >>> list(looser_forms("Carolinas"))
    ['Carolina']
    """
    seen = {name}
    name = _POSSESSIVE.sub("", name)
    whole, kind, part = (_TRAILING.sub("", name), _LEADING.sub("", name), _PART.sub("", name))
    forms = [name, whole, kind, part, _TRAILING.sub("", part), _PART.sub("", kind), _FEATURE.sub("", part)]
    for form in (*forms, *(_singular(form) for form in (name, whole, part))):
        if len(form) > 2 and form not in seen:
            seen.add(form)
            yield form


def names_inside(name: str) -> Iterator[str]:
    """Yield the shorter names in the name of a thing, the longest and rearmost first, without generic words.

    >>> list(names_inside("University of South Alberta"))
    ['Alberta']
    >>> list(names_inside("Bolton Town Hall"))
    ['Bolton']
    """
    words = [word for word in re.split(r"[\s,/-]+", _POSSESSIVE_INSIDE.sub("", name)) if word]
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length, -1, -1):
            window = words[start : start + length]
            ends = (window[0], window[-1])
            if all(end[0].isupper() and end.casefold() not in _generic() for end in ends) and _says_something(window):
                yield " ".join(window)


def _says_something(window: list[str]) -> bool:
    return len(window) > 1 or len(window[0]) > 3 or window[0] in _SHORT_NAMES


@cache
def _generic() -> frozenset[str]:
    """Return the words that say what a thing is, not where."""
    lists = ("place_nouns", "organisation_nouns", "civic_nouns", "function_words")
    return _THINGS.union(entry.casefold() for name in lists for entry, _ in read_lexicon(name))


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
