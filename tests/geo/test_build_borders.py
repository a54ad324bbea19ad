"""The packer of the borders, on a world of two countries small enough to see through."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from scripts.build_borders import TOLERANCE_KM, Topology, main, part_at_antimeridian, part_western_sahara, thin

# On a grid of 0.01 degrees: the coast from the south up to the north, the line to Algeria back down to the corner
# where Western Sahara begins, the berm on to the start, and Western Sahara's own edge.
COAST = [[-17.0, 21.0], [-15.0, 25.0], [-13.0, 27.67], [-6.0, 35.0]]
ALGERIA = [[-6.0, 35.0], [-3.0, 30.0], [-8.0, 27.66]]
BERM = [[-8.0, 27.66], [-12.0, 24.0], [-17.0, 21.0]]
SOUTH = [[-8.0, 27.66], [-8.0, 20.0], [-17.0, 21.0]]
ISLAND = [[179.0, 0.0], [180.0, 0.0], [180.0, 1.0], [179.0, 1.0], [179.0, 0.0]]


def topology() -> dict[str, object]:
    def encoded(arc: list[list[float]]) -> list[list[int]]:
        grid = np.rint(np.array(arc) * 100).astype(int) + np.array([18_000, 9_000])
        return np.diff(grid, axis=0, prepend=[[0, 0]]).tolist()  # type: ignore[no-any-return]

    def country(name: str, number: str, arcs: list[list[int]]) -> dict[str, object]:
        return {"type": "Polygon", "id": number, "properties": {"name": name}, "arcs": arcs}

    return {
        "transform": {"scale": [0.01, 0.01], "translate": [-180, -90]},
        "arcs": [encoded(arc) for arc in (COAST, ALGERIA, BERM, SOUTH, ISLAND)],
        "objects": {
            "countries": {
                "geometries": [
                    country("Morocco", "504", [[0, 1, 2]]),
                    country("W. Sahara", "732", [[3, -3]]),
                    country("Fiji", "242", [[4]]),
                ]
            }
        },
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "countries-10m.json").write_text(json.dumps(topology()), encoding="utf-8")
    return tmp_path


def test_the_same_source_gives_the_same_bytes(source: Path) -> None:
    first, second = source / "first.npz", source / "second.npz"
    assert main([str(source), str(first)]) == main([str(source), str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    with np.load(first, allow_pickle=False) as packed:
        assert packed["codes"].tolist() == ["EH", "FJ", "MA"]
        # Morocco's north, Western Sahara, Fiji, and the part whose code depends on the view.
        assert [[packed["codes"][code] for code in pair] for pair in packed["polygon_codes"]] == [
            ["MA", "MA"],
            ["EH", "EH"],
            ["FJ", "FJ"],
            ["EH", "MA"],
        ]


def test_both_parts_of_morocco_are_closed_and_share_the_parallel(source: Path) -> None:
    world = Topology(source / "countries-10m.json")
    part_western_sahara(world)
    north, west = world.polygons[0], world.polygons[-1]
    for polygon in (north, west):
        outline = world.outline(polygon.rings[0])
        assert np.array_equal(outline[0], outline[-1])
    shared = {arc for arc in north.rings[0] if ~arc in west.rings[0]}
    assert len(shared) == 1
    latitudes = world.degrees(world.arcs[~shared.pop()])[1:-1, 1]
    assert latitudes == pytest.approx(27.67, abs=0.005)


def test_the_run_along_the_antimeridian_stands_alone(source: Path) -> None:
    world = Topology(source / "countries-10m.json")
    cuts = list(part_at_antimeridian(world))
    assert [world.degrees(world.arcs[cut]).tolist() for cut in cuts] == [[[180.0, 0.0], [180.0, 1.0]]]
    assert np.array_equal(world.outline(world.polygons[2].rings[0])[-1], world.arcs[4][0])


def test_thinning_keeps_what_sticks_out_and_closed_rings_keep_their_width(source: Path) -> None:
    world = Topology(source / "countries-10m.json")
    world.scale = np.array([0.001, 0.001])
    # 0.001 degrees are 0.11 km at the equator.
    line = np.array([[180_000, 90_000], [180_010, 90_001], [180_020, 90_000], [180_030, 90_009], [180_040, 90_000]])
    assert thin(world, line).tolist() == [[180_000, 90_000], [180_020, 90_000], [180_030, 90_009], [180_040, 90_000]]
    islet = np.array([[180_000, 90_000], [180_001, 90_000], [180_001, 90_001], [180_000, 90_001], [180_000, 90_000]])
    assert TOLERANCE_KM > 0.11
    assert len(thin(world, islet)) == 4


def test_a_wrong_call_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: build_borders.py SOURCE_DIR OUT.npz" in capsys.readouterr().err
