"""What the judge needs beside the statement: the places, the day, the lines, the borders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from routes.model import Article, BorderView, Place, PlaceKind, Resolution, Span
from routes.paths import OPEN, Ways

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer
    from routes.geo import ReferenceLine

_COUNTRY_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})


@dataclass(frozen=True, slots=True)
class Context:
    """An article with its places resolved; the same for all of its statements.

    `on` dates the lines that move. `lines` are the user's own and win over the built-in front line; `named_lines` are
    the user's too and are measured to where the text has their names.
    `chosen_by_claim` are the names whose place was picked because a stated distance fits it; of those
    `doubtful_choices` may fit by chance. `ways` says what a way by sea or by rail may use.
    """

    article: Article
    resolutions: Mapping[Span, Resolution]
    gazetteer: Gazetteer
    on: date | None
    border_view: BorderView
    lines: tuple[ReferenceLine, ...] = ()
    chosen_by_claim: frozenset[Span] = frozenset()
    doubtful_choices: frozenset[Span] = frozenset()
    named_lines: tuple[ReferenceLine, ...] = ()
    ways: Ways = OPEN

    def place_at(self, span: Span | None) -> Place | None:
        resolution = self.resolutions.get(span) if span is not None else None
        return resolution.place if resolution else None

    def with_place(self, span: Span, place: Place) -> Context:
        """Return the context in which a name stands for another place."""
        return replace(self, resolutions={**self.resolutions, span: replace(self.resolutions[span], place=place)})

    def country_name(self, code: str) -> str:
        country = self.gazetteer.country(code)
        return country.name if country else code

    def countries_in(self, span: Span) -> frozenset[str]:
        """Return the codes of the countries that a part of the text names, as nouns or as adjectives."""
        return frozenset(place.country for place in self.places_in(span) if is_country(place) and place.country)

    def places_in(self, span: Span) -> tuple[Place, ...]:
        """Return the places that a part of the text names, in order."""
        found = (self.place_at(name) for name in sorted(self.resolutions) if span.contains(name))
        return tuple(place for place in found if place)


def is_country(place: Place) -> bool:
    return place.kind in _COUNTRY_KINDS
