import numpy as np
import pytest
from numpy.typing import NDArray

from routes.reading.forest import Forest

# Two trees over two features, added up by hand below:
#   x0 <= 1.5 ? 10 : (x1 <= -2 ? 20 : 30)      and      x1 <= 0 ? 0.5 : -0.5
_ARRAYS: dict[str, NDArray[np.generic]] = {
    "feature": np.array([0, 0, 1, 0, 0, 1, 0, 0], dtype=np.int16),
    "threshold": np.array([1.5, 0, -2, 0, 0, 0, 0, 0], dtype=np.float32),
    "left": np.array([1, -1, 3, -1, -1, 6, -1, -1], dtype=np.int32),
    "right": np.array([2, -1, 4, -1, -1, 7, -1, -1], dtype=np.int32),
    "value": np.array([0, 10, 0, 20, 30, 0, 0.5, -0.5], dtype=np.float32),
    "roots": np.array([0, 5], dtype=np.int32),
    "base": np.array([100.0]),
}


@pytest.mark.parametrize(
    ("row", "total"),
    [((1.5, 0.0), 110.5), ((1.5, 0.1), 109.5), ((1.6, -2.0), 120.5), ((1.6, -1.9), 130.5), ((9.0, 9.0), 129.5)],
)
def test_a_row_gets_the_sum_of_the_leaves_that_it_falls_into(row: tuple[float, float], total: float) -> None:
    assert Forest.from_arrays(_ARRAYS).predict(np.array([row], dtype=np.float32)).tolist() == [total]


def test_a_forest_without_a_base_starts_from_zero() -> None:
    arrays = {name: values for name, values in _ARRAYS.items() if name != "base"}
    assert Forest.from_arrays(arrays).predict(np.array([[0.0, 0.0]], dtype=np.float32)).tolist() == [10.5]


def test_no_rows_give_no_sums() -> None:
    assert Forest.from_arrays(_ARRAYS).predict(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_many_rows_at_once_get_what_each_gets_alone() -> None:
    forest = Forest.from_arrays(_ARRAYS)
    rows = np.random.default_rng(1).normal(size=(10_000, 2)).astype(np.float32) * 3
    together = forest.predict(rows)
    assert together.tolist() == [float(forest.predict(rows[at : at + 1])[0]) for at in range(len(rows))]
