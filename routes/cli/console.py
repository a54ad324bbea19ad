"""The two streams of a command: data go to standard output, everything else to standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from routes.errors import InputError

if TYPE_CHECKING:
    from routes.model import Notice, Unit
    from routes.report import TextStyle

_PLAIN_WIDTH = 80
_NARROWEST, _WIDEST = 40, 120


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command writes; None stands for a stream that the caller has closed."""

    out: TextIO | None
    err: TextIO | None

    @classmethod
    def standard(cls) -> Console:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                _prepare(stream)
        return cls(sys.stdout, sys.stderr)

    @property
    def is_terminal(self) -> bool:
        return self.out is not None and self.out.isatty()

    def write(self, text: str) -> None:
        """Put data on standard output, all of it, or raise."""
        if self.out is None:
            raise InputError("standard output: it is closed, so the result has nowhere to go; send it to a file")
        try:
            self.out.write(text)
            self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            self.abandon()
            raise InputError(f"standard output: cannot be written: {error.strerror}; send it elsewhere") from error

    def say(self, text: str) -> None:
        """Put one line on standard error, such as `routes: error: ...`."""
        from routes.report.plain import visible

        if self.err is not None:
            print(f"routes: {visible(text)}", file=self.err)

    def notices(self, notices: Iterable[Notice], name: str | None = None) -> None:
        """Put notices on standard error, with the article's name if there are several articles."""
        for notice in notices:
            where = f"{name}: " if name else ""
            self.say(f"{notice.level.value}: {where}{notice.message} [{notice.code}]")

    def style(self, unit: Unit) -> TextStyle:
        from routes.report import TextStyle

        return TextStyle(width=self._width(), unit=unit, colours=self._has_colours())

    def abandon(self) -> None:
        """Let nothing more reach standard output: its reader is gone."""
        if self.out is sys.__stdout__ and sys.__stdout__ is not None:
            # What is left in the buffer would fail once more, and loudly, when Python exits.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())

    def _width(self) -> int:
        # In a pipe the width is fixed, unless asked for, so that the same input gives the same bytes.
        asked = self.is_terminal or "COLUMNS" in os.environ
        width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns if asked else _PLAIN_WIDTH
        return min(max(width, _NARROWEST), _WIDEST)

    def _has_colours(self) -> bool:
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR", "0") != "0":
            return True
        return self.is_terminal and os.environ.get("TERM") != "dumb"


def _prepare(stream: io.TextIOWrapper) -> None:
    if stream.isatty():
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
