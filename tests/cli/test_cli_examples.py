"""Every example that a help shows runs as it stands."""

from __future__ import annotations

import json
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from routes.cli.verbs import EXAMPLES, VERBS
from tests.cli.command import DUMP, STORY, Command

PLACES = """id,name,kind,country,lat,lon,extent_km,aliases,population,source,note
own-newport,New Port,port,RU,43.1,132.2,2,,,own survey,
"""
PAGE = f"<!DOCTYPE html><html><body><article><h1>Shells</h1><p>{STORY}</p></article></body></html>"
ARTICLES = json.dumps({"id": "one", "text": STORY}) + "\n"
LINE_EXAMPLES = [*EXAMPLES, *(example for verb in VERBS for example in import_module(verb.module).EXAMPLES)]


@pytest.mark.parametrize("example", sorted(set(LINE_EXAMPLES)))
def test_an_example_of_a_help_runs(routes: Command, example: str) -> None:
    for name, text in (
        ("second.txt", STORY),
        ("places.csv", PLACES),
        ("articles.jsonl", ARTICLES),
        ("allCountries.txt", DUMP),
        ("saved-page.html", PAGE),
    ):
        (routes.folder / name).write_text(text, encoding="utf-8")
    program, *arguments = shlex.split(example)
    stdin = b""
    if "<" in arguments:
        *arguments, _, source = arguments
        stdin = Path(source).read_bytes()
    answer = routes(*arguments, stdin=stdin)
    assert program == "routes"
    assert answer.code == 0, answer.err
    assert answer.out or "wrote" in answer.err


def test_every_verb_has_an_example() -> None:
    assert {shlex.split(example)[1] for example in LINE_EXAMPLES} >= {verb.name for verb in VERBS}
