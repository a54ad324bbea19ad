"""Models that a user has trained stand in for those of the package."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from routes.pipeline import Options, analyze
from routes.placing.ranker import trained_ranker
from routes.reading.forest import Forest
from routes.reading.recognition.model import load_model

TEXT = "They drove from Springfield to Chicago, a city in Illinois, on Monday."


def _constant(log_odds: float) -> Forest:
    """Return a forest that says the same of everything: one tree, one leaf."""
    node = np.array([-1], np.int32)
    return Forest.from_arrays(
        {
            "feature": np.array([0], np.int16),
            "threshold": np.array([0.0], np.float32),
            "left": node,
            "right": node,
            "value": np.array([log_odds], np.float32),
            "roots": np.array([0], np.int32),
            "base": np.array([0.0]),
        }
    )


def test_a_recognizer_of_ones_own_says_which_names_are_places() -> None:
    assert [each.mention.text for each in analyze(TEXT).toponyms] == ["Springfield", "Chicago", "Illinois"]
    never = replace(load_model(), forest=_constant(-20.0))
    assert analyze(TEXT, Options(recognizer=never)).toponyms == ()


def test_a_ranker_of_ones_own_says_how_sure_each_place_is() -> None:
    # Log odds of 0 are a probability of one half.
    unsure = replace(trained_ranker(), surety=_constant(0.0))
    found = analyze(TEXT, Options(ranker=unsure)).toponyms
    assert [each.confidence for each in found] == [pytest.approx(0.5)] * 3
    assert analyze(TEXT).toponyms[1].confidence > 0.9
