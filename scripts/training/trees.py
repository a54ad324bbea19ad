"""Turn a gradient boosting model of scikit-learn into flat arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier


def flatten(model: HistGradientBoostingClassifier) -> dict[str, NDArray[np.generic]]:
    """Return the trees as `routes.reading.forest.Forest` reads them: nodes side by side, -1 for what a leaf lacks."""
    nodes = [predictor.nodes for (predictor,) in model._predictors]
    roots = np.cumsum([0, *map(len, nodes[:-1])]).astype(np.int32)
    every = np.concatenate(nodes)
    start = np.repeat(roots, list(map(len, nodes)))
    is_leaf = every["is_leaf"].astype(bool)
    return {
        "feature": np.where(is_leaf, 0, every["feature_idx"]).astype(np.int16),
        "threshold": np.where(is_leaf, 0, every["num_threshold"]).astype(np.float32),
        "left": np.where(is_leaf, -1, every["left"] + start).astype(np.int32),
        "right": np.where(is_leaf, -1, every["right"] + start).astype(np.int32),
        "value": every["value"].astype(np.float32),
        "roots": roots,
        "base": np.asarray(model._baseline_prediction, dtype=np.float64).reshape(-1),
    }
