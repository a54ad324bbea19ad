"""Build a statement and its context from a few words, so that the tests read as claims."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from routes.geo import ReferenceLine
from routes.judging import Context, judge
from routes.model import (
    Article,
    Bearing,
    BorderView,
    Candidate,
    Claim,
    End,
    How,
    LineKind,
    LineMention,
    Mention,
    MentionKind,
    Modifier,
    Place,
    PlaceKind,
    Position,
    Quantity,
    Resolution,
    Span,
    Statement,
    StatementKind,
    Unit,
)
from tests.judging.places import COUNTRIES, GAZETTEER

AZIMUTHS = {"north": 0.0, "east": 90.0, "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0}


def place(
    name: str,
    lat: float,
    lon: float,
    *,
    extent_km: float = 3.0,
    country: str | None = None,
    kind: PlaceKind = PlaceKind.CITY,
) -> Place:
    code = f"{name.lower().replace(' ', '-')}-{country or 'xx'}".lower()
    return Place(code, name, kind, country, Position(lat=lat, lon=lon), extent_km)


def length(
    value: float,
    unit: Unit = Unit.KM,
    *,
    half: float = 0.5,
    modifier: Modifier | None = None,
) -> Quantity:
    """Return a figure whose interval is `half` units wide to both sides."""
    low = 0.0 if modifier is Modifier.WITHIN else max(0.0, value - half)
    # Of a time: as far as one comes at 1 to 100 km/h.
    slow, fast = (unit.hours * 1_000, unit.hours * 100_000) if unit.is_time else (unit.metres, unit.metres)
    return Quantity(Span(0, 0), value, unit, low * slow, (value + half) * fast, modifier)


@dataclass(frozen=True)
class Line:
    """The words for a line, and the country that they name."""

    kind: LineKind
    country: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class Told:
    """One sentence, "SUBJECT is FIGURE from REFERENCE", and where its names lie."""

    subject: Place | Line | str | None
    quantity: Quantity
    reference: Place | Line | str | None
    also: Quantity | None = None
    bearing: str | None = None
    kind: StatementKind = StatementKind.DISTANCE
    on: date | None = None
    view: BorderView = BorderView.UN
    lines: tuple[ReferenceLine, ...] = ()
    rivals: tuple[tuple[Place, float], ...] = ()
    chosen: bool = False
    doubtful: bool = False
    others: tuple[Place, ...] = field(default=())

    def judged(self) -> Claim:
        statement, context = self.read()
        return judge(statement, context)

    def read(self) -> tuple[Statement, Context]:
        words = [_words(self.subject), _words(self.reference), *(other.name for other in self.others)]
        text = f"{words[0]} is {self.quantity.value:g} from {' and '.join(words[1:])}."
        subject = _end(self.subject, Span(0, len(words[0])), text)
        start = text.index(words[1], len(words[0]))
        reference = _end(self.reference, Span(start, start + len(words[1])), text)
        resolutions: dict[Span, Resolution] = {}
        for end, target in ((subject, self.subject), (reference, self.reference)):
            _resolve(resolutions, end, target, text)
        for other in self.others:
            at = text.index(other.name)
            span = Span(at, at + len(other.name))
            resolutions[span] = resolution(span, other)
        if self.rivals and subject and subject.name:
            resolutions[subject.name] = _with_rivals(resolutions[subject.name], self.rivals)
        statement = Statement(
            self.kind,
            Span(0, len(text)),
            Span(0, len(text)),
            self.quantity,
            self.also,
            Bearing(self.bearing, AZIMUTHS[self.bearing]) if self.bearing else None,
            subject,
            reference,
        )
        chosen = frozenset({subject.name}) if self.chosen and subject and subject.name else frozenset()
        doubtful = chosen if self.doubtful else frozenset()
        context = Context(Article(text), resolutions, GAZETTEER, self.on, self.view, self.lines, chosen, doubtful)
        return statement, context

    def but(self, **changes: object) -> Told:
        return replace(self, **changes)  # type: ignore[arg-type]  # a test names its fields


def resolution(span: Span, where: Place) -> Resolution:
    mention = Mention(span, where.name, MentionKind.PLACE)
    return Resolution(mention, where, 0.9, (Candidate(where, 0.9, "name"),), How.EXACT)


def _with_rivals(found: Resolution, rivals: tuple[tuple[Place, float], ...]) -> Resolution:
    more = tuple(Candidate(rival, score, "name") for rival, score in rivals)
    return replace(found, candidates=(*found.candidates, *more))


def _words(target: Place | Line | str | None) -> str:
    if isinstance(target, Line):
        return f"the {target.kind.value} of {target.country or 'nobody'}"
    if isinstance(target, Place):
        return target.name
    return target or "it"


def _end(target: Place | Line | str | None, span: Span, text: str) -> End | None:
    if target is None:
        return None
    if isinstance(target, Place):
        return End(span, name=span)
    if isinstance(target, str):
        return End(span)
    owner = None
    if target.country:
        at = text.index(target.country, span.start)
        owner = Span(at, at + len(target.country))
    return End(span, line=LineMention(span, target.kind, owner, target.detail))


def _resolve(resolutions: dict[Span, Resolution], end: End | None, target: object, text: str) -> None:
    if end is None:
        return
    if isinstance(target, Place) and end.name:
        resolutions[end.name] = resolution(end.name, target)
    if end.line and end.line.of:
        name = text[end.line.of.start : end.line.of.end]
        if name in COUNTRIES:
            resolutions[end.line.of] = resolution(end.line.of, COUNTRIES[name])
