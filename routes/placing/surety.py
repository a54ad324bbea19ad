"""How sure a choice is: what the numbers say of the best option of each name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from routes.placing.ranker import Ranking
from routes.placing.scene import Scene
from routes.placing.table import apart_km

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

# A town and its county are one spot for most purposes: what lies nearer than this speaks for the choice.
_ONE_SPOT_KM = 100.0
_DECIMALS = 3
# Features of the ranker that say something of how sure the choice is, too.
_TAKEN = (
    "log people",
    "log options",
    "prior gap",
    "lead of the prior",
    "name class",
    "word dropped",
    "nation",
    "first division",
    "second division",
    "settlement",
    "water",
    "could be held, comma",
    "is held, comma",
    "is held, within",
    "is held, before",
    "share in the country",
    "share in the first division",
    "country named",
    "first division named",
    "share within 150 km",
    "log km to the nearest",
    "occurrences",
    "log senses",
    "letters",
    "called inside",
)


def spot_shares(scene: Scene, shares: Numbers) -> Numbers:
    """Return for each option how much of its name lies at its spot."""
    import numpy as np

    table = scene.table
    spots = np.zeros(len(table))
    for start, end in zip(table.starts[:-1], table.starts[1:], strict=True):
        near = apart_km(table.xyz[start:end], table.xyz[start:end]) <= _ONE_SPOT_KM
        spots[start:end] = near @ shares[start:end]
    return spots


def choices(scene: Scene, ranking: Ranking) -> NDArray[np.int64]:
    """Return the row of the best option of each sense that has any; of equals the likelier by its people alone."""
    import numpy as np

    sense = scene.table.sense
    order = np.lexsort((np.arange(len(sense)), -ranking.scores, sense))
    chosen: NDArray[np.int64] = order[np.flatnonzero(np.diff(sense[order], prepend=-1))]
    return chosen


def evidence_rows(scene: Scene, ranking: Ranking, best: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return a row of evidence for each of some options: the ones that were chosen."""
    import numpy as np

    spots = np.minimum(spot_shares(scene, ranking.shares)[best], 0.9999)
    columns = [
        ranking.scores[best],
        np.log(spots / (1 - spots)),
        ranking.shares[best],
        *(ranking.columns[name][best] for name in _TAKEN),
    ]
    return np.round(np.stack(columns, axis=1), _DECIMALS).astype(np.float32)


def confidences(logits: Numbers) -> Numbers:
    """Return chances of being right from logarithms of odds."""
    import numpy as np

    chances: Numbers = np.round(1 / (1 + np.exp(-logits)), 4)
    return chances
