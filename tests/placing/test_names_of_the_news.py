"""A list of names that was written down before the gazetteer was asked for them."""

import csv
from pathlib import Path

import pytest

from routes.gazetteer import Gazetteer
from routes.geo import distance_m
from routes.model import How, Place, Position
from routes.pipeline import Options, analyze

DATA = Path(__file__).parent / "data"
# The list has tenths of a degree: up to 8 km from the place meant.
NEAR_KM = 15.0
# A misspelt town may be found anywhere in it.
TOWN_KM = 25.0
VARIANTS_RIGHT = 54  # nine of ten


def _rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _gazetteer() -> Gazetteer:
    return Gazetteer.world()


def _place(text: str, name: str) -> tuple[Place | None, How | None]:
    """Return the place of the first toponym inside a name, and how it was found."""
    start = text.index(name)
    for found in analyze(text, Options(gazetteer=_gazetteer())).toponyms:
        if start <= found.mention.span.start and found.mention.span.end <= start + len(name):
            return found.place, found.how
    return None, None


def _away_km(place: Place, row: dict[str, str]) -> float:
    return distance_m(place.position, Position(lat=float(row["lat"]), lon=float(row["lon"]))) / 1000


@pytest.mark.parametrize("row", _rows("hundred_names.csv"), ids=lambda row: row["name"])
def test_a_name_of_the_news_is_found_where_it_is(row: dict[str, str]) -> None:
    place, _ = _place(f"Cargo was shipped from {row['name']} to Singapore.", row["name"])
    assert place is not None
    reach_km = max(NEAR_KM, float(row["radius_km"]), place.extent_km if place.kind.is_water else 0.0)
    assert _away_km(place, row) <= reach_km, place.id


def test_nine_of_ten_variants_lead_to_the_place_that_is_meant() -> None:
    wrong = []
    for row in _rows("variants.csv"):
        place, _ = _place(f"Grain was shipped from {row['written']} to Singapore.", row["written"])
        if place is None or _away_km(place, row) > TOWN_KM:
            wrong.append((row["written"], place.id if place else None))
    assert 60 - len(wrong) >= VARIANTS_RIGHT, wrong


def _first(name: str) -> Place | None:
    """Return what the world's gazetteer answers first, a close spelling only where no name is the same."""
    world = Gazetteer.world()
    found = [match.place for match in world.find(name)] or [match.place for match in world.fuzzy(name)]
    return found[0] if found else None


@pytest.mark.parametrize("row", _rows("hundred_names.csv"), ids=lambda row: row["name"])
def test_the_world_answers_with_the_place_of_the_news_first(row: dict[str, str]) -> None:
    place = _first(row["name"])
    assert place is not None
    reach_km = max(NEAR_KM, float(row["radius_km"]), place.extent_km if place.kind.is_water else 0.0)
    assert _away_km(place, row) <= reach_km, place.id


def test_the_world_answers_variants_with_the_place_that_is_meant_first() -> None:
    wrong = []
    for row in _rows("variants.csv"):
        place = _first(row["written"])
        if place is None or _away_km(place, row) > TOWN_KM:
            wrong.append((row["written"], place.id if place else None))
    # "Дунай" is the Danube first, and rightly so; that a ship left it for the port decides in a text.
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("row", [row for row in _rows("variants.csv") if row["sort"] == "misspelling"])
def test_a_misspelling_is_left_alone_in_free_text(row: dict[str, str]) -> None:
    place, how = _place(f"{row['written']} sang a song.", row["written"])
    assert how is not How.FUZZY, place
