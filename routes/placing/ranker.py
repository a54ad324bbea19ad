"""The learned ranker: how good each option of each name is, seen with all the others.

Two forests of boosted trees. The first sees for every name what the places of the other names would be by their
people alone; the second sees what the first made of them. A third round changes next to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from routes import resources
from routes.placing.features import columns_of, rows_of
from routes.placing.scene import Scene, best_in_sense
from routes.reading.forest import Forest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

MODEL = "resolution.npz"
# How much one step of the prior, a factor of ten in people, says before the ranker has looked.
_PRIOR_SHARPNESS = 2.0
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Ranker:
    """The forests in the order in which they are asked, and what turns evidence into a confidence."""

    forests: tuple[Forest, ...]
    surety: Forest


@dataclass(frozen=True, slots=True)
class Ranking:
    """What became of a scene: the scores of its options, logarithms of odds, and what each has of its name.

    `columns` are the features that led to it.
    """

    scores: Numbers
    shares: Numbers
    columns: dict[str, Numbers]


@cache
def trained_ranker() -> Ranker:
    """Return the ranker that comes with the package."""
    import numpy as np

    with np.load(BytesIO(resources.read_bytes(MODEL)), allow_pickle=False) as arrays:
        return unpack({name: arrays[name] for name in arrays.files})


def unpack(arrays: dict[str, NDArray[np.generic]]) -> Ranker:
    """Return a ranker from its arrays: "first.feature", "second.feature", "surety.feature" and so on."""

    def forest(part: str) -> Forest:
        start = part + "."
        return Forest.from_arrays({name.removeprefix(start): arrays[name] for name in arrays if name.startswith(start)})

    return Ranker((forest("first"), forest("second")), forest("surety"))


def first_shares(scene: Scene, extra: Numbers) -> Numbers:
    """Return what each option has of its name by its people alone, and by what the rules of the house add."""
    return shares_of(_PRIOR_SHARPNESS * scene.table.prior + extra, scene)


def shares_of(scores: Numbers, scene: Scene) -> Numbers:
    """Return what each option has of its name by its score, a logarithm of odds; the sum over a name is 1."""
    import numpy as np

    weights = np.exp(scores - best_in_sense(scores, scene.table))
    totals = np.bincount(scene.table.sense, weights, len(scene.senses))
    shares: Numbers = np.round(weights / totals[scene.table.sense], _DECIMALS)
    return shares


def rank(scene: Scene, forests: tuple[Forest, ...], extra: Numbers) -> Ranking:
    """Return what the forests, one after the other, make of a scene; `extra` is added to each score."""
    import numpy as np

    scores, shares = np.zeros(len(scene.table)), first_shares(scene, extra)
    columns: dict[str, Numbers] = {}
    for forest in forests:
        columns = columns_of(scene, shares)
        scores = np.round(forest.predict(rows_of(columns)), _DECIMALS) + extra
        shares = shares_of(scores, scene)
    return Ranking(scores, shares, columns)
