"""Words for the people and things of a country."""

from __future__ import annotations

import csv
from functools import cache, lru_cache

from routes import resources
from routes.gazetteer.fold import fold

_DEMONYMS = "demonyms.csv"
# Every capitalised word of every article is asked for.
_REMEMBERED = 50_000


@lru_cache(maxsize=_REMEMBERED)
def demonym_country(word: str) -> str | None:
    """Return the ISO 3166 code of the country whose people or things a word names, or None.

    >>> demonym_country("North Korean"), demonym_country("Korea")
    ('KP', None)
    """
    if not word[:1].isupper():
        return None
    return _countries().get(fold(word))


@cache
def _countries() -> dict[str, str]:
    rows = csv.DictReader(resources.read_text(_DEMONYMS).splitlines())
    return {fold(row["demonym"]): row["country"] for row in rows}
