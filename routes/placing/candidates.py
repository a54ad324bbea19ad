"""The places that a name may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from routes.gazetteer import Gazetteer, demonym_country, fold
from routes.model import How, Mention, MentionKind, Place, Slot


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may stand for, and by what it was found.

    `edits` counts corrected letters; `is_users` marks a row of the user's own gazetteer file.
    """

    place: Place
    how: How
    why: str
    edits: int = 0
    is_users: bool = False


def find_options(mention: Mention, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """Return the places a mention may stand for, exact names first.

    A misspelling is mended only where the text asks for a place (the end of a movement or of a stated
    distance) and the gazetteer has no such name: free text would turn persons into towns.
    """
    if mention.kind is MentionKind.DEMONYM:
        country = _country(mention.text, gazetteer)
        return () if country is None else (Option(country, How.ALIAS, "adjective of the country"),)
    exact = tuple(
        Option(
            match.place,
            How.ALIAS if match.is_alias else How.EXACT,
            _why(match.name, match.place),
            is_users=gazetteer.is_users(match.place.id),
        )
        for match in gazetteer.find(mention.text)
    )
    if exact or mention.slot is not Slot.ENDPOINT:
        return exact
    return tuple(
        Option(match.place, How.FUZZY, f"corrected from {mention.text!r} ({_edits(match.edits)})", match.edits)
        for match in gazetteer.fuzzy(mention.text)
    )


def _country(demonym: str, gazetteer: Gazetteer) -> Place | None:
    code = demonym_country(demonym)
    return None if code is None else gazetteer.country(code)


def _why(name: str, place: Place) -> str:
    if fold(name) == fold(place.name):
        return "the name of the place"
    return f"another name of {place.name}"


def _edits(count: int) -> str:
    return "1 letter" if count == 1 else f"{count} letters"
