"""The rail network against published lengths."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from routes.paths.rail import rail_route
from tests.paths.rail_places import at, between, found

# "New Delhi" is a part of the city that its station serves here.
NAMES = {"New Delhi": "Delhi"}


def published() -> list[dict[str, str]]:
    text = (Path(__file__).parent / "rail_lengths.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@pytest.mark.parametrize(
    "row", published(), ids=lambda row: f"{row['origin']}-{row['destination']}-{row['published_km']}"
)
def test_a_way_is_as_long_as_published(row: dict[str, str]) -> None:
    ends = (at(NAMES.get(row[end], row[end])) for end in ("origin", "destination"))
    avoid = frozenset(name for name in row["avoid"].split("|") if name)
    route = found(rail_route(*ends, avoid=avoid, on=date.fromisoformat(row["on"]) if row["on"] else None))
    assert route.length_m / 1000 == pytest.approx(float(row["published_km"]), rel=float(row["tolerance_percent"]) / 100)
    assert route.low_m < route.length_m < route.high_m


def test_all_but_one_published_length_are_met_within_three_percent() -> None:
    assert [row["origin"] for row in published() if float(row["tolerance_percent"]) > 3] == ["Chengdu"]


def test_most_published_lengths_are_no_sum_of_what_the_lines_state() -> None:
    assert sum(row["independent"] == "yes" for row in published()) >= 10


def test_from_dunay_to_tikhoretsk_the_way_stays_in_russia() -> None:
    route = between("Dunay", "Tikhoretsk")
    assert route.countries == ("RU",)
    assert route.borders == ()
    assert route.notes == ("crosses no border",)
    assert "Petropavl" not in route.stations
    # Kilometre posts from Ugolnaya to Tyumen, 9,255 - 2,138, and then by Chelyabinsk, Samara, Saratov, Volgograd.
    assert 9_900_000 < route.length_m < 10_050_000
    assert route.low_m < 9_850_000 < route.high_m


def test_the_trains_own_way_by_petropavl_saves_what_the_border_costs() -> None:
    route = found(rail_route(at("Dunay"), at("Tikhoretsk"), through=frozenset({"KZ"})))
    assert route.countries == ("RU", "KZ", "RU")
    # A line drawn along that way, 9,656 km from Vladivostok and 9,740 from Dunay, is 1 to 3 % short of tariff lengths.
    assert 9_750_000 < route.length_m < 9_950_000


def test_a_published_distance_of_the_southern_approach_is_met() -> None:
    # Rostov-on-Don to Tikhoretsk, 180 km.
    assert between("Rostov-on-Don", "Tikhoretsk").length_m == pytest.approx(180_000, rel=0.02)


def test_from_nakhodka_to_novorossiysk_it_is_what_its_parts_are() -> None:
    whole = between("Nakhodka", "Novorossiysk").length_m
    parts = between("Nakhodka", "Tikhoretsk").length_m + between("Tikhoretsk", "Novorossiysk").length_m
    assert whole == pytest.approx(parts)
    assert 10_000_000 < whole < 10_500_000
