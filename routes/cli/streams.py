"""Files too large to hold: read a line at a time, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from routes.cli.console import Console
from routes.cli.inputs import STDIN, label, standard_input
from routes.cli.output import check_place, draft_of, unwritable
from routes.errors import InputError

MAX_LINE_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, without its end; `is_cut` where only its first MAX_LINE_BYTES are there."""

    number: int
    data: bytes
    is_cut: bool = False


def read_lines(name: str) -> Iterator[Line]:
    """Yield the lines of a file, blank ones left out; `-` is standard input."""
    try:
        with _open(name) as file:
            yield from _lines(file)
    except FileNotFoundError as error:
        raise InputError(f"{label(name)}: there is no such file; give a file, or - for standard input") from error
    except IsADirectoryError as error:
        raise InputError(f"{label(name)}: this is a folder; give a file, or - for standard input") from error
    except OSError as error:
        raise InputError(f"{label(name)}: cannot be read: {error.strerror}; give a file that can") from error


def _open(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(standard_input()) if name == STDIN else Path(name).open("rb")


def _lines(file: BinaryIO) -> Iterator[Line]:
    number = 0
    while data := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        is_cut = len(data) > MAX_LINE_BYTES
        rest = data
        while is_cut and rest and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE_BYTES)
        data = data.removesuffix(b"\n").removesuffix(b"\r")
        if data.strip():
            yield Line(number, data, is_cut)


@contextmanager
def open_target(name: str, console: Console) -> Iterator[Callable[[str], None]]:
    """Yield a function that writes text, to standard output (`-`) or to a file.

    The file appears, or takes the place of an older one, when the block has ended well.
    """
    if name == STDIN:
        yield console.write
        return
    path = Path(name)
    check_place(path)
    with _refusals(path):
        # A device or a pipe must stay what it is.
        draft = draft_of(path.resolve()) if path.is_file() or not path.exists() else path
        file = draft.open("w", encoding="utf-8", newline="\n")

    def put(text: str) -> None:
        with _refusals(path):
            file.write(text)

    try:
        yield put
        with _refusals(path):
            file.close()
            if draft is not path:
                draft.replace(path.resolve())
    finally:
        with suppress(OSError):
            file.close()
        if draft is not path:
            draft.unlink(missing_ok=True)
    console.say(f"wrote {path}")


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error
