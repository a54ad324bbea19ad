"""A line on the terminal that says how far a long work has come."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from routes.cli.console import Console
from routes.cli.inputs import STDIN

_EVERY_SECONDS = 0.2
_CLEAR_LINE = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """Counts `noun`s and shows their number and rate; says nothing where standard error is no terminal."""

    stream: TextIO | None
    noun: str
    count: int = 0
    _began: float = field(default_factory=time.monotonic)
    _shown: float = 0.0

    def step(self, count: int = 1) -> None:
        self.count += count
        now = time.monotonic()
        if now - self._shown >= _EVERY_SECONDS:
            self._shown = now
            rate = self.count / max(now - self._began, 1e-9)
            self._show(f"\rroutes: {self.count:,} {self.noun}, {rate:,.0f} a second\x1b[K")

    def clear(self) -> None:
        if self._shown:
            self._show(_CLEAR_LINE)

    def _show(self, text: str) -> None:
        if self.stream is not None and self.stream.isatty():
            self.stream.write(text)
            self.stream.flush()


@contextmanager
def progress(console: Console, noun: str, target: str) -> Iterator[Progress]:
    """Yield a progress line that is gone when the block ends; none where `target` is the terminal itself."""
    shown = Progress(None if target == STDIN and console.is_terminal else console.err, noun)
    try:
        yield shown
    finally:
        shown.clear()
