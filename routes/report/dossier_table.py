"""A dossier as a text for people: the contradictions, then who says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from routes.model import Contradiction, Dossier, Outcome, Side, letter
from routes.report.dossier_document import source_name
from routes.report.plain import pad, shorten, visible, wrap
from routes.report.style import OUTCOME_INKS, OUTCOME_SIGNS, Ink, TextStyle

if TYPE_CHECKING:
    from routes.comparing import Line, TableRow

_GAP = "  "
_LABEL = 18
_NARROWEST_CELL = 16
_QUOTE_LIMIT = 160
_TITLE_LIMIT = 120
_NOTHING = "The articles tell of no stop and no distance."
_NO_CONTRADICTION = "No contradiction was found between the articles."


def render_dossier(dossier: Dossier, style: TextStyle) -> str:
    """Return the articles by letter, the contradictions, and a table of who says what."""
    # A report of one article needs none of this, and most commands are about one.
    from routes.comparing import who_says_what

    sections = [tuple(_articles(dossier, style)), tuple(_contradictions(dossier, style))]
    rows = who_says_what(dossier)
    table = _table(dossier, rows, style) if rows else wrap(_NOTHING, style.width)
    sections.append((style.paint("Who says what", Ink.BOLD), *table))
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _articles(dossier: Dossier, style: TextStyle) -> Iterator[str]:
    from routes.reading import day_words

    yield style.paint(f"{len(dossier.reports)} articles, compared", Ink.BOLD)
    for number, report in enumerate(dossier.reports):
        article = report.article
        title = shorten(article.title, _TITLE_LIMIT) if article.title else "(no title)"
        day = day_words(article.published_on) if article.published_on else "no date"
        source = source_name(article.source)
        facts = f"{visible(source)}, {day}" if source else day
        yield from _hanging(f"{letter(number)}  {title} ({facts})", style)


def _contradictions(dossier: Dossier, style: TextStyle) -> Iterator[str]:
    if not dossier.contradictions:
        yield from wrap(_NO_CONTRADICTION, style.width)
        return
    count = len(dossier.contradictions)
    yield style.paint(f"{count} contradiction{'s' if count > 1 else ''}", Ink.BOLD)
    for found in dossier.contradictions:
        yield from _contradiction(dossier, found, style)


def _contradiction(dossier: Dossier, found: Contradiction, style: TextStyle) -> Iterator[str]:
    yield from _hanging(f"{found.topic.value}: {found.sentence}", style)
    for side in found.sides:
        yield from (f"  {line}" for line in _side(dossier, side, style))


def _side(dossier: Dossier, side: Side, style: TextStyle) -> Iterator[str]:
    sign = _sign(side.outcome)
    for telling in side.tellings:
        quote = shorten(dossier.quote(telling), _QUOTE_LIMIT)
        for number, line in enumerate(_hanging(f"{letter(telling.article)} {sign}“{quote}”", style, less=2)):
            yield style.paint(line, OUTCOME_INKS[side.outcome]) if side.outcome and number == 0 else line


def _sign(outcome: Outcome | None) -> str:
    return f"{OUTCOME_SIGNS[outcome]} " if outcome else ""


def _table(dossier: Dossier, rows: Sequence[TableRow], style: TextStyle) -> tuple[str, ...]:
    count = len(dossier.reports)
    width = (style.width - _LABEL - count * len(_GAP)) // count
    return tuple(_stacked(rows, style) if width < _NARROWEST_CELL else _columns(rows, count, width, style))


def _columns(rows: Sequence[TableRow], count: int, width: int, style: TextStyle) -> Iterator[str]:
    heads = [pad("", _LABEL), *(pad(letter(number), width) for number in range(count))]
    yield style.paint(_GAP.join(heads).rstrip(), Ink.BOLD)
    for row in rows:
        cells = [wrap(row.label, _LABEL), *(_cell(cell, width) for cell in row.cells)]
        for number in range(max(len(cell) for cell in cells)):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            yield _GAP.join([pad(parts[0], _LABEL), *(pad(part, width) for part in parts[1:])]).rstrip()


def _cell(lines: Sequence[Line], width: int) -> tuple[str, ...]:
    return tuple(part for line in lines for part in wrap(_sign(line.outcome) + line.words, width)) or ("–",)


def _stacked(rows: Sequence[TableRow], style: TextStyle) -> Iterator[str]:
    """Yield what the columns have, an article below the other: a terminal is narrow, or articles are many."""
    for row in rows:
        yield from wrap(row.label, style.width)
        for number, cell in enumerate(row.cells):
            words = "; ".join(_sign(line.outcome) + line.words for line in cell) or "–"
            yield from (f"  {line}" for line in _hanging(f"{letter(number)}  {words}", style, less=2))


def _hanging(text: str, style: TextStyle, less: int = 0) -> Iterator[str]:
    first, *rest = wrap(text, style.width - less - 4)
    yield first
    yield from (f"    {line}" for line in rest)
