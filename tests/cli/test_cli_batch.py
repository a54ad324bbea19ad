"""Many articles, one report a line: in order, the same with any number of processes, whatever the lines hold."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from routes.cli import batch_work
from routes.cli.batch_work import Setup, answer, answers, setup_of
from routes.cli.streams import Line
from routes.errors import InputError
from routes.report import schema_text
from tests.cli.command import STORY, Command

ROOT = Path(__file__).resolve().parents[2]
SETUP: Setup = setup_of(
    Namespace(
        on=None,
        line=[],
        line_edges="geodesic",
        borders="un",
        gazetteer=[],
        world=None,
        pick=[],
        no_demonyms=False,
        paths=False,
    )
)
GRAIN = "Grain was shipped from Odesa to Istanbul. Ukrainian officials said so."


def lines_of(*objects: object) -> str:
    return "".join(json.dumps(each) + "\n" for each in objects)


def records(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def one(routes: Command, line: object, *arguments: str) -> Any:  # noqa: ANN401 - JSON is what it is
    [record] = records(routes("batch", "-", *arguments, stdin=lines_of(line).encode()).out)
    return record


def test_a_line_is_the_report_that_analyze_makes(routes: Command) -> None:
    record = one(routes, {"id": "a", "text": STORY}, "--paths")
    report = json.loads(routes("analyze", "article.txt").out)
    assert record == {**report, "id": "a"}


def test_reports_come_in_the_order_of_their_lines_and_obey_the_schema(routes: Command) -> None:
    articles = [{"id": name, "text": text} for name, text in (("b", STORY), ("a", GRAIN), ("c", STORY))]
    (routes.folder / "in.jsonl").write_text(lines_of(*articles), encoding="utf-8")
    result = routes("batch", "in.jsonl", "-o", "out.jsonl")
    assert (result.code, result.out, result.err) == (0, "", "routes: wrote out.jsonl\n")
    found = records((routes.folder / "out.jsonl").read_text(encoding="utf-8"))
    assert [record["id"] for record in found] == ["b", "a", "c"]
    for record in found:
        Draft202012Validator(json.loads(schema_text())).validate(record)
    assert routes.files() == {"article.txt", "in.jsonl", "out.jsonl"}


def test_the_bytes_are_the_same_with_any_number_of_processes(routes: Command) -> None:
    articles = [{"id": number, "text": GRAIN if number % 7 else STORY} for number in range(70)]
    lines = lines_of(*articles[:40], {"id": "bad"}, *articles[40:]) + "no JSON\n"
    results = [routes("batch", "-", "--jobs", jobs, stdin=lines.encode()) for jobs in ("1", "2", "3")]
    assert results[0].out == results[1].out == results[2].out
    assert {result.err for result in results} == {results[0].err}
    assert [record["id"] for record in records(results[0].out)] == [*range(40), "bad", *range(40, 70), None]


BAD = [
    (b"\xff\xfe{}", "not-utf-8", None),
    (b"no JSON", "not-json", None),
    (b'{"id": "a", "text": "x"', "not-json", None),
    (b'{"id": NaN, "text": "x"}', "not-json", None),
    (b"[" * 100_000, "not-json", None),
    (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "not-json", None),
    (b"[]", "not-an-object", None),
    (b'"text"', "not-an-object", None),
    (b'{"id": 1.5, "text": "x"}', "bad-id", None),
    (b'{"id": true, "text": "x"}', "bad-id", None),
    (b'{"id": ["a"], "text": "x"}', "bad-id", None),
    (b'{"id": "a"}', "no-text", "a"),
    (b'{"id": "a", "text": null}', "no-text", "a"),
    (b'{"id": 7, "text": ["x"]}', "no-text", 7),
    (b'{"id": "a", "text": " "}', "bad-text", "a"),
    (b'{"id": "a", "text": "x\\u0000y"}', "bad-text", "a"),
    (b'{"id": "a", "text": "x", "title": 3}', "bad-title", "a"),
    (b'{"id": "a", "text": "x", "published": "last week"}', "bad-published", "a"),
    (b'{"id": "a", "text": "x", "published": "2023-02-30"}', "bad-published", "a"),
    (b'{"id": "a", "text": "x", "published": 2023}', "bad-published", "a"),
    (b'{"id": "a", "text": "x", "mentions": 3}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [0, 1]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [[0]]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [["0", "1"]]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [[0, 1.0]]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [[false, true]]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [[0, 2]]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [[1, 1]]}', "bad-mentions", "a"),
    (b'{"id": "a", "text": "x", "mentions": [[-1, 1]]}', "bad-mentions", "a"),
]


@pytest.mark.parametrize(("line", "code", "ident"), BAD, ids=[f"{code} {line[:40]!r}" for line, code, _ in BAD])
def test_a_bad_line_says_what_is_wrong_with_it(line: bytes, code: str, ident: object) -> None:
    [record] = records(answer(Line(1, line), SETUP).text)
    assert set(record) == {"id", "error"}
    assert (record["error"]["code"], record["id"]) == (code, ident)
    assert record["error"]["message"]


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("routes.cli.batch_request.MAX_CHARACTERS", 100)
    [record] = records(answer(Line(1, json.dumps({"id": "a", "text": "x" * 101}).encode()), SETUP).text)
    assert (record["id"], record["error"]["code"]) == ("a", "too-long")


def test_a_line_that_is_too_long_is_refused_and_the_next_one_is_read(
    routes: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routes.cli.streams.MAX_LINE_BYTES", 1000)
    for length in (1001, 2000, 5000):
        lines = lines_of({"id": "long", "text": "x" * length}, {"id": "short", "text": GRAIN})
        long, short = records(routes("batch", "-", stdin=lines.encode()).out)
        assert (long["id"], long["error"]["code"]) == (None, "too-long")
        assert (short["id"], "error" in short) == ("short", False)


def test_bad_lines_are_counted_and_do_not_stop_the_run(routes: Command) -> None:
    lines = lines_of({"id": "a", "text": GRAIN}, {"id": "b"}) + "\n{\n" + lines_of({"id": "c", "text": GRAIN})
    result = routes("batch", "-", stdin=lines.encode())
    assert result.code == 0
    assert [(record["id"], "error" in record) for record in records(result.out)] == [
        ("a", False),
        ("b", True),
        (None, True),
        ("c", False),
    ]
    assert result.err.startswith("routes: warning: 2 of 4 lines have an error in place of a report")
    assert "the first is line 2: text must be a string with the article [no-text]" in result.err


def test_a_fault_of_ours_costs_one_line(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr(batch_work, "analyze", fail)
    record = one(routes, {"id": "a", "text": GRAIN})
    assert (record["id"], record["error"]["code"]) == ("a", "failed")
    assert "oops" in record["error"]["message"]


def test_given_mentions_are_placed_and_no_others_looked_for(routes: Command) -> None:
    start = GRAIN.index("Istanbul")
    record = one(routes, {"id": "a", "text": GRAIN, "mentions": [[start, start + 8]]})
    [toponym] = record["toponyms"]
    assert (toponym["start"], toponym["end"], toponym["text"]) == (start, start + 8, "Istanbul")
    # Istanbul lies at 41.01 N, 28.95 E (GeoNames), to the extent of the city.
    assert toponym["place"]["lat"] == pytest.approx(41.0, abs=0.3)
    assert toponym["place"]["lon"] == pytest.approx(28.9, abs=0.3)
    assert record["vetoed"] == []
    assert one(routes, {"id": "a", "text": GRAIN, "mentions": []})["toponyms"] == []


def test_given_mentions_may_be_anything_and_come_in_the_order_of_the_text(routes: Command) -> None:
    record = one(routes, {"id": "a", "text": GRAIN, "mentions": [[10, 17], [0, 5], [3, 17], [0, 5], [0, len(GRAIN)]]})
    assert [(found["start"], found["end"]) for found in record["toponyms"]] == [(0, 5), (0, 70), (3, 17), (10, 17)]


def test_offsets_count_code_points(routes: Command) -> None:
    text = f"\U0001f6a2\u0301 {GRAIN}"
    start = text.index("Odesa")
    record = one(routes, {"id": "a", "text": text})
    assert (start, start + 5, "Odesa") in [
        (found["start"], found["end"], found["text"]) for found in record["toponyms"]
    ]
    [given_name] = one(routes, {"id": "a", "text": text, "mentions": [[start, start + 5]]})["toponyms"]
    assert given_name["text"] == "Odesa"


def test_demonyms_are_left_out_on_request(routes: Command) -> None:
    line = {"id": "a", "text": GRAIN}
    assert "Ukrainian" in [found["text"] for found in one(routes, line)["toponyms"]]
    assert "Ukrainian" not in [found["text"] for found in one(routes, line, "--no-demonyms")["toponyms"]]
    start = GRAIN.index("Ukrainian")
    asked = one(routes, {**line, "mentions": [[start, start + 9]]}, "--no-demonyms")["toponyms"]
    assert [found["text"] for found in asked] == ["Ukrainian"]


@pytest.mark.parametrize("published", ["2023-10-15", "2023-10-15T08:00:00Z", "2023-10-15 08:00"])
def test_a_line_may_say_when_it_was_published_and_what_it_is_called(routes: Command, published: str) -> None:
    record = one(routes, {"id": 5, "text": GRAIN, "published": published, "title": " Grain ", "url": "ignored"})
    assert (record["id"], record["published"], record["published_from"]) == (5, "2023-10-15", "option")
    assert record["title"] == "Grain"


def test_nothing_in_a_line_steers_the_terminal_or_breaks_the_line(routes: Command) -> None:
    text = f"{GRAIN}\x1b[31m\u2028\u202e\x85\ud800 "
    result = routes("batch", "-", stdin=lines_of({"id": f"{text}\n", "text": text}, {"id": text}).encode())
    assert len(result.out.splitlines()) == 2
    assert all(character.isprintable() or character == "\n" for character in result.out + result.err)
    assert records(result.out)[0]["id"] == f"{text}\n"


@given(st.one_of(st.binary(), st.text().map(lambda text: json.dumps({"id": "a", "text": text}).encode())))
def test_whatever_a_line_holds_one_line_comes_out(line: bytes) -> None:
    text = answer(Line(1, line), SETUP).text
    [record] = records(text)
    assert text.endswith("\n")
    assert "toponyms" in record or record["error"]["code"] != "failed"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.dictionaries(st.sampled_from(["id", "text", "title", "published", "mentions"]), JSON)
SPANS = st.lists(st.lists(st.integers(-1, 80), min_size=2, max_size=2), max_size=4)


@given(st.one_of(FIELDS, FIELDS.map(lambda fields: {**fields, "text": GRAIN}), SPANS.map(lambda s: {"mentions": s})))
def test_whatever_the_fields_hold_the_report_obeys_the_schema_or_names_the_fault(fields: dict[str, object]) -> None:
    [record] = records(answer(Line(1, json.dumps({"text": GRAIN, **fields}).encode()), SETUP).text)
    if "error" in record:
        assert record["error"]["code"] != "failed"
    else:
        Draft202012Validator(json.loads(schema_text())).validate(record)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("missing.jsonl",), "missing.jsonl: there is no such file"),
        ((".",), ".: this is a folder"),
        (("article.txt/x",), "cannot be read"),
        (("article.txt", "-o", "."), "this is a folder; name a file in it, such as report.jsonl"),
        (("article.txt", "-o", "nowhere/out.jsonl"), "there is no folder nowhere"),
        (("article.txt", "--jobs", "0"), "from 1 to 60"),
        (("article.txt", "--jobs", "two"), "from 1 to 60"),
        (("article.txt", "--jobs", "61"), "from 1 to 60"),
        (("article.txt", "--gazetteer", "-"), "must be files here"),
        (("article.txt", "--gazetteer", "missing.csv"), "missing.csv: there is no such file"),
        (("article.txt", "--pick", "Dunay=atlantis"), "no place has the id 'atlantis'"),
        (("missing.jsonl", "--jobs", "2"), "missing.jsonl: there is no such file"),
    ],
)
def test_what_cannot_work_is_told_in_one_line(routes: Command, arguments: tuple[str, ...], words: str) -> None:
    result = routes("batch", *arguments)
    assert result.code == 2
    assert words in result.complaint
    assert routes.files() == {"article.txt"}


def test_an_older_file_stays_until_the_new_one_is_whole(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    (routes.folder / "in.jsonl").write_text(lines_of({"id": "a", "text": GRAIN}), encoding="utf-8")
    (routes.folder / "out.jsonl").write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(batch_work, "analyze", fail)
        with pytest.raises(MemoryError):
            routes("batch", "in.jsonl", "-o", "out.jsonl")
    assert (routes.folder / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert routes.files() == {"article.txt", "in.jsonl", "out.jsonl"}
    assert routes("batch", "in.jsonl", "-o", "out.jsonl").code == 0
    assert [record["id"] for record in records(Path("out.jsonl").read_text(encoding="utf-8"))] == ["a"]


def test_a_full_disk_is_told_and_a_device_stays_a_device(routes: Command) -> None:
    (routes.folder / "in.jsonl").write_text(lines_of({"id": "a", "text": GRAIN}), encoding="utf-8")
    assert "-o /dev/full: cannot be written: No space left" in routes("batch", "in.jsonl", "-o", "/dev/full").complaint
    assert routes("batch", "in.jsonl", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_quietly_and_leaves_nothing(tmp_path: Path, jobs: str) -> None:
    source = tmp_path / "in.jsonl"
    os.mkfifo(source)
    command = [sys.executable, "-m", "routes", "batch", str(source), "-o", str(tmp_path / "out.jsonl"), "--jobs", jobs]
    with subprocess.Popen(command, cwd=ROOT, text=True, stderr=subprocess.PIPE, start_new_session=True) as process:
        with source.open("w", encoding="utf-8") as pipe:
            pipe.write(lines_of(*({"id": number, "text": GRAIN} for number in range(200))))
            pipe.flush()
            # As the terminal does it: the signal goes to the whole group, the processes of --jobs too.
            os.killpg(process.pid, signal.SIGINT)
            assert process.wait() == 130
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    with (
        pytest.raises(InputError, match="fewer --jobs"),
        batch_work._processes(1, SETUP) as pool,
    ):
        pool.submit(os._exit, 1).result()


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 2 * 3 * 32)])
def test_few_lines_are_in_memory_at_a_time(jobs: int, most: int) -> None:
    taken = 0

    def endless() -> Iterator[Line]:
        nonlocal taken
        while True:
            taken += 1
            yield Line(taken, b"{}")

    found = answers(endless(), SETUP, jobs)
    assert next(found).number == 1
    assert taken <= most
    found.close()
