"""GeoJSON: points for stops, lines for legs and claims."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from routes.model import PlacedEnd, Report
from routes.report import render_geojson
from tests.report.report_samples import (
    APIA,
    SUVA,
    make_empty_report,
    make_itinerary,
    make_report,
    make_unverifiable_claim,
)


def features(report: Report, kind: str) -> list[dict[str, Any]]:
    document = json.loads(render_geojson(report))
    assert document["type"] == "FeatureCollection"
    return [feature for feature in document["features"] if feature["properties"]["feature"] == kind]


def test_stops_are_numbered_points_with_longitude_first() -> None:
    stops = features(make_report(), "stop")
    assert [stop["properties"]["number"] for stop in stops] == [1, 2]
    assert stops[0]["geometry"] == {"type": "Point", "coordinates": [178.4419, -18.1416]}
    assert stops[1]["properties"]["status"] == "alleged"


def test_a_leg_is_a_line_cut_at_the_antimeridian() -> None:
    [leg] = features(make_report(), "leg")
    assert leg["geometry"]["type"] == "MultiLineString"
    assert [part[0] for part in leg["geometry"]["coordinates"]] == [[178.4419, -18.1416], [-180.0, -16.5]]
    assert (leg["properties"]["from"], leg["properties"]["to"]) == ("Suva", "Apia")
    assert leg["properties"]["evidence"].startswith("The Koro took")


def test_a_claim_is_the_line_it_was_measured_along() -> None:
    claim = features(make_report(), "claim")[0]
    parts = claim["geometry"]["coordinates"]
    assert parts[0][0] == [APIA.position.lon, APIA.position.lat]
    assert parts[-1][-1] == [SUVA.position.lon, SUVA.position.lat]
    assert claim["properties"]["outcome"] == "supported"
    assert claim["properties"]["measured_km"] == 1147.0


def test_a_claim_with_one_known_end_is_a_point() -> None:
    claim = replace(make_unverifiable_claim(), reference=PlacedEnd("Suva", "Suva", SUVA))
    [feature] = features(make_report(claims=(claim,)), "claim")
    assert feature["geometry"] == {"type": "Point", "coordinates": [178.4419, -18.1416]}


def test_what_has_no_place_has_no_geometry() -> None:
    itinerary = make_itinerary()
    stops = tuple(replace(stop, place=None) for stop in itinerary.stops)
    report = make_report(claims=(make_unverifiable_claim(),))
    report = replace(report, itineraries=(replace(itinerary, stops=stops),))
    assert [stop["geometry"] for stop in features(report, "stop")] == [None, None]
    assert features(report, "claim")[0]["geometry"] is None


def test_a_report_of_nothing_has_no_features() -> None:
    assert json.loads(render_geojson(make_empty_report()))["features"] == []


def test_the_same_report_gives_the_same_geojson() -> None:
    assert render_geojson(make_report()) == render_geojson(make_report())
