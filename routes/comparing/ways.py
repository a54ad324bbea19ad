"""Where articles disagree on the way of one shipment: its ends, order, modes, ships, days, load, outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routes.comparing.facts import cargo, days, modes, outcomes, vessels
from routes.comparing.sameness import is_vaguer
from routes.comparing.shipments import Shipment, Told
from routes.comparing.sides import Saying, disputed_sides, says
from routes.model import Contradiction, Report, Role, Status, Topic

_NOT_REACHED = frozenset({Status.DENIED, Status.TURNED_BACK})


def contradictions_of_ways(reports: Sequence[Report], shipments: Sequence[Shipment]) -> tuple[Contradiction, ...]:
    """Return where articles disagree, a shipment after the other."""
    found: list[Contradiction] = []
    for shipment in shipments:
        if len(shipment.articles) > 1:
            found.extend(_of_shipment(reports, shipment))
    return tuple(found)


def _of_shipment(reports: Sequence[Report], shipment: Shipment) -> Iterator[Contradiction]:
    yield from _ends(shipment, Role.ORIGIN)
    yield from _ends(shipment, Role.DESTINATION)
    yield from _order(shipment)
    yield from modes(reports, shipment)
    yield from vessels(reports, shipment)
    yield from days(reports, shipment)
    yield from cargo(reports, shipment)
    yield from outcomes(shipment)


def _ends(shipment: Shipment, role: Role) -> Iterator[Contradiction]:
    """Yield the first or last stops that are told differently.

    An article that begins or ends the way at a stop that another passes through tells less of it, nothing else.
    """
    joint, verb = ("from", "came") if role is Role.ORIGIN else ("to", "went")
    sayings = [
        Saying(told.article, number, f"{joint} {row.name}", told.stop.span)
        for number, row in enumerate(shipment.rows)
        for told in row.told
        if told.stop.role is role and told.stop.status not in _NOT_REACHED
    ]

    def is_conflict(a: Saying, b: Saying) -> bool:
        first, second = shipment.rows[a.view], shipment.rows[b.view]
        if first.by(b.article) or second.by(a.article):
            return False
        return not (is_vaguer(first.named, second.named) or is_vaguer(second.named, first.named))

    sides = disputed_sides(sayings, is_conflict)
    if sides:
        topic = Topic.ORIGIN if role is Role.ORIGIN else Topic.DESTINATION
        names = " or ".join(shipment.rows[number].name for number in sorted({s.view for s in sayings}))
        yield Contradiction(topic, names, sides, f"{says(sides, f'the goods {verb} ')}.")


def _order(shipment: Shipment) -> Iterator[Contradiction]:
    """Yield the first two stops that one article tells in the other order than another."""
    places = {article: _numbers(shipment, article) for article in shipment.articles}
    for first in range(len(shipment.rows)):
        for second in range(first + 1, len(shipment.rows)):
            sayings = [
                _before(shipment, numbers[first], numbers[second])
                for numbers in places.values()
                if first in numbers and second in numbers
            ]
            sides = disputed_sides(sayings, lambda a, b: a.view != b.view)
            if sides:
                names = f"{shipment.rows[first].name} and {shipment.rows[second].name}"
                yield Contradiction(Topic.ORDER, names, sides, f"{says(sides, 'the goods were in ')}.")
                return


def _numbers(shipment: Shipment, article: int) -> dict[int, Told]:
    """Return an article's own stops by the row they stand in."""
    return {number: told for number, row in enumerate(shipment.rows) for told in row.by(article)[:1]}


def _before(shipment: Shipment, a: Told, b: Told) -> Saying:
    first, second = (a, b) if a.number < b.number else (b, a)
    row = shipment.row_of(first.article, first.number)
    other = shipment.row_of(second.article, second.number)
    words = f"{shipment.rows[row].name} before {shipment.rows[other].name}"
    return Saying(first.article, row, words, first.stop.span)
