"""Places that nothing in the text speaks for: better no place than one on the wrong continent."""

from __future__ import annotations

import re
from dataclasses import replace

from routes.gazetteer import fold
from routes.geo import distance_m
from routes.model import How, MentionKind, Place, Resolution, Slot

# A name that is surer than this tells where a text is about.
_SURE = 0.6
# What is drawn as a stop, or measured from, must be likelier than not, if no other name is near it.
_LIKELY = 0.5
# Any other name may be unlikelier, but not as unlikely as this.
_LEAST_LIKELY = 0.35
_NEAR_M = 500_000.0
_WELL_KNOWN_PEOPLE = 100_000
_GUESSED = frozenset({How.FUZZY, How.EXACT, How.ALIAS})
# The fewest letters of a name in which a letter too many, too few or out of order is plainly a slip.
_LEAST_LETTERS = 6
_SOUNDS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", "y": "i"} | dict.fromkeys("aeou", "i"))
_DOUBLED = re.compile(r"(.)\1+")


def leave_strays(resolved: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Return the resolutions without the places that are guessed and far from all else; their rivals stay listed.

    A corrected spelling needs a sure name of its country or nearby, unless it is plainly a slip: letters swapped,
    doubled or dropped, or one that sounds alike. A little known namesake needs one too, where it is unlikely; at an
    end of a way or of a distance, where it is less likely than not.
    """
    witnesses = [each for each in resolved if _is_witness(each)]
    return tuple(_without_place(each) if _is_stray(each, witnesses) else each for each in resolved)


def _is_witness(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.how is not How.FUZZY and resolution.confidence >= _SURE


def _without_place(resolution: Resolution) -> Resolution:
    return replace(resolution, place=None, confidence=0.0, how=None)


def _is_stray(resolution: Resolution, witnesses: list[Resolution]) -> bool:
    place, mention = resolution.place, resolution.mention
    if place is None or mention.kind is not MentionKind.PLACE or resolution.how not in _GUESSED:
        return False
    if resolution.how is How.FUZZY:
        is_guess = not is_slip(mention.text, place)
    else:
        least = _LIKELY if mention.slot is Slot.ENDPOINT else _LEAST_LIKELY
        is_guess = resolution.confidence < least and not _is_well_known(place)
    return is_guess and not any(_speaks_for(witness, place, mention.text) for witness in witnesses)


def _is_well_known(place: Place) -> bool:
    return ":" not in place.id or place.kind.is_area or (place.population or 0) >= _WELL_KNOWN_PEOPLE


def _speaks_for(witness: Resolution, place: Place, name: str) -> bool:
    other = witness.place
    if other is None or fold(witness.mention.text) == fold(name):
        return False
    if place.country is not None and other.country == place.country:
        return True
    return not other.kind.is_area and distance_m(other.position, place.position) <= _NEAR_M


def is_slip(written: str, place: Place) -> bool:
    """Return whether a name is plainly meant for a place's: what differs is no sound of its own.

    Whoever writes accents knows the name.
    """
    if not written.isascii():
        return False
    mine = fold(written)
    return any(_is_slip(mine, fold(name)) for name in (place.name, *place.aliases))


def _is_slip(mine: str, name: str) -> bool:
    if _heard(mine) == _heard(name):
        return True
    is_long = min(len(mine), len(name)) >= _LEAST_LETTERS
    has_same_letters = sorted(mine) == sorted(name)
    return is_long and (has_same_letters or _is_part(mine, name) or _is_part(name, mine))


def _heard(folded: str) -> str:
    return _DOUBLED.sub(r"\1", folded.translate(_SOUNDS).replace("kh", "k").replace("ph", "f"))


def _is_part(short: str, long: str) -> bool:
    """Return whether the letters of one name stand in the other in their order."""
    letters = iter(long)
    return len(short) < len(long) and all(letter in letters for letter in short)
