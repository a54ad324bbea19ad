"""The world layer as it looks from above: what the rows over it have is shown once, as they have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from routes.gazetteer.fold import fold
from routes.gazetteer.layer import Layer, Name
from routes.gazetteer.twins import are_two_towns, find_twin
from routes.gazetteer.world import WorldLayer
from routes.model import Place, Position

# Answers that stay at hand; an article brings some hundred names, with ten places each.
_REMEMBERED = 5_000


class Underlay:
    """A world layer under curated layers: each finds its counterpart in the other by name and nearness.

    A world place that has a counterpart above is that place, with the world's further names for it. A place above
    gets from its counterpart the codes of the divisions in which it lies.
    """

    def __init__(self, world: WorldLayer, above: tuple[Layer, ...]) -> None:
        self.world = world
        self._above = above
        self._named: dict[str, tuple[Name, ...]] = {}
        self._apart: dict[str, tuple[Name, ...]] = {}
        self._placed: dict[str, Place] = {}

    def named(self, folded: str) -> tuple[Name, ...]:
        """Return the world's names of this form, each for the place above that it belongs to, if there is one."""
        found = self._named.get(folded)
        if found is None:
            _make_room(self._named)
            found = self._named[folded] = tuple(self._as_above(name, folded) for name in self.world.named(folded))
        return found

    def named_apart(self, folded: str) -> tuple[Name, ...]:
        """Return the postal codes and demonyms of this form, as `named` does."""
        found = self._apart.get(folded)
        if found is None:
            _make_room(self._apart)
            found = self._apart[folded] = tuple(self._as_above(name, "") for name in self.world.named_apart(folded))
        return found

    def known(self, folded: Iterable[str]) -> set[str]:
        return self.world.known(folded)

    def by_id(self, ident: str) -> Place | None:
        return self.world.by_id(ident) if ident in self.world else None

    def places(self) -> Iterator[Place]:
        return (place for place in self.world.places() if self._upper(place) is None)

    def places_near(self, position: Position, reach: float) -> Iterator[Place]:
        """Yield the world's own places within `reach` degrees of arc, and some more."""
        return (place for place in self.world.places_near(position, reach) if self._upper(place) is None)

    def division(self, code: str, admin1: str) -> Place | None:
        """Return the first-level division with a code in a country, as it stands above if it does."""
        found = self.world.division(code, admin1)
        upper = found and self._upper(found)
        return self.placed(upper) if upper else found

    def placed(self, place: Place) -> Place:
        """Return a place from above with what only the world has: the codes of its divisions, how many people."""
        found = self._placed.get(place.id)
        if found is None:
            _make_room(self._placed)
            lower = self._lower(place)
            found = _completed(place, lower) if lower else place
            self._placed[place.id] = found
        return found

    def _as_above(self, name: Name, folded: str) -> Name:
        upper = self._upper(name.place, folded)
        if upper is None:
            return name
        return replace(name, place=self.placed(upper), is_alias=fold(upper.name) != folded)

    def _upper(self, place: Place, folded: str = "") -> Place | None:
        forms = {fold(place.name), folded} if folded else {fold(place.name)}
        for depth, layer in enumerate(self._above):
            bearers = (name.place for form in sorted(forms) for name in layer.named(form))
            # A row of the user's with the id of ours has taken its place, whatever it is called.
            shown = (each for each in bearers if not any(each.id in over for over in self._above[:depth]))
            # A row above has no codes of its own: those of its own counterpart tell it from the town across the border.
            found = find_twin(place, (each for each in shown if not are_two_towns(place, self.placed(each))))
            if found is not None:
                return found
        return None

    def _lower(self, place: Place) -> Place | None:
        for written in (place.name, *place.aliases):
            found = find_twin(place, (name.place for name in self.world.named(fold(written))))
            if found is not None:
                return found
        return None


def _completed(place: Place, lower: Place) -> Place:
    people = lower.population if place.population is None else place.population
    return replace(place, admin1=lower.admin1, admin2=lower.admin2, population=people)


def _make_room(answers: dict[str, tuple[Name, ...]] | dict[str, Place]) -> None:
    if len(answers) > _REMEMBERED:
        answers.clear()
