"""Stated distances as witnesses: "60 miles east of Paramaribo" tells which namesake is meant.

A figure may turn a choice that is open, not one that is clear: among many namesakes some place fits any figure.
What a figure has chosen is marked, because the figure cannot confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from routes.geo import azimuth_deg, distance_m
from routes.model import Place, Span, Statement, StatementKind
from routes.placing.ranker import Ranking, shares_of
from routes.placing.scene import Scene
from routes.reading import Findings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KINDS = frozenset({StatementKind.DISTANCE, StatementKind.BEARING, StatementKind.WITHIN, StatementKind.ROUTE})
# Logarithm of the odds that a pair of places gains by lying as far apart as the text says: it must outweigh that
# places of one text tend to lie near each other.
_FITS = 4.0
# News gives road distances as often as straight lines, and rounds; a bearing is one of eight.
_SHORTER, _LONGER = 0.85, 1.5
_BEARING_DEG = 40.0
# Of each name the most likely places are tried, and only those that have at least this share of it.
_TRIED, _LEAST_SHARE = 6, 0.01


@dataclass(frozen=True, slots=True)
class Heard:
    """A ranking after the figures were heard, and the senses whose place a figure has chosen."""

    ranking: Ranking
    chosen: frozenset[int]


def hear_figures(scene: Scene, findings: Findings, ranking: Ranking) -> Heard:
    """Return the ranking with the say of the stated distances between two names of the text."""
    sense_at = {
        scene.mentions[index].span: number for number, sense in enumerate(scene.senses) for index in sense.mentions
    }
    scores = ranking.scores.copy()
    chosen: set[int] = set()
    for statement, subject, reference in _between_senses(findings, sense_at):
        shares = shares_of(scores, scene)
        pairs = list(product(_likely(scene, shares, subject), _likely(scene, shares, reference)))
        fitting = [pair for pair in pairs if _fits(scene, statement, pair)]
        best = max(pairs, key=lambda pair: (scores[pair[0]] + scores[pair[1]], -pair[0], -pair[1]), default=None)
        if best is None or not fitting or best in fitting:
            continue
        told = max(fitting, key=lambda pair: (scores[pair[0]] + scores[pair[1]], -pair[0], -pair[1]))
        if scores[told[0]] + scores[told[1]] + _FITS <= scores[best[0]] + scores[best[1]]:
            continue
        for sense, row, other in zip((subject, reference), told, best, strict=True):
            if row != other:
                scores[row] += _FITS
                chosen.add(sense)
    if not chosen:
        return Heard(ranking, frozenset())
    return Heard(replace(ranking, scores=scores, shares=shares_of(scores, scene)), frozenset(chosen))


def _between_senses(findings: Findings, sense_at: dict[Span, int]) -> Iterator[tuple[Statement, int, int]]:
    for statement in findings.statements:
        if statement.kind not in _KINDS or statement.subject is None or statement.reference is None:
            continue
        if statement.subject.line is not None or statement.reference.line is not None:
            continue
        subject, reference = statement.subject.place_span, statement.reference.place_span
        if subject in sense_at and reference in sense_at and sense_at[subject] != sense_at[reference]:
            yield statement, sense_at[subject], sense_at[reference]


def _likely(scene: Scene, shares: NDArray[np.float64], sense: int) -> list[int]:
    start, end = (int(each) for each in scene.table.starts[sense : sense + 2])
    ranked = sorted(range(start, end), key=lambda row: (-shares[row], row))
    return [row for row in ranked[:_TRIED] if shares[row] >= _LEAST_SHARE]


def _fits(scene: Scene, statement: Statement, pair: tuple[int, int]) -> bool:
    start = scene.table.starts
    here, there = (
        scene.senses[int(scene.table.sense[row])].options[row - int(start[scene.table.sense[row]])].place
        for row in pair
    )
    return _lies_so_far(statement, here, there) and _lies_so(statement, here, there)


def _lies_so_far(statement: Statement, here: Place, there: Place) -> bool:
    apart_m = distance_m(here.position, there.position)
    slack_m = (here.extent_km + there.extent_km) * 1000
    figure = statement.quantity
    return figure.low_m / _LONGER - slack_m <= apart_m <= figure.high_m / _SHORTER + slack_m


def _lies_so(statement: Statement, here: Place, there: Place) -> bool:
    if statement.bearing is None:
        return True
    measured = azimuth_deg(there.position, here.position)
    return abs((measured - statement.bearing.azimuth_deg + 180) % 360 - 180) <= _BEARING_DEG
