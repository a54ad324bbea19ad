"""What a word says about the names beside it: its class, and what training learned of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from routes.reading.tokens import is_capital
from routes.resources import read_lexicon, read_text

# Words are remembered across articles up to this many; an article has a few hundred.
_REMEMBERED = 40_000
# What a role of a word may be: the table of training that holds its odds.
ROLES = ("before", "after", "before that", "after that", "first", "last", "whole", "ending")
_ENDING = 3
_CLASSES = (
    "function_words",
    "given_names",
    "name_leads",
    "organisation_nouns",
    "person_titles",
    "place_nouns",
    "speech",
    "vessel_types",
)

Odds = Mapping[str, Mapping[str, float]]


@dataclass(slots=True)
class Word:
    """A word of the text; the tuples in it are ready-made pieces of the features of a name beside it.

    Not frozen: making one takes a third of the time then, and a text has hundreds of new words.
    """

    folded: str
    is_capital: bool
    is_function: bool
    is_title: bool
    is_given_name: bool
    is_organisation_noun: bool
    is_place_noun: bool
    is_lead: bool
    locative: int
    is_speech: bool
    commonness: float
    as_before: tuple[float, ...]
    as_after: tuple[float, ...]
    as_second_before: tuple[float, ...]
    as_second_after: tuple[float, ...]
    as_first: tuple[float, ...]
    as_last: tuple[float, ...]


class Lexis:
    """Words with what the lexicons and the training corpora know of them."""

    def __init__(self, odds: Odds, small_share: Mapping[str, float]) -> None:
        """Take the odds of words by role, and the logarithm of small to capital uses by word."""
        self._odds = [odds.get(role, {}) for role in ROLES]
        self._small_share = small_share
        self._words: dict[str, Word] = {}

    def word(self, written: str) -> Word:
        found = self._words.get(written)
        if found is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            found = self._words[written] = self._look_up(written)
        return found

    def whole(self, folded: str) -> float:
        """Return what training learned of a whole name."""
        return self._odds[6].get(folded, 0.0)

    def _look_up(self, written: str) -> Word:
        folded = written.casefold().rstrip(".")
        first = written[0]
        capital = is_capital(first)
        before, after, before_that, after_that, opening, last, _, ending = self._odds
        classes = _classes().get(folded, ())
        is_title = "person_titles" in classes
        is_place = "place_nouns" in classes
        is_organisation = "organisation_nouns" in classes
        is_speech = "speech" in classes
        is_lead = "name_leads" in classes
        is_given = capital and "given_names" in classes
        locative = _locatives().get(folded, 0)
        is_common = folded in common_words()
        is_function = "function_words" in classes
        is_vessel = "vessel_types" in classes
        small_share = self._small_share.get(folded, 0.0)
        shape = (float(capital), float(first.isdigit()))
        return Word(
            folded=folded,
            is_capital=capital,
            is_function=is_function,
            is_title=is_title,
            is_given_name=is_given,
            is_organisation_noun=is_organisation,
            is_place_noun=is_place,
            is_lead=is_lead,
            locative=locative,
            is_speech=is_speech,
            commonness=round(small_share + (1.5 if is_common else -1.5), 2),
            as_before=(
                *shape,
                float(locative),
                float(is_title),
                float(is_given),
                float(is_vessel),
                float(is_common),
                before.get(folded, 0.0),
            ),
            as_after=(
                *shape,
                float(is_organisation),
                float(is_place),
                float(is_speech),
                float(is_title),
                float(is_common),
                after.get(folded, 0.0),
            ),
            as_second_before=(float(capital), float(locative), before_that.get(folded, 0.0)),
            as_second_after=(float(capital), float(is_speech), after_that.get(folded, 0.0)),
            as_first=(float(is_given), float(is_title), float(is_lead), float(is_place),
                      float(is_common), small_share, opening.get(folded, 0.0)),
            as_last=(float(is_organisation), float(is_place), float(is_common), small_share, last.get(folded, 0.0),
                     ending.get(folded[-_ENDING:], 0.0)),
        )  # fmt: skip


def ending_of(folded: str) -> str:
    return folded[-_ENDING:]


@cache
def words_of(lexicon: str) -> frozenset[str]:
    return frozenset(entry.casefold() for entry, _ in read_lexicon(lexicon))


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Return the lexicons that a word stands in."""
    found: dict[str, tuple[str, ...]] = {}
    for lexicon in _CLASSES:
        for word in words_of(lexicon):
            found[word] = (*found.get(word, ()), lexicon)
    return found


@cache
def common_words() -> frozenset[str]:
    """Return the words that a small English dictionary writes with a small letter."""
    return frozenset(line for line in read_text("common_words.txt").splitlines() if not line.startswith("#"))


@cache
def _locatives() -> dict[str, int]:
    return {entry: number for number, (entry, _) in enumerate(read_lexicon("locatives"), start=1)}
