"""Find the names in a text that may be places, and rule out those that are something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from routes.gazetteer import Gazetteer, demonym_country
from routes.model import Mention, MentionKind, Span
from routes.reading.sentences import function_words
from routes.reading.tokens import Token, are_joined, capital_runs, read_tokens
from routes.resources import read_lexicon

_SHOUTED = 0.7


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name: what it is taken for, and whether the gazetteer has it."""

    mention: Mention
    is_known: bool

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def may_be_place(self) -> bool:
        return self.mention.kind is MentionKind.PLACE


def find_names(
    text: str, sentences: tuple[Span, ...], gazetteer: Gazetteer, vessels: tuple[Span, ...]
) -> tuple[Name, ...]:
    """Return the names of a text in order: places, demonyms, and names that only look like places.

    `vessels` are the spans of ship names; they are never places.
    """
    found = [name for sentence in sentences for name in _names_in(text, sentence, gazetteer, vessels)]
    return tuple(sorted(found, key=lambda name: (name.span, name.mention.kind.value)))


def _names_in(text: str, sentence: Span, gazetteer: Gazetteer, vessels: tuple[Span, ...]) -> Iterator[Name]:
    tokens = read_tokens(text, sentence)
    runs = capital_runs(text, tokens)
    furniture = _is_furniture(text[sentence.start : sentence.end])
    shouted = _is_shouted(tokens)
    known = [span for span in _known_spans(text, tokens, gazetteer) if not _covered(span, vessels)]
    for span in vessels:
        if sentence.contains(span):
            yield _name(text, span, MentionKind.VESSEL, "named beside a word for a ship", is_known=False)
    for span in known:
        kind, why = _kind(text, span, tokens, () if shouted else runs)
        if furniture:
            kind, why = MentionKind.FURNITURE, "stands in a byline or page furniture"
        yield _name(text, span, kind, why, is_known=True)
    demonyms = [span for span in _demonyms(text, tokens) if not _covered(span, [*known, *vessels])]
    for span in demonyms:
        yield _name(text, span, MentionKind.DEMONYM, "an adjective of nationality", is_known=True)
    if furniture or shouted:
        return
    for run in runs:
        span = run[0].span.to(run[-1].span)
        if not any(span.overlaps(taken) for taken in (*known, *demonyms, *vessels)):
            yield _name(text, span, *_unknown_kind(text, run), is_known=False)


def _name(text: str, span: Span, kind: MentionKind, why: str | None, *, is_known: bool) -> Name:
    return Name(Mention(span, text[span.start : span.end], kind, why=why), is_known)


def _covered(span: Span, others: tuple[Span, ...] | list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _known_spans(text: str, tokens: tuple[Token, ...], gazetteer: Gazetteer) -> Iterator[Span]:
    """Return the longest names of the gazetteer, from left to right, without overlaps."""
    index = 0
    while index < len(tokens):
        length = _longest_known(text, tokens, index, gazetteer) if tokens[index].is_capitalised else 0
        if length > 1 and tokens[index].text.casefold() in function_words():
            # "The Netherlands" without its article; "The Hague" with it.
            inner = _longest_known(text, tokens, index + 1, gazetteer)
            index, length = (index + 1, inner) if inner == length - 1 else (index, length)
        if length:
            yield tokens[index].span.to(tokens[index + length - 1].span)
        index += max(length, 1)


def _longest_known(text: str, tokens: tuple[Token, ...], index: int, gazetteer: Gazetteer) -> int:
    reach = 1
    while (
        reach < gazetteer.longest_name_words
        and index + reach < len(tokens)
        and are_joined(text, tokens[index + reach - 1], tokens[index + reach], possessive=True)
    ):
        reach += 1
    for length in range(reach, 0, -1):
        last = tokens[index + length - 1]
        span = tokens[index].span.to(last.span)
        if (last.is_capitalised or last.text[0].isdigit()) and gazetteer.find(text[span.start : span.end]):
            return 0 if length == 1 and last.text.casefold() in function_words() else length
    return 0


def _demonyms(text: str, tokens: tuple[Token, ...]) -> Iterator[Span]:
    index = 0
    while index < len(tokens):
        length = 1
        if tokens[index].is_capitalised:
            two = tokens[index : index + 2]
            if len(two) == 2 and demonym_country(text[two[0].span.start : two[1].span.end]) is not None:
                yield two[0].span.to(two[1].span)
                length = 2
            elif demonym_country(tokens[index].text) is not None:
                yield tokens[index].span
        index += length


def _kind(
    text: str, span: Span, tokens: tuple[Token, ...], runs: tuple[tuple[Token, ...], ...]
) -> tuple[MentionKind, str | None]:
    """Return what a known name is, seen in the run of capitalised words that it stands in."""
    run = next((run for run in runs if run[0].span.to(run[-1].span).overlaps(span)), ())
    rest = [token for token in run if not span.contains(token.span)]
    if _follows_title(text, span, tokens) and not rest:
        return MentionKind.PERSON, "follows a title"
    others = [token for token in rest if not _leaves_a_place(token)]
    if not others:
        return MentionKind.PLACE, None
    whole = text[run[0].span.start : run[-1].span.end]
    if run[-1].text.casefold() in _words("organisation_nouns"):
        return MentionKind.ORGANISATION, f"inside the name of an organisation, {whole!r}"
    if any(token.text.casefold() in _words("person_titles") for token in others):
        return MentionKind.PERSON, f"inside the name of a person, {whole!r}"
    return MentionKind.ORGANISATION, f"inside a longer name, {whole!r}"


def _leaves_a_place(token: Token) -> bool:
    folded = token.text.casefold()
    if folded in _words("organisation_nouns") - _words("place_nouns"):
        return False
    return folded in _words("place_nouns") or folded in function_words() or demonym_country(token.text) is not None


def _follows_title(text: str, span: Span, tokens: tuple[Token, ...]) -> bool:
    before = [token for token in tokens if token.span.end <= span.start]
    if not before or not re.fullmatch(r"\.?\s", text[before[-1].span.end : span.start]):
        return False
    return before[-1].is_capitalised and before[-1].text.casefold() in _words("person_titles")


def _unknown_kind(text: str, run: tuple[Token, ...]) -> tuple[MentionKind, str | None]:
    words = [token.text.casefold() for token in run]
    whole = text[run[0].span.start : run[-1].span.end]
    if words[-1] in _words("organisation_nouns"):
        return MentionKind.ORGANISATION, f"the name of an organisation, {whole!r}"
    if words[0] in _words("person_titles"):
        return MentionKind.PERSON, f"the name of a person, {whole!r}"
    return MentionKind.PLACE, None


def _is_shouted(tokens: tuple[Token, ...]) -> bool:
    """Return whether capitals say nothing here: wire text in full capitals, a headline in title case."""
    words = [token for token in tokens if token.text[0].isalpha()]
    return len(words) >= 4 and sum(token.is_capitalised for token in words) >= _SHOUTED * len(words)


def _is_furniture(line: str) -> bool:
    """Return whether a line is a byline, a stamp or a form of the page rather than part of the story."""
    return any(pattern.search(line) for pattern in _furniture())


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry) for entry, _ in read_lexicon("furniture"))


@cache
def _words(lexicon: str) -> frozenset[str]:
    return frozenset(entry for entry, _ in read_lexicon(lexicon))
