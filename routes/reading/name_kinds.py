"""What a name is, seen in the longer name that it stands in: a place, or part of a person or an organisation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from routes.gazetteer import demonym_country
from routes.model import MentionKind, Span
from routes.reading.recognition.lexis import words_of
from routes.reading.sentences import function_words
from routes.reading.tokens import Token, is_particle

Kind = tuple[MentionKind, str | None]

# How sure the filter must be of a place with other capitalised words before it, or with a person after it.
_VERY_SURE = 0.9
_SURE = 0.5
_LOCATIVES = frozenset({"to", "in", "at", "from", "near", "outside", "into"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence as words and runs of capitalised words."""

    text: str
    tokens: tuple[Token, ...]
    runs: tuple[tuple[Token, ...], ...]

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


def kind_of_known(span: Span, setting: Setting, score: float) -> Kind:
    """Return what a name is that may be a place, seen in the run of capitalised words that it stands in."""
    run = next((run for run in map(_around(span, setting), setting.runs) if run), ())
    # A particle may stick to a name: 평양에서 is "from Pyongyang".
    rest = [token for token in run if token.end <= span.start or span.end <= token.start]
    if _follows_title(span, setting) and not rest:
        return MentionKind.PERSON, "follows a title"
    if owner := _owner(span, setting):
        return MentionKind.ORGANISATION, f"inside the name of an organisation, {setting.quote(owner)!r}"
    others = [token for token in rest if not _leaves_a_place(token)]
    if not others:
        return MentionKind.PLACE, None
    if not any(map(is_particle, rest)) and _stays_a_place(span, others, setting, score):
        return MentionKind.PLACE, None
    whole = setting.quote(run[0].span.to(run[-1].span))
    if run[-1].text.casefold() in words_of("organisation_nouns"):
        return MentionKind.ORGANISATION, f"inside the name of an organisation, {whole!r}"
    if any(token.end <= span.start and token.text.casefold() in words_of("person_titles") for token in others):
        return MentionKind.PERSON, f"inside the name of a person, {whole!r}"
    return MentionKind.ORGANISATION, f"inside a longer name, {whole!r}"


def _stays_a_place(span: Span, others: list[Token], setting: Setting, score: float) -> bool:
    """Return whether a name is a place although other words with capitals stand beside it: "Odesa Police Chief"."""
    before = [token for token in others if token.end <= span.start]
    if any(token.text.casefold() not in words_of("civic_nouns") for token in before):
        return score >= _VERY_SURE
    after = others[len(before) :]
    if len(after) > 1 and not before and _is_located(span, setting):
        # "the ambassador to Kyiv Ivan Koval": two names that no comma parts.
        return score >= _SURE or after[0].text.casefold() in words_of("given_names")
    return not after or any(
        after[0].text.casefold() in words_of(lexicon) for lexicon in ("civic_nouns", "person_titles")
    )


def kind_of_run(text: str, run: tuple[Token, ...]) -> Kind:
    """Return what a run of capitalised words is that no gazetteer has; a place where nothing speaks against it."""
    words = [token.text.casefold() for token in run]
    whole = text[run[0].span.start : run[-1].span.end]
    if words[-1] in words_of("organisation_nouns"):
        return MentionKind.ORGANISATION, f"the name of an organisation, {whole!r}"
    if words[0] in words_of("person_titles"):
        return MentionKind.PERSON, f"the name of a person, {whole!r}"
    return MentionKind.PLACE, None


def _around(span: Span, setting: Setting) -> Callable[[tuple[Token, ...]], tuple[Token, ...]]:
    """Return a function that cuts a run down to the words that belong to the name at a span, if it stands in the run.

    A hyphen parts partners ("EU-Israel", "D-Texas"), and a function word begins something else ("WASHINGTON The").
    """

    def cut(run: tuple[Token, ...]) -> tuple[Token, ...]:
        if run[-1].end <= span.start or span.end <= run[0].start:
            return ()
        inside = [at for at, token in enumerate(run) if token.start < span.end and span.start < token.end]
        if not inside:
            return ()
        first, last = inside[0], inside[-1]
        while first > 0 and _belongs(setting.text, run[first - 1], run[first], run[first - 1]):
            first -= 1
        while last + 1 < len(run) and _belongs(setting.text, run[last], run[last + 1], run[last + 1]):
            last += 1
        return run[first : last + 1]

    return cut


def _belongs(text: str, left: Token, right: Token, outer: Token) -> bool:
    joined_by_hyphen = text[left.end : right.start] in ("-", "–")
    return not joined_by_hyphen and (is_particle(outer) or outer.text.casefold() not in function_words())


def _leaves_a_place(token: Token) -> bool:
    folded = token.text.casefold()
    if folded in words_of("organisation_nouns") - words_of("place_nouns"):
        return False
    return folded in words_of("place_nouns") or folded in function_words() or demonym_country(token.text) is not None


def _follows_title(span: Span, setting: Setting) -> bool:
    word = _word_before(span, setting)
    if word is None or not re.fullmatch(r"\.?\s", setting.text[word.end : span.start]):
        return False
    return word.is_capitalised and word.text.casefold() in words_of("person_titles")


def _is_located(span: Span, setting: Setting) -> bool:
    word = _word_before(span, setting)
    return word is not None and word.text in _LOCATIVES


def _word_before(span: Span, setting: Setting) -> Token | None:
    index = bisect_right(setting.tokens, span.start, key=lambda token: token.end)
    return setting.tokens[index - 1] if index else None


def _owner(span: Span, setting: Setting) -> Span | None:
    """Return the name of the firm or paper that ends with a place after "of": "Bank of England"."""
    before = [token for token in setting.tokens if token.end <= span.start][-3:]
    words = [token.text.casefold() for token in before]
    if words[-1:] == ["the"]:
        before, words = before[:-1], words[:-1]
    if len(before) < 2 or words[-1] not in ("of", "for") or not before[-2].is_capitalised:
        return None
    owner = before[-2]
    return owner.span.to(span) if words[-2] in words_of("house_nouns") else None
