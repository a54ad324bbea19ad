"""Words that tell why goods did not come where they were bound, and carriers that carry goods by their kind."""

from __future__ import annotations

from functools import cache

from routes.reading import Phrases
from routes.resources import read_lexicon


def is_disrupted(words: str) -> bool:
    return _phrases("disruptions").search(words) is not None


def names_cargo_carrier(words: str) -> bool:
    return _phrases("cargo_carriers").search(words) is not None


def names_passengers(words: str) -> bool:
    return _phrases("passengers").search(words) is not None


@cache
def _phrases(lexicon: str) -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon(lexicon))
