"""Which nodes belong to a sea, and which lie in a pond of the grid."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

# A net of fewer nodes is no sea.
SMALLEST_NET = 60


def in_wide_nets(pairs: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.bool_]:
    """Say of nodes whether the lines of sight, shape (n, 2), join them to a net of many."""
    names = _nets(pairs, count)
    wide: npt.NDArray[np.bool_] = np.bincount(names)[names] >= SMALLEST_NET
    return wide


def net_sizes(pairs: npt.NDArray[np.int64], count: int) -> list[int]:
    """Return how many nodes each net has, the largest first."""
    return sorted(np.bincount(_nets(pairs, count)).tolist(), reverse=True)


def _nets(pairs: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.int32]:
    graph = csr_matrix((np.ones(len(pairs)), pairs.T), shape=(count, count))
    names: npt.NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return names
