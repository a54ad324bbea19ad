"""The one opener of package data. Everything else gets text or bytes from here."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

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
