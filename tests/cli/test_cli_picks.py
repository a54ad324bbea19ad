"""A pick that changes nothing is told."""

from __future__ import annotations

import pytest

from tests.cli.command import Command


@pytest.mark.parametrize(
    ("verb", "more"), [("verify", ()), ("analyze", ("--format", "text")), ("map", ("-o", "map.svg"))]
)
def test_a_pick_of_a_name_that_is_not_in_the_text_is_told(routes: Command, verb: str, more: tuple[str, ...]) -> None:
    answer = routes(verb, "article.txt", *more, "--pick", "Dunai=ru-dunay")
    assert answer.code == 0
    assert (
        "routes: warning: --pick Dunai=ru-dunay was not used: no place is called 'Dunai' here; did you mean Dunay?"
        in answer.err
    )
    assert "not used" not in routes(verb, "article.txt", *more, "--pick", "Dunay=ru-dunay").err


def test_a_pick_that_is_like_no_name_tells_the_names(routes: Command) -> None:
    err = routes("verify", "article.txt", "--pick", "Xqz=ru-dunay").err
    assert "the places named are Najin, " in err
    assert "no place is named at all" in routes("verify", "--text", "Nothing.", "--pick", "Xqz=ru-dunay").err


def test_a_pick_counts_for_all_articles_together(routes: Command) -> None:
    (routes.folder / "second.txt").write_text("Grain was shipped from Odesa to Istanbul.", encoding="utf-8")
    assert "not used" not in routes("verify", "article.txt", "second.txt", "--pick", "Dunay=ru-dunay").err
