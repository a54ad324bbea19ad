"""Words that tell why goods did not come where they were bound."""

from __future__ import annotations

from functools import cache

from routes.reading import Phrases
from routes.resources import read_lexicon


def is_disrupted(words: str) -> bool:
    return _words().search(words) is not None


@cache
def _words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("disruptions"))
