"""Completion scripts know what the parsers know."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.command import Command


def complete(script: str, *words: str) -> set[str]:
    """Return what bash offers after these words, the last of which is being typed."""
    line = " ".join(f"'{word}'" for word in words)
    ask = f'{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _routes; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_bash_completes_verbs_options_and_values(routes: Command) -> None:
    script = routes("completion", "bash").out
    assert complete(script, "routes", "ver") == {"verify"}
    assert complete(script, "routes", "distance", "--by", "r") == {"rail", "river", "road"}
    assert complete(script, "routes", "verify", "--fa") == {"--fail-on"}
    assert complete(script, "routes", "gazetteer", "c") == {"check"}
    assert complete(script, "routes", "map", "article") == set()


def test_the_completion_of_zsh_is_that_of_bash_with_a_bridge(routes: Command) -> None:
    assert routes("completion", "zsh").out.endswith(routes("completion", "bash").out)


@pytest.mark.parametrize(
    "words", ["-a verify", "__fish_seen_subcommand_from distance' -l by -xa 'line sea rail river road air'"]
)
def test_the_completion_of_fish_knows_verbs_and_values(routes: Command, words: str) -> None:
    assert words in routes("completion", "fish").out


def test_a_completion_script_is_the_same_each_time(routes: Command, tmp_path: Path) -> None:
    script = tmp_path / "routes.bash"
    script.write_text(routes("completion", "bash").out, encoding="utf-8")
    assert script.read_text(encoding="utf-8") == routes("completion", "bash").out
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
