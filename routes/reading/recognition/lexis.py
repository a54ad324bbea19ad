"""What a word says about the names beside it: its class, and what training learned of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from struct import Struct

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
)

Odds = Mapping[str, Mapping[str, float]]


@dataclass(slots=True)
class Word:
    """A word of the text: what the lexicons say of it; `beside` is what a name next to it gets from it, once asked for.

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
    is_common: bool
    opens_with_digit: bool
    beside: Beside | None = None


@dataclass(slots=True)
class Beside:
    """Ready-made pieces of the rows of features of the names that a word stands beside or in: packed float32."""

    commonness: float
    before: bytes
    after: bytes
    second_before: bytes
    second_after: bytes
    first: bytes
    last: bytes


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
            found = self._words[written] = _look_up(written)
        return found

    def whole(self, folded: str) -> float:
        """Return what training learned of a whole name."""
        return self._odds[6].get(folded, 0.0)

    def beside(self, word: Word) -> Beside:
        """Return what a name gets from this word; most words of a text stand beside none, and are never asked."""
        if word.beside is None:
            word.beside = self._beside(word)
        return word.beside

    def _beside(self, word: Word) -> Beside:
        folded, capital, is_common, locative = word.folded, word.is_capital, word.is_common, word.locative
        before, after, before_that, after_that, opening, last, _, ending = self._odds
        is_title, is_place, is_organisation = word.is_title, word.is_place_noun, word.is_organisation_noun
        is_given, is_speech, is_lead = word.is_given_name, word.is_speech, word.is_lead
        is_vessel, digit = folded in words_of("vessel_types"), word.opens_with_digit
        small_share = self._small_share.get(folded, 0.0)
        return Beside(
            commonness=round(small_share + (1.5 if is_common else -1.5), 2),
            before=_EIGHT(capital, digit, locative, is_title, is_given, is_vessel, is_common, before.get(folded, 0.0)),
            after=_EIGHT(capital, digit, is_organisation, is_place, is_speech, is_title, is_common,
                         after.get(folded, 0.0)),
            second_before=_THREE(capital, locative, before_that.get(folded, 0.0)),
            second_after=_THREE(capital, is_speech, after_that.get(folded, 0.0)),
            first=_SEVEN(is_given, is_title, is_lead, is_place, is_common, small_share, opening.get(folded, 0.0)),
            last=_SIX(is_organisation, is_place, is_common, small_share, last.get(folded, 0.0),
                      ending.get(folded[-_ENDING:], 0.0)),
        )  # fmt: skip


_EIGHT, _SEVEN, _SIX, _THREE = (Struct(f"{count}f").pack for count in (8, 7, 6, 3))
# What a name gets where there is no word.
NO_WORD, NO_SECOND_WORD = bytes(4 * 8), bytes(4 * 3)


def _look_up(written: str) -> Word:
    folded, first = written.casefold().rstrip("."), written[0]
    capital, classes = is_capital(first), _classes().get(folded, ())
    return Word(
        folded=folded,
        is_capital=capital,
        is_function="function_words" in classes,
        is_title="person_titles" in classes,
        is_given_name=capital and "given_names" in classes,
        is_organisation_noun="organisation_nouns" in classes,
        is_place_noun="place_nouns" in classes,
        is_lead="name_leads" in classes,
        locative=_locatives().get(folded, 0),
        is_speech="speech" in classes,
        is_common=folded in common_words(),
        opens_with_digit=first.isdigit(),
    )


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
