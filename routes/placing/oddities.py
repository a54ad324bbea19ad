"""Where the text and the gazetteer disagree about a place: say so, change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Article, How, Level, Notice, PlaceKind, Resolution, Span
from routes.reading import Findings

_BORDERED = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.DIVISION, PlaceKind.REGION, PlaceKind.DISPUTED_AREA}
)
_UNSURE = 0.6


def find_oddities(article: Article, findings: Findings, resolutions: tuple[Resolution, ...]) -> tuple[Notice, ...]:
    """Return notices about corrected names, odd borders, kinds that differ and unsure places."""
    by_span = {resolution.mention.span: resolution for resolution in resolutions}
    found = (
        *_corrected(resolutions),
        *_odd_borders(article, findings, by_span),
        *_other_kinds(findings, by_span),
        *_unsure(resolutions),
        *_left_out(resolutions),
    )
    return tuple(sorted(found, key=lambda notice: (notice.span or Span(0, 0), notice.code)))


def _corrected(resolutions: tuple[Resolution, ...]) -> Iterator[Notice]:
    seen: set[str] = set()
    for resolution in resolutions:
        text = resolution.mention.text
        if resolution.how is How.FUZZY and resolution.place is not None and text not in seen:
            seen.add(text)
            message = f"“{text}” is in no gazetteer; read as {resolution.place.name}: {resolution.candidates[0].why}"
            yield Notice(Level.WARNING, "spelling", message, resolution.mention.span)


def _odd_borders(article: Article, findings: Findings, by_span: dict[Span, Resolution]) -> Iterator[Notice]:
    for odd in findings.odd_borders:
        place = by_span[odd.name].place if odd.name in by_span else None
        if place is not None and place.kind not in _BORDERED:
            words = article.quote(odd.span)
            message = (
                f"“{words}”: {place.name} is a {place.kind.value} and has no border of its own; the text is odd here"
            )
            yield Notice(Level.WARNING, "odd-border", message, odd.span)


def _other_kinds(findings: Findings, by_span: dict[Span, Resolution]) -> Iterator[Notice]:
    for apposition in findings.appositions:
        place = by_span[apposition.name].place if apposition.name in by_span else None
        if place is not None and place.kind not in apposition.kinds:
            message = (
                f"The text calls {place.name} a place of another kind, “{apposition.words}”; "
                f"in the gazetteer it is a {place.kind.value} ({place.source})"
            )
            yield Notice(Level.WARNING, "kind-differs", message, apposition.span)


def _unsure(resolutions: tuple[Resolution, ...]) -> Iterator[Notice]:
    seen: set[str] = set()
    for resolution in resolutions:
        text = resolution.mention.text
        if resolution.place is not None and resolution.confidence < _UNSURE and text not in seen:
            seen.add(text)
            message = f"“{text}” may be: {_rivals(resolution)}"
            yield Notice(Level.WARNING, "unsure-place", message, resolution.mention.span)


def _left_out(resolutions: tuple[Resolution, ...]) -> Iterator[Notice]:
    """Yield a notice for each name that is on no map because nothing in the text speaks for what it may be."""
    seen: set[str] = set()
    for resolution in resolutions:
        text = resolution.mention.text
        if resolution.place is None and resolution.candidates and text not in seen:
            seen.add(text)
            message = f"“{text}” has no place: nothing in the text speaks for {_rivals(resolution)}; --pick chooses one"
            yield Notice(Level.WARNING, "no-place", message, resolution.mention.span)


def _rivals(resolution: Resolution) -> str:
    return ", ".join(
        f"{candidate.place.name} ({candidate.place.kind.value}, {candidate.place.country or 'no country'})"
        for candidate in resolution.candidates[:3]
    )
