"""A user's own lines: what is read, and that every fault is named at once."""

from __future__ import annotations

import json
from datetime import date

import pytest

from routes.errors import LineFileError
from routes.geo import nearest_on_line, read_lines
from routes.model import Position


def feature(coordinates: object, kind: str = "LineString", **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(LineFileError) as caught:
        read_lines(text, "own.geojson")
    return caught.value.problems


def test_a_feature_with_all_properties_becomes_a_line() -> None:
    (line,) = read_lines(
        collection(
            feature(
                [[30, 50], [31, 51]],
                name="our line",
                valid_from="2023-01-01",
                valid_to="2023-12-31",
                uncertainty_km=2.5,
                source="our desk",
            )
        ),
        "own.geojson",
    )
    version = line.version
    assert (version.id, version.name, version.source) == ("own.geojson#0", "our line", "our desk")
    assert (version.valid_from, version.valid_to) == (date(2023, 1, 1), date(2023, 12, 31))
    assert version.uncertainty_km == 2.5
    assert [list(part) for part in line.parts] == [[Position(lat=50, lon=30), Position(lat=51, lon=31)]]


def test_what_is_left_out_is_unknown() -> None:
    (line,) = read_lines(json.dumps(feature([[30, 50], [31, 51]])), "own.geojson")
    assert (line.version.valid_from, line.version.valid_to, line.version.uncertainty_km) == (None, None, 0)
    assert (line.version.name, line.version.source) == ("own.geojson, line 1", "own.geojson")


SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]


@pytest.mark.parametrize(
    ("kind", "coordinates", "parts"),
    [
        ("LineString", [[0, 0], [1, 1]], 1),
        ("MultiLineString", [[[0, 0], [1, 1]], [[2, 2], [3, 3]]], 2),
        ("Polygon", [SQUARE, SQUARE], 2),
        ("MultiPolygon", [[SQUARE], [SQUARE, SQUARE]], 3),
    ],
)
def test_every_kind_of_line_and_boundary_is_read(kind: str, coordinates: object, parts: int) -> None:
    (line,) = read_lines(collection(feature(coordinates, kind)), "own.geojson")
    assert len(line.parts) == parts
    (bare,) = read_lines(json.dumps({"type": kind, "coordinates": coordinates}), "own.geojson")
    assert len(bare.parts) == parts


def test_heights_and_a_byte_order_mark_are_passed_over() -> None:
    (line,) = read_lines("\ufeff" + collection(feature([[30, 50, 120.5], [31, 51, 0]])), "own.geojson")
    assert nearest_on_line(Position(lat=50, lon=30), line.parts).m < 1e-6


