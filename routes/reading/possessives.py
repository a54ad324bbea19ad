"""What a name with a possessive speaks of: Homs in "Syria's Homs", a port in "Syria's main port", never Syria."""

from __future__ import annotations

import re

from routes.model import End, MentionKind, Span
from routes.reading.clauses import Scene, can_be_end
from routes.reading.recognition.lexis import words_of

_MARK = re.compile(r"(?:['’]s|(?<=s)['’])\s+")
_WORD = re.compile(r"\s*([\w'’-]+)")
_PREPOSITIONS = frozenset({"of", "at", "in", "near"})
_MOST_LEAD_WORDS = 6


def possessed(scene: Scene, name: Span, limit: int) -> End | None:
    """Return what a name owns, where a possessive follows it and the words for it end by an offset; else None.

    The name that the words lead to, the line that they name, or a noun without a name. "Kyiv's outskirts" are Kyiv.
    """
    mark = _MARK.match(scene.text, name.end, limit)
    if mark is None:
        return None
    line = next((line for line in scene.lines if line.of == name and line.span.end <= limit), None)
    if line is not None:
        return End(line.span, line=line)
    owned = _name_owned(scene, mark.end(), limit)
    if owned is not None:
        deeper = possessed(scene, owned, limit)
        return deeper or End(Span(name.start, owned.end), name=owned)
    end, noun = _noun_owned(scene, mark.end(), limit)
    return End(Span(name.start, end), name=name if noun in words_of("near_nouns") else None)


def is_owner(scene: Scene, name: Span) -> bool:
    """Return whether a possessive follows a name."""
    return _MARK.match(scene.text, name.end, scene.sentence.end) is not None


def named_after(scene: Scene, name: Span) -> Span | None:
    """Return the name that another only describes: Odesa in "the Black Sea port of Odesa"."""
    for other in scene.names:
        if other.span.start <= name.end or not can_be_end(other):
            continue
        words = scene.text[name.end : other.span.start].split()
        nouns = words[:-1] if words[-1:] == ["of"] else words
        noun = nouns[-1] if nouns else ""
        is_noun = noun in words_of("anaphors") and all(word.islower() for word in words)
        return other.span if is_noun and len(words) <= 4 and not set(words[:-1]) & words_of("phrase_stops") else None
    return None


def _name_owned(scene: Scene, start: int, limit: int) -> Span | None:
    """Return the name that the words after a possessive lead to: "second city", "Siberian port of", "biggest port,"."""
    for name in scene.names:
        if start <= name.span.start and name.span.end <= limit and can_be_end(name):
            if not _leads(scene, Span(start, name.span.start)):
                return None
            return named_after(scene, name.span) or name.span
    return None


def _leads(scene: Scene, lead: Span) -> bool:
    """Return whether words only tell what the name behind them is."""
    text = scene.text[lead.start : lead.end].rstrip(" \"“‘'")
    words = text.removesuffix(",").split()
    if len(words) > _MOST_LEAD_WORDS or any(not word.islower() and not word.isdigit() for word in _bare(scene, lead)):
        return False
    if text.endswith(","):
        return words[-1] in words_of("anaphors")
    inner = words[:-1] if words and words[-1] in _PREPOSITIONS else words
    return not set(inner) & words_of("phrase_stops")


def _bare(scene: Scene, lead: Span) -> list[str]:
    """Return the words of a lead without its adjectives of countries: "Siberian"."""
    adjectives = [each.span for each in scene.names if each.mention.kind is MentionKind.DEMONYM]
    found = re.finditer(r"[\w'’-]+", scene.text[lead.start : lead.end])
    return [
        match.group()
        for match in found
        if not any(span.start <= lead.start + match.start() < span.end for span in adjectives)
    ]


def _noun_owned(scene: Scene, start: int, limit: int) -> tuple[int, str]:
    """Return where the words for what is owned end, and the last of them."""
    end, last = start, ""
    while word := _WORD.match(scene.text, end, limit):
        if word[1].casefold() in words_of("phrase_stops") or (last and word[1].endswith("ed")):
            break
        end, last = word.end(), word[1]
    return end, last
