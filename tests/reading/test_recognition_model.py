from __future__ import annotations

import io
import zipfile

import numpy as np

from routes.reading.recognition.lexis import Lexis
from routes.reading.recognition.model import MODEL, load_model, pack_words, unpack
from routes.resources import read_bytes

# A leaf that says yes and one that says no, by the first feature: the smallest model there is.
_ARRAYS: dict[str, np.typing.NDArray[np.generic]] = {
    "feature": np.array([0, 0, 0], np.int16),
    "threshold": np.array([0.5, 0, 0], np.float32),
    "left": np.array([1, -1, -1], np.int32),
    "right": np.array([2, -1, -1], np.int32),
    "value": np.array([0, -1, 1], np.float32),
    "roots": np.array([0], np.int32),
    "base": np.array([0.0]),
    "limit": np.array([0.25]),
}


def _with_words(odds: dict[str, dict[str, float]]) -> dict[str, np.typing.NDArray[np.generic]]:
    arrays = {**_ARRAYS, **pack_words("small share", {})}
    for role in ("before", "after", "before that", "after that", "first", "last", "whole", "ending"):
        arrays |= pack_words(f"odds {role}", odds.get(role, {}))
    return arrays


def test_words_come_out_of_the_arrays_as_they_went_in() -> None:
    model = unpack(_with_words({"whole": {"saint-étienne": 1.25, "север": -0.5}}))
    assert (model.lexis.whole("saint-étienne"), model.lexis.whole("север")) == (1.25, -0.5)
    assert model.lexis.whole("elsewhere") == 0.0
    assert model.threshold == 0.25


def test_the_model_of_the_package_is_small_and_holds_arrays_alone() -> None:
    content = read_bytes(MODEL)
    assert len(content) < 1_000_000
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.namelist():
            array = np.load(io.BytesIO(archive.read(member)), allow_pickle=False)
            assert array.dtype.kind in "iuf"


def test_the_model_of_the_package_fits_the_features() -> None:
    forest = load_model().forest
    width = 82
    assert 0 <= int(forest.feature.min()) <= int(forest.feature.max()) < width
    assert 0.1 <= load_model().threshold <= 0.6


def test_a_word_is_read_the_same_at_each_meeting() -> None:
    lexis = Lexis({}, {})
    assert lexis.word("Odesa") is lexis.word("Odesa")
    assert lexis.word("in").locative > lexis.word("of").locative > 0
