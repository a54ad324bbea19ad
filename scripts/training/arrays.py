"""Model files: arrays by name, without pickle."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def write_arrays(arrays: Mapping[str, NDArray[np.generic]], path: Path) -> None:
    """Write a model; whoever reads the old file meanwhile never sees half of the new one."""
    fresh = path.with_suffix(".new.npz")
    np.savez_compressed(fresh, allow_pickle=False, **arrays)
    fresh.replace(path)
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


def read_arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)
