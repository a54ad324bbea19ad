"""What the ranker looks at: one row of numbers for each place that a name may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from routes.placing.cues import Tie
from routes.placing.scene import Scene, best_in_sense
from routes.placing.table import FIRST_DIVISION, NATION, SECOND_DIVISION, Table, apart_km

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Rows = NDArray[np.float32]

# Thresholds are compared with features that were rounded, so that the last bit of a logarithm decides nothing.
_DECIMALS = 3
_FAR_KM = 5000.0
_NEAR_KM, _REGION_KM = 150.0, 600.0
_DISTANCES = (
    "log km to the nearest",
    "gap to the nearest",
    "share within 150 km",
    "share within 600 km",
    "near ones within 150 km",
)


def columns_of(scene: Scene, shares: Numbers) -> dict[str, Numbers]:
    """Return the features by name, an entry for each option; always the same names in the same order.

    `shares` are what each option has of its name at this point of the ranker's deliberation, 0 to 1.
    """
    return {
        "share": shares,
        **scene.fixed,
        **_support(scene, shares),
        **_distances(scene, shares),
        **_containers(scene, shares),
        **_lists(scene, shares),
    }


def rows_of(columns: dict[str, Numbers]) -> Rows:
    """Return the features as the forests take them: a row for each option."""
    import numpy as np

    return np.round(np.stack(tuple(columns.values()), axis=1), _DECIMALS).astype(np.float32)


def _support(scene: Scene, shares: Numbers) -> dict[str, Numbers]:
    """Return how many of the other names lie in the same country and division, and whether these are named."""
    import numpy as np

    table = scene.table
    others = max(1, len(scene.senses) - 1)
    columns: dict[str, Numbers] = {}
    levels = (
        ("country", table.country, table.sort == NATION),
        ("first division", table.admin1, table.sort == FIRST_DIVISION),
        ("second division", table.admin2, table.sort == SECOND_DIVISION),
    )
    for level, codes, is_name in levels:
        mass = _mass(table, codes, shares)
        lies = _elsewhere(table, codes, mass)
        columns[f"names in the {level}"] = lies
        columns[f"share in the {level}"] = lies / others
        columns[f"gap in the {level}"] = lies - best_in_sense(lies, table)
        columns[f"{level} named"] = np.minimum(_elsewhere(table, codes, _mass(table, codes, shares * is_name)), 2.0)
        columns[f"near ones in the {level}"] = np.where(codes > 0, (scene.near @ mass)[table.sense, codes], 0.0)
    for level, codes, _ in levels[:2]:
        first = np.bincount(codes, shares * (table.sense == 0))
        columns[f"{level} of the first"] = np.where(codes > 0, first[codes], 0.0)
    return columns


def _mass(table: Table, codes: NDArray[np.int64], weights: Numbers) -> Numbers:
    """Return for each sense how much of it lies in each country or division."""
    import numpy as np

    width = int(codes.max()) + 1 if len(codes) else 1
    senses = len(table.starts) - 1
    mass = np.bincount(table.sense * width + codes, weights, senses * width).astype(np.float64)
    return mass.reshape(senses, width)


def _elsewhere(table: Table, codes: NDArray[np.int64], mass: Numbers) -> Numbers:
    import numpy as np

    return np.where(codes > 0, mass.sum(axis=0)[codes] - mass[table.sense, codes], 0.0)


def tops(table: Table, shares: Numbers) -> NDArray[np.int64]:
    """Return the row of the best option of each sense that has any."""
    import numpy as np

    found = [
        int(start) + int(shares[start:end].argmax())
        for start, end in zip(table.starts[:-1], table.starts[1:], strict=True)
        if start < end
    ]
    return np.array(found, dtype=np.int64)


def _distances(scene: Scene, shares: Numbers) -> dict[str, Numbers]:
    """Return how near the places lie that the other names stand for at this point."""
    import numpy as np

    table = scene.table
    best = tops(table, shares)
    best = best[table.is_pointlike[best]]
    if not len(best):
        none = np.zeros(len(table))
        return dict.fromkeys(_DISTANCES, none) | {_DISTANCES[0]: np.full(len(table), np.log10(_FAR_KM))}
    apart = apart_km(table.xyz, table.xyz[best])
    weights = np.where(table.sense[:, None] == table.sense[best][None, :], 0.0, shares[best][None, :])
    nearest = np.where(weights > 0, apart, _FAR_KM).min(axis=1)
    log_nearest = np.log10(np.minimum(nearest, _FAR_KM) + 1)
    total = np.maximum(weights.sum(axis=1), 1e-9)
    near = scene.near[table.sense][:, table.sense[best]]
    values = (
        log_nearest,
        log_nearest + best_in_sense(-log_nearest, table),
        (weights * (apart < _NEAR_KM)).sum(axis=1) / total,
        (weights * (apart < _REGION_KM)).sum(axis=1) / total,
        (weights * near * (apart < _NEAR_KM)).sum(axis=1),
    )
    return dict(zip(_DISTANCES, values, strict=True))


def _containers(scene: Scene, shares: Numbers) -> dict[str, Numbers]:
    """Return how surely the option lies in what the text puts it in, and whether it holds what is put in it."""
    import numpy as np

    table = scene.table
    fits = {tie: np.zeros(len(table)) for tie in Tie}
    holds = np.zeros(len(table))
    for holding in scene.holdings:
        inner = slice(table.starts[holding.inner], table.starts[holding.inner + 1])
        outer = slice(table.starts[holding.outer], table.starts[holding.outer + 1])
        fits[holding.tie][inner] = np.maximum(fits[holding.tie][inner], holding.holds @ shares[outer])
        holds[outer] = np.maximum(holds[outer], shares[inner] @ holding.holds)
    return {f"is held, {tie.name.lower()}": fits[tie] for tie in Tie} | {"holds": holds}


def _lists(scene: Scene, shares: Numbers) -> dict[str, Numbers]:
    """Return how alike the option is to its neighbours in a list: of one sort, of one country, of one division."""
    import numpy as np

    table = scene.table
    columns = {name: np.zeros(len(table)) for name in ("is listed", "list: sort", "list: country", "list: division")}
    for pair in scene.listed:
        for one, other in (pair, pair[::-1]):
            a = slice(table.starts[one], table.starts[one + 1])
            b = slice(table.starts[other], table.starts[other + 1])
            columns["is listed"][a] = 1.0
            for name, codes in (("sort", table.sort + 1), ("country", table.country), ("division", table.admin1)):
                like = ((codes[a][:, None] == codes[b][None, :]) & (codes[a] > 0)[:, None]) @ shares[b]
                columns[f"list: {name}"][a] = np.maximum(columns[f"list: {name}"][a], like)
    return columns
