"""Evaluate boosted trees that were trained elsewhere: flat arrays in, one number a row out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Rows that are walked down the trees at once: 4096 rows by 250 trees take 8 MB for each array of nodes.
_BLOCK_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees side by side in one row of nodes; `roots` are the first nodes of the trees.

    A row goes to the left child where its feature is at most the threshold. A leaf is its own child on both sides,
    so that every row can walk the same number of steps, `depth`.
    """

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    children: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    depth: int
    base: float

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Forest:
        """Return a forest from `feature`, `threshold`, `left`, `right`, `value`, `roots` and, if given, `base`.

        `left` and `right` count from the first node of all, and are -1 at a leaf.
        """
        import numpy as np

        left, right = (arrays[side].astype(np.int32) for side in ("left", "right"))
        is_leaf = left < 0
        own = np.arange(len(left), dtype=np.int32)
        children = np.stack((np.where(is_leaf, own, left), np.where(is_leaf, own, right)), axis=1).ravel()
        return cls(
            feature=np.where(is_leaf, 0, arrays["feature"]).astype(np.int32),
            threshold=arrays["threshold"].astype(np.float32),
            children=children,
            value=np.where(is_leaf, arrays["value"], 0).astype(np.float32),
            roots=arrays["roots"].astype(np.int32),
            depth=_depth(children, arrays["roots"].astype(np.int32)),
            base=float(arrays["base"].astype(np.float64).reshape(-1)[0]) if "base" in arrays else 0.0,
        )

    def predict(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the sum of the trees for each row of features: for a classifier the logarithm of the odds."""
        import numpy as np

        blocks = [self._sums(rows[at : at + _BLOCK_ROWS]) for at in range(0, len(rows), _BLOCK_ROWS)]
        return np.concatenate(blocks) if blocks else np.zeros(0)

    def _sums(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        import numpy as np

        width = rows.shape[1]
        flat = np.ascontiguousarray(rows, dtype=np.float32).ravel()
        starts = np.arange(len(rows), dtype=np.int32)[:, None] * np.int32(width)
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            goes_right = flat.take(starts + self.feature.take(node)) > self.threshold.take(node)
            node = self.children.take(2 * node + goes_right)
        # float64 and a fixed order of summing: the same bits on every machine.
        return np.add.accumulate(self.value.take(node).astype(np.float64), axis=1)[:, -1] + self.base


def _depth(children: NDArray[np.int32], roots: NDArray[np.int32]) -> int:
    """Return how many steps lead from a root to the farthest leaf."""
    import numpy as np

    depth, nodes = 0, roots
    while True:
        below = np.unique(children.reshape(-1, 2)[nodes])
        below = below[~np.isin(below, nodes)]
        if not len(below):
            return depth
        depth, nodes = depth + 1, below
