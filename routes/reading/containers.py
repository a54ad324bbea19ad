"""Names that only say where the place beside them lies."""

from __future__ import annotations

import re

from routes.gazetteer import Gazetteer
from routes.model import PlaceKind
from routes.reading.names import Name

# Between two names: "'s", "'s port of", " port of".
_MODIFIES = re.compile(
    r"['’]s?\s+(?:[a-z]+\s+){0,3}?(?:of\s+)?|(?<=\bport)\s+of\s+|"
    r"\s+(?:[a-z]+\s+)?(?:port|city|town|harbou?r|terminal)\s+(?:of\s+)?",
    re.IGNORECASE,
)
_SPOT = re.compile(
    r"(?:\s+\d+)?(?:\s+(?:[a-z]+\s+)?(?:terminal|docks?|quay|pier|berth|factory|works|yard|warehouse|plant|station|port))?"
    r"\s+in\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DIVISION = r"(?:(?:province|region|state|district|county|department|island|islands|archipelago|peninsula)\s+of\s+)?"
_LIES_IN = re.compile(rf"\s+(?:in|on)\s+(?:the\s+)?(?:(?:[a-z]+ern|far)\s+)?{_DIVISION}", re.IGNORECASE)
_BESIDE = re.compile(r"\s*,?\s*(?:in|on|of)?\s*(?:the\s+)?(?:[a-z]+ern\s+)?")
_APPOSED = re.compile(r",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){1,6}(?:in|on|of)\s+(?:the\s+)?(?:[a-z]+ern\s+)?")
# "In the Gulf of Oman off Fujairah", "in the South China Sea off the coast of eastern Malaysia": one place, at sea.
_OFF = re.compile(r",?\s+off\s+(?:(?:the\s+)?(?:[a-z]+\s+)?coasts?\s+of\s+)?(?:the\s+)?(?:[a-z]+(?:ern)?\s+)?")
_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
_CONTAINERS = _COUNTRIES | {PlaceKind.DIVISION, PlaceKind.REGION, PlaceKind.CONTINENT}
_WATERS = frozenset({PlaceKind.STRAIT, PlaceKind.CANAL, PlaceKind.SEA, PlaceKind.OCEAN, PlaceKind.GULF})


def without_containers(text: str, places: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """Drop what only says where the place beside it lies, and a spot in a town that no gazetteer has.

    "Dunay in Russia", "Najin, a port in North Korea", "Iran's Kharg Island", "the Caribbean port of Santa Marta",
    "the King George V Docks in Glasgow", "the Shilong terminal in Dongguan".
    """
    kept: list[Name] = []
    for name, following in zip(places, (*places[1:], None), strict=False):
        if (following and _MODIFIES.fullmatch(text, name.span.end, following.span.start)) or text[
            name.span.end : name.span.end + 1
        ] in ("-", "–"):
            continue
        inner = kept[-1] if kept else None
        gap = text[inner.span.end : name.span.start] if inner else ""
        if inner is not None and _SPOT.fullmatch(gap) and (not inner.is_known or gap.split()[0] != "in"):
            if not (_can_contain(name, gazetteer) or _is_of_kind(name, _WATERS, gazetteer)):
                kept[-1] = name
            continue
        if inner is not None and _OFF.fullmatch(gap) and _is_of_kind(inner, _WATERS, gazetteer):
            if not _can_contain(name, gazetteer):
                kept[-1] = name  # a port says more closely where it was, a country does not
            continue
        if inner is not None and _is_container(gap, name, inner, gazetteer):
            continue
        kept.append(name)
    return tuple(kept)


def _is_container(gap: str, name: Name, inner: Name, gazetteer: Gazetteer) -> bool:
    if _LIES_IN.fullmatch(gap):
        return True
    contained = _BESIDE.fullmatch(gap) or _APPOSED.fullmatch(gap)
    if not contained or not _can_contain(name, gazetteer):
        return False
    return not _can_contain(inner, gazetteer) or (
        "," in gap and _is_country(name, gazetteer) and not _is_country(inner, gazetteer)
    )


def _is_country(name: Name, gazetteer: Gazetteer) -> bool:
    return _is_of_kind(name, _COUNTRIES, gazetteer)


def _can_contain(name: Name, gazetteer: Gazetteer) -> bool:
    return _is_of_kind(name, _CONTAINERS, gazetteer)


def _is_of_kind(name: Name, kinds: frozenset[PlaceKind], gazetteer: Gazetteer) -> bool:
    matches = gazetteer.find(name.mention.text)
    return bool(matches) and matches[0].place.kind in kinds
