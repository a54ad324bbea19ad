"""Words of a text as spans, and runs of capitalised words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from routes.model import Span
from routes.reading.sentences import function_words
from routes.resources import read_lexicon

# "U.S.", "Dunay", "Shkotovo" "22", "d'Ivoire": hyphens part words, so that "Russian-flagged" has two.
TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile(r"[ \u00a0]|-|–|\. ")
_POSSESSIVE_JOINT = re.compile(r"['’]s? ")


# The sentences of a long article; each is asked for by the filter and by the vetoes.
_REMEMBERED = 1024
_SHOUTED = 0.7
_LEAST_WORDS = 4


@dataclass(slots=True)
class Token:
    """A word; `text` and `end` are without a possessive ending. A text has thousands, so it is a plain tuple."""

    start: int
    end: int
    text: str
    is_capitalised: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@lru_cache(maxsize=_REMEMBERED)
def read_tokens(text: str, within: Span) -> tuple[Token, ...]:
    """Return the words of a part of the text.

    >>> [token.text for token in read_tokens("Ukraine's U.S.-made boats", Span(0, 25))]
    ['Ukraine', 'U.S.', 'made', 'boats']
    """
    found = []
    for match in TOKEN.finditer(text, within.start, within.end):
        word, start = match.group(), match.start()
        if "'" in word or "’" in word:
            word = POSSESSIVE.sub("", word)
        found.append(Token(start, start + len(word), word, is_capital(word[0])))
    return tuple(found)


def is_capital(letter: str) -> bool:
    """Return whether a character may open a name: a capital, or a letter of a script that has none.

    >>> is_capital("D"), is_capital("평"), is_capital("d"), is_capital("7")
    (True, True, False, False)
    """
    return not letter.islower() and (letter.isalpha() or letter.isupper())


_PARTICLES = frozenset({"da", "das", "de", "del", "della", "des", "di", "do", "dos", "du"})


def is_shouted(tokens: tuple[Token, ...]) -> bool:
    """Return whether capitals say nothing in a sentence: wire text in full capitals, a headline in title case."""
    words = [token for token in tokens if token.text[0].isalpha()]
    return len(words) >= _LEAST_WORDS and sum(token.is_capitalised for token in words) >= _SHOUTED * len(words)


def are_joined(text: str, first: Token, second: Token, *, possessive: bool = False) -> bool:
    """Return whether two words can stand in one name: a space, a hyphen, "St. Petersburg".

    With `possessive` also "People's Republic", which a list of names has to confirm.
    """
    gap = text[first.end : second.start]
    if possessive and _POSSESSIVE_JOINT.fullmatch(gap):
        return True
    if not _JOINT.fullmatch(gap):
        return False
    return gap != ". " or first.text.casefold() in _name_abbreviations()


def capital_runs(text: str, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
    """Return the runs of capitalised words, without the function words that open them.

    A hyphen carries on ("Jong-un", "Olya-3"), and so does a particle ("Ponta da Madeira"); a flag does not
    ("Russian-flagged").
    """
    runs: list[list[Token]] = []
    previous: Token | None = None
    for token, following in zip(tokens, (*tokens[1:], None), strict=False):
        goes_on = previous is not None and runs and runs[-1][-1] is previous and are_joined(text, previous, token)
        if goes_on and (
            token.is_capitalised or _is_hyphenated_part(text, token) or _joins_names(text, token, following)
        ):
            runs[-1].append(token)
        elif token.is_capitalised:
            runs.append([token])
        previous = token
    trimmed = (_without_opening(run) for run in runs)
    return tuple(run for run in trimmed if run)


def is_particle(token: Token) -> bool:
    """Return whether a small word joins the parts of a name in another language: "da" in "Ponta da Madeira"."""
    return token.text in _PARTICLES


def _joins_names(text: str, token: Token, following: Token | None) -> bool:
    if following is None or not is_particle(token):
        return False
    return following.is_capitalised and text[token.end : following.start] == " "


def _is_hyphenated_part(text: str, token: Token) -> bool:
    hyphenated = text[token.start - 1] in "-–"
    return hyphenated and (token.text[0].isdigit() or is_name_ending(token.text))


def is_name_ending(word: str) -> bool:
    """Return whether a small word after a hyphen may end a name: Jong-un, Punggye-ri, but not Chinese-made."""
    return len(word) <= 4 and word not in _hyphen_words()


def _without_opening(run: list[Token]) -> tuple[Token, ...]:
    start = 0
    while start < len(run) and run[start].text.casefold() in function_words():
        start += 1
    return tuple(run[start:])


@cache
def _hyphen_words() -> frozenset[str]:
    return frozenset({"made", "led", "run", "held", "born", "wide", "long", "era"})


@cache
def _name_abbreviations() -> frozenset[str]:
    """Return the abbreviations that open a name: St., Mt., Ft."""
    return frozenset(entry for entry, _ in read_lexicon("name_abbreviations"))
