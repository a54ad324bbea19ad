"""The dossier as JSON, GeoJSON and text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routes import dossier, model
from routes.model import Dossier
from routes.report import (
    TextStyle,
    dossier_schema_text,
    render_dossier,
    render_dossier_claims_json,
    render_dossier_geojson,
    render_dossier_json,
)
from tests.dossier.retold import NAMES, compared, report_of, retellings


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(dossier_schema_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


SAMPLES = {
    "the retellings": retellings(),
    "no way": compared("Linz lies 155 km west of Vienna.", "The city of Linz is 250 km from Vienna."),
    "nothing": compared("Nothing happened.", "Nothing at all."),
    "an unknown place": compared("Grain was shipped from Odesa to the port of Xqzzyvk.", "Nothing."),
}


def parsed(found: Dossier) -> Any:  # noqa: ANN401 - JSON is what it is
    return json.loads(render_dossier_json(found))


@pytest.mark.parametrize("found", SAMPLES.values(), ids=SAMPLES)
def test_a_dossier_obeys_its_schema(validator: Draft202012Validator, found: Dossier) -> None:
    validator.validate(parsed(found))
    validator.validate(json.loads(render_dossier_claims_json(found)))


@pytest.mark.parametrize("key", ["articles", "stops", "claims", "contradictions", "sources"])
def test_the_schema_misses_what_is_left_out_and_refuses_what_is_unknown(
    validator: Draft202012Validator, key: str
) -> None:
    document = parsed(retellings())
    assert not validator.is_valid({**document, "surprise": 1})
    document[key][0]["surprise"] = 1
    assert not validator.is_valid(document)
    del document[key]
    assert not validator.is_valid(document)


def test_the_schema_knows_every_topic() -> None:
    schema = json.loads(dossier_schema_text())["$defs"]
    assert schema["contradiction"]["properties"]["topic"]["enum"] == [topic.value for topic in model.Topic]
    assert schema["outcome"]["enum"] == [outcome.value for outcome in model.Outcome]


def test_the_keys_are_those_that_the_documentation_names() -> None:
    document = parsed(retellings())
    assert document["schema"] == "routes-dossier/1"
    assert set(document) == {
        "schema", "routes_version", "sources", "articles", "stops", "claims", "contradictions",
    }  # fmt: skip
    assert [source["letter"] for source in document["sources"]] == ["A", "B", "C"]
    assert [source["source"] for source in document["sources"]] == list(NAMES)


def test_every_piece_of_evidence_stands_in_the_text_of_its_article() -> None:
    found = retellings()
    document = parsed(found)
    words = [told for row in (*document["stops"], *document["claims"]) for told in row["tellings"]]
    words += [each for one in document["contradictions"] for side in one["sides"] for each in side["evidence"]]
    assert len(words) > 20
    for each in words:
        assert found.reports[each["article"]].article.text[each["start"] : each["end"]] == each["text"]


def test_the_same_articles_give_the_same_bytes() -> None:
    again = dossier([report_of(name) for name in NAMES])
    for render in (render_dossier_json, render_dossier_geojson):
        assert render(retellings()) == render(again)
    assert render_dossier(retellings(), TextStyle()) == render_dossier(again, TextStyle())


def test_a_feature_says_which_article_tells_of_it() -> None:
    features = json.loads(render_dossier_geojson(retellings()))["features"]
    assert {feature["properties"]["article"] for feature in features} == {"A", "B", "C"}
    assert sum(feature["properties"]["feature"] == "stop" for feature in features) == 9


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_text_fits_the_terminal(width: int) -> None:
    text = render_dossier(retellings(), TextStyle(width=width))
    assert max(len(line) for line in text.splitlines()) <= width
    flat = " ".join(text.split())
    for words in ("3 articles, compared", "5 contradictions", "what B says does not match", "Who says what"):
        assert words in flat


def test_the_text_has_a_column_for_each_article_or_a_line_where_they_are_many() -> None:
    assert "\nNajin" in render_dossier(retellings(), TextStyle(width=80))
    many = dossier([report_of(name) for name in NAMES * 3])
    assert "\n  I " in render_dossier(many, TextStyle(width=80))


def test_a_text_without_anything_in_common_says_so() -> None:
    text = render_dossier(SAMPLES["nothing"], TextStyle())
    assert "No contradiction was found" in text
    assert "The articles tell of no stop and no distance." in text


def test_nothing_in_the_text_steers_a_terminal() -> None:
    report = report_of("front.txt")
    evil = replace(report, article=replace(report.article, title="a\x1b[31mb\u202e", source="x/\x9b2Jy.txt"))
    text = render_dossier(dossier([evil, evil]), TextStyle())
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "\u202e" not in text
