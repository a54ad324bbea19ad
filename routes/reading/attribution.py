"""Who says it: the source of each sentence, also where an earlier sentence named it."""

from __future__ import annotations

import re
from functools import cache

from routes.model import Attribution, Span
from routes.reading.phrases import Phrases
from routes.resources import read_lexicon

# A source named once speaks on ("The images showed ..."); after so many sentences nobody is sure any more.
_CARRY = 4
_ACCORDING = re.compile(
    r"\baccording to\s+(?P<source>[^,.;:“”\"()]{2,70}?)"
    r"(?=\s*(?:[,;:“”\"()]|\.(?:\s|$)|$)|"
    r"\s+(?:which|who|that|on|and|in an?|released|he|she|it|they|the\s+(?:ship|vessel))\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?P<source>(?:[\w.'’-]+\s+){0,6}?[\w'’-]+)(?=[,;:.“\"]|\s+(?:who|on|in|at|after|as|to)\b|\s*$)"
)
# Who is "denied entry" is refused something; nobody says that it is not so.
_REFUSAL = re.compile(
    r"\bden(?:y|ies|ied)\s+(?:\w+\s+){0,2}?"
    r"(?:entry|access|permission|passage|clearance|transit|docking|landing|berths?)\b",
    re.IGNORECASE,
)
_WORDS_BEFORE = re.compile(r"(?:[\w.'’-]+\s+){1,7}$")
_TRAILING = re.compile(
    r"(?:\s+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|also|later|earlier|has|have|had|then|further))+\s*$"
)
_QUOTATION = re.compile(r"\"[^\"\n]+(?:\"|$)|[“„][^“”„\n]+(?:[”“]|$)", re.MULTILINE)
_PERSON = re.compile(r"\b[A-Z][a-z]+(?:\s[A-Z][\w'’-]+)+")


def attribute(text: str, sentences: tuple[Span, ...]) -> tuple[Attribution | None, ...]:
    """Return the source of each sentence, `carried` where it was named in an earlier one.

    >>> text = "The port was hit, according to the navy. It burned."
    >>> [found.name for found in attribute(text, (Span(0, 40), Span(41, 51)))]
    ['the navy', 'the navy']
    """
    found: list[Attribution | None] = []
    last: Attribution | None = None
    age = 0
    for sentence in sentences:
        own = _source(text, sentence, last)
        if own is not None:
            last, age = own, 0
        elif last is not None:
            age += 1
            own = Attribution(last.name, last.span, carried=True) if age <= _CARRY else None
        found.append(own)
    return tuple(found)


def is_own(text: str, sentence: Span, source: Attribution | None) -> bool:
    """Return whether a sentence says itself who speaks, if only by "he said"."""
    return source is not None and (not source.carried or _source(text, sentence, source) is not None)


def quotations(text: str) -> tuple[Span, ...]:
    """Return what stands in double quotation marks, from mark to mark; a paragraph ends what is not closed.

    >>> [str(span.start) + "-" + str(span.end) for span in quotations('He said: "It fell. It broke." Then “no”.')]
    ['9-29', '35-39']
    """
    return tuple(Span(match.start(), match.end()) for match in _QUOTATION.finditer(text))


def is_allegation(words: str) -> bool:
    """Return whether words lay a charge, deny one or keep it at arm's length."""
    return _allegation().search(_REFUSAL.sub("", words)) is not None


def _source(text: str, sentence: Span, last: Attribution | None) -> Attribution | None:
    according = _ACCORDING.search(text, sentence.start, sentence.end)
    if according:
        return _named(text, Span(according.start("source"), according.end("source")))
    for verb in _verbs().finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : verb.start()]
        subject = _subject(text, sentence, verb.start())
        if subject is None:
            subject = _inverted(text, sentence, verb)
        if subject is not None:
            return _named(text, subject)
        pronoun = re.search(r"\b(he|she|they|it)\s+(?:has\s+|have\s+|had\s+)?$", before, re.IGNORECASE)
        if pronoun:
            person = _person_before(text, sentence, verb.start()) if pronoun[1].casefold() in ("he", "she") else None
            return person or _carried(last)
    return None