def test_a_longitude_past_180_is_taken_round_the_globe() -> None:
    (line,) = read_lines(collection(feature([[179, 0], [181, 0]])), "own.geojson")
    assert list(line.parts[0]) == [Position(lat=0, lon=179), Position(lat=0, lon=-179)]


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = collection(
        feature([[30, 95], [31, 51]]),
        feature([[30, 50]]),
        feature([[30, 50], [500, 51], ["x", 2]], valid_from="yesterday", uncertainty_km=-1),
        feature([30, 50], "Point"),
        "nothing",
        feature([[1, 1], [2, 2]], valid_from="2023-02-01", valid_to="2023-01-01", name=["a"]),
        {"type": "Feature", "properties": [], "geometry": None},
    )
    assert problems(text) == (
        "own.geojson: feature 0: position 0 of part 1 lat must lie in [-90, 90] degrees, got 95; "
        "GeoJSON puts the longitude first",
        "own.geojson: feature 1: part 1 of its LineString needs 2 positions or more",
        "own.geojson: feature 2: position 1 of part 1 lon must lie in [-180, 180] degrees, got 500",
        "own.geojson: feature 2: position 2 of part 1 must be [lon, lat] in degrees, got a list",
        "own.geojson: feature 2: `valid_from` must be a date such as 2023-10-13, got 'yesterday'",
        "own.geojson: feature 2: `uncertainty_km` must be a number of kilometres, 0 or more, got -1",
        "own.geojson: feature 3: its geometry must be a LineString, MultiLineString, Polygon or MultiPolygon, "
        "got 'Point'",
        'own.geojson: feature 4: must be an object of `type` "Feature"',
        "own.geojson: feature 5: `valid_from` 2023-02-01 lies after `valid_to` 2023-01-01",
        "own.geojson: feature 5: `name` must be text, got a list",
        "own.geojson: feature 6: its geometry must be a LineString, MultiLineString, Polygon or MultiPolygon, "
        "got nothing",
        "own.geojson: feature 6: its `properties` must be an object",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("\x00\x01", "not JSON"),
        ("<html>", "not JSON"),
        ('{"type": "Feature"', "not JSON"),
        ("[1, 2]", "its `type` must be"),
        ("null", "its `type` must be"),
        ('{"type": ["LineString"]}', "its `type` must be"),
        ('{"type": "FeatureCollection", "features": {}}', "needs a list of `features`"),
        (collection(), "no feature in it"),
        (collection(feature([])), "needs 2 positions or more"),
        (collection(feature([], "MultiLineString")), "its MultiLineString is empty"),
        (collection(feature(None, "MultiPolygon")), "its MultiPolygon is empty"),
        (
            collection(feature([[[0, 0], [1, 0], [1, 1], [0, 1]]], "Polygon")),
            "must end with the position it begins with",
        ),
        (collection(feature([[True, False], [1, 1]])), "must be [lon, lat]"),
        (collection(feature([["<script>", 1], [1, 1]])), "must be [lon, lat]"),
        ('{"type": "LineString", "coordinates": [[NaN, 0], [1, 1]]}', "NaN is no JSON number"),
        ('{"type": "LineString", "coordinates": [[1e999, 0], [1, 1]]}', "must be [lon, lat]"),
        ('{"type": "LineString", "coordinates": [[' + "9" * 400 + ", 0], [1, 1]]}", "must be [lon, lat]"),
        ('{"type": "LineString", "coordinates": [[' + "9" * 5000 + ", 0], [1, 1]]}", "must be [lon, lat]"),
        ("[" * 200_000, "nested too deeply"),
        ('{"type":"LineString","coordinates":' + "[" * 900 + "]" * 900 + "}", "needs 2 positions"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else value,
)
def test_hostile_input_is_refused_with_its_label(text: str, message: str) -> None:
    found = problems(text)
    assert any(message in problem for problem in found), found
    assert all(problem.startswith("own.geojson: ") and len(problem) < 300 and "\n" not in problem for problem in found)


def test_thousands_of_faults_are_cut_short() -> None:
    found = problems(collection(*[feature([[0, 95], [0, 96]]) for _ in range(2000)]))
    assert len(found) == 51
    assert found[-1] == "own.geojson: and 3950 more problems of this sort"


def test_a_name_keeps_no_control_characters() -> None:
    (line,) = read_lines(collection(feature([[0, 0], [1, 1]], name="our\x1b[31m\nline " + "x" * 900)), "own.geojson")
    assert line.version.name.startswith("our[31m line x")
    assert len(line.version.name) == 200


def test_an_export_of_held_territory_counts_as_its_boundary_for_each_period() -> None:
    early = feature([[SQUARE], [[[5, 5], [6, 5], [6, 6], [5, 5]]]], "MultiPolygon", name="held", valid_to="2023-05-31")
    late = feature([SQUARE], "Polygon", name="held", valid_from="2023-06-01")
    lines = read_lines(collection(early, late), "own.geojson")
    assert [line.version.name for line in lines] == ["held", "held"]
    assert [line.version.valid_to for line in lines] == [date(2023, 5, 31), None]
    # A point inside is as far as the boundary, not at 0 m: it is the line that is asked about.
    inside = Position(lat=0.5, lon=0.9)
    assert nearest_on_line(inside, lines[1].parts).m == pytest.approx(11_132, abs=20)


def test_cuts_at_the_antimeridian_and_the_pole_are_no_boundary() -> None:
    # The half of an island west of the antimeridian, and a cap closed along the pole.
    half = [[179, -17], [180, -17], [180, -16], [179, -16], [179, -17]]
    cap = [[-180, 80], [-90, 80], [0, 80], [90, 80], [180, 80], [180, 90], [-180, 90], [-180, 80]]
    island, ice = read_lines(collection(feature([half], "Polygon"), feature([cap], "Polygon")), "own.geojson")
    # Half a degree from the cut, and from the coast at 16 and 17 S 55 km.
    assert nearest_on_line(Position(lat=-16.5, lon=-179.9), island.parts).m > 54_000
    assert nearest_on_line(Position(lat=90, lon=0), ice.parts).m > 700_000
    assert [len(part) for part in island.parts] == [4]
    assert [len(part) for part in ice.parts] == [5]


def test_a_ring_of_cuts_alone_stays() -> None:
    ring = [[180, 0], [180, 1], [180, 2], [180, 0]]
    (line,) = read_lines(collection(feature([ring], "Polygon")), "own.geojson")
    assert [len(part) for part in line.parts] == [4]


def test_edges_may_be_read_straight_in_degrees() -> None:
    # Along the 60th parallel: the geodesic of 60 degrees bulges north by 4 degrees in the middle, to 63.4 N.
    text = json.dumps(feature([[0, 60], [60, 60]]))
    on_the_parallel = Position(lat=60, lon=30)
    (geodesic,) = read_lines(text, "own.geojson")
    (straight,) = read_lines(text, "own.geojson", edges="straight")
    assert nearest_on_line(on_the_parallel, geodesic.parts).m > 370_000
    assert nearest_on_line(on_the_parallel, straight.parts).m < 1
    assert nearest_on_line(on_the_parallel, geodesic.parts, edges="straight").m < 1
