"""Find the names in a text that may be places, and rule out those that are something else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from routes.gazetteer import Gazetteer, demonym_country, fold
from routes.model import Mention, MentionKind, Span
from routes.reading.covering import Cover, Taken
from routes.reading.name_kinds import Setting, kind_of_known, kind_of_run
from routes.reading.no_names import is_no_name, opens_with_a_word
from routes.reading.phrases import Phrases
from routes.reading.recognition import ScoredSpan, choose, score_spans
from routes.reading.recognition.lexis import words_of
from routes.reading.recognition.model import Model
from routes.reading.tokens import Token, capital_runs, is_particle, is_shouted, read_tokens
from routes.resources import read_lexicon

_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_MOST_NOUN_WORDS = 4
# How surely a name of two words and more that the world has must read as a place to be offered where one is asked for.
_LEAST_LONG = 0.05


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name: what it is taken for, and whether it is a name of the gazetteer that reads as a place here.

    `is_recognised` says that the words around show a place, whether or not the gazetteer has it.
    """

    mention: Mention
    is_known: bool
    is_recognised: bool = False

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def may_be_place(self) -> bool:
        return self.mention.kind is MentionKind.PLACE


def names_within(names: tuple[Name, ...], sentence: Span) -> tuple[Name, ...]:
    """Return the names of a sentence, out of all names of the text in order."""
    first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
    last = bisect_left(names, sentence.end, key=lambda name: name.span.start)
    return tuple(name for name in names[first:last] if sentence.contains(name.span))


def find_names(
    text: str,
    sentences: tuple[Span, ...],
    gazetteer: Gazetteer,
    vessels: tuple[Span, ...],
    model: Model | None = None,
) -> tuple[Name, ...]:
    """Return the names of a text in order: places, demonyms, and names that only look like places.

    `vessels` are the spans of ship names; they are never places. Without a model the package's own is used.
    """
    afloat = Cover(vessels)
    scored = sorted(score_spans(text, sentences, gazetteer, model), key=lambda each: each.span)
    ashore = tuple(each for each in scored if not afloat.overlaps(each.span) and not is_no_name(text, each.span))
    chosen = tuple(_with_noun(text, _without_company(text, each, ashore), gazetteer) for each in choose(ashore, model))
    others = _rejected(ashore, chosen)
    found = [
        name
        for sentence in sentences
        for name in _names_in(
            text,
            sentence,
            _Spans(tuple(_inside(sentence, chosen)), tuple(_inside(sentence, others)), vessels),
            gazetteer,
        )
    ]
    return tuple(sorted(found, key=lambda name: (name.span, name.mention.kind.value)))


def _without_company(text: str, chosen: ScoredSpan, spans: tuple[ScoredSpan, ...]) -> ScoredSpan:
    """Return the curated name inside a name that the gazetteer does not have.

    Odesa in "Odesa Port", Kyiv in "the ambassador to Kyiv Ivan Koval".
    """
    if chosen.is_known:
        return chosen
    for each in _inside(chosen.span, spans):
        if each.is_listed and chosen.span.contains(each.span) and not each.is_demonym:
            before = text[chosen.span.start : each.span.start].casefold().split()
            after = text[each.span.end : chosen.span.end].casefold().split()
            is_place_with_noun = all(word in words_of("place_nouns") for word in (*before, *after))
            if is_place_with_noun or (not before and after[0] in words_of("given_names")):
                return replace(each, score=chosen.score)
    return chosen


def _with_noun(text: str, chosen: ScoredSpan, gazetteer: Gazetteer) -> ScoredSpan:
    """Return a name with the small words that make it the name of something else: "Zaporizhzhia nuclear power plant".

    Only where the gazetteer has the whole.
    """
    end = _end_with_noun(text, chosen.span, gazetteer)
    return chosen if end is None else replace(chosen, span=Span(chosen.span.start, end), is_known=True, is_listed=True)