def _carried(last: Attribution | None) -> Attribution | None:
    return Attribution(last.name, last.span, carried=True) if last else None


def _named(text: str, span: Span) -> Attribution:
    words = text[span.start : span.end]
    inner = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+(?=[A-Z])", "", words).strip()
    start = span.start + words.index(inner)
    return Attribution(inner, Span(start, start + len(inner)))


def _subject(text: str, sentence: Span, verb: int) -> Span | None:
    """Return the noun phrase right before a verb of speech, if it is one that speaks."""
    clause = max(sentence.start, *(text.rfind(mark, sentence.start, verb) + 1 for mark in ',;:“”"()'))
    words = text[clause:verb]
    trimmed = _TRAILING.sub("", " " + words)[1:] if words.strip() else ""
    match = _WORDS_BEFORE.search(trimmed.rstrip() + " ")
    if match is None:
        return _apposed(text, sentence, verb)
    phrase = _speaker(match.group())
    if phrase is None:
        return None
    start = clause + trimmed.rfind(phrase)
    return Span(start, start + len(phrase))


def _inverted(text: str, sentence: Span, verb: re.Match[str]) -> Span | None:
    """Return who stands behind the verb in '"...," said John Kirby'."""
    if not text[sentence.start : verb.start()].rstrip().endswith(('"', "”")):
        return None
    found = _BEHIND.match(text, verb.end(), sentence.end)
    if found is None:
        return None
    phrase = _speaker(found["source"] + " ")
    if phrase is None:
        return None
    start = found.start("source") + found["source"].rfind(phrase)
    return Span(start, start + len(phrase))


def _speaker(words: str) -> str | None:
    """Return the longest end of `words` that names a speaker: "the U.S. government", "John Kirby"."""
    named = re.search(
        r"(?:\b(?:[Tt]he|[Aa]n?)\s+)?(?:[A-Z][\w.'’-]*\s+)(?:(?:[A-Z][\w.'’-]*|of|for|and|the|[a-z]+)\s+){0,6}?$", words
    )
    if named:
        tail = named.group().split()
        if tail[-1][0].isupper() or tail[-1].casefold() in _source_nouns():
            return _last_name(named.group().strip())
    common = re.search(
        r"(?:\b(?:[Tt]he|[Aa]n?|[Ss]ome|[Ll]ocal)\s+)?(?:(?<!['’])\b[a-z]+(?:['’]s)?\s+){0,3}?((?<!['’])\b\w+)\s*$",
        words,
    )
    if common and common.group(1).casefold() in _source_nouns():
        return common.group().strip()
    return None


def _last_name(phrase: str) -> str:
    """Return the person at the end of "White House spokesperson John Kirby", else the whole phrase."""
    person = re.search(r"(?<=[a-z]\s)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)+$", phrase)
    return person.group() if person else phrase


def _apposed(text: str, sentence: Span, verb: int) -> Span | None:
    """Return the name before an apposition: "John Kirby, the spokesman of ..., said"."""
    before = text[sentence.start : verb]
    match = re.search(r"(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*),[^,]{3,90},\s*$", before)
    return Span(sentence.start + match.start("name"), sentence.start + match.end("name")) if match else None


def _person_before(text: str, sentence: Span, verb: int) -> Attribution | None:
    people = list(_PERSON.finditer(text, sentence.start, verb))
    return _named(text, Span(people[0].start(), people[0].end())) if people else None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(entry for entry, _ in read_lexicon("speech")) + r")\b")


@cache
def _source_nouns() -> frozenset[str]:
    return frozenset(entry for entry, _ in read_lexicon("source_nouns"))


@cache
def _allegation() -> Phrases:
    words = [entry for entry, fields in read_lexicon("speech") if fields != ("states",)]
    words += [entry for entry, _ in read_lexicon("hedges")]
    return Phrases(words)
