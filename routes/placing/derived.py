"""Places that a text gives only by others: a point, how far it may be off, and the area in which it lies.

Such a place is for the map and for the way of the goods. It never takes part in a claim: what a stated distance
has placed cannot be measured to check that distance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from routes.geo import country_at, distance_m
from routes.model import (
    Article,
    BorderView,
    Candidate,
    How,
    Mention,
    MentionKind,
    Place,
    PlaceKind,
    Resolution,
    Span,
    StatementKind,
)
from routes.placing.areas import Located, between, halfway, near, off_coast, stated, towards
from routes.reading import Findings, Relation, RelationKind

_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
# Of the confidence in the reference. A figure and a bearing leave least open, a bearing alone most.
_SHARE = {
    RelationKind.DISTANCE: 0.9,
    RelationKind.HALFWAY: 0.8,
    RelationKind.NEAR: 0.8,
    RelationKind.OFF: 0.7,
    RelationKind.BEARING: 0.6,
    RelationKind.BETWEEN: 0.6,
}
_UNBORNE_SHARE = 0.5
# Beside a country or a sea nothing is near; the figure of a stated distance may reach beyond a larger place.
_LARGEST_REFERENCE_KM = 60.0
_LONGEST_BETWEEN_KM = 1_500.0
# A pin that may be off by more would look settled where nothing is; a figure alone does not even tell the side.
_WIDEST_STATED_KM = 250.0
_WIDEST_UNBORNE_KM = 130.0


@dataclass(frozen=True, slots=True)
class _Scene:
    article: Article
    by_span: Mapping[Span, Resolution]
    view: BorderView

    def place(self, span: Span | None) -> Place | None:
        found = self.by_span.get(span) if span is not None else None
        return found.place if found else None


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a place was derived from, and where that puts it."""

    references: tuple[Place, ...]
    confidence: float
    located: Located


def with_derived(
    article: Article, findings: Findings, resolutions: tuple[Resolution, ...], view: BorderView
) -> tuple[Resolution, ...]:
    """Return the resolutions with those of the places that the text gives by others, in the order of the text.

    A name that the gazetteer does not have gets the place that its phrase gives it.
    """
    if not findings.relations:
        return resolutions
    scene = _Scene(article, {resolution.mention.span: resolution for resolution in resolutions}, view)
    derived = {resolution.mention.span: resolution for resolution in _derived(scene, findings)}
    kept = [resolution for resolution in resolutions if resolution.mention.span not in derived]
    return tuple(sorted([*kept, *derived.values()], key=lambda resolution: resolution.mention.span))


def _derived(scene: _Scene, findings: Findings) -> Iterator[Resolution]:
    told = _told_of_places(scene, findings)
    for relation in findings.relations:
        if relation.span in told and relation.within is None:
            continue
        named = _own_name(scene, relation)
        if scene.place(named) is not None:
            continue
        references = [scene.by_span.get(span) for span in relation.references]
        places = [_meant(found, relation) for found in references if found is not None]
        known = [place for place in places if place is not None]
        located = _locate(scene, relation, known) if len(known) == len(references) else None
        if located is not None:
            span = named if named is not None and named in scene.by_span else relation.span
            least = min(found.confidence for found in references if found is not None)
            yield _resolution(scene, relation, span, _Basis(tuple(known), least, located))


def _told_of_places(scene: _Scene, findings: Findings) -> frozenset[Span]:
    """Return the words of figures that are told of something that they give no place to.

    Of a named place ("X lies near the border and 470 km west of Y"), or of what stays within a distance of a coast.
    What goods came from or went to is a place, whatever it is told of.
    """
    told = {
        statement.span
        for statement in findings.statements
        if statement.kind is StatementKind.WITHIN
        or (statement.subject is not None and scene.place(statement.subject.name) is not None)
    }
    ends = (end for move in findings.movements for end in (*move.origins, *move.destinations, *move.at))
    return frozenset(told - set(ends))


