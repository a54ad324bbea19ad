"""Several reports of one story go in, a dossier comes out."""

from __future__ import annotations

from collections.abc import Sequence

from routes.comparing.claims import compare_claims
from routes.comparing.shipments import join_shipments
from routes.comparing.ways import contradictions_of_ways
from routes.errors import UsageError
from routes.model import Dossier, Report


def dossier(reports: Sequence[Report]) -> Dossier:
    """Return reports of one story laid beside each other: shared stops, shared claims, contradictions.

    The articles keep the order in which they are given; the first is called A. Raise UsageError where there are
    fewer than two.

    >>> from routes.pipeline import analyze
    >>> told = dossier([analyze("Grain went from Odesa to Izmir by sea."), analyze("Grain went from Odesa to Varna.")])
    >>> [(stop.name, stop.articles) for stop in told.stops]
    [('Odesa', (0, 1)), ('Izmir', (0,)), ('Varna', (1,))]
    >>> told.contradictions[0].sentence
    'A says the goods went to Izmir, B to Varna.'
    """
    given = tuple(reports)
    if len(given) < 2 or not all(isinstance(report, Report) for report in given):
        raise UsageError("dossier: give the reports of two articles or more, such as [analyze(one), analyze(other)]")
    shipments = join_shipments(given)
    claims, disputed = compare_claims(given)
    return Dossier(
        reports=given,
        stops=tuple(row.shared(number) for number, shipment in enumerate(shipments) for row in shipment.rows),
        claims=claims,
        contradictions=(*disputed, *contradictions_of_ways(given, shipments)),
    )
