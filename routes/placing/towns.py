"""A town and the district around it often share a name: where the text does not say which, the town is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from routes.placing.ranker import Ranking, shares_of
from routes.placing.scene import Scene
from routes.placing.surety import choices
from routes.placing.table import FIRST_DIVISION, SECOND_DIVISION, SETTLEMENT, SITE, apart_km

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Beyond this it is another town of the name, not the seat of the district.
_SEAT_KM = 100.0
_AHEAD = 1.0


def prefer_towns(scene: Scene, ranking: Ranking) -> Ranking:
    """Return the ranking with the town ahead of the district that it is the seat of.

    The point of a district may lie tens of kilometres from where goods and armies are.
    """
    import numpy as np

    table = scene.table
    best = choices(scene, ranking)
    best = best[np.isin(table.sort[best], (FIRST_DIVISION, SECOND_DIVISION))]
    said = np.maximum(ranking.columns["called outside"], ranking.columns["called inside"])
    scores = ranking.scores.copy()
    for row in best[said[best] <= 0].tolist():
        town = _seat(scene, scores, row)
        if town is not None:
            scores[town] = scores[row] + _AHEAD
    return replace(ranking, scores=scores, shares=shares_of(scores, scene))


def _seat(scene: Scene, scores: NDArray[np.float64], row: int) -> int | None:
    """Return the best town or port of the name in the district, or near its middle."""
    import numpy as np

    table = scene.table
    sense = int(table.sense[row])
    rows = np.arange(table.starts[sense], table.starts[sense + 1])
    is_town = np.isin(table.sort[rows], (SETTLEMENT, SITE)) & (table.country[rows] == table.country[row])
    is_near = apart_km(table.xyz[rows], table.xyz[row : row + 1])[:, 0] <= _SEAT_KM
    found = rows[is_town & is_near]
    return int(found[scores[found].argmax()]) if len(found) else None
