"""The questions that the world layer answers."""

from __future__ import annotations

import os
import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes import resources
from routes.gazetteer.fold import fold
from routes.gazetteer.layer import standing
from routes.gazetteer.store import NameClass
from routes.gazetteer.world import WORLD, WorldLayer
from routes.model import PlaceKind, Position

LAYER = WorldLayer()


def test_a_place_is_found_by_its_id() -> None:
    assert LAYER.by_id("gn:703448").name == "Kyiv"
    assert LAYER.by_id("wpi:RUVYP").kind is PlaceKind.PORT


@pytest.mark.parametrize(
    "ident", ["", "gn:", "gn:0", "gn:0703448", "gn:100000000", "gn:99999999", "703448", "ne:nowhere"]
)
def test_an_id_that_is_none_is_not_there(ident: str) -> None:
    assert ident not in LAYER
    with pytest.raises(KeyError):
        LAYER.by_id(ident)


def test_names_come_best_known_first_and_alternates_last() -> None:
    found = LAYER.named("springfield")
    kept = [entry for entry in found if entry.name_class is not NameClass.ALTERNATE]
    assert found[: len(kept)] == tuple(kept)
    assert all(standing(a.place) >= standing(b.place) for a, b in pairwise(kept))


def test_many_forms_are_asked_for_at_once() -> None:
    assert LAYER.known(["paris", "zzyzzk", "киев", "texans", "a\x00b", "\ud800"]) == {"paris", "киев"}
    assert LAYER.known([]) == set()


@given(st.lists(st.text(max_size=12), max_size=8))
def test_what_is_known_is_what_is_named(words: list[str]) -> None:
    folded = [fold(word) for word in words]
    assert LAYER.known(folded) == {each for each in folded if LAYER.named(each)}


@given(st.text(st.characters(exclude_categories=()), max_size=12))
def test_no_text_is_too_strange_to_be_asked_for(word: str) -> None:
    LAYER.named(word)
    LAYER.known([word])
    assert word not in LAYER or word == LAYER.by_id(word).id


@pytest.mark.parametrize(
    ("lat", "lon", "reach"),
    [
        (48.85, 2.35, 0.2),
        (-16.8, 180.0, 1.5),
        (-16.8, -180.0, 1.5),
        (78.2, 15.6, 3.0),
        (-89.9, 0.0, 1.0),
        (89.0, 90.0, 5.0),
    ],
)
def test_nearness_finds_what_a_look_at_all_places_finds(lat: float, lon: float, reach: float) -> None:
    here = Position(lat=lat, lon=lon)
    all_near = {
        place.id
        for place in LAYER.places_between(lat - reach, lat + reach)
        if abs(place.position.lat - lat) <= reach and _apart(place.position.lon, lon) <= reach
    }
    assert all_near <= {place.id for place in LAYER.places_near(here, reach)}


def _apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def test_places_between_two_latitudes_are_all_there() -> None:
    count = "SELECT count(*) FROM places WHERE lat BETWEEN 6000000 AND 6050000"
    (expected,) = resources.database(WORLD).execute(count).fetchone()
    assert sum(1 for _ in LAYER.places_between(60.0, 60.5)) == expected > 100


def test_a_country_is_found_by_its_code() -> None:
    found = LAYER.of_country("FR", PlaceKind.COUNTRY)
    assert found is not None
    assert found.name == "France"
    assert LAYER.of_country("XX", PlaceKind.COUNTRY) is None
    assert LAYER.of_country("FR", PlaceKind.BRIDGE) is None


def test_close_spellings_are_looked_for_among_large_places_alone() -> None:
    assert "vladivostok" in LAYER.latin_names["v"]
    assert "tikhoretsk" in LAYER.latin_names["t"]
    # Dunay has 7000 people.
    assert "dunay" not in LAYER.latin_names["d"]


def test_each_thread_has_a_connection_of_its_own() -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.extend([resources.database(WORLD), LAYER.named("lyon")]))
    thread.start()
    thread.join()
    assert found[0] is not resources.database(WORLD)
    assert found[1] == LAYER.named("lyon")


def test_a_forked_process_has_a_connection_of_its_own() -> None:
    before = id(resources.database(WORLD))
    child = os.fork()
    if child == 0:
        is_new = id(resources.database(WORLD)) != before and bool(LAYER.named("oslo"))
        os._exit(0 if is_new else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_the_database_cannot_be_written() -> None:
    import sqlite3

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        resources.database(WORLD).execute("DELETE FROM meta")