def _meant(reference: Resolution, relation: Relation) -> Place | None:
    """Return the place of a reference: the city where a country shares its name, unless its coast is meant."""
    place = reference.place
    if place is None or place.kind not in _COUNTRIES or relation.is_offshore:
        return place
    cities = (candidate.place for candidate in reference.candidates if candidate.place.kind.is_settlement)
    return next((city for city in cities if city.country == place.country), place)


def _own_name(scene: _Scene, relation: Relation) -> Span | None:
    """Return the name of the place itself; a sea or a region around it is no name of its own."""
    if relation.named is not None and relation.named == relation.within:
        around = scene.place(relation.within)
        if around is not None and (around.kind.is_area or around.kind.is_water):
            return None
    return relation.named


def _locate(scene: _Scene, relation: Relation, places: list[Place]) -> Located | None:
    first = places[0]
    if relation.is_offshore and first.kind in _COUNTRIES and relation.bearing is None:
        return off_coast(first, relation.quantity, scene.view) if first.country else None
    if relation.kind is RelationKind.DISTANCE and relation.quantity is not None:
        reach_km = max(relation.quantity.high_m / 1000, _LARGEST_REFERENCE_KM)
        found = stated(first, relation.quantity, relation.bearing) if first.extent_km <= reach_km else None
        return found if found is not None and _tells_enough(scene, relation, found) else None
    if any(place.extent_km > _LARGEST_REFERENCE_KM for place in places):
        return None
    if relation.kind is RelationKind.BEARING and relation.bearing is not None:
        return towards(first, relation.bearing)
    if relation.kind in (RelationKind.BETWEEN, RelationKind.HALFWAY):
        find = between if relation.kind is RelationKind.BETWEEN else halfway
        found = find(first, places[1])
        return found if found is not None and found.radius_km <= _LONGEST_BETWEEN_KM / 2 else None
    return near(first, is_offshore=relation.is_offshore)


def _resolution(scene: _Scene, relation: Relation, span: Span, basis: _Basis) -> Resolution:
    located = basis.located
    text = scene.article.quote(span)
    words = " ".join(scene.article.quote(relation.words).split())
    place = Place(
        id=f"derived:{':'.join(place.id for place in basis.references)}:{located.key}",
        name=words if span == relation.span else text,
        kind=PlaceKind.OFFSHORE if _is_at_sea(scene, relation, located) else PlaceKind.FACILITY,
        # It may lie beyond a border, or at sea.
        country=None,
        position=located.center,
        extent_km=located.radius_km,
        source="the text",
        note=located.assumption,
    )
    share = _SHARE[relation.kind]
    if relation.kind is RelationKind.DISTANCE and relation.bearing is None:
        share = _SHARE[RelationKind.OFF]
    if not _is_borne_out(scene, relation, place):
        share *= _UNBORNE_SHARE
    confidence = round(share * basis.confidence, 4)
    candidate = Candidate(place, 1.0, f"from “{words}”: {located.assumption}", How.DERIVED)
    mention = Mention(span, text, MentionKind.PLACE, why="given by another place")
    return Resolution(mention, place, confidence, (candidate,), How.DERIVED, located.outline)


def _tells_enough(scene: _Scene, relation: Relation, located: Located) -> bool:
    """Return whether a stated distance gives a pin: where ships turn back on the ocean there is no better one."""
    if relation.bearing is None:
        return located.radius_km <= _WIDEST_UNBORNE_KM
    is_sure = located.radius_km <= _WIDEST_STATED_KM
    return is_sure or (relation.named is None and _is_at_sea(scene, relation, located))


def _is_at_sea(scene: _Scene, relation: Relation, located: Located) -> bool:
    """Return whether a place lies off a coast, or where no country has land."""
    return relation.is_offshore or country_at(located.center, scene.view) is None


def _is_borne_out(scene: _Scene, relation: Relation, place: Place) -> bool:
    """Return whether what the text names around the place can hold it: "in the Gulf of Aden, 60 miles south of X"."""
    around = scene.place(relation.within)
    if around is None:
        return True
    reach_m = (around.extent_km + place.extent_km) * 1000
    return distance_m(around.position, place.position) <= reach_m
