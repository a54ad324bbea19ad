"""The one opener of package data. Everything else gets text or bytes from here."""

from __future__ import annotations

import hashlib
import os
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_PACKAGE = Path(__file__).resolve().parent
_GAZETTEER = "gazetteer.csv"


def _path(name: str) -> Path:
    inside = _PACKAGE / "data" / name
    # In a checkout (and so in an editable install) the gazetteer lies at the top of the repository,
    # where people edit it; the wheel carries it among the package data.
    if name == _GAZETTEER and not inside.exists():
        return _PACKAGE.parent / name
    return inside


@cache
def read_bytes(name: str) -> bytes:
    """Return a data file of the package, such as "contact_line.csv" or "lexicon/hedges.txt"."""
    return _path(name).read_bytes()


@cache
def read_text(name: str) -> str:
    return read_bytes(name).decode("utf-8")


class _Held(threading.local):
    """The open databases of one thread, by name and process."""

    def __init__(self) -> None:
        self.connections: dict[tuple[str, int], sqlite3.Connection] = {}


_held = _Held()


def database(name: str) -> sqlite3.Connection:
    """Return a connection to a database of the package, for reading: one for each thread of each process.

    A connection must not be carried over a fork; whoever keeps one asks again in each call.
    """
    import sqlite3  # most verbs read no database

    key = (name, os.getpid())
    held = _held.connections
    if key not in held:
        # immutable: no lock is taken and no journal is looked for, so a package folder may be read-only.
        held[key] = sqlite3.connect(f"{_path(name).as_uri()}?mode=ro&immutable=1", uri=True)
    return held[key]


@cache
def content_hash(*names: str) -> str:
    """Return the first 16 hex digits of the SHA-256 over the named data files."""
    digest = hashlib.sha256()
    for name in names:
        digest.update(read_bytes(name))
    return digest.hexdigest()[:16]


@cache
def read_lexicon(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the entries of `data/lexicon/NAME.txt` as (entry, fields).

    One entry a line, fields after a tab; `#` starts a comment, blank lines part groups.
    """
    rows = []
    for line in read_text(f"lexicon/{name}.txt").splitlines():
        line = line.split("#", 1)[0].rstrip()
        if line:
            entry, *fields = (field.strip() for field in line.split("\t"))
            rows.append((entry, tuple(fields)))
    return tuple(rows)
