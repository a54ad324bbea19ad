"""The JSON report: its schema, its rounding, its determinism."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from routes.model import Article, Itinerary, Modifier, Report, Resolution
from routes.report import render_claims_json, render_json, schema_text
from tests.report.report_samples import (
    APIA,
    SUVA,
    make_empty_report,
    make_itinerary,
    make_refuted_claim,
    make_report,
    make_supported_claim,
    make_unverifiable_claim,
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def unplaced(itinerary: Itinerary) -> Itinerary:
    return replace(
        itinerary,
        stops=tuple(replace(stop, place=None) for stop in itinerary.stops),
        legs=tuple(replace(leg, path=None, mode=None, vessel=None) for leg in itinerary.legs),
        window=None,
        feasibility=None,
    )


REPORTS = {
    "with everything": make_report(),
    "with nothing": make_empty_report(),
    "with a supported claim": make_report(claims=(make_supported_claim(),)),
    "with a refuted claim": make_report(claims=(make_refuted_claim(),)),
    "with an unverifiable claim": make_report(claims=(make_unverifiable_claim(),)),
    "with nothing placed": replace(
        make_report(),
        itineraries=(unplaced(make_itinerary()),),
        toponyms=(Resolution(make_report().toponyms[0].mention, None, 0.0),),
    ),
    "with two shipments": replace(make_report(), itineraries=(make_itinerary(), make_itinerary())),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_obeys_the_schema(validator: Draft202012Validator, report: Report) -> None:
    validator.validate(json.loads(render_json(report)))


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_the_answer_of_verify_obeys_the_same_schema(validator: Draft202012Validator, report: Report) -> None:
    validator.validate(json.loads(render_claims_json([report])))


@pytest.mark.parametrize("key", ["toponyms", "vetoed", "itineraries", "claims", "notices", "title", "data"])
def test_the_schema_misses_each_key_that_is_left_out(validator: Draft202012Validator, key: str) -> None:
    document = json.loads(render_json(make_report()))
    del document[key]
    assert not validator.is_valid(document)


@pytest.mark.parametrize("part", ["toponyms", "itineraries", "claims", "notices", "vetoed", "dates"])
def test_the_schema_allows_no_unknown_key(validator: Draft202012Validator, part: str) -> None:
    document = json.loads(render_json(make_report()))
    document[part][0]["surprise"] = 1
    assert not validator.is_valid(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("claims", 0, "outcome"), "false"),
        (("toponyms", 0, "place", "lat"), 91),
        (("itineraries", 0, "legs", 0, "status"), "certain"),
        (("itineraries", 0, "stops", 0, "confidence"), 1.5),
        (("published",), "3 March 2024"),
        (("schema",), "routes-report/2"),
    ],
)
def test_the_schema_refuses_what_cannot_be(
    validator: Draft202012Validator, path: tuple[str | int, ...], value: object
) -> None:
    document = json.loads(render_json(make_report()))
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert not validator.is_valid(document)


def test_the_schema_knows_every_value_of_every_enum() -> None:
    from routes import model

    schema = json.loads(schema_text())["$defs"]
    stop, leg, claim = (schema[name]["properties"] for name in ("stop", "leg", "claim"))
    for found, enum in [
        (schema["placeKind"], model.PlaceKind),
        (schema["how"], model.How),
        (schema["status"], model.Status),
        (schema["outcome"], model.Outcome),
        (schema["borderView"], model.BorderView),
        (stop["role"], model.Role),
        (leg["mode"], model.Mode),
        (claim["kind"], model.StatementKind),
        (schema["stated"]["properties"]["unit"], model.Unit),
        (schema["stated"]["properties"]["modifier"], model.Modifier),
        (schema["measured"]["properties"]["reading"], model.Reading),
        (schema["vetoed"]["properties"]["kind"], model.MentionKind),
        (schema["feasible"]["properties"]["outcome"], model.Feasible),
        (schema["notice"]["properties"]["level"], model.Level),
    ]:
        assert [value for value in found["enum"] if value is not None] == [member.value for member in enum]


def test_the_same_report_gives_the_same_bytes_with_sorted_keys() -> None:
    text = render_json(make_report())
    assert text == render_json(make_report())
    assert text.endswith("}\n")
    assert json.dumps(json.loads(text)) == json.dumps(json.loads(text), sort_keys=True)


def test_numbers_are_rounded_to_what_they_are_worth() -> None:
    document = json.loads(render_json(make_report()))
    assert document["toponyms"][0]["confidence"] == 0.9712
    assert document["toponyms"][0]["place"]["lat"] == -18.1416
    assert document["claims"][0]["measured"]["km"] == 1147.0
    assert document["claims"][0]["measured"]["nearest"] == [[-13.8333, -171.7667], [-18.1416, 178.4419]]


def test_a_figure_without_an_upper_bound_has_none_in_json() -> None:
    stated = json.loads(render_json(make_report()))["claims"][1]["stated"]
    assert (stated["low_km"], stated["high_km"]) == (85.0, None)


def test_a_modifier_is_written_in_its_words() -> None:
    claim = make_refuted_claim()
    quantity = replace(claim.statement.quantity, modifier=Modifier.AT_LEAST)
    hedged = replace(claim, statement=replace(claim.statement, quantity=quantity))
    assert json.loads(render_json(make_report(claims=(hedged,))))["claims"][0]["stated"]["modifier"] == "at least"


def test_the_line_that_was_measured_to_stands_at_the_end_that_names_it() -> None:
    claim = json.loads(render_json(make_report()))["claims"][1]
    assert claim["subject"]["line"] is None
    assert claim["reference"]["line"] == {
        "id": "border-to",
        "name": "the border of Tonga",
        "valid_from": "2020-01-01",
        "valid_to": None,
        "uncertainty_km": 1.0,
        "source": "Natural Earth",
    }


def test_offsets_lead_back_to_the_words() -> None:
    report = make_report()
    for claim in json.loads(render_json(report))["claims"]:
        assert report.article.text[claim["start"] : claim["end"]] == claim["text"]


def test_a_leg_has_its_path_its_evidence_and_who_says_it() -> None:
    leg = json.loads(render_json(make_report()))["itineraries"][0]["legs"][0]
    assert (leg["from"], leg["to"], leg["mode"], leg["vessel"], leg["attribution"]) == (0, 1, "sea", "Koro", "the port")
    assert leg["path"]["length_km"] == [1140.0, 1165.0]
    assert leg["path"]["geometry"]["type"] == "MultiLineString"


def test_dates_are_iso_days_with_their_precision() -> None:
    dates = json.loads(render_json(make_report()))["itineraries"][0]["dates"]
    assert dates["start"] == date(2024, 2, 1).isoformat()
    assert (dates["start_precision"], dates["end_precision"]) == ("day", "day")


def test_verify_answers_several_articles_with_a_list() -> None:
    documents = json.loads(render_claims_json([make_report(), make_empty_report()]))
    assert [len(document["claims"]) for document in documents] == [3, 0]
    assert "toponyms" not in documents[0]


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800"])
def test_json_text_holds_nothing_that_steers_a_terminal_and_loses_nothing(character: str) -> None:
    title = f"a{character}b"
    text = render_json(replace(make_empty_report(), article=Article("Nothing.", title)))
    assert character not in text
    assert json.loads(text)["title"] == title


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    text = render_json(replace(make_empty_report(), article=Article("Nothing.", "나진 Дунай")))
    assert '"나진 Дунай"' in text


def test_no_place_of_the_samples_is_lost() -> None:
    stops = json.loads(render_json(make_report()))["itineraries"][0]["stops"]
    assert [stop["place_id"] for stop in stops] == [SUVA.id, APIA.id]
