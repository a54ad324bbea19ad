"""The user's own reference lines: which of them stand for the front line, and what the others are called."""

from __future__ import annotations

import re
from argparse import Namespace
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


def read_claim_lines(arguments: Namespace) -> OwnLines:
    """Return the lines that claims can be measured to; LineFileError for a file that holds none of them.

    A line that is called a front line takes the place of ours, any other is measured to where the text has its name.
    A line without a name must not be measured to in place of the front only because it was given.
    """
    read = _read(arguments)
    problems = [_no_name(file) for file, lines in read if not any(_is_usable(line, file) for line in lines)]
    if problems:
        raise LineFileError(problems)
    front = tuple(line for file, lines in read for line in lines if _is_front(line, file))
    named = (line for file, lines in read for line in lines if _is_usable(line, file) and not _is_front(line, file))
    return OwnLines(front, tuple(named))


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


def _is_usable(line: ReferenceLine, file: LineFile) -> bool:
    return _is_front(line, file) or not _is_nameless(line, file)


def _is_nameless(line: ReferenceLine, file: LineFile) -> bool:
    return line.version.name.startswith(f"{label(file.name)}, line ")


def _own_name(line: ReferenceLine, file: LineFile) -> str:
    """Return what a line is called; without a name, its file, whose folders say nothing of it."""
    return Path(file.name).stem if _is_nameless(line, file) else line.version.name


def _no_name(file: LineFile) -> str:
    return (
        f"{label(file.name)}: no line in it has a name, so no claim can be measured to it; "
        f'give it a `name` such as "front line" or "buffer zone", or say --line {_FRONT}={label(file.name)}'
    )
