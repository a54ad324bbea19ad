"""Which names of a place are worth keeping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from routes.gazetteer.fold import fold
from routes.gazetteer.store import NameClass

_LONGEST = 40
_MOST_WORDS = 6
_CODE = re.compile(r"[A-Z0-9]{1,3}")
_ACRONYM = re.compile(r"[A-Z]{4,6}")


def alternates(names: Iterable[str]) -> Iterator[tuple[str, NameClass]]:
    """Yield the names worth keeping of a place that has them all as alternates.

    What goes: codes (IATA's are two thirds of the short ones), sentences, and transcriptions of other scripts,
    which have no capital ("mo si ke").

    >>> [name for name, _ in alternates(["Moskau", "MOW", "mo si ke", "Москва"])]
    ['Moskau', 'Москва']
    """
    for name in names:
        name = name.strip()
        if not name or len(name) > _LONGEST or name.count(" ") >= _MOST_WORDS or _CODE.fullmatch(name):
            continue
        if _ACRONYM.fullmatch(name):
            yield name, NameClass.ABBREVIATION
        elif not _is_lower_case(name) and not _is_fragment(name):
            yield name, NameClass.ALTERNATE


def _is_lower_case(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    has_case = any(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return not letters or (has_case and not any(c.isupper() for c in letters))


def _is_fragment(name: str) -> bool:
    """Two Latin or Cyrillic letters say nothing; two Chinese ones are a city."""
    folded = fold(name)
    return not folded or (len(folded) < 3 and folded[0] < "\u0590")
