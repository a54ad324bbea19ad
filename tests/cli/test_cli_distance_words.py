"""What `routes distance` and `routes geocode` say beside their answers."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import Command


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--by", "rail", "--avoid", "suez"), "--avoid suez has no effect on a way by rail"),
        (("--by", "sea", "--avoid", "KZ"), "--avoid KZ has no effect on a way by sea"),
        (("--avoid", "panama"), "--avoid panama has no effect on a way as the crow flies"),
    ],
)
def test_a_passage_without_effect_is_told(routes: Command, arguments: tuple[str, ...], words: str) -> None:
    assert words in routes("distance", "Shanghai", "Rotterdam", *arguments).err


def test_a_passage_with_effect_is_not(routes: Command) -> None:
    assert routes("distance", "Shanghai", "Rotterdam", "--by", "sea", "--avoid", "suez").err == ""


@pytest.mark.parametrize("pair", [("Paris", "Berlin"), ("Odesa", "Istanbul"), ("Moscow", "Tokyo")])
def test_a_big_city_is_not_asked_about(routes: Command, pair: tuple[str, str]) -> None:
    assert routes("distance", *pair).err == ""


@pytest.mark.parametrize(("name", "state"), [("Paris, TX", "TX"), ("Springfield, Ohio", "OH"), ("Portland, ME", "ME")])
def test_what_stands_after_a_comma_is_what_a_place_lies_in(routes: Command, name: str, state: str) -> None:
    from routes.gazetteer import Gazetteer

    [answer] = json.loads(routes("geocode", name, "--json").out)
    first = answer["places"][0]
    found = Gazetteer.world().by_id(first["id"])
    assert found is not None
    assert found.admin1 == state


def test_the_ends_are_named_in_the_order_they_were_given(routes: Command) -> None:
    there = routes("distance", "Odesa", "Baku", "--by", "sea").out
    back = routes("distance", "Baku", "Odesa", "--by", "sea").out
    assert "end lies on the Caspian Sea" in " ".join(there.split())
    assert "start lies on the Caspian Sea" in " ".join(back.split())


@pytest.mark.parametrize(
    ("origin", "destination", "passage"),
    [("Singapore", "Honiara", "Torres Strait"), ("Malta", "Bahrain", "Suez Canal")],
)
def test_a_state_no_larger_than_a_city_is_where_ships_call(
    routes: Command, origin: str, destination: str, passage: str
) -> None:
    assert passage in routes("distance", origin, destination, "--by", "sea").out


def test_a_larger_state_has_no_one_port_to_sail_from(routes: Command) -> None:
    assert "straight line" in routes("distance", "Spain", "Honiara", "--by", "sea").out
