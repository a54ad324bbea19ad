"""Pipes, colours, widths, and how a command ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from routes.errors import MissingExtraError
from tests.cli.command import REFUTED, STORY, Command

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str, stdin: int | None = None, stdout: int | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "routes", *arguments]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    read, write = os.pipe()
    os.close(read)
    with start("--help", stdout=write) as process:
        os.close(write)
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full, start("--help", stdout=full.fileno()) as process:
        assert process.stderr is not None
        error = process.stderr.read()
    assert error == "routes: error: standard output: cannot be written: No space left on device; send it elsewhere\n"
    assert process.returncode == 2


def run_in_shell(command: str) -> tuple[str, str]:
    """Return what a shell hears of `routes` with the given arguments and redirections: the exit code, the errors."""
    line = f"'{sys.executable}' -m routes {command}; echo $?"
    done = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip(), done.stderr


@pytest.mark.parametrize("verb", ["--help", "--version", "verify --text 'Odesa.'", "batch README.md"])
def test_a_result_with_nowhere_to_go_is_an_error(verb: str) -> None:
    code, error = run_in_shell(f"{verb} >&-")
    assert code == "2"
    assert "routes: error: standard output: it is closed" in error
    assert "Traceback" not in error
    assert run_in_shell(f"{verb} >&- 2>&-") == ("2", "")


def test_a_closed_standard_error_is_no_reason_to_fail() -> None:
    code, error = run_in_shell("--help 2>&-")
    assert code.endswith("\n0")
    assert error == ""


@pytest.mark.parametrize("verb", ["verify -", "analyze -", "map -", "batch -", "verify --jsonl -"])
def test_a_closed_standard_input_is_told_in_one_line(verb: str) -> None:
    code, error = run_in_shell(f"{verb} <&-")
    assert (code, error) == ("2", "routes: error: standard input: it is closed; name a file in place of -\n")


def test_ctrl_c_ends_quietly_with_130(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    os.mkfifo(article)
    with start("verify", str(article), stdout=subprocess.DEVNULL) as process:
        # A named pipe opens for writing when the command has opened it for reading: now it waits for the article.
        with article.open("w", encoding="utf-8") as pipe:
            process.send_signal(signal.SIGINT)
            process.wait()
            pipe.write("")
        assert process.stderr is not None
        error = process.stderr.read()
    assert (process.returncode, error) == (130, "")


def test_a_missing_extra_is_exit_code_3(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MissingExtraError("saved web pages need the extra html; pip install 'cargo-routes[html]'")

    monkeypatch.setattr("routes.cli.verify.read_articles", fail)
    answer = routes("verify", "article.txt")
    assert answer.code == 3
    assert "pip install" in answer.complaint


def test_data_and_notices_go_their_own_ways(routes: Command) -> None:
    answer = routes("verify", "--text", REFUTED)
    assert "✗ refuted" in answer.out
    assert "routes: info:" in answer.err
    assert "routes:" not in answer.out


def test_colours_are_for_terminals_or_for_those_who_force_them(
    routes: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in routes("verify", "article.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in routes("verify", "article.txt").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in routes("verify", "article.txt").out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert "\x1b[" not in routes("verify", "article.txt").out


@pytest.mark.parametrize(("term", "coloured"), [("xterm", True), ("dumb", False)])
def test_a_terminal_has_colours_unless_it_is_dumb(
    routes: Command, monkeypatch: pytest.MonkeyPatch, term: str, *, coloured: bool
) -> None:
    monkeypatch.setattr("routes.cli.console.Console.is_terminal", True)
    monkeypatch.setenv("TERM", term)
    assert ("\x1b[" in routes("verify", "article.txt").out) is coloured


def test_a_file_gets_no_colours(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    routes("analyze", "article.txt", "-o", "out.txt")
    assert "\x1b" not in Path("out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("500", 120), ("72", 72)])
def test_a_width_that_is_asked_for_is_kept_within_reason(
    routes: Command, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = routes("verify", "article.txt").out.splitlines()
    assert lines[0].startswith("VERDICT")
    assert lines[0].index("ON") == width - 10


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("40", 40), ("10", 40)])
@pytest.mark.parametrize("more", [(), ("--explain",)])
def test_in_a_narrow_terminal_the_cells_stand_below_each_other(
    routes: Command, monkeypatch: pytest.MonkeyPatch, columns: str, width: int, more: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = routes("verify", "--text", REFUTED, "--on", "2023-10-15", *more).out.splitlines()
    assert lines[0] == "✗ refuted"
    assert max(map(len, lines)) <= width


def test_output_is_utf_8_whatever_the_locale_says() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "routes", "verify", "-"]
    done = subprocess.run(command, cwd=ROOT, env=environment, input=STORY.encode(), capture_output=True, check=True)
    assert "✓ supported" in done.stdout.decode("utf-8")


def test_a_long_text_is_announced(routes: Command) -> None:
    (routes.folder / "long.txt").write_text("Nothing happened here.\n\n" * 4_500, encoding="utf-8")
    assert "108,000 characters to read" in routes("verify", "long.txt").err
    assert "characters to read" not in routes("verify", "article.txt").err
