"""What the text says about where a name lies: containers, countries named, what it is called."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from routes.gazetteer import Gazetteer, fold
from routes.geo import distance_m
from routes.model import Mention, Mode, Place, PlaceKind, Slot, Span
from routes.placing.candidates import Option, find_options
from routes.reading import Findings

_CONTAINED = re.compile(r"\s*(?:,|\(|in|of|on)\s*(?:the\s+)?(?:[a-z]+ern\s+)?", re.IGNORECASE)
_CONTAINED_FAR = re.compile(r",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){1,6}(?:in|on|of)\s+(?:the\s+)?(?:[a-z]+ern\s+)?")
_CONTAINERS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.DIVISION, PlaceKind.REGION})
_SEA_ENDS = frozenset({PlaceKind.PORT, PlaceKind.NAVAL_BASE})
_NEAR_M = 1_000_000.0

# The weights were set by hand, before any of them could be learnt; larger counts more.
_CONTAINER = 5.0
_COUNTRY_NAMED = 1.5
_CALLED_SO = 1.5
_SEA_END = 1.0
_LARGE_AS_END = -1.5
_MAIN_NAME = 0.5
_EDIT = -1.0
_CITY_OF_NAME = 8.0
_USERS = 20.0
_NEAR_OTHERS = 1.0
_KIND_PRIOR = {PlaceKind.COUNTRY: 4.0, PlaceKind.CONTINENT: 3.5, PlaceKind.CAPITAL: 1.5, PlaceKind.DIVISION: 1.0}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The document as a witness: which countries it names, which names it puts inside which."""

    countries: Counter[str]
    containers: dict[str, tuple[tuple[Place, ...], ...]]
    called: dict[str, frozenset[PlaceKind]]
    sea_ends: frozenset[str]
    ends: frozenset[str]
    measured: frozenset[str]


def gather(text: str, findings: Findings, gazetteer: Gazetteer) -> Evidence:
    """Return what the document says of its names; names are compared in folded form."""
    countries: Counter[str] = Counter()
    containers: dict[str, tuple[tuple[Place, ...], ...]] = {}
    for mention, following in zip(findings.mentions, (*findings.mentions[1:], None), strict=False):
        options = find_options(mention, gazetteer)
        named = {option.place.country for option in options if _names_country(option)}
        countries.update(code for code in named if code is not None)
        if following is not None and _is_contained(text, mention.span, following.span):
            holders = tuple(
                option.place for option in find_options(following, gazetteer) if option.place.kind in _CONTAINERS
            )
            if holders:
                key = fold(mention.text)
                containers[key] = (*containers.get(key, ()), holders)
    called = {fold(text[found.name.start : found.name.end]): found.kinds for found in findings.appositions}
    return Evidence(
        countries, containers, called, _sea_ends(text, findings), _ends(findings), _measured(text, findings)
    )


def score(option: Option, key: str, evidence: Evidence, others: tuple[Place, ...]) -> float:
    """Return how well a place fits; only differences between the options of one name mean anything."""
    place = option.place
    points = _prior(option)
    points += sum(_fits_container(place, holders) for holders in evidence.containers.get(key, ()))
    if place.country is not None and place.kind is not PlaceKind.COUNTRY and evidence.countries[place.country]:
        points += _COUNTRY_NAMED
    if place.kind in evidence.called.get(key, ()):
        points += _CALLED_SO
    if key in evidence.sea_ends and place.kind in _SEA_ENDS:
        points += _SEA_END
    if key in evidence.ends and place.kind in (PlaceKind.RIVER, PlaceKind.REGION, PlaceKind.RAILWAY):
        points += _LARGE_AS_END
    return points + _NEAR_OTHERS * _nearness(place, others)


def prefer_city(options: tuple[Option, ...], key: str, evidence: Evidence) -> tuple[float, ...]:
    """Return points for the city that a country shares its name with, where a distance is stated from it.

    "Djibouti is 560 km from Addis Ababa" speaks of the cities; so do people who say Singapore or Panama.
    """
    if key not in evidence.measured:
        return (0.0,) * len(options)
    states = {option.place.country for option in options if option.place.kind is PlaceKind.COUNTRY}
    return tuple(
        _CITY_OF_NAME if option.place.kind.is_settlement and option.place.country in states else 0.0
        for option in options
    )


def _prior(option: Option) -> float:
    place = option.place
    population = math.log10(place.population) / 2 if place.population else 1.0
    main = _MAIN_NAME if option.how.value == "exact" else 0.0
    users = _USERS if option.is_users else 0.0
    return population + _KIND_PRIOR.get(place.kind, 0.0) + main + users + _EDIT * option.edits


def _fits_container(place: Place, holders: tuple[Place, ...]) -> float:
    """Return the weight of "X in Y": for a place in Y, against one that is elsewhere."""
    if any(place.id == holder.id for holder in holders):
        return -_CONTAINER
    return _CONTAINER if any(place.country == holder.country for holder in holders) else -_CONTAINER


def _nearness(place: Place, others: tuple[Place, ...]) -> float:
    distances = [distance_m(place.position, other.position) for other in others if other.id != place.id]
    return max(0.0, 1.0 - min(distances) / _NEAR_M) if distances else 0.0


def _names_country(option: Option) -> bool:
    return option.place.kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY)


def _is_contained(text: str, inner: Span, outer: Span) -> bool:
    gap = text[inner.end : outer.start]
    return bool(_CONTAINED.fullmatch(gap) or _CONTAINED_FAR.fullmatch(gap))


def _sea_ends(text: str, findings: Findings) -> frozenset[str]:
    spans: set[Span | None] = set()
    for movement in findings.movements:
        if movement.mode is Mode.SEA or movement.vessel is not None:
            spans |= {movement.origin, movement.destination, movement.at}
    return frozenset(fold(text[span.start : span.end]) for span in spans if span is not None)


def _measured(text: str, findings: Findings) -> frozenset[str]:
    """Return the names between which a distance is stated, lines left out."""
    ends = [end for statement in findings.statements for end in (statement.subject, statement.reference) if end]
    spans = [end.place_span for end in ends if end.line is None]
    return frozenset(fold(text[span.start : span.end]) for span in spans if span is not None)


def _ends(findings: Findings) -> frozenset[str]:
    return frozenset(fold(mention.text) for mention in findings.mentions if _is_end(mention))


def _is_end(mention: Mention) -> bool:
    return mention.slot is Slot.ENDPOINT