def _end_with_noun(text: str, span: Span, gazetteer: Gazetteer) -> int | None:
    end = span.end
    for _ in range(_MOST_NOUN_WORDS):
        word = _NEXT_WORD.match(text, end)
        if word is None:
            return None
        end = word.end()
        if word[1] in _site_nouns() and gazetteer.known([fold(text[span.start : end])]):
            return end
    return None


def _inside(sentence: Span, spans: tuple[ScoredSpan, ...]) -> Iterator[ScoredSpan]:
    """Yield those of some spans in order that lie in a sentence."""
    first = bisect_left(spans, sentence.start, key=lambda each: each.span.start)
    last = bisect_left(spans, sentence.end, key=lambda each: each.span.start)
    return (each for each in spans[first:last] if sentence.contains(each.span))


def _rejected(spans: tuple[ScoredSpan, ...], chosen: tuple[ScoredSpan, ...]) -> tuple[ScoredSpan, ...]:
    """Return the names that do not read as places here, the longest of those that overlap: some may be asked for.

    Names of the curated gazetteer, and longer ones of the world.
    """
    taken = Taken(each.span for each in chosen)
    by_length = sorted(spans, key=lambda each: (-len(each.span), each.span))
    found = [each for each in by_length if (each.is_listed or _is_long_name(each)) and taken.take(each.span)]
    return tuple(sorted(found, key=lambda each: each.span))


def _is_long_name(each: ScoredSpan) -> bool:
    return each.is_known and each.has_space and each.score >= _LEAST_LONG


@dataclass(frozen=True, slots=True)
class _Spans:
    """What the filter says of the names of a sentence, and the ships of the text."""

    chosen: tuple[ScoredSpan, ...]
    rejected: tuple[ScoredSpan, ...]
    vessels: tuple[Span, ...]


def _names_in(text: str, sentence: Span, spans: _Spans, gazetteer: Gazetteer) -> Iterator[Name]:
    tokens = read_tokens(text, sentence)
    runs = capital_runs(text, tokens)
    furniture = _is_furniture(text[sentence.start : sentence.end])
    shouted = is_shouted(tokens)
    setting = Setting(text, tokens, () if shouted else runs)
    for span in spans.vessels:
        if sentence.contains(span):
            yield _name(text, span, MentionKind.VESSEL, "named beside a word for a ship", is_known=False)
    recognised = tuple(_all_recognised(text, spans.chosen, setting, is_furniture=furniture))
    yield from recognised
    for each in spans.rejected:
        whole = _whole_site(text, each.span, gazetteer)
        if whole is not None and not furniture:
            yield whole
            continue
        kind, why = kind_of_known(each.span, setting, each.score)
        if furniture:
            kind, why = MentionKind.FURNITURE, _FURNITURE_WHY
        yield _name(text, each.span, kind, why, is_known=kind is not MentionKind.PLACE)
    taken = [*(each.span for each in (*spans.chosen, *spans.rejected)), *spans.vessels]
    taken += [name.span for name in recognised]
    demonyms = [span for span in _demonyms(text, tokens) if not _covered(span, taken)]
    for span in demonyms:
        yield _name(text, span, MentionKind.DEMONYM, _DEMONYM_WHY, is_known=True)
    if furniture or shouted:
        return
    for run in runs:
        span = run[0].span.to(run[-1].span)
        if not (_covered(span, [*taken, *demonyms]) or opens_with_a_word(text, span, sentence)):
            yield _whole_site(text, span, gazetteer) or _name(text, span, *kind_of_run(text, run), is_known=False)


def _whole_site(text: str, span: Span, gazetteer: Gazetteer) -> Name | None:
    """Return the name with its noun that only as a whole is one of the gazetteer: "the Jaber crossing"."""
    end = _end_with_noun(text, span, gazetteer)
    return None if end is None else _name(text, Span(span.start, end), MentionKind.PLACE, None, is_known=True)


