"""A user's own line is used for what it is called, or for what the user says it is."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import Command

CLAIM = "Tikhoretsk is 290 km from the Ukraine front line."
ON = ("--on", "2023-10-15")
# Along 38 E; Tikhoretsk (45.85 N, 40.13 E) lies some 207 km from its southern end (spherical law of cosines).
COORDINATES = [[38.0, 47.0], [38.0, 48.0]]


def write_line(routes: Command, file: str, *names: str | None, **properties: str) -> None:
    geometry = {"type": "LineString", "coordinates": COORDINATES}
    features = [
        {"type": "Feature", "geometry": geometry, "properties": {**properties, **({"name": name} if name else {})}}
        for name in names
    ]
    (routes.folder / file).parent.mkdir(exist_ok=True)
    (routes.folder / file).write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")


def outcome(routes: Command, *arguments: str) -> str:
    answer = routes("verify", "--text", CLAIM, *ON, "--json", *arguments)
    assert answer.code == 0, answer.err
    [claim] = json.loads(answer.out)["claims"]
    return str(claim["outcome"])


@pytest.mark.parametrize("verb", ["verify", "analyze", "map"])
def test_a_line_without_a_name_is_not_silently_the_front(routes: Command, verb: str) -> None:
    write_line(routes, "own.geojson", None)
    answer = routes(verb, "article.txt", "--line", "own.geojson")
    assert answer.code == 2
    assert answer.complaint.startswith("own.geojson: no line in it has a name, so no claim can be measured to it")
    assert "--line front=own.geojson" in answer.complaint


def test_a_bare_line_is_the_front_only_if_it_is_called_so(routes: Command) -> None:
    bare = json.dumps({"type": "LineString", "coordinates": COORDINATES})
    for name in ("own.geojson", "front.geojson"):
        (routes.folder / name).write_text(bare, encoding="utf-8")
    assert routes("verify", "article.txt", "--line", "own.geojson").code == 2
    assert outcome(routes, "--line", "front=own.geojson") == "refuted"
    assert outcome(routes, "--line", "front.geojson") == "refuted"


def test_the_folder_of_a_file_says_nothing_of_its_lines(routes: Command) -> None:
    write_line(routes, "front line/own.geojson", None)
    assert routes("verify", "article.txt", "--line", "front line/own.geojson").code == 2


def test_a_line_of_another_name_is_measured_to_where_the_text_names_it(routes: Command) -> None:
    write_line(routes, "own.geojson", "Buffer zone", source="a survey")
    # The southern end of the line: 207 km.
    for figure, expected in ((205, "supported"), (120, "refuted")):
        text = f"Tikhoretsk is {figure} km from the buffer zone."
        answer = routes("verify", "--text", text, "--line", "own.geojson", "--json")
        [claim] = json.loads(answer.out)["claims"]
        assert claim["outcome"] == expected, claim["sentence"]
        assert claim["reference"]["line"]["id"] == "own.geojson#0"
        assert claim["reference"]["name"] == "Buffer zone"


def test_a_line_that_no_claim_names_is_not_the_front_and_a_notice_says_so(routes: Command) -> None:
    write_line(routes, "own.geojson", "Pipeline")
    answer = routes("verify", "--text", CLAIM, *ON, "--json", "--line", "own.geojson")
    report = json.loads(answer.out)
    assert report["claims"][0]["reference"]["line"]["id"] != "own.geojson#0"
    assert [notice["message"] for notice in report["notices"] if notice["code"] == "unused-line"] == [
        'No stated distance names the line "Pipeline"; --line front=FILE makes it the front line'
    ]


@pytest.mark.parametrize("name", ["Front line, 15 October", "LINE OF CONTACT", "frontline"])
def test_a_line_that_is_called_a_front_line_takes_its_place(routes: Command, name: str) -> None:
    assert outcome(routes) == "supported"
    write_line(routes, "own.geojson", "Pipeline", name)
    assert outcome(routes, "--line", "own.geojson") == "refuted"


def test_a_batch_is_as_strict(routes: Command) -> None:
    write_line(routes, "own.geojson", None)
    line = json.dumps({"id": "a", "text": CLAIM}).encode()
    assert "no line in it has a name" in routes("batch", "-", "--line", "own.geojson", stdin=line).complaint
    assert "must be files here" in routes("batch", "-", "--line", "front=-", stdin=line).complaint


@pytest.mark.parametrize("role", ["border", "coast"])
def test_another_line_cannot_be_replaced(routes: Command, role: str) -> None:
    write_line(routes, "own.geojson", "Pipeline")
    assert "give front=FILE" in routes("verify", "article.txt", "--line", f"{role}=own.geojson").complaint


def test_a_file_may_have_an_equals_sign_in_its_name(routes: Command) -> None:
    write_line(routes, "a=b.geojson", "front line")
    assert outcome(routes, "--line", "a=b.geojson") == "refuted"
    assert outcome(routes, "--line", "front=a=b.geojson") == "refuted"


def test_a_distance_is_measured_to_any_line_by_its_name(routes: Command) -> None:
    write_line(routes, "own.geojson", "Our Canal")
    answer = json.loads(routes("distance", "Tikhoretsk", "our canal", "--line", "own.geojson", "--json").out)
    assert answer["km"] == pytest.approx(207, abs=1)  # the sphere is off by up to half a per cent
    # Another line than the front does not take its place here either.
    front = routes("distance", "Tikhoretsk", "Ukraine front line", *ON, "--line", "own.geojson", "--json")
    assert json.loads(front.out)["km"] == pytest.approx(294, abs=10)


def test_a_dated_line_asks_for_the_day_and_may_not_hold_on_it(routes: Command) -> None:
    write_line(routes, "own.geojson", "Our Canal", valid_from="2024-01-01")
    arguments = ("distance", "Tikhoretsk", "Our Canal", "--line", "own.geojson", "--json")
    assert "--on 2023-10-15" in routes(*arguments).complaint
    assert json.loads(routes(*arguments, *ON).out)["reason"] == "no line of --line holds on 2023-10-15"
    assert json.loads(routes(*arguments, "--on", "2024-02-01").out)["km"] > 200


def test_long_edges_run_as_the_user_says(routes: Command) -> None:
    # Along the parallel 60 N from 0 to 90 E the geodesic passes far north of the parallel: at 45 E it is at
    # atan(tan(60) / cos(45)) = 67.8 N, 7.8 degrees or 870 km from 60 N, 45 E; the straight edge goes through it.
    geometry = {"type": "LineString", "coordinates": [[0, 60], [90, 60]]}
    feature = {"type": "Feature", "geometry": geometry, "properties": {"name": "Sixty"}}
    (routes.folder / "own.geojson").write_text(json.dumps(feature), encoding="utf-8")

    def km(*more: str) -> float:
        answer = routes("distance", "60,45", "Sixty", "--line", "own.geojson", "--json", *more)
        return float(json.loads(answer.out)["km"])

    assert km() == pytest.approx(870, rel=0.01)
    assert km("--line-edges", "straight") == 0
