"""Islands before a coast, the coast of a mainland, distances inland, and towns that stand on a border."""

from __future__ import annotations

import pytest

from routes.model import Claim, Outcome
from routes.pipeline import analyze


def _claim(text: str) -> Claim:
    (claim,) = analyze(text).claims
    return claim


# Distances from shore to shore and from point to shore, taken from nautical charts to about 5 km.
@pytest.mark.parametrize(
    ("text", "low_km", "high_km"),
    [
        ("Kish Island lies 19 km off the Iranian coast.", 15, 25),
        ("Gotland lies 85 km off the coast of Sweden.", 80, 95),
        ("Sicily is 3 km off the Italian mainland.", 1, 5),
        ("Crete lies 95 km from mainland Greece.", 90, 100),
        ("Visby is 95 km from the Swedish mainland.", 88, 100),
    ],
)
def test_an_island_is_measured_to_the_coast_before_it_not_to_its_own(text: str, low_km: float, high_km: float) -> None:
    claim = _claim(text)
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.measured is not None
    assert low_km <= claim.measured.m / 1000 <= high_km


@pytest.mark.parametrize(
    "text",
    ["Palermo is 2 km from the coast of Italy.", "Odesa is 2 km from the coast of Ukraine."],
)
def test_a_town_is_measured_to_the_nearest_shore(text: str) -> None:
    claim = _claim(text)
    assert claim.measured is not None
    assert claim.measured.m < 8_000


@pytest.mark.parametrize("text", ["Goma is 4 km from Rwanda.", "Gisenyi is 2 km from Congo's border."])
def test_a_town_on_a_border_does_not_lie_beyond_it(text: str) -> None:
    claim = _claim(text)
    assert "lies in" not in claim.sentence
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.measured is not None
    assert claim.measured.low_m == 0


def test_a_town_on_a_border_lies_in_its_own_country() -> None:
    assert "lies in" in _claim("Kehl is 40 km from Germany.").sentence


@pytest.mark.parametrize(
    "text",
    ["Benghazi lies 650 km from Tripoli. Gharyan is some 75 km inland.", "Gharyan, 75 km inland, is in Libya."],
)
def test_a_distance_inland_is_one_from_the_coast(text: str) -> None:
    claim = analyze(text).claims[-1]
    assert claim.reference is not None
    assert claim.reference.name == "the coast of Libya"
    assert claim.outcome is Outcome.SUPPORTED


def test_inland_of_a_landlocked_country_is_from_the_coast_of_a_neighbour() -> None:
    claim = _claim("Blantyre is 250 km inland.")
    assert claim.measured is not None
    # To the coast of Mozambique near Quelimane.
    assert 230 <= claim.measured.m / 1000 <= 330


def test_a_distance_inland_from_a_port_is_one_from_the_port() -> None:
    claim = _claim("Chimoio lies 165 km inland from Beira.")
    assert claim.reference is not None
    assert claim.reference.name == "Beira"


def test_a_distance_further_inland_is_not_one_from_the_coast() -> None:
    claim = analyze("Gharyan is 80 km from Tripoli. Mizda is 80 km further inland.").claims[-1]
    assert claim.reference is not None
    assert "coast" not in claim.reference.name


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Odesa's main port is 440 km from Kyiv.", Outcome.SUPPORTED),
        ("Kyiv is 440 km from Odesa's port.", Outcome.SUPPORTED),
        ("Sanaa is 148 km from Yemen's port.", Outcome.UNVERIFIABLE),
        ("Aden is 300 km from Yemen's capital.", Outcome.SUPPORTED),
    ],
)
def test_a_town_s_port_is_in_the_town_a_country_s_anywhere(text: str, outcome: Outcome) -> None:
    assert _claim(text).outcome is outcome


# 4 km from Sderot to the fence; 10 km from Trier over the river to Luxembourg.
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sderot is 4 km from the border with Gaza.", "the border of Gaza Strip"),
        ("Sderot is 4 km from the Israel-Gaza border.", "the border of Gaza Strip"),
        ("Trier is 10 km from the Luxembourg border.", "the border of Luxembourg"),
    ],
)
def test_a_border_is_that_of_a_land_not_of_its_town(text: str, name: str) -> None:
    claim = _claim(text)
    assert claim.reference is not None
    assert claim.reference.name == name
    assert claim.outcome is Outcome.SUPPORTED


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # 195 km to the nearest point of Germany, near Passau.
        ("Vienna is more than 100 km from the German border.", Outcome.SUPPORTED),
        ("Vienna is at least 110 km from the German border.", Outcome.SUPPORTED),
        ("Vienna is more than 180 km from the German border.", Outcome.SUPPORTED),
        ("Vienna is more than 300 km from the German border.", Outcome.REFUTED),
        ("Vienna is less than 100 km from the German border.", Outcome.REFUTED),
    ],
)
def test_more_than_a_figure_is_true_far_beyond_it(text: str, outcome: Outcome) -> None:
    assert _claim(text).outcome is outcome


def test_of_what_is_far_more_than_stated_it_is_said() -> None:
    claim = _claim("Vienna is more than 100 km from the German border.")
    assert claim.reason.startswith("it is far more, by ")
    assert "fits, though it is far more, by " in claim.sentence
    assert _claim("Vienna is more than 180 km from the German border.").reason.startswith("fits as the crow flies")
