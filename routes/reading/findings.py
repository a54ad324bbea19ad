"""Everything that was read in one article, before any of it has a place on the earth."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from routes.gazetteer import Gazetteer
from routes.model import (
    Article,
    Attribution,
    Cargo,
    DateMention,
    LineMention,
    Mention,
    MentionKind,
    Movement,
    Slot,
    Span,
    StatedPassage,
    Statement,
    StatementKind,
    Status,
    Vessel,
    Window,
)
from routes.reading.appositions import Apposition, OddBorder, read_appositions, read_odd_borders
from routes.reading.attribution import attribute, is_allegation
from routes.reading.cargo import names_goods
from routes.reading.claimants import claimants
from routes.reading.coordinates import Coordinates, read_coordinates
from routes.reading.datelines import Dateline, find_dateline
from routes.reading.dates import read_dates
from routes.reading.lines import find_lines
from routes.reading.loads import read_loads
from routes.reading.movements import read_movements
from routes.reading.names import Name, find_names
from routes.reading.passages import find_passages, of_ships, passage_names
from routes.reading.recognition.model import Model
from routes.reading.relative import Relation, happened_elsewhere, is_unnamed_distance, names_on_the_way, read_relations
from routes.reading.roads import without_roads
from routes.reading.sentences import split_sentences
from routes.reading.statements import read_statements
from routes.reading.vessels import read_vessels, vessel_spans
from routes.reading.windows import read_window

_TRAVELLED = re.compile(
    r"\b(?:driven|drove|travell?ed|sailed|steamed|flown|flew|hauled|carried|trucked|railed|come|came|gone|went|covered|moved)\s+"
    r"(?:(?:[\w'’]+\s+){0,5}over\s+)?(?:more than|about|some|over|nearly|almost|around|the|at least)?\s*$",
    re.IGNORECASE,
)
# What a stated time behind it is that of a journey made: "tied up after a 24-day voyage from A".
_JOURNEYED = re.compile(
    r"\b(?:after|following|during|completing|completed|ending|ended|end\s+of|on|with)\s+(?:(?:a|an|its|her|the)\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the text says. `mentions` are the names to place; `vetoed` those that are no places."""

    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    vetoed: tuple[Mention, ...]
    lines: tuple[LineMention, ...]
    statements: tuple[Statement, ...]
    movements: tuple[Movement, ...]
    vessels: tuple[Vessel, ...]
    cargo: tuple[Cargo, ...]
    dates: tuple[DateMention, ...]
    window: Window | None
    appositions: tuple[Apposition, ...]
    odd_borders: tuple[OddBorder, ...]
    coordinates: tuple[Coordinates, ...] = ()
    relations: tuple[Relation, ...] = ()
    dateline: Dateline | None = None
    passages: tuple[StatedPassage, ...] = ()


def read(article: Article, gazetteer: Gazetteer, model: Model | None = None) -> Findings:
    """Return what the article says. The gazetteer only tells which words are names of places at all.

    `model` tells which names are places in this text; without one, that of the package does.
    """
    text = article.text
    sentences = split_sentences(text)
    vessels = read_vessels(text, gazetteer)
    ships = vessel_spans(text, vessels)
    coordinates = read_coordinates(text)
    names = without_roads(text, find_names(text, sentences, gazetteer, ships, model))
    names = _with_coordinates(text, names, coordinates)
    lines = tuple(line for sentence in sentences for line in find_lines(text, sentence, names))
    # "The tanker Pivot sailed at noon, he said": a ship says nothing.
    sources = tuple(None if each and each.span in ships else each for each in attribute(text, sentences))
    source_of = dict(zip(sentences, sources, strict=True))
    statements = read_statements(text, sentences, names, lines)
    relations = read_relations(text, sentences, names, statements)
    given = tuple(each for each in relations if not _is_covered(text, each, sentences))
    passable = names_on_the_way(text, names, given)
    naval = vessel_spans(text, tuple(vessel for vessel in vessels if vessel.is_naval))
    # The Urals of "barrels of Urals crude" are no stop.
    loads = read_loads(text, sentences)
    passages = find_passages(text, sentences)
    named = (*naval, *passage_names(text, passages), *(load.span for load in loads))
    no_way = (*_no_way(text, statements, relations, sources), *named)
    moved = read_movements(text, sentences, passable, gazetteer, no_way)
    movements = _with_sources(article, moved, source_of)
    statements = _without_borrowed_subjects(text, statements, relations, movements, ships)
    said = claimants(text, statements, movements, source_of)
    statements = tuple(replace(each, attribution=by) for each, by in zip(statements, said, strict=True))
    return Findings(
        sentences=sentences,
        mentions=_mentions(names, statements, movements),
        vetoed=tuple(name.mention for name in names if _is_vetoed(name)),
        lines=lines,
        statements=statements,
        movements=movements,
        vessels=vessels,
        cargo=loads,
        dates=read_dates(text, article.published_on),
        window=read_window(text, sentences, movements, sources, article.published_on),
        appositions=read_appositions(text, names),
        odd_borders=read_odd_borders(text, names),
        coordinates=coordinates,
        relations=relations,
        dateline=find_dateline(text),
        passages=of_ships(text, passages, frozenset(each.sentence for each in movements), ships),
    )


