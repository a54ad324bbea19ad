"""One shipment as several articles tell it: their itineraries joined, their stops in one order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from routes.comparing.sameness import Named, is_same, rivals_at
from routes.comparing.vessels import shares_a_vessel
from routes.model import Itinerary, Place, Report, SharedStop, Stop, StopTelling


@dataclass(frozen=True, slots=True)
class Told:
    """A stop in one article."""

    article: int
    itinerary: int
    number: int
    stop: Stop
    named: Named


@dataclass(slots=True)
class Row:
    """A stop and everyone who tells of it."""

    told: list[Told] = field(default_factory=list)

    def means(self, named: Named) -> bool:
        return any(is_same(told.named, named) for told in self.told)

    @property
    def place(self) -> Place | None:
        return next((told.stop.place for told in self.told if told.stop.place), None)

    @property
    def name(self) -> str:
        """Return the place's name: one article may spell it wrong."""
        return self.place.name if self.place else self.told[0].stop.name

    @property
    def named(self) -> Named:
        return Named(self.name, self.place)

    def by(self, article: int) -> tuple[Told, ...]:
        return tuple(told for told in self.told if told.article == article)

    def shared(self, shipment: int) -> SharedStop:
        ordered = sorted(self.told, key=lambda told: (told.article, told.number))
        tellings = tuple(StopTelling(t.article, t.itinerary, t.number, t.stop.span) for t in ordered)
        return SharedStop(self.name, self.place, shipment, tellings)


@dataclass(slots=True)
class Shipment:
    """The itineraries of one shipment, at most one from each article, and their stops in order of travel."""

    itineraries: dict[int, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    @property
    def articles(self) -> tuple[int, ...]:
        return tuple(sorted(self.itineraries))

    def row_of(self, article: int, number: int) -> int:
        """Return in which row an article's stop stands."""
        return next(
            n
            for n, row in enumerate(self.rows)
            for told in row.told
            if (told.article, told.number) == (article, number)
        )

    def add(self, stops: Sequence[Told]) -> None:
        """Put an article's stops in: each into its row, new ones before the next stop that has one."""
        self.itineraries[stops[0].article] = stops[0].itinerary
        taken: set[int] = set()  # by identity: rows move as new ones come in between
        for place, told in enumerate(stops):
            row = next((r for r in self.rows if id(r) not in taken and r.means(told.named)), None)
            if row is None:
                row = Row()
                self.rows.insert(self._first_shared(stops[place:], taken), row)
            row.told.append(told)
            taken.add(id(row))

    def _first_shared(self, stops: Sequence[Told], taken: set[int]) -> int:
        """Return the row of the first of the stops that has one already, or where the next row would be."""
        for told in stops:
            for number, row in enumerate(self.rows):
                if id(row) not in taken and row.means(told.named):
                    return number
        return len(self.rows)


def join_shipments(reports: Sequence[Report]) -> tuple[Shipment, ...]:
    """Return the shipments of all articles; itineraries that share stops or ships are one."""
    shipments: list[Shipment] = []
    for article, report in enumerate(reports):
        ways = [_told(report, article, number) for number in range(len(report.itineraries))]
        left = {number for number, way in enumerate(ways) if way}
        for shipment, number in _best_pairs(reports, shipments, report, ways):
            if number in left and article not in shipment.itineraries:
                shipment.add(ways[number])
                left.remove(number)
        for number in sorted(left):
            shipments.append(Shipment())
            shipments[-1].add(ways[number])
    return tuple(shipments)


def _told(report: Report, article: int, itinerary: int) -> tuple[Told, ...]:
    return tuple(
        Told(article, itinerary, number, stop, Named(stop.name, stop.place, rivals_at(report, stop.span)))
        for number, stop in enumerate(report.itineraries[itinerary].stops)
    )


def _best_pairs(
    reports: Sequence[Report], shipments: Sequence[Shipment], report: Report, ways: Sequence[Sequence[Told]]
) -> Iterator[tuple[Shipment, int]]:
    """Yield which way may be which shipment, the most alike first."""
    scored = []
    for place, shipment in enumerate(shipments):
        known = [reports[article].itineraries[number] for article, number in sorted(shipment.itineraries.items())]
        for number, way in enumerate(ways):
            score = _likeness(shipment, way, known, report.itineraries[number])
            if score:
                scored.append((-score, place, number))
    for _, place, number in sorted(scored):
        yield shipments[place], number


def _likeness(shipment: Shipment, way: Sequence[Told], known: Sequence[Itinerary], itinerary: Itinerary) -> int:
    shared = sum(any(row.means(told.named) for told in way) for row in shipment.rows)
    return shared + any(shares_a_vessel(itinerary, other) for other in known)
