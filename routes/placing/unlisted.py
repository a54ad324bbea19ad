"""Names that no gazetteer has: where the text itself puts them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from routes.model import Candidate, How, MentionKind, Place, PlaceKind, Resolution, Slot
from routes.placing.cues import Cues

# What a name says of another falls with the letters between them, to a third at this many.
_REACH = 400.0
_ONE_SPOT_KM = 100.0
# A town says more of what lies near it than its country.
_SAY = {PlaceKind.COUNTRY: 0.15, PlaceKind.TERRITORY: 0.15, PlaceKind.DIVISION: 0.7, PlaceKind.CONTINENT: 0.0}
# How often such a place is within 161 km of where people put it; see the model card.
_HELD, _BESIDE = 0.6, 0.4
_ROUGH_KM = 161.0


@dataclass(frozen=True, slots=True)
class _Found:
    resolution: Resolution
    confidence: float
    why: str


def place_unlisted(cues: Cues, resolved: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Return the resolutions with a rough place for the names that no gazetteer has.

    "Moorfield Stadium, Leeds" lies in Leeds; any other name near the place that the text names beside it. What a way
    or a stated distance ends at gets none: there a rough place would be measured as if it were the place itself.
    """
    holders = {link.inner: link.outer for link in reversed(cues.links)}
    return tuple(
        _placed(index, resolution, holders, resolved) if _is_open(resolution) else resolution
        for index, resolution in enumerate(resolved)
    )


def _is_open(resolution: Resolution) -> bool:
    mention = resolution.mention
    is_unknown = resolution.place is None and not resolution.candidates
    return is_unknown and mention.kind is MentionKind.PLACE and mention.slot is not Slot.ENDPOINT


def _placed(
    index: int, resolution: Resolution, holders: dict[int, int], resolved: tuple[Resolution, ...]
) -> Resolution:
    found = _held(resolved, holders.get(index)) or _beside(index, resolved)
    if found is None or found.resolution.place is None:
        return resolution
    place = found.resolution.place
    confidence = round(found.confidence * found.resolution.confidence, 4)
    candidate = Candidate(place, 1.0, f"in no gazetteer; {found.why} {found.resolution.mention.text}", How.DERIVED)
    return Resolution(resolution.mention, place, confidence, (candidate,), How.DERIVED)


def _held(resolved: tuple[Resolution, ...], outer: int | None) -> _Found | None:
    if outer is None or resolved[outer].place is None:
        return None
    return _Found(resolved[outer], _HELD, "the text puts it in")


def _beside(index: int, resolved: tuple[Resolution, ...]) -> _Found | None:
    """Return the name whose place most of the names around agree on: those at its spot, the near and sure ones most."""
    here = resolved[index].mention.span.start
    others = [(other, other.place, _say(other, here)) for other in resolved if other.place is not None]
    votes = [
        (sum(say for _, place, say in others if _is_one_spot(place, spot)), say, other)
        for other, spot, say in others
        if other.mention.kind is MentionKind.PLACE and other.how is not How.DERIVED
    ]
    if not votes:
        return None
    best = max(votes, key=lambda each: (round(each[0], 4), round(each[1], 4), -each[2].mention.span.start))
    return _Found(_rough(best[2]), _BESIDE, "the text names it beside")


def _rough(resolution: Resolution) -> Resolution:
    """Return a place that says of itself that it is only somewhere near another."""
    place = resolution.place
    assert place is not None
    somewhere = replace(
        place,
        id=f"derived:{place.id}:beside",
        name=f"near {place.name}",
        kind=PlaceKind.REGION,
        extent_km=max(place.extent_km, _ROUGH_KM),
        aliases=(),
        population=None,
        source="the text",
    )
    return replace(resolution, place=somewhere)


def _say(resolution: Resolution, here: int) -> float:
    """Return the weight of a name for a place that is named at another point of the text."""
    assert resolution.place is not None
    apart = abs(resolution.mention.span.start - here)
    return resolution.confidence * _SAY.get(resolution.place.kind, 1.0) * math.exp(-apart / _REACH)


def _is_one_spot(a: Place, b: Place) -> bool:
    # A degree of latitude is 111 km; the distance on a sphere would cost more than it tells here.
    shrink = math.cos(math.radians((a.position.lat + b.position.lat) / 2))
    east = (a.position.lon - b.position.lon + 180) % 360 - 180
    return math.hypot(a.position.lat - b.position.lat, east * shrink) * 111 <= _ONE_SPOT_KM
