"""The trained filter: what `scripts/train_toponyms.py recognition` learned, read from the package."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from routes.model import Span
from routes.reading.forest import Forest
from routes.reading.recognition.document import Document
from routes.reading.recognition.facts import FactBook
from routes.reading.recognition.features import Candidates, feature_rows, find_candidates
from routes.reading.recognition.lexis import ROLES, Lexis, Odds
from routes.resources import read_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[np.generic]]

MODEL = "recognition.npz"
_TREES = ("feature", "threshold", "left", "right", "value", "roots", "base")


@dataclass(frozen=True, slots=True)
class Model:
    """The trees, the words that training learned, and the probability from which a span is a place."""

    forest: Forest
    lexis: Lexis
    threshold: float

    def score(self, candidates: Candidates) -> list[float]:
        """Return for each candidate how probably it is a place, to four decimals."""
        import numpy as np

        rows = feature_rows(candidates, self.lexis)
        if not len(rows):
            return []
        odds = self.forest.predict(rows)
        scores: list[float] = np.round(1 / (1 + np.exp(-odds)), 4).tolist()
        return scores

    def document(self, text: str, sentences: tuple[Span, ...], book: FactBook) -> Candidates:
        return find_candidates(Document(text, sentences, self.lexis), book)


@cache
def load_model() -> Model:
    """Return the filter of the package."""
    import numpy as np

    with np.load(io.BytesIO(read_bytes(MODEL)), allow_pickle=False) as arrays:
        return unpack(dict(arrays))


def unpack(arrays: Arrays) -> Model:
    """Return the filter that lies in arrays; `pack_words` says how words do."""
    forest = Forest.from_arrays({name: arrays[name] for name in _TREES})
    odds: Odds = {role: _words(arrays, f"odds {role}") for role in ROLES}
    return Model(forest, Lexis(odds, _words(arrays, "small share")), float(arrays["limit"].reshape(-1)[0]))


def pack_words(name: str, values: Mapping[str, float]) -> dict[str, NDArray[np.generic]]:
    """Return words with their values as two arrays: UTF-8 with line ends between, and hundredths."""
    import numpy as np

    words = sorted(values)
    text = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    return {f"{name}: words": text, f"{name}: values": np.array([round(values[w] * 100) for w in words], np.int16)}


def _words(arrays: Arrays, name: str) -> dict[str, float]:
    import numpy as np

    text = arrays[f"{name}: words"].tobytes().decode()
    values: list[float] = (arrays[f"{name}: values"].astype(np.float64) / 100).tolist()
    return dict(zip(text.split("\n"), values, strict=True)) if text else {}
