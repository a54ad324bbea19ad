"""The progress of a long run: for terminals alone, and gone at the end."""

from __future__ import annotations

import io

from routes.cli.console import Console
from routes.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_and_is_gone_at_the_end() -> None:
    for stream, is_shown in ((Terminal(), True), (io.StringIO(), False)):
        with progress(Console(io.StringIO(), stream), "lines", "out.jsonl") as shown:
            for _ in range(1234):
                shown.step()
            assert ("1 lines" in stream.getvalue()) is is_shown
        assert stream.getvalue().endswith("\r\x1b[K") is is_shown


def test_progress_does_not_mix_with_data_on_the_terminal() -> None:
    stream = Terminal()
    with progress(Console(Terminal(), stream), "lines", "-") as shown:
        shown.step()
    assert stream.getvalue() == ""
