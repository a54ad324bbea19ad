"""Stated distances as witnesses: "60 miles east of Paramaribo" tells which namesake is meant.

A figure may turn a choice that is open, not one that is clear: among many namesakes some place fits any figure.
How much a figure may say follows from how rarely a namesake would fit it by chance: "15 miles southwest of X" leaves
little room on the earth. What a figure has chosen is marked; where chance could have done so, the figure cannot
confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import log, pi
from typing import TYPE_CHECKING

from routes.geo import azimuth_deg, distance_m
from routes.model import Place, PlaceKind, Span, Statement, StatementKind
from routes.placing.ranker import Ranking, shares_of
from routes.placing.scene import Scene
from routes.placing.table import apart_km
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
# Of each name the most likely places are tried, and only those that have at least this share of it; where chance
# is small, all.
_TRIED, _LEAST_SHARE = 6, 0.01
# The expected number of namesakes that fit by chance, from which on a fit says no more than `_FITS`, and the most
# that a fit may say. Namesakes lie in clusters: half of the world's Springfields are in one country.
_CHANCE, _MOST_FITS = 0.05, 9.0
_LAND_KM2, _CLUSTERED = 1.49e8, 15.0
_RIVAL_TIMES, _RIVAL_M = 4.0, 100_000.0
# A city and the region around it are no namesakes that a figure could tell apart.
_SAME_AREA_M = 150_000.0
_AREA_TIMES = 1.5


@dataclass(frozen=True, slots=True)
class Heard:
    """A ranking after the figures were heard, and the senses whose place a figure has chosen.

    Of those `doubtful` might fit by chance.
    """

    ranking: Ranking
    chosen: frozenset[int]
    doubtful: frozenset[int]


def hear_figures(scene: Scene, findings: Findings, ranking: Ranking) -> Heard:
    """Return the ranking with the say of the stated distances between two names of the text."""
    sense_at = {
        scene.mentions[index].span: number for number, sense in enumerate(scene.senses) for index in sense.mentions
    }
    scores = ranking.scores.copy()
    chosen: set[int] = set()
    doubtful: set[int] = set()
    for statement, subject, reference in _between_senses(findings, sense_at):
        chance = _chance(scene, statement, subject, reference)
        turn = _turn(scene, scores, statement, (subject, reference), is_rare=chance < _CHANCE)
        if turn is None:
            continue
        gain = min(_MOST_FITS, _FITS + max(0.0, log(_CHANCE / chance)))
        if sum(scores[row] for row in turn.told) + gain <= sum(scores[row] for row in turn.best):
            continue
        for sense, row, other in zip((subject, reference), turn.told, turn.best, strict=True):
            if row != other:
                scores[row] += gain
                chosen.add(sense)
                is_chance = chance >= _CHANCE and not _is_the_one_there(scene, sense, row, turn.told)
                if is_chance or _has_near_rival(scene, statement, row, turn.told):
                    doubtful.add(sense)
    if not chosen:
        return Heard(ranking, frozenset(), frozenset())
    heard = replace(ranking, scores=scores, shares=shares_of(scores, scene))
    return Heard(heard, frozenset(chosen), frozenset(doubtful))


@dataclass(frozen=True, slots=True)
class _Turn:
    """Rows of subject and reference: the likeliest by themselves, and the likeliest that lie as the text says."""

    best: tuple[int, int]
    told: tuple[int, int]


def _turn(
    scene: Scene, scores: NDArray[np.float64], statement: Statement, senses: tuple[int, int], *, is_rare: bool
) -> _Turn | None:
    """Return what a figure would choose in place of the likeliest pair; None where it changes nothing."""
    shares = shares_of(scores, scene)
    subjects, references = (_likely(scene, shares, sense, is_rare=is_rare) for sense in senses)
    pairs = sorted(product(subjects, references), key=lambda pair: (-scores[pair[0]] - scores[pair[1]], pair))
    if not pairs or _fits(scene, statement, pairs[0]):
        return None
    near = _roughly_fitting(scene, statement, subjects, references)
    told = next((pair for pair in pairs if pair in near and _fits(scene, statement, pair)), None)
    if told is None or all(_is_same_area(scene, *rows) for rows in zip(told, pairs[0], strict=True)):
        return None
    return _Turn(pairs[0], told)


def _chance(scene: Scene, statement: Statement, subject: int, reference: int) -> float:
    """Return how many namesakes are to be expected where the figure points, if they lay anywhere."""
    figure = statement.quantity
    slack_km = 10.0
    outer, inner = figure.high_m / 1000 / _SHORTER + slack_km, max(0.0, figure.low_m / 1000 / _LONGER - slack_km)
    share = 2 * _BEARING_DEG / 360 if statement.bearing else 1.0
    options = max(len(scene.senses[subject].options), len(scene.senses[reference].options))
    return options * pi * (outer**2 - inner**2) * share / _LAND_KM2 * _CLUSTERED


def _is_the_one_there(scene: Scene, sense: int, row: int, told: tuple[int, int]) -> bool:
    """Return whether a place is the only one of its name in the country of the other end."""
    country = scene.table.country
    start, end = (int(each) for each in scene.table.starts[sense : sense + 2])
    others = [other for other in range(start, end) if other != row and not _is_same_area(scene, other, row)]
    there = country[told[1] if told[0] == row else told[0]]
    return bool(country[row] == there) and not any(country[other] == there for other in others)


def _has_near_rival(scene: Scene, statement: Statement, row: int, told: tuple[int, int]) -> bool:
    """Return whether a namesake of much the same size lies where a wrong figure might have meant it."""
    there = _place(scene, told[1] if told[0] == row else told[0])
    reach_m = _RIVAL_TIMES * statement.quantity.high_m + _RIVAL_M
    sense = int(scene.table.sense[row])
    start, end = (int(each) for each in scene.table.starts[sense : sense + 2])
    rivals = (other for other in range(start, end) if not _is_same_area(scene, other, row))
    return any(
        scene.table.prior[other] >= scene.table.prior[row] - 1.0
        and distance_m(_place(scene, other).position, there.position) <= reach_m
        for other in rivals
    )


def _is_same_area(scene: Scene, row: int, other: int) -> bool:
    """Return whether two places of a name are a city and the region around it, or one and the same."""
    here, there = _place(scene, row), _place(scene, other)
    extents_m = (place.extent_km * 1000 for place in (here, there) if place.kind is PlaceKind.DIVISION)
    reach_m = max(_SAME_AREA_M, _AREA_TIMES * max(extents_m, default=0.0))
    return row == other or (
        here.country == there.country
        and distance_m(here.position, there.position) < reach_m
        and (here.kind.is_area or there.kind.is_area)
    )


def _roughly_fitting(
    scene: Scene, statement: Statement, subjects: list[int], references: list[int]
) -> set[tuple[int, int]]:
    """Return the pairs whose distance on the sphere comes near the stated one: what is worth measuring."""
    table, figure = scene.table, statement.quantity
    apart = apart_km(table.xyz[subjects], table.xyz[references])
    slack = table.extent_km[subjects][:, None] + table.extent_km[references][None, :]
    least, most = figure.low_m / 1000 / _LONGER, figure.high_m / 1000 / _SHORTER
    near = (apart * 1.01 + slack >= least) & (apart * 0.99 - slack <= most)
    return {(subjects[i], references[j]) for i, j in zip(*near.nonzero(), strict=True)}


def _place(scene: Scene, row: int) -> Place:
    sense = int(scene.table.sense[row])
    return scene.senses[sense].options[row - int(scene.table.starts[sense])].place


def _between_senses(findings: Findings, sense_at: dict[Span, int]) -> Iterator[tuple[Statement, int, int]]:
    for statement in findings.statements:
        if statement.kind not in _KINDS or statement.subject is None or statement.reference is None:
            continue
        if statement.subject.line is not None or statement.reference.line is not None:
            continue
        subject, reference = statement.subject.place_span, statement.reference.place_span
        if subject in sense_at and reference in sense_at and sense_at[subject] != sense_at[reference]:
            yield statement, sense_at[subject], sense_at[reference]


def _likely(scene: Scene, shares: NDArray[np.float64], sense: int, *, is_rare: bool) -> list[int]:
    start, end = (int(each) for each in scene.table.starts[sense : sense + 2])
    ranked = sorted(range(start, end), key=lambda row: (-shares[row], row))
    return ranked if is_rare else [row for row in ranked[:_TRIED] if shares[row] >= _LEAST_SHARE]


def _fits(scene: Scene, statement: Statement, pair: tuple[int, int]) -> bool:
    here, there = _place(scene, pair[0]), _place(scene, pair[1])
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
