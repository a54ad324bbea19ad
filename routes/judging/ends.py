"""Both ends of a stated distance, as far as they can be found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from routes.gazetteer import demonym_country
from routes.judging.context import Context
from routes.judging.divisions import as_city, as_division
from routes.judging.figures import quoted
from routes.judging.halfway import Way, middle_between
from routes.judging.islands import seen_from
from routes.judging.lines import find_line
from routes.judging.outlines import with_outline
from routes.judging.own_lines import own_line
from routes.judging.targets import LineTarget, Missing, Target
from routes.model import End, Place, PlacedEnd, Span, Statement, StatementKind

_ARTICLE = re.compile(r"(?:^|[\s(\"“])[Tt]he\s$")
_ALONE = re.compile(r"\s*(?:[.,;:)]|$)|\s(?:is|was|were|has|had|lies|lay|sank|off|at|in|on|and|to|from)\b")
# "The state capital" is that of a state, which the words do not name.
_CAPITAL = re.compile(
    r"(?:the|this|its|their|our)\s+(?:nation['’]s\s+|country['’]s\s+|national\s+)?(?:(?P<whose>[A-Z][\w-]*(?:\s[A-Z][\w-]*)?)\s+)?"
    r"capital(?:\s+city)?",
    re.IGNORECASE,
)
_OWN_CAPITAL = re.compile(r"(?:the\s+)?[A-Z][\w .-]*['’]s?\s+capital(?:\s+city)?")
_OWN_PORT = re.compile(
    r"(?:the\s+)?[^\W\d_][\w .-]*['’]s?\s+(?:[a-z]+\s+)?(?:port|harbou?r|seaport|docks|suburbs?|hospital)"
)
_INWARD = re.compile(r"\b(?:inside|into|within|deep)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ends:
    """Where subject and reference are. `swapped` says that the subject is the line or the area.

    `way` is the geodesic that the reference is the middle of.
    """

    subject: Target
    reference: Target
    swapped: bool = False
    way: Way | None = None

    @property
    def anchor(self) -> Target:
        """Return the end that is a place: what is measured from."""
        return self.reference if self.swapped else self.subject

    @property
    def are_areas(self) -> bool:
        """Return whether neither end is a place that one could stand for: two countries, a country and a line."""
        return isinstance(self.subject, LineTarget) and isinstance(self.reference, LineTarget)

    @property
    def other(self) -> Target:
        return self.subject if self.swapped else self.reference


def find_ends(statement: Statement, context: Context) -> Ends:
    """Return both ends; a country stands for its land, as in "300 km from Ukraine"."""
    subject, reference = (_place(end, context) for end in (statement.subject, statement.reference))
    subject = _capital(statement.subject, context, reference) or subject
    reference = _capital(statement.reference, context, subject) or reference
    subject = _town_of(statement.subject, context) or subject
    reference = _town_of(statement.reference, context) or reference
    subject = _line(statement.subject, context, statement.sentence, reference) or subject
    reference = _line(statement.reference, context, statement.sentence, subject) or reference
    subject = own_line(statement.subject, context) or subject
    reference = own_line(statement.reference, context) or reference
    if statement.kind is StatementKind.HALFWAY:
        middle, way = middle_between(reference, _place(statement.beyond, context), context)
        return Ends(subject, middle, swapped=isinstance(subject, LineTarget), way=way)
    if isinstance(subject, Missing) or isinstance(reference, Missing) or subject == reference:
        return Ends(subject, reference)
    subject, reference = with_outline(subject, context), with_outline(reference, context)
    reference = seen_from(subject, reference, statement, context)
    if isinstance(reference, LineTarget) and reference.area and _is_inward(statement, context):
        reference = replace(reference, name=f"the edge of {reference.name}", is_inward=True)
    return Ends(subject, reference, swapped=isinstance(subject, LineTarget) and isinstance(reference, Place))


def placed(end: End | None, target: Target, context: Context) -> PlacedEnd | None:
    """Return an end as the report shows it."""
    if end is None:
        return None
    place = target if isinstance(target, Place) else _named_place(end, target, context)
    return PlacedEnd(context.article.quote(end.span), target.name, place)


def _named_place(end: End, target: Target, context: Context) -> Place | None:
    """Return the place behind a country's land; none behind a line, or where a line of the user's was named."""
    is_line = end.line is not None or (isinstance(target, LineTarget) and target.centre is None)
    return None if is_line else context.place_at(end.place_span)


def _place(end: End | None, context: Context) -> Target:
    if end is None:
        return Missing("an unnamed place", "one end is not named")
    words = quoted(context.article.quote(end.span))
    if end.place_span is None:
        return Missing(words, f"{words} is not a named place")
    name = quoted(context.article.quote(end.place_span))
    place = context.place_at(end.place_span)
    if place is None:
        return Missing(name, f"no place is known for {name}")
    is_thing = place.kind.is_settlement and _is_thing(context.article.text, end.place_span)
    if is_thing and not _has_article(place, end.place_span, context):
        return Missing(name, f"{name} has an article before it, as no town has")
    return as_division(as_city(place, end.place_span, context), end.place_span, context)


def _is_thing(text: str, name: Span) -> bool:
    """Return whether a name with an article stands alone: "the Kairos was hit" tells of a ship, not of a town."""
    lead, after = text[max(0, name.start - 5) : name.start], text[name.end : name.end + 12]
    return _ARTICLE.search(lead) is not None and _ALONE.match(after) is not None


def _has_article(place: Place, name: Span, context: Context) -> bool:
    """Return whether the article belongs to the name: "The Dalles" in the gazetteer or within a sentence."""
    if any(known.startswith("The ") for known in (place.name, *place.aliases)):
        return True
    text, word = context.article.text, re.escape(context.article.quote(name))
    return re.search(rf"[a-z,]\sThe\s{word}\b", text) is not None


def _capital(end: End | None, context: Context, other: Target) -> Place | None:
    """Return the city that "the capital" stands for: of the country in the words, else of that of the other end."""
    if end is None or end.line is not None or context.place_at(end.place_span) is not None:
        return None
    quote = context.article.quote(end.span)
    if _OWN_CAPITAL.fullmatch(quote):
        owners = context.countries_in(end.span)
        return context.gazetteer.capital_of(next(iter(owners))) if len(owners) == 1 else None
    words = _CAPITAL.fullmatch(quote)
    if words is None:
        return None
    named = words["whose"]
    country = demonym_country(named) if named else other.country if isinstance(other, Place) else None
    return context.gazetteer.capital_of(country) if country else None


def _town_of(end: End | None, context: Context) -> Place | None:
    """Return the town that "Odesa's port" is in; "Ukraine's port" is in none that is known."""
    if end is None or end.line is not None or end.place_span is not None:
        return None
    if _OWN_PORT.fullmatch(context.article.quote(end.span)) is None:
        return None
    owners = [place for place in context.places_in(end.span) if place.kind.is_settlement]
    return owners[0] if len(owners) == 1 else None


def _line(end: End | None, context: Context, sentence: Span, other: Target) -> Target | None:
    if end is None or end.line is None:
        return None
    return find_line(end.line, context, sentence, other if isinstance(other, Place) else None)


def _is_inward(statement: Statement, context: Context) -> bool:
    """Return whether a distance runs from the edge of a country to its inside: "40 km inside Russia"."""
    if statement.reference is None:
        return False
    between = context.article.text[statement.quantity.span.end : statement.reference.span.start]
    return _INWARD.search(between) is not None
