"""Wrong usage is told in one line that says what would be right."""

from __future__ import annotations

import json

import pytest

from routes import __version__
from routes.cli.verbs import VERBS
from tests.cli.command import Command


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), ("no verb", "routes map article.txt")),
        (("verfy",), ("no verb 'verfy'", "routes verify")),
        (("xyzzy",), ("no verb 'xyzzy'", "map, verify, analyze")),
        (("--frobnicate",), ("no option '--frobnicate'",)),
        (("verify", "article.txt", "--frobnicate"), ("--frobnicate", "routes verify --help")),
        (("map",), ("ARTICLE", "routes map --help")),
        (("verify",), ("either ARTICLE or --text",)),
        (("verify", "article.txt", "--text", "x"), ("either ARTICLE or --text",)),
        (("verify", "--text", ""), ("--text", "the text is empty")),
        (("verify", "--text", "a\udc80b"), ("not valid UTF-8",)),
        (("verify", "-", "-"), ("only once",)),
        (("verify", "article.txt", "--fail-on", "doubt"), ("--fail-on", "refuted")),
        (("verify", "article.txt", "--units", "furlong"), ("km", "mi", "nmi")),
        (("analyze", "article.txt", "--format", "xml"), ("json", "geojson", "text")),
        (("analyze", "article.txt", "second.txt"), ("second.txt",)),
        (("distance", "Najin"), ("TO",)),
        (("distance", "Najin", "Dunay", "--by", "camel"), ("sea", "rail", "road", "air")),
        (("distance", "Najin", "Dunay", "--json", "--geojson"), ("not allowed with",)),
        (("gazetteer", "burn"), ("check", "show")),
        (("completion", "cmd.exe"), ("bash", "zsh", "fish")),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    routes: Command, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    answer = routes(*arguments)
    assert answer.code == 2
    for word in words:
        assert word in answer.complaint


@pytest.mark.parametrize("option", ["--published", "--on"])
@pytest.mark.parametrize(
    "day", ["yesterday", "2023-13-01", "2023-02-30", "15.10.2023", "20231015", "2023-W41-7", "٢٠٢٣-10-15", ""]
)
def test_a_bad_date_is_told_with_the_right_form(routes: Command, option: str, day: str) -> None:
    answer = routes("verify", "article.txt", option, day)
    assert answer.code == 2
    assert "YYYY-MM-DD, such as 2023-10-15" in answer.complaint


@pytest.mark.parametrize("pick", ["Dunay", "=ru-dunay", "Dunay=", "="])
def test_a_pick_that_is_no_pick_is_told_with_the_right_form(routes: Command, pick: str) -> None:
    answer = routes("verify", "article.txt", "--pick", pick)
    assert answer.code == 2
    assert "NAME=ID, such as Dunay=ID" in answer.complaint


def test_a_pick_of_an_unknown_id_says_where_ids_are_listed(routes: Command) -> None:
    answer = routes("verify", "article.txt", "--pick", "Dunay=atlantis")
    assert answer.code == 2
    assert "no place has the id 'atlantis'" in answer.complaint
    assert "routes gazetteer show Dunay" in answer.complaint


def test_an_article_that_was_named_like_an_option_is_no_option_abbreviated(routes: Command) -> None:
    assert "--fail" in routes("verify", "article.txt", "--fail", "refuted").complaint


def test_help_lists_every_verb_with_examples(routes: Command) -> None:
    answer = routes("--help")
    assert (answer.code, answer.err) == (0, "")
    assert all(verb.summary in answer.out for verb in VERBS)
    assert "examples:\n  routes map article.txt -o map.html" in answer.out


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_help_of_a_verb_has_examples(routes: Command, verb: str) -> None:
    answer = routes(verb, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: routes {verb}")
    assert f"examples:\n  routes {verb}" in answer.out


def test_a_text_that_looks_like_an_option_stays_a_text(routes: Command) -> None:
    answer = routes("verify", "--text=--help")
    assert (answer.code, "nothing to verify" in answer.out) == (0, True)


def test_the_version_names_the_data_as_a_report_does(routes: Command) -> None:
    report = json.loads(routes("analyze", "article.txt").out)
    assert routes("--version").out.splitlines() == [
        f"routes {__version__}",
        f"gazetteer {report['data']['gazetteer']}",
        f"lines {report['data']['lines']}",
        f"world {report['data']['world']}",
    ]
