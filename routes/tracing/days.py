"""The day of an event: the one that its own words name, not that of the event beside it or of whoever tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from routes.model import Action, Article, DateMention, Movement, Span, Status
from routes.reading import Findings, one_of
from routes.resources import read_lexicon

# "... left A, and on May 3 it reached B": what opens a clause belongs to the event that follows.
_OPENS = re.compile(
    r"(?:[;,]|\b(?:and|but|then|before|after|while|where|which|when|that|until))\s+(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:arriv|reach|deliver|brought|came|come|pulled|landed|due|expected|scheduled)\w*", re.IGNORECASE
)
_DEPARTS = re.compile(r"(?:sail|ship|send|sent|dispatch|despatch|set\b|start|export)\w*", re.IGNORECASE)
_FROM_ORIGIN = frozenset({Action.LOAD, Action.LEAVE, Action.VOYAGE, Action.GOODS, Action.BUY})
_TRAVELS = frozenset({Action.MOVE, Action.SUPPLY, Action.BOUND})


def dated(article: Article, findings: Findings) -> tuple[Movement, ...]:
    """Return the movements of an article with their days."""
    owned: dict[Span, list[DateMention]] = {movement.span: [] for movement in findings.movements}
    by_sentence: dict[Span, list[Movement]] = {}
    for movement in sorted(findings.movements, key=lambda each: each.span):
        by_sentence.setdefault(movement.sentence, []).append(movement)
    for sentence, inside in by_sentence.items():
        for day in _told_in(article, findings, sentence):
            owned[_owner(article, inside, day).span].append(day)
    return tuple(
        _with_day(movement, owned[movement.span] or _told_after(article, findings, movement), article.published_on)
        for movement in findings.movements
    )


def _told_in(article: Article, findings: Findings, sentence: Span) -> Iterator[DateMention]:
    """Yield the days of a sentence, without that of the dateline and those on which somebody spoke."""
    ships = [movement.vessel for movement in findings.movements if movement.vessel is not None]
    for day in findings.dates:
        if any(ship.overlaps(day.span) for ship in ships):
            continue  # the Santa May 4 is a boat
        is_head = findings.dateline is not None and findings.dateline.span.contains(day.span)
        if is_head or day.on is None or not sentence.contains(day.span):
            continue
        if not _is_of_speech(article.text[sentence.start : day.span.start]):
            yield day


def _is_of_speech(lead: str) -> bool:
    return _spoke().search(lead) is not None


@cache
def _spoke() -> re.Pattern[str]:
    verbs = one_of(entry for entry, _ in read_lexicon("speech"))
    return re.compile(
        rf"\b(?:{verbs})(?:\s+(?!(?:that|it|the|they|he|she)\b)[\w'’]+){{0,2}}\s+(?:(?:late|early)\s+)?(?:on\s+)?$"
    )


def _owner(article: Article, movements: list[Movement], day: DateMention) -> Movement:
    """Return the event that a day belongs to: the last before it, or the one whose clause it opens."""
    before = [each for each in movements if each.span.start < day.span.start]
    after = [each for each in movements if each.span.start > day.span.start]
    if not before:
        return after[0]
    opens = _OPENS.search(article.text[before[-1].span.end : day.span.start]) is not None
    return after[0] if after and opens else before[-1]


def _told_after(article: Article, findings: Findings, movement: Movement) -> list[DateMention]:
    """Return the day that only the next sentence has: "... seen at A. The pictures date from September 4."."""
    if movement.action is not Action.SIGHTED:
        return []
    following = next((each for each in findings.sentences if each.start >= movement.sentence.end), None)
    moving = {each.sentence for each in findings.movements}
    return list(_told_in(article, findings, following)) if following is not None and following not in moving else []


def _with_day(movement: Movement, days: list[DateMention], published: date | None) -> Movement:
    if movement.status is Status.PLANNED and published is not None:
        days = [day for day in days if day.on is not None and day.on >= published]  # "on Saturday" is the next one
    nearest = min(days, key=lambda day: (abs(day.span.start - movement.span.start), day.span.start), default=None)
    return replace(movement, on=nearest.on) if nearest else movement


def day_of_start(movement: Movement, words: str) -> date | None:
    """Return the day on which goods were where an event has them start; `words` are those of the event.

    >>> left = Movement(Action.LEAVE, Span(0, 4), Span(0, 20), on=date(2023, 8, 16))
    >>> str(day_of_start(left, "left")), day_of_end(left, "left")
    ('2023-08-16', None)
    """
    if movement.action in _FROM_ORIGIN:
        return movement.on
    return movement.on if movement.action in _TRAVELS and movement.origins and not _ENDS.match(words) else None


def day_of_end(movement: Movement, words: str) -> date | None:
    """Return the day on which goods came to where an event has them be: of a departure none is known."""
    if movement.action in _FROM_ORIGIN:
        return None
    if movement.action is Action.BOUND:
        return movement.on if _ENDS.match(words) else None
    if movement.action in _TRAVELS and (movement.origins or _DEPARTS.match(words)) and not _ENDS.match(words):
        return None
    return movement.on
