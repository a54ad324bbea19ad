"""A storm with a name is no place, and what it does moves no goods."""

import pytest

from tests.reading.sample_reading import read_text
from tests.reading.test_movements import _told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Coal exports were halted as Tropical Storm Florence moved from Newcastle to Sydney. Florence weakened, "
            "and a train took grain from Dubbo to Newcastle.",
            [("move", "Dubbo", "Newcastle", None)],
        ),
        (
            "After Typhoon Haiyan, rice was shipped from Manila to Tacloban. A ship took more rice from Haiyan to "
            "Manila.",
            [("move", "Manila", "Tacloban", None), ("move", "Haiyan", "Manila", None)],
        ),
        ("Grain was trucked from Storm Lake to Omaha.", [("move", "Storm Lake", "Omaha", None)]),
    ],
)
def test_a_storm_moves_nothing(text: str, told: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert _told(text) == told


def test_a_storm_is_no_place() -> None:
    text = "Ore shipments resumed after Cyclone Darcy left Odesa. Darcy had closed the port for a week."
    places = [mention.text for mention in read_text(text).mentions]
    assert "Odesa" in places
    assert not [place for place in places if "Darcy" in place]
