"""Evaluate boosted trees that were trained elsewhere: flat arrays in, one number a row out.

The method is QuickScorer (Lucchese et al., SIGIR 2015): every inner node is asked at once instead of walking each
tree. A node that sends a row to the right strikes out the leaves on its left; of those that are left in the end, the
first is where the row would have arrived. A tree has at most 64 leaves, one bit each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Leaves = NDArray[np.uint16] | NDArray[np.uint64]

# Rows that are judged at once: 512 rows by 180 trees of 15 nodes take 6 MB an array.
_BLOCK_ROWS = 512
_MOST_LEAVES = 64


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees side by side, each filled up to the same number of inner nodes.

    The arrays `feature`, `threshold` and `kept` run over nodes, then trees: a row goes to the right of a node where
    its feature is above the threshold, and keeps the leaves `kept` then. `value` has a row of leaves for each tree,
    from left to right.
    """

    feature: NDArray[np.int64]
    threshold: NDArray[np.float32]
    kept: Leaves
    value: NDArray[np.float64]
    base: float

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Forest:
        """Return a forest from `feature`, `threshold`, `left`, `right`, `value`, `roots` and, if given, `base`.

        `left` and `right` count from the first node of all, and are -1 at a leaf.
        """
        import numpy as np

        columns = {name: arrays[name].tolist() for name in ("feature", "threshold", "left", "right", "value", "roots")}
        trees = [_Tree.planted(root, columns["left"], columns["right"]) for root in columns["roots"]]
        most_nodes = max((len(tree.nodes) for tree in trees), default=0)
        leaf_bits = np.uint16 if most_nodes < 16 else np.uint64
        everything = int(np.iinfo(leaf_bits).max)
        feature = np.zeros((most_nodes, len(trees)), np.int64)
        threshold = np.full((most_nodes, len(trees)), np.inf, np.float32)
        kept = np.full((most_nodes, len(trees)), everything, leaf_bits)
        value = np.zeros((len(trees), most_nodes + 1))
        for number, tree in enumerate(trees):
            for at, (node, first, last) in enumerate(tree.nodes):
                feature[at, number] = columns["feature"][node]
                threshold[at, number] = columns["threshold"][node]
                kept[at, number] = everything & ~(((1 << (last - first)) - 1) << first)
            value[number, : len(tree.leaves)] = [np.float32(columns["value"][leaf]) for leaf in tree.leaves]
        base = float(arrays["base"].astype(np.float64).reshape(-1)[0]) if "base" in arrays else 0.0
        return cls(feature.ravel(), threshold.ravel(), kept.ravel(), value, base)

    def predict(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the sum of the trees for each row of features: for a classifier the logarithm of the odds."""
        import numpy as np

        blocks = [self._sums(rows[at : at + _BLOCK_ROWS]) for at in range(0, len(rows), _BLOCK_ROWS)]
        return np.concatenate(blocks) if blocks else np.zeros(0)

    def _sums(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        import numpy as np

        trees, leaves = self.value.shape
        one = self.kept.dtype.type(1)
        columns = np.ascontiguousarray(rows.T, dtype=np.float32)
        goes_right = columns.take(self.feature, axis=0) > self.threshold[:, None]
        # 0 where a row goes to the right, all bits where it does not.
        unasked = np.subtract(goes_right, one, dtype=self.kept.dtype)
        kept = (unasked | self.kept[:, None]).reshape(leaves - 1, trees, len(rows))
        left = np.bitwise_and.reduce(kept, axis=0, initial=~self.kept.dtype.type(0))
        # The number of the lowest bit that is set; a power of two has an exact logarithm.
        first = np.frexp((left & (~left + one)).astype(np.float64))[1] - 1
        chosen = self.value.ravel().take(first + leaves * np.arange(trees)[:, None])
        # float64 and a fixed order of summing: the same bits on every machine.
        sums: NDArray[np.float64] = np.add.accumulate(chosen, axis=0)[-1] + self.base
        return sums


@dataclass(frozen=True, slots=True)
class _Tree:
    """The inner nodes of a tree, each with the range of leaves on its left, and its leaves from left to right."""

    nodes: list[tuple[int, int, int]]
    leaves: list[int]

    @classmethod
    def planted(cls, root: int, left: list[int], right: list[int]) -> _Tree:
        tree = cls([], [])
        tree._grow(root, left, right)
        if len(tree.leaves) > _MOST_LEAVES:
            raise ValueError(f"a tree has at most {_MOST_LEAVES} leaves, got {len(tree.leaves)}")
        return tree

    def _grow(self, node: int, left: list[int], right: list[int]) -> None:
        if left[node] < 0:
            self.leaves.append(node)
            return
        first = len(self.leaves)
        self._grow(left[node], left, right)
        self.nodes.append((node, first, len(self.leaves)))
        self._grow(right[node], left, right)
