"""The user's own reference lines: which of them stand for the front line, and what the others are called."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from routes.cli.inputs import label, read_line_file
from routes.errors import LineFileError, UsageError
from routes.model import LineKind
from routes.resources import read_lexicon

if TYPE_CHECKING:
    from routes.geo import ReferenceLine

_FRONT = "front"
_OTHER_ROLES = frozenset({"border", "coast", "line", "parallel"})


@dataclass(frozen=True, slots=True)
class LineFile:
    """A file of lines, as `--line` names it; `is_front` where it was given as `front=FILE`."""

    name: str
    is_front: bool = False


@dataclass(frozen=True, slots=True)
class OwnLines:
    """The lines of all files: `front` take the place of the front line, `others` go by their names."""

    front: tuple[ReferenceLine, ...] = ()
    others: tuple[ReferenceLine, ...] = ()


def line_file(text: str) -> LineFile:
    """Return what `--line` asks for.

    >>> line_file("front=own.geojson"), line_file("own.geojson")
    (LineFile(name='own.geojson', is_front=True), LineFile(name='own.geojson', is_front=False))
    """
    role, sign, name = text.partition("=")
    if sign and role == _FRONT:
        return LineFile(name, is_front=True)
    if sign and role in _OTHER_ROLES:
        raise UsageError(f"--line {label(text)}: only the front line can be replaced; give front=FILE, or FILE alone")
    return LineFile(text)


def read_own_lines(arguments: Namespace) -> OwnLines:
    """Return the lines of `--line`, each in the role that the user gave it or that its name says."""
    read = _read(arguments)
    front = tuple(line for file, lines in read for line in lines if _is_front(line, file))
    others = tuple(line for file, lines in read for line in lines if not _is_front(line, file))
    return OwnLines(front, others)


def read_front_lines(arguments: Namespace) -> tuple[ReferenceLine, ...]:
    """Return the lines that claims can be measured to; LineFileError for a file that holds none of them.

    A text names a front line, a border or a coast, never the name that a user gave a line. A line that is called
    something else must not be measured to in place of the front only because it was given.
    """
    read = _read(arguments)
    problems = [_no_front(file, lines) for file, lines in read if not any(_is_front(line, file) for line in lines)]
    if problems:
        raise LineFileError(problems)
    return tuple(line for file, lines in read for line in lines if _is_front(line, file))


def is_called_front(name: str) -> bool:
    """Return whether the name of a line says that it is a front line.

    >>> is_called_front("Line of contact, 15 October"), is_called_front("own.geojson, line 1")
    (True, False)
    """
    words = " ".join(name.split()).lower()
    return any(re.search(rf"\b{re.escape(noun)}\b", words) for noun in _front_nouns())


@cache
def _front_nouns() -> tuple[str, ...]:
    return tuple(noun for noun, fields in read_lexicon("lines") if fields[0] == LineKind.FRONT.value)


def _read(arguments: Namespace) -> tuple[tuple[LineFile, tuple[ReferenceLine, ...]], ...]:
    from routes.geo import read_lines

    files = map(line_file, arguments.line)
    edges = arguments.line_edges
    return tuple((file, read_lines(read_line_file(file.name), label(file.name), edges=edges)) for file in files)


def _is_front(line: ReferenceLine, file: LineFile) -> bool:
    return file.is_front or is_called_front(_own_name(line, file))


def _own_name(line: ReferenceLine, file: LineFile) -> str:
    """Return what a line is called; without a name, its file, whose folders say nothing of it."""
    name = line.version.name
    return Path(file.name).stem if name.startswith(f"{label(file.name)}, line ") else name


def _no_front(file: LineFile, lines: tuple[ReferenceLine, ...]) -> str:
    called = ", ".join(_some_names(lines))
    return (
        f"{label(file.name)}: no line in it is called a front line (there is {called}), so no claim is measured to it; "
        f'give it a `name` such as "front line", or say --line {_FRONT}={label(file.name)}'
    )


def _some_names(lines: tuple[ReferenceLine, ...], most: int = 3) -> Iterator[str]:
    names = list(dict.fromkeys(line.version.name for line in lines))
    yield from (f'"{name}"' for name in names[:most])
    if len(names) > most:
        yield f"{len(names) - most} more"
