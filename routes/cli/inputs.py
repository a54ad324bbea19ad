"""The one opener of the user's files, and of standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from routes.errors import ArticleError, GazetteerError, InputError, LineFileError, UsageError
from routes.model import Article
from routes.report.plain import visible

if TYPE_CHECKING:
    from routes.gazetteer.world import WorldLayer

STDIN = "-"
_MAX_BYTES = 10_000_000


def read_articles(names: Sequence[str], published: date | None) -> tuple[Article, ...]:
    """Return the articles in the named files, in that order; `-` is standard input."""
    from routes.reading import read_article

    if names.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once; name each article once")
    return tuple(read_article(_article_bytes(name), source=label(name), published=published) for name in names)


def label(name: str) -> str:
    """Return what to call a file in messages: its path as given, with nothing that steers a terminal."""
    return "standard input" if name == STDIN else visible(name)


def _article_bytes(name: str) -> bytes:
    try:
        return _read_bytes(name)
    except _UnreadableError as error:
        raise ArticleError(f"{error}; give a text file or a saved page, or - for standard input") from error


def read_gazetteer_file(name: str) -> str:
    try:
        return _read_text(name)
    except _UnreadableError as error:
        raise GazetteerError([f"{error}; give a CSV file with the columns of gazetteer.csv"]) from error


def open_world(name: str) -> WorldLayer:
    """Return the world layer in a file; raise GazetteerError where it holds none."""
    import sqlite3

    from routes.gazetteer.world import WorldLayer

    try:
        layer = WorldLayer(str(Path(name).resolve()))
        _ = layer.content_hash
    except (sqlite3.DatabaseError, KeyError) as error:
        problem = f"{label(name)}: is no world layer; make one by `routes gazetteer build`"
        raise GazetteerError([problem]) from error
    return layer


def read_line_file(name: str) -> str:
    try:
        return _read_text(name)
    except _UnreadableError as error:
        raise LineFileError([f"{error}; give a GeoJSON file with lines"]) from error


class _UnreadableError(InputError):
    """A file could not be read; never leaves this module."""


def _read_text(name: str) -> str:
    data = _read_bytes(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnreadableError(f"{label(name)}: byte {error.start} is not UTF-8") from error


def _read_bytes(name: str) -> bytes:
    try:
        data = standard_input().read(_MAX_BYTES + 1) if name == STDIN else _head(Path(name))
    except FileNotFoundError as error:
        raise _UnreadableError(f"{label(name)}: there is no such file") from error
    except IsADirectoryError as error:
        raise _UnreadableError(f"{label(name)}: this is a folder, not a file") from error
    except OSError as error:
        raise _UnreadableError(f"{label(name)}: cannot be read: {error.strerror}") from error
    if len(data) > _MAX_BYTES:
        raise _UnreadableError(f"{label(name)}: more than {_MAX_BYTES // 1_000_000} MB, too much for one file")
    return data


def standard_input() -> BinaryIO:
    """Return standard input as bytes; raise InputError where the caller has closed it."""
    if sys.stdin is None:
        raise InputError("standard input: it is closed; name a file in place of -")
    return sys.stdin.buffer


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MAX_BYTES + 1)
