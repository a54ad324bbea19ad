"""`routes verify` for JSON lines, into files, and as ClaimReview."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routes.report import schema_text
from tests.cli.command import REFUTED, STORY, Command

FITTING = "Linz lies 155 km west of Vienna."  # 155.3 km by GeographicLib between 48.3064, 14.2861 and 48.2085, 16.3721


def lines_of(*objects: object) -> bytes:
    return "".join(json.dumps(each) + "\n" for each in objects).encode()


def records(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def outcomes(record: Any) -> list[str]:  # noqa: ANN401 - JSON is what it is
    return [claim["outcome"] for claim in record["claims"]]


LINES = lines_of(
    {"id": "a", "text": FITTING},
    {"id": "b"},
    {"id": 3, "text": REFUTED, "published": "2023-10-15"},
    {"id": "d", "text": "Nothing was shipped."},
)


def test_each_line_becomes_a_line_with_its_claims(routes: Command) -> None:
    Path("in.jsonl").write_bytes(LINES)
    answer = routes("verify", "in.jsonl", "-o", "out.jsonl")
    assert (answer.code, answer.out) == (0, "")
    good, bad, refuted, empty = records(Path("out.jsonl").read_text(encoding="utf-8"))
    assert (good["id"], outcomes(good)) == ("a", ["supported"])
    assert bad == {"id": "b", "error": {"code": "no-text", "message": "text must be a string with the article"}}
    assert (refuted["id"], outcomes(refuted), refuted["published"]) == (3, ["refuted"], "2023-10-15")
    assert outcomes(empty) == []
    for record in (good, refuted, empty):
        Draft202012Validator(json.loads(schema_text())).validate(record)
        assert "toponyms" not in record


def test_bad_lines_are_told_on_standard_error(routes: Command) -> None:
    err = routes("verify", "--jsonl", "-", stdin=LINES).err
    assert err == (
        "routes: warning: 1 of 4 lines have an error in place of a report; "
        "the first is line 2: text must be a string with the article [no-text]\n"
    )


def test_a_line_holds_what_verify_says_of_the_text_alone(routes: Command) -> None:
    [line] = records(routes("verify", "--jsonl", "-", stdin=lines_of({"id": "a", "text": REFUTED})).out)
    assert {**line, "id": None} == json.loads(routes("verify", "--text", REFUTED, "--json").out)


def test_the_bytes_are_the_same_with_two_processes(routes: Command) -> None:
    arguments = ("verify", "--jsonl", "-", "--fail-on", "refuted")
    one, two = (routes(*arguments, "--jobs", jobs, stdin=LINES * 20) for jobs in ("1", "2"))
    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
    assert one.code == 1


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (lines_of({"text": FITTING}), 0),
        (lines_of({"text": FITTING}, {"text": REFUTED}, {"text": FITTING}), 1),
        (b"no JSON\n", 0),
        (b"", 0),
    ],
)
def test_the_exit_code_says_whether_a_claim_is_refuted_if_asked(routes: Command, lines: bytes, code: int) -> None:
    assert routes("verify", "--jsonl", "-", "--fail-on", "refuted", stdin=lines).code == code
    assert routes("verify", "--jsonl", "-", stdin=lines).code == 0


def test_reviews_come_a_document_a_line(routes: Command) -> None:
    answer = routes("verify", "--jsonl", "-", "--format", "claimreview", "--reviewer", "Our desk", stdin=LINES)
    good, bad, refuted, empty = records(answer.out)
    assert bad["error"]["code"] == "no-text"
    [review] = good["claimreview"]["@graph"]
    assert (review["author"]["name"], review["reviewRating"]["alternateName"]) == ("Our desk", "supported")
    assert refuted["claimreview"]["@graph"][0]["datePublished"] == "2023-10-15"
    assert empty["claimreview"]["@graph"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("in.jsonl", "article.txt"), "from one file, alone"),
        (("--jsonl", "--text", "x"), "from one file, alone"),
        (("--jsonl",), "from one file, alone"),
        (("in.jsonl", "--explain"), "there is no table"),
        (("in.jsonl", "--format", "text"), "there is no table"),
        (("in.jsonl", "--published", "2023-10-15"), "each line may have its own"),
        (("in.jsonl", "--line", "-"), "must be files here"),
        (("in.jsonl", "--url", "https://example.org"), "--format claimreview"),
        (("missing.jsonl",), "missing.jsonl: there is no such file"),
        (("article.txt", "--jobs", "2"), "--jobs is for JSON lines"),
        (("article.txt", "--json", "--explain"), "--explain is for the table"),
        (("article.txt", "--json", "--format", "text"), "not allowed with"),
        (("article.txt", "--reviewer", "x"), "--format claimreview"),
        (("article.txt", "--article-url", "https://example.org"), "--format claimreview"),
        (("article.txt", "--format", "claimreview", "--url", "example.org"), "no web address"),
        (("article.txt", "--format", "claimreview", "--url", "javascript:alert(1)"), "no web address"),
        (("article.txt", "--format", "claimreview", "--url", "https://[x"), "no web address"),
        (("article.txt", "-o", "out.html"), "use one of .txt, .json, .jsonld"),
        (("article.txt", "-o", "article.txt"), "this is the article itself"),
    ],
)
def test_what_does_not_go_together_is_told_in_one_line(routes: Command, arguments: tuple[str, ...], words: str) -> None:
    Path("in.jsonl").write_bytes(LINES)
    answer = routes("verify", *arguments)
    assert answer.code == 2
    assert words in answer.complaint
    assert routes.files() == {"article.txt", "in.jsonl"}


@pytest.mark.parametrize(("name", "start"), [("out.txt", "VERDICT"), ("out.json", "{"), ("out.jsonld", "{")])
def test_the_ending_of_a_file_chooses_the_form(routes: Command, name: str, start: str) -> None:
    answer = routes("verify", "--text", REFUTED, "-o", name)
    assert (answer.code, answer.out) == (0, "")
    assert f"routes: wrote {name}" in answer.err
    text = Path(name).read_text(encoding="utf-8")
    assert text.startswith(start)
    assert ("@context" in text) is (name == "out.jsonld")


def test_analyze_does_not_replace_its_article_either(routes: Command) -> None:
    assert "the article itself" in routes("analyze", "article.txt", "-o", "article.txt").complaint
    assert Path("article.txt").read_text(encoding="utf-8") == STORY


def test_a_table_in_a_file_has_no_colours(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    routes("verify", "--text", REFUTED, "-o", "out.txt")
    assert "\x1b" not in Path("out.txt").read_text(encoding="utf-8")


def test_a_review_says_where_its_day_comes_from(routes: Command) -> None:
    def told(*arguments: str) -> str:
        return routes("verify", "--text", REFUTED, "--format", "claimreview", *arguments).err

    assert "a review has no datePublished" in told()
    assert "datePublished is the day of the article" in told("--published", "2023-10-15")
    assert told("--reviewed", "2023-10-16") == ""
    assert routes("verify", "--text", "Nothing.", "--format", "claimreview").err == ""


def test_a_review_carries_what_its_publisher_says(routes: Command) -> None:
    options = ("--reviewer", "Our desk", "--reviewed", "2023-10-16", "--url", "https://example.org/a?b=1")
    out = routes("verify", "--text", REFUTED, "--format", "claimreview", *options).out
    [review] = json.loads(out)["@graph"]
    assert (review["author"]["name"], review["datePublished"]) == ("Our desk", "2023-10-16")
    assert review["url"] == "https://example.org/a?b=1"
    assert "&" not in out


def test_several_claims_are_summed_up(routes: Command) -> None:
    out = routes("verify", "--text", f"{FITTING} {REFUTED}").out
    assert out.endswith("\n\n2 claims: 1 supported, 1 refuted\n")
    assert "claims:" not in routes("verify", "--text", REFUTED).out