# "Puerto de Veracruz" is Veracruz, by another word than "port".
_HARBOURS = frozenset({"porto", "puerto", "port"})
_ARTICLES = frozenset({"al", "as", "ash", "ad", "ar", "el", "la", "las", "le", "les", "los", "ras", "umm"})
_FURNITURE_WHY = "stands in a byline or page furniture"
_DEMONYM_WHY = "an adjective of nationality"


def _all_recognised(
    text: str, chosen: tuple[ScoredSpan, ...], setting: Setting, *, is_furniture: bool
) -> Iterator[Name]:
    wholes: set[Span] = set()
    for each in chosen:
        name = _recognised(text, each, setting, is_furniture=is_furniture)
        if name.mention.kind is MentionKind.ORGANISATION:
            name = _as_whole(text, name, setting)
        # Both sides of a particle may be names.
        if name.span not in wholes:
            yield name
        wholes.add(name.span)


def _recognised(text: str, each: ScoredSpan, setting: Setting, *, is_furniture: bool) -> Name:
    if each.is_demonym:
        return _name(text, each.span, MentionKind.DEMONYM, _DEMONYM_WHY, is_known=True)
    kind, why = kind_of_known(each.span, setting, each.score)
    if is_furniture:
        kind, why = MentionKind.FURNITURE, _FURNITURE_WHY
    mention = Mention(each.span, text[each.span.start : each.span.end], kind, why=why)
    return Name(mention, each.is_known, is_recognised=kind is MentionKind.PLACE)


def _as_whole(text: str, name: Name, setting: Setting) -> Name:
    """Return the whole of a name of which the gazetteer has a part.

    That behind its article: "La Hague", "Al Jufra". One side of a particle: "Ponta da Madeira".
    """
    run = next((run for run in setting.runs if run[0].start <= name.span.start and name.span.end <= run[-1].end), ())
    if any(is_particle(token) for token in run):
        if run[0].text.casefold() in _HARBOURS and name.span.start > run[0].end:
            return _name(text, name.span, MentionKind.PLACE, None, is_known=name.is_known)
        return _name(text, run[0].span.to(run[-1].span), *kind_of_run(text, run), is_known=False)
    run = next((run for run in setting.runs if run[-1].end == name.span.end), ())
    is_article = len(run) > 1 and run[0].text.casefold() in _ARTICLES and run[1].start == name.span.start
    return _name(text, run[0].span.to(name.span), MentionKind.PLACE, None, is_known=False) if is_article else name


def _name(text: str, span: Span, kind: MentionKind, why: str | None, *, is_known: bool) -> Name:
    return Name(Mention(span, text[span.start : span.end], kind, why=why), is_known)


def _covered(span: Span, others: tuple[Span, ...] | list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _demonyms(text: str, tokens: tuple[Token, ...]) -> Iterator[Span]:
    index = 0
    while index < len(tokens):
        length = 1
        if tokens[index].is_capitalised:
            two = tokens[index : index + 2]
            are_capitalised = len(two) == 2 and two[1].is_capitalised
            if are_capitalised and demonym_country(text[two[0].start : two[1].end]) is not None:
                yield two[0].span.to(two[1].span)
                length = 2
            elif demonym_country(tokens[index].text) is not None:
                yield tokens[index].span
        index += length


def _is_furniture(line: str) -> bool:
    """Return whether a line is a byline, a stamp or a form of the page rather than part of the story."""
    return any(pattern.search(line) for pattern in _furniture()) or _form_words().search(line) is not None


@cache
def _site_nouns() -> frozenset[str]:
    """Return the last words of the nouns for what is built or lies somewhere: depot, base, plant, strait."""
    return words_of("facility_nouns") | {entry.split()[-1] for entry, _ in read_lexicon("kind_nouns")}


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry) for entry, _ in read_lexicon("furniture"))


@cache
def _form_words() -> Phrases:
    return Phrases(entry for entry, _ in read_lexicon("furniture_phrases"))
