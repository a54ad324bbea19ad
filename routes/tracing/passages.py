"""The passages that the text gives a shipment's way, leg by leg: through a canal, round a cape."""

from __future__ import annotations

from dataclasses import replace

from routes.model import Article, Leg, Mode, NoPath, Path, Place, Span, StatedPassage, Stop
from routes.paths import Ways, find_path


def with_passages(
    article: Article,
    legs: tuple[Leg, ...],
    stops: tuple[Stop, ...],
    stated: tuple[StatedPassage, ...],
    ways: Ways,
) -> tuple[Leg, ...]:
    """Return the legs with paths that go by what the text says of them.

    What the text says takes the place of a default, never of a passage that `ways` avoids or allows.
    """
    found = dict(enumerate(legs))
    said: dict[int, list[StatedPassage]] = {}
    for passage in stated:
        for at in _legs_of(passage, legs, stops, ways):
            said.setdefault(at, []).append(passage)
    for at, passages in said.items():
        found[at] = _by_the_text(article, legs[at], _ends(legs[at], stops), passages, ways)
    return tuple(found.values())


def _ends(leg: Leg, stops: tuple[Stop, ...]) -> tuple[Place, Place] | None:
    start, end = stops[leg.origin].place, stops[leg.destination].place
    return (start, end) if start is not None and end is not None else None


def _legs_of(passage: StatedPassage, legs: tuple[Leg, ...], stops: tuple[Stop, ...], ways: Ways) -> list[int]:
    """Return the legs that a passage is said of, by index: those its words change, else the one that it suits best."""
    chosen = _ways_of([passage], ways)
    if chosen == ways:
        return []
    more_m: dict[int, float] = {}
    for at in _near(passage.sentence, legs):
        ends, plain = _ends(legs[at], stops), legs[at].path
        way = find_path(*ends, Mode.SEA, chosen) if ends else None
        if plain is not None and plain.m is not None and isinstance(way, Path) and way.m is not None:
            more_m[at] = way.m - plain.m
    if passage.passed:
        # Where a strait lies on the way, it adds nothing.
        return [min(more_m, key=lambda at: (more_m[at], at))] if more_m else []
    return [at for at, added_m in more_m.items() if added_m > 0]


def _near(sentence: Span, legs: tuple[Leg, ...]) -> list[int]:
    """Return the legs by sea that a sentence tells of, else those told right before and after it."""
    by_sea = [at for at, leg in enumerate(legs) if leg.mode is Mode.SEA]
    inside = [at for at in by_sea if legs[at].evidence == sentence]
    before = [at for at in by_sea if legs[at].evidence < sentence]
    after = [at for at in by_sea if sentence < legs[at].evidence]
    last = max((legs[at].evidence for at in before), default=None)
    following = min((legs[at].evidence for at in after), default=None)
    return inside or [at for at in (*before, *after) if legs[at].evidence in (last, following)]


def _ways_of(passages: list[StatedPassage], ways: Ways) -> Ways:
    passed = tuple(dict.fromkeys(each for passage in passages for each in passage.passed if each not in ways.avoid))
    avoided = {each for passage in passages for each in passage.avoided} - ways.allow - set(passed)
    return Ways(ways.avoid | avoided, (ways.allow | set(passed)) - avoided, passed)


def _by_the_text(
    article: Article, leg: Leg, ends: tuple[Place, Place] | None, passages: list[StatedPassage], ways: Ways
) -> Leg:
    words = ", ".join(f"“{' '.join(article.quote(passage.span).split())}”" for passage in passages)
    way = find_path(*ends, Mode.SEA, _ways_of(passages, ways)) if ends else NoPath("")
    if isinstance(way, Path):
        note = f"the text gives the way: {words}"
    elif leg.path is not None:
        way, note = leg.path, f"the text gives another way, {words}, but none was found"
    else:
        return leg
    return replace(leg, path=replace(way, notes=(*way.notes, note)), no_path=None)
