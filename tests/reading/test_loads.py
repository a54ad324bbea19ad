"""What is carried is told with a figure, in words, or with no figure at all."""

import pytest

from routes.reading.loads import read_loads
from routes.reading.sentences import split_sentences


def _loads(text: str) -> list[str]:
    return [load.text for load in read_loads(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The ship took on three hundred sacks of cement.", 300, 300),
        ("She carried a million barrels of oil.", 1_000_000, 1_000_000),
        ("Two hundred thousand tonnes of ore were shipped.", 200_000, 200_000),
        ("They loaded half a million bags of coffee.", 500_000, 500_000),
        ("Two dozen crates of rifles lay in the hold.", 24, 24),
        ("Thousands of tonnes of wheat were sent to Aden.", 2_000, 9_999),
        ("More than four thousand sheep were shipped.", 4_000, None),
    ],
)
def test_figures_may_be_written_in_words(text: str, low: float, high: float | None) -> None:
    (load,) = read_loads(text, split_sentences(text))
    assert (load.low, load.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("A plane took 12 tonnes of freeze-dried rations to Goma.", "12 tonnes of freeze-dried rations"),
        ("It carried 700 tonnes of pickled herring from Oslo.", "700 tonnes of pickled herring"),
        ("Customs found 1.4 million captagon pills.", "1.4 million captagon pills"),
        ("Some 5,000 rounds of ammunition were found.", "Some 5,000 rounds of ammunition"),
        ("He shipped 40 Kalashnikov rifles.", "40 Kalashnikov rifles"),
        ("Some 80,000 tonnes were shipped from Varna.", "Some 80,000 tonnes"),
    ],
)
def test_a_measure_keeps_what_it_is_of(text: str, load: str) -> None:
    assert _loads(text) == [load]


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("Trucks with lentils and millet-free flour left Adre.", ["lentils"]),
        ("A freighter brought cattle, timber and carpets to Jeddah.", ["cattle", "timber", "carpets"]),
        ("The dhow carried Iranian-made missile components.", ["Iranian-made missile components"]),
        ("A ship left with fuel oil, and engineers went aboard.", ["fuel oil"]),
        ("The barge took steel pipes to Linz; the pipes go to Graz.", ["steel pipes"]),
        ("The wheat came from Varna.", ["wheat"]),
    ],
)
def test_goods_need_no_figure(text: str, loads: list[str]) -> None:
    assert _loads(text)[: len(loads)] == loads


@pytest.mark.parametrize(
    "text",
    [
        "The oil ministry spoke of the grain terminal and a coal mine.",
        "Beijing put a tariff on Australian barley.",
        "The price of copper rose in London.",
        "They fired rockets at the port.",
        "The ship took its cargo to Aden.",
        "Two rounds of talks were held.",
        "The boxes came from Karachi, possibly with rifles and opium.",
    ],
)
def test_goods_that_are_only_spoken_of_are_no_load(text: str) -> None:
    assert _loads(text) == []


def test_a_load_is_told_once() -> None:
    text = "The ship took on 5,000 tonnes of maize. She brought maize to Aden. The maize was sold."
    assert _loads(text) == ["5,000 tonnes of maize"]