def _with_coordinates(text: str, names: tuple[Name, ...], coordinates: tuple[Coordinates, ...]) -> tuple[Name, ...]:
    """Return the names with positions in figures among them, in place of what was taken for names in those."""
    if not coordinates:
        return names
    spans = [found.span for found in coordinates]
    kept = [name for name in names if not any(name.span.overlaps(span) for span in spans)]
    found = [
        Name(Mention(span, text[span.start : span.end], MentionKind.PLACE, why="a position in figures"), is_known=True)
        for span in spans
    ]
    return tuple(sorted([*kept, *found], key=lambda name: (name.span, name.mention.kind.value)))


def _no_way(
    text: str,
    statements: tuple[Statement, ...],
    relations: tuple[Relation, ...],
    sources: tuple[Attribution | None, ...],
) -> tuple[Span, ...]:
    """Return the words whose places are no stops: references of stated distances, the names of sources."""
    spoken = tuple(source.span for source in sources if source is not None)
    places = {relation.words for relation in relations if is_unnamed_distance(relation)}
    measured = (each.span for each in statements if each.span not in places and not _is_travelled(text, each))
    return (*measured, *spoken)


def _is_covered(text: str, relation: Relation, sentences: tuple[Span, ...]) -> bool:
    """Return whether a relation only tells how far something has come: "had driven 1,800 km from Port Sudan"."""
    sentence = next((each for each in sentences if each.contains(relation.span)), None)
    return sentence is not None and _TRAVELLED.search(text[sentence.start : relation.words.start]) is not None


def _is_travelled(text: str, statement: Statement) -> bool:
    """Return whether a length, or a time, is that of a journey: "had driven 1,800 km from Port Sudan"."""
    lead = text[max(statement.sentence.start, statement.span.start - 40) : statement.span.start]
    if statement.kind is StatementKind.TRAVEL_TIME:
        return _JOURNEYED.search(lead) is not None
    return statement.kind is StatementKind.ROUTE or _TRAVELLED.search(lead) is not None


def _without_borrowed_subjects(
    text: str,
    statements: tuple[Statement, ...],
    relations: tuple[Relation, ...],
    movements: tuple[Movement, ...],
    ships: tuple[Span, ...],
) -> tuple[Statement, ...]:
    """Return the statements, without a subject where the words only say where goods or a ship were.

    "It was loaded at A and transferred 60 miles south of B" does not say that A lies there.
    """
    stops = {span for movement in movements for span in movement.places}
    used = {relation.words for relation in relations if is_unnamed_distance(relation) and relation.span in stops}
    return tuple(
        replace(statement, subject=None) if _is_borrowed(text, statement, used, ships) else statement
        for statement in statements
    )


def _is_borrowed(text: str, statement: Statement, used: set[Span], ships: tuple[Span, ...]) -> bool:
    name = statement.subject.name if statement.subject else None
    if statement.reference is not None and statement.reference.span.start < statement.span.start:
        return False  # "between A and B lie 440 km" says nothing else of either
    return (
        name is not None
        and name not in ships
        and (statement.span in used or happened_elsewhere(text, name, statement.span))
    )


def _with_sources(
    article: Article, movements: tuple[Movement, ...], source_of: dict[Span, Attribution | None]
) -> tuple[Movement, ...]:
    """Give each movement its source; what a charge or a hedge covers is alleged.

    A story's first charge holds for the chain that follows it, so one allegation about the goods is enough.
    """
    charged = bool(movements) and any(
        is_allegation(article.quote(sentence)) and names_goods(article.quote(sentence)) for sentence in source_of
    )
    result = []
    for movement in movements:
        source = source_of[movement.sentence]
        doubtful = is_allegation(article.quote(movement.sentence)) or (charged and source is not None)
        status = Status.ALLEGED if doubtful and movement.status is Status.REPORTED else movement.status
        result.append(replace(movement, attribution=source, status=status))
    return tuple(result)


def _mentions(
    names: tuple[Name, ...], statements: tuple[Statement, ...], movements: tuple[Movement, ...]
) -> tuple[Mention, ...]:
    """Return the names to place: all that the gazetteer knows, and any name where a place must stand."""
    slots = _endpoint_spans(statements, movements)
    found = []
    for name in names:
        if name.mention.kind is MentionKind.DEMONYM:
            found.append(name.mention)
        elif name.may_be_place and name.span in slots:
            found.append(replace(name.mention, slot=Slot.ENDPOINT))
        elif name.may_be_place and (name.is_known or name.is_recognised):
            found.append(name.mention)
    return tuple(found)


def _endpoint_spans(statements: tuple[Statement, ...], movements: tuple[Movement, ...]) -> frozenset[Span]:
    ends = [end.place_span for statement in statements for end in (statement.subject, statement.reference) if end]
    stops = [span for movement in movements for span in movement.places]
    return frozenset(span for span in (*ends, *stops) if span is not None)


def _is_vetoed(name: Name) -> bool:
    looked_like_a_place = name.is_known or name.mention.kind is MentionKind.VESSEL
    return looked_like_a_place and name.mention.kind not in (MentionKind.PLACE, MentionKind.DEMONYM)
