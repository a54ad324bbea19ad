"""Names of a text that mean one place: the same name means the same, unless the text puts it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from routes.gazetteer import Gazetteer, fold
from routes.model import Mention, MentionKind, Place, PlaceKind, Slot
from routes.placing.candidates import Option, find_options
from routes.placing.cues import Cues, Tie


@dataclass(frozen=True, slots=True)
class Sense:
    """Mentions that stand for one place, by their places in the list, and what it may be."""

    name: str
    mentions: tuple[int, ...]
    options: tuple[Option, ...]


def find_senses(mentions: tuple[Mention, ...], cues: Cues, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """Return the senses of a text in the order in which they come up; every mention belongs to one."""
    named: dict[tuple[MentionKind, str], list[int]] = {}
    for index, mention in enumerate(mentions):
        named.setdefault((mention.kind, fold(mention.text)), []).append(index)
    options = {key: find_options(_strongest(mentions, found), gazetteer) for key, found in named.items()}
    keys = {index: key for key, found in named.items() for index in found}
    outer = {
        link.inner: options[keys[link.outer]]
        for link in reversed(cues.links)
        if link.tie is Tie.COMMA and keys[link.outer] != keys[link.inner]
    }
    senses = [
        Sense(key[1], tuple(part), options[key])
        for key, found in named.items()
        for part in _split(found, options[key], outer)
    ]
    return tuple(sorted(senses, key=lambda sense: sense.mentions))


def _strongest(mentions: tuple[Mention, ...], found: list[int]) -> Mention:
    """Return the mention of a name that asks most for a place."""
    return max((mentions[index] for index in found), key=lambda mention: mention.slot is Slot.ENDPOINT)


def _split(found: list[int], options: tuple[Option, ...], outer: dict[int, tuple[Option, ...]]) -> list[list[int]]:
    """Part the mentions of a name where "Paris, Texas" and "Paris, France" stand in one text.

    A bare mention goes with the last one before it that has a container, or else with the first.
    """
    lies_in = {index: _held(options, outer[index]) for index in found if index in outer}
    lies_in = {index: held for index, held in lies_in.items() if held}
    kinds = list(dict.fromkeys(lies_in.values()))
    if len(kinds) < 2 or any(not a.isdisjoint(b) for a in kinds for b in kinds if a is not b):
        return [found]
    parts: dict[frozenset[str], list[int]] = {held: [] for held in kinds}
    current = kinds[0]
    for index in found:
        current = lies_in.get(index, current)
        parts[current].append(index)
    return list(parts.values())


def _held(options: tuple[Option, ...], holders: tuple[Option, ...]) -> frozenset[str]:
    """Return the ids of the options that lie in a country or division of this name."""
    return frozenset(
        option.place.id for option in options if any(_lies_in(option.place, holder.place) for holder in holders)
    )


def _lies_in(place: Place, holder: Place) -> bool:
    if place.id == holder.id or place.country != holder.country:
        return False
    if holder.kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY):
        return True
    if holder.kind is not PlaceKind.DIVISION or holder.admin1 is None or place.admin1 != holder.admin1:
        return False
    return holder.admin2 is None or place.admin2 == holder.admin2
