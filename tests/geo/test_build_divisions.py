"""The packer of the divisions, on two squares that share an edge and an islet."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from scripts.build_divisions import Places, build_topology, main, name_features, read_features


def square(west: float, south: float, size: float) -> list[list[list[float]]]:
    east, north = west + size, south + size
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(country: str, named: str | None, coordinates: list[list[list[float]]]) -> dict[str, object]:
    properties = {"iso_a2": country, "gn_a1_code": named}
    return {"properties": properties, "geometry": {"type": "Polygon", "coordinates": coordinates}}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    features = [
        feature("AA", "AA.1", square(10, 0, 1)),
        feature("AA", None, square(11, 0, 1)),
        feature("-1", None, square(20, 0, 1)),
    ]
    (tmp_path / "admin1.json").write_text(json.dumps({"features": features}), encoding="utf-8")
    return tmp_path


def test_an_edge_of_two_divisions_is_one_arc(source: Path) -> None:
    topology = build_topology(read_features(source / "admin1.json"))
    uses = [arc if arc >= 0 else ~arc for _, ring in topology.rings for arc in ring]
    # Two squares of an outer arc and the shared edge each, and the islet's ring alone.
    assert sorted(Counter(uses).values()) == [1, 1, 1, 2]
    assert {len(ring) for _, ring in topology.rings} == {1, 2}


def test_a_division_is_named_by_the_places_in_it(source: Path) -> None:
    features = read_features(source / "admin1.json")
    inside = [(10.5, 0.5), (10.2, 0.2), (11.5, 0.5), (20.5, 0.5)]
    assert name_features(features, Places(np.array(inside), ["AA.1", "AA.1", "AA.2", "BB.7"])) == [
        "AA.1",
        "AA.2",
        "BB.7",
    ]


def test_a_division_of_which_only_a_part_is_drawn_stays_without_a_name(source: Path) -> None:
    features = read_features(source / "admin1.json")
    places = Places(np.array([(11.5, 0.5), (20.5, 0.5)]), ["AA.2", "AA.2"])
    assert name_features(features, places) == ["AA", "AA.2", "AA.2"]
    # Half of AA.3 lies in its polygon, half in that of AA.1.
    mixed = [(11.5, 0.5), (10.5, 0.5), (10.4, 0.5), (10.3, 0.5)]
    assert name_features(features, Places(np.array(mixed), ["AA.3", "AA.3", "AA.1", "AA.1"])) == ["AA.1", "AA", ""]


def test_the_same_source_gives_the_same_bytes(source: Path) -> None:
    first, second = source / "first.npz", source / "second.npz"
    assert main([str(source), str(first)]) == main([str(source), str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_without_its_arguments_it_says_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: build_divisions.py" in capsys.readouterr().err
