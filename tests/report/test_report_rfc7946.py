"""GeoJSON by the letter of RFC 7946: checked here by rules written from its text, not by our own code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from shapely import is_valid
from shapely.geometry import shape

from routes.geo import ring
from routes.model import Claim, Place, PlacedEnd, PlaceKind, Position, Report
from routes.report import render_dossier_geojson, render_geojson
from routes.report.geometry import area_geometry
from tests.dossier.retold import retellings
from tests.page import sample_report
from tests.page.hostile import PAYLOADS, hostile
from tests.report.report_samples import make_empty_report, make_report

TYPES = {"Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}


def around(lat: float, lon: float, radius_km: float) -> Report:
    """Return a report whose one claim is drawn as a ring about a place."""
    place = Place("x", "X", PlaceKind.VILLAGE, None, Position(lat=lat, lon=lon), 1.0)
    claim = sample_report.unverifiable()
    quantity = replace(claim.statement.quantity, value=radius_km)
    claim = replace(
        claim, statement=replace(claim.statement, quantity=quantity), reference=PlacedEnd("X", "X", place), subject=None
    )
    return replace(sample_report.report(), itineraries=(), claims=(claim,))


STORIES = {
    "sea and rail": sample_report.report(),
    "across the Pacific": sample_report.pacific(),
    "twenty ports": sample_report.many(20),
    "Suva to Apia": make_report(),
    "nothing": make_empty_report(),
    "ring over the antimeridian": around(0, 179.5, 300),
    "ring round the north pole": around(88, 20, 900),
    "ring round the south pole": around(-85, -170, 1500),
    "ring on the pole": around(90, 0, 500),
    "ring that touches the antimeridian": around(10, 180, 200),
}


@pytest.mark.parametrize("name", STORIES)
def test_every_story_keeps_the_rules(name: str) -> None:
    check(render_geojson(STORIES[name]))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_breaks_the_rules_or_is_changed(payload: str) -> None:
    text = render_geojson(hostile(payload))
    check(text)
    stop = json.loads(text)["features"][0]["properties"]
    assert stop["name"] == payload


def test_a_dossier_keeps_the_rules() -> None:
    check(render_dossier_geojson(retellings()))


def check(text: str) -> None:
    """Assert what RFC 7946 asks of a FeatureCollection; the sections stand beside each rule."""
    collection = json.loads(text, parse_constant=_no_such_number)
    assert collection["type"] == "FeatureCollection"  # 3.3
    assert "crs" not in collection  # 4
    assert not {"coordinates", "geometries", "geometry", "properties"} & set(collection)  # 7.1
    lons: list[float] = []
    lats: list[float] = []
    for feature in collection["features"]:
        assert feature["type"] == "Feature"  # 3.2
        assert {"geometry", "properties"} <= set(feature)
        assert not {"coordinates", "geometries", "features"} & set(feature)  # 7.1
        if feature["geometry"] is not None:
            for lon, lat in check_geometry(feature["geometry"]):
                lons.append(lon)
                lats.append(lat)
    if lons:
        check_box(collection["bbox"], lons, lats)
    else:
        assert "bbox" not in collection


def _no_such_number(name: str) -> float:
    raise AssertionError(f"{name} is no JSON")


def check_geometry(geometry: dict[str, Any]) -> list[tuple[float, float]]:
    assert set(geometry) == {"type", "coordinates"}
    assert geometry["type"] in TYPES
    positions = list(_positions(geometry["coordinates"]))
    for lon, lat in positions:
        assert -180 <= lon <= 180  # 4
        assert -90 <= lat <= 90
        for value in (lon, lat):
            # 11.2: six decimals are 10 cm; more would be a precision that nobody has.
            assert round(value, 7) == value
    for line in _lines(geometry):
        assert len(line) >= 2  # 3.1.4
        assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(line))  # 3.1.9
    for outline in _outlines(geometry):
        assert len(outline) >= 4  # 3.1.6
        assert outline[0] == outline[-1]
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(outline)) > 0, "not counter-clockwise"
    assert is_valid(shape(geometry))
    return positions


def check_box(box: list[float], lons: list[float], lats: list[float]) -> None:
    """Section 5: west, south, east, north; across the antimeridian west is the larger (5.2)."""
    west, south, east, north = box
    assert (south, north) == (min(lats), max(lats))
    for lon in lons:
        inside = west <= lon <= east if west <= east else lon >= west or lon <= east
        assert inside or abs(lon) == 180


def _positions(coordinates: list[Any]) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        lon, lat = coordinates
        yield lon, lat
    else:
        for part in coordinates:
            yield from _positions(part)


def _lines(geometry: dict[str, Any]) -> list[Any]:
    found: list[Any] = geometry["coordinates"]
    lines = {"LineString": [found], "MultiLineString": found}
    return lines.get(geometry["type"], [])


def _outlines(geometry: dict[str, Any]) -> list[Any]:
    found = geometry["coordinates"]
    polygons = {"Polygon": [found], "MultiPolygon": found}.get(geometry["type"], [])
    return [outline for polygon in polygons for outline in polygon]


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("Suva to Apia", [167.6, -28.5, -170.7, -7.7]),
        ("ring over the antimeridian", [176.8, -2.7, -177.8, 2.7]),
        ("ring round the north pole", [-180, 79.9, 180, 90]),
        ("ring round the south pole", [-180, -90, 180, -71.6]),
    ],
)
def test_the_box_is_the_narrow_one(name: str, box: list[float]) -> None:
    # By hand: a degree of latitude is 110.6 km at the equator and 111.7 km at the poles; tolerance 0.1 degrees.
    assert json.loads(render_geojson(STORIES[name]))["bbox"] == pytest.approx(box, abs=0.1)


def test_the_pole_lies_inside_a_ring_round_it() -> None:
    for name, lat in (("ring round the north pole", 89.9), ("ring round the south pole", -89.9)):
        [_, feature] = json.loads(render_geojson(STORIES[name]))["features"]
        assert feature["properties"]["feature"] == "ring"
        area = shape(feature["geometry"])
        for lon in (-170, -60, 0.5, 90, 179):
            assert area.contains(shape({"type": "Point", "coordinates": [lon, lat]}))
        assert not area.contains(shape({"type": "Point", "coordinates": [10, lat / 2]}))


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize(("lat", "lon"), [(85, 30), (-80, 175), (0, 179), (10, 10), (66, -179.99), (90, 0)])
def test_an_area_keeps_its_size_and_winding_however_it_was_drawn(lat: float, lon: float, turn: int) -> None:
    outline = ring(Position(lat=lat, lon=lon), 600_000, vertices=90)
    geometry = area_geometry(outline[::turn])
    assert geometry is not None
    check_geometry(json.loads(json.dumps(geometry)))


def test_a_ring_without_an_inside_is_no_area() -> None:
    flat = tuple(Position(lat=0, lon=lon) for lon in (0.0, 0.0, 0.0, 0.0))
    assert area_geometry(flat) is None


def test_a_claim_keeps_its_measured_line_and_gets_a_ring() -> None:
    kinds = [f["properties"]["feature"] for f in json.loads(render_geojson(sample_report.report()))["features"]]
    assert kinds == ["stop", "stop", "stop", "leg", "leg", "claim", "ring"]
    claim: Claim = sample_report.claim()
    assert claim.ring_centre == sample_report.TIKHORETSK
