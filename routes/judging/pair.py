"""The stated figure as intervals: one, or two where "N km (M miles)" contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass

from routes.judging.figures import interval_words, quantity_words
from routes.model import Quantity, Statement
from routes.reading import half_place


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated length that is judged as one: its words and the interval it stands for, in metres."""

    words: str
    value_m: float
    low_m: float
    high_m: float


@dataclass(frozen=True, slots=True)
class Stated:
    """What a statement puts forward. Two figures only where the two units do not agree."""

    figures: tuple[Figure, ...]
    pair_agrees: bool | None
    steps: tuple[str, ...]

    @property
    def words(self) -> str:
        return " / ".join(figure.words for figure in self.figures)


def read_stated(statement: Statement) -> Stated:
    """Return the interval or intervals that a statement stands for."""
    first, second = statement.quantity, statement.also
    steps = [_step(first)]
    if second is None:
        return Stated((_figure(first),), pair_agrees=None, steps=tuple(steps))
    steps.append(_step(second))
    if not pair_agrees(first, second):
        gap = "the two figures contradict each other"
        return Stated((_figure(first), _figure(second)), pair_agrees=False, steps=(*steps, gap))
    both = _intersection(first, second)
    steps.append(f"the two figures agree; together {interval_words(both.low_m, both.high_m)}")
    return Stated((both,), pair_agrees=True, steps=tuple(steps))


def pair_agrees(first: Quantity, second: Quantity) -> bool:
    """Return whether two figures can stand for one length, given how both are rounded."""
    (low, high), (other_low, other_high) = _rounding_m(first), _rounding_m(second)
    return low <= other_high and other_low <= high


def _rounding_m(quantity: Quantity) -> tuple[float, float]:
    """Return the interval of the bare figure: "within 290 km" and "180 miles" agree by 290 and 180."""
    top = quantity.value if quantity.value_max is None else quantity.value_max
    low = max(0.0, quantity.value - half_place(quantity.value))
    return low * quantity.unit.metres, (top + half_place(top)) * quantity.unit.metres


def _intersection(first: Quantity, second: Quantity) -> Figure:
    low, high = max(first.low_m, second.low_m), min(first.high_m, second.high_m)
    if low > high:  # only where a modifier moved one of two figures that agree: the first is the writer's own
        low, high = first.low_m, first.high_m
    return Figure(f"{quantity_words(first)} ({quantity_words(second, with_modifier=False)})", first.value_m, low, high)


def _figure(quantity: Quantity) -> Figure:
    return Figure(quantity_words(quantity), quantity.value_m, quantity.low_m, quantity.high_m)


def _step(quantity: Quantity) -> str:
    return f"stated {quantity_words(quantity)} → {interval_words(quantity.low_m, quantity.high_m)}"
