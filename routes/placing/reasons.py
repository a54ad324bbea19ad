"""Why an option is what a name stands for, in words."""

from __future__ import annotations

from collections.abc import Iterator

from routes.gazetteer.store import NameClass
from routes.model import How
from routes.placing.ranker import Ranking
from routes.placing.scene import Scene

# A container that holds an option with less certainty than this is no reason.
_HELD = 0.5
_NEAR_KM = 100.0
_MOST = 2


def reason(scene: Scene, ranking: Ranking, row: int) -> str:
    """Return by what an option was found, and what in the text speaks for it."""
    table = scene.table
    sense = int(table.sense[row])
    option = scene.senses[sense].options[row - int(table.starts[sense])]
    if option.how is How.FUZZY or option.name_class is NameClass.DEMONYM:
        return option.why
    said = list(_said(scene, ranking, row))[:_MOST]
    if len(said) < _MOST:
        said += _standing(scene, ranking, row)
    return "; ".join((option.why, *said[:_MOST]))


def _said(scene: Scene, ranking: Ranking, row: int) -> Iterator[str]:
    """Yield what the text says for an option, the strongest first."""
    if holder := _holder(scene, ranking, row):
        yield f"named with {holder}"
    columns = ranking.columns
    near_km = 10 ** columns["log km to the nearest"][row] - 1
    if 0 < near_km <= _NEAR_KM and columns["settlement"][row]:
        yield f"{near_km:.0f} km from another place of the text"
    for level, words in (("first division", "same division"), ("country", "same country")):
        count = round(float(columns[f"names in the {level}"][row]))
        if count and not columns["nation"][row]:
            yield f"{words} as {count} other {'place' if count == 1 else 'places'}"
            return


def _standing(scene: Scene, ranking: Ranking, row: int) -> Iterator[str]:
    sense = int(scene.table.sense[row])
    count = len(scene.senses[sense].options)
    if count == 1:
        yield "no other place of this name is known"
    elif ranking.columns["rank by people"][row] == 0:
        yield f"largest of {count}"


def _holder(scene: Scene, ranking: Ranking, row: int) -> str | None:
    """Return the name of the place that the text puts the option in, if it does lie there."""
    table = scene.table
    for holding in scene.holdings:
        if holding.inner != table.sense[row]:
            continue
        outer = slice(int(table.starts[holding.outer]), int(table.starts[holding.outer + 1]))
        weights = holding.holds[row - int(table.starts[holding.inner])] * ranking.shares[outer]
        if weights.sum() >= _HELD:
            return scene.senses[holding.outer].options[int(weights.argmax())].place.name
    return None
