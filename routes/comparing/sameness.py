"""Whether two articles mean one place."""

from __future__ import annotations

from dataclasses import dataclass

from routes.gazetteer import fold
from routes.geo import distance_m
from routes.model import Candidate, Place, PlaceKind, Report, Span

# A port, its town and its district carry one name within some tens of kilometres; namesakes lie farther apart.
_SAME_NAME_M = 50_000.0
# "Tikhoretsk ammunition depot" is part of Tikhoretsk: as the judge takes a depot for that of the town.
_PART_OF_M = 15_000.0
_RIVAL_M = 30_000.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name as an article has it, the place it stands for, and the places it might have stood for."""

    name: str
    place: Place | None
    rivals: tuple[Candidate, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Return all the ways in which the place is called, folded."""
        known = (self.place.name, *self.place.aliases) if self.place else ()
        return frozenset(fold(name) for name in (self.name, *known))


def rivals_at(report: Report, span: Span | None) -> tuple[Candidate, ...]:
    """Return the places that the name at `span` might stand for."""
    for resolution in report.toponyms:
        if resolution.mention.span == span:
            return resolution.candidates
    return ()


def is_same(a: Named, b: Named) -> bool:
    """Return whether two names mean one place: by id, by a name they share close by, as a part, as a rival close by.

    A name that could not be placed is the same as one that is written alike.
    """
    if a.place is None or b.place is None:
        return bool(a.names & b.names)
    if a.place.id == b.place.id:
        return True
    apart_m = distance_m(a.place.position, b.place.position)
    if apart_m > _SAME_NAME_M:
        return False
    if a.names & b.names:
        return True
    if apart_m <= _PART_OF_M and (_is_part(a, b) or _is_part(b, a)):
        return True
    return apart_m <= _RIVAL_M and (_is_rival(a, b) or _is_rival(b, a))


def is_vaguer(a: Named, b: Named) -> bool:
    """Return whether `a` is the country or the division that `b` lies in: then both can be right."""
    if a.place is None or b.place is None or a.place.country != b.place.country or a.place.country is None:
        return False
    if a.place.kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY):
        return True
    return a.place.kind is PlaceKind.DIVISION and a.place.admin1 is not None and a.place.admin1 == b.place.admin1


def _is_part(part: Named, whole: Named) -> bool:
    """Return whether the one name is the other's with more words, such as "Port of Odesa" and "Odesa"."""
    assert part.place is not None
    assert whole.place is not None
    words, fewer = fold(part.place.name).split(), fold(whole.place.name).split()
    return len(fewer) < len(words) and any(words[n : n + len(fewer)] == fewer for n in range(len(words)))


def _is_rival(a: Named, b: Named) -> bool:
    assert b.place is not None
    return any(rival.place.id == b.place.id for rival in a.rivals)
