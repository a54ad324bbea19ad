"""Turning values into text that is inert in a page: coordinates, JSON, hashes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_UNITS_PER_DEGREE = 1000
_MOST_DIGITS = 6

# What could end a script element, begin an entity, or break a line in old JavaScript.
_INERT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

Json = Mapping[str, "Json"] | list["Json"] | tuple["Json", ...] | str | float | int | bool | None


def inert_json(value: Json) -> str:
    """Return JSON that may stand in a script element of type application/json.

    >>> inert_json({"name": "</script>"})
    '{"name":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
    for character, escape in _INERT.items():
        text = text.replace(character, escape)
    return text


def source_hash(source: str) -> str:
    """Return the expression that allows a script or style for a Content-Security-Policy."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def pack_lines(lines: Iterable[Floats]) -> str:
    """Return lines as text: for each its length and the differences of its vertices in thousandths of a degree.

    Each number is written in digits of 5 bits, the lowest first, sign in the lowest bit; a sixth bit says that
    another digit follows.
    """
    import numpy as np

    numbers = [np.zeros(0, np.int64)]
    for line in lines:
        units = np.rint(line * _UNITS_PER_DEGREE).astype(np.int64)
        moved = np.concatenate([[True], (np.diff(units, axis=0) != 0).any(axis=1)])
        units = units[moved]
        if len(units) >= 2:
            numbers += [np.array([len(units)]), np.diff(units, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel()]
    values = np.concatenate(numbers)
    folded = np.where(values < 0, ~(values << 1), values << 1)
    digits = (folded[:, None] >> (5 * np.arange(_MOST_DIGITS))) & 31
    more = (folded[:, None] >> (5 * np.arange(1, _MOST_DIGITS + 1))) > 0
    used = np.concatenate([np.ones((len(values), 1), bool), more[:, :-1]], axis=1)
    letters = np.frombuffer(_ALPHABET, np.uint8)[(digits | (more << 5))[used]]
    return str(letters.tobytes(), "ascii")
