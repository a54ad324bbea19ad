"""The errors that routes raises; each says what was wrong, where, and what would be right.

RoutesError
├── InputError            the caller's input must change (exit code 2)
│   ├── ArticleError      an article cannot be read
│   ├── GazetteerError    rows of a gazetteer file are wrong; lists all of them
│   ├── LineFileError     a reference line file is wrong; lists all problems
│   ├── GeometryError     points or lines that are nowhere on the earth; a ValueError as well
│   └── UsageError        an option or argument does not fit
└── MissingExtraError     an optional part is not installed (exit code 3)

Not finding a place or a route is a result, not an error.
"""

from __future__ import annotations

from collections.abc import Iterable


class RoutesError(Exception):
    """The root of all errors that routes raises on purpose."""


class InputError(RoutesError):
    """The input must be mended by the caller."""


class ArticleError(InputError):
    """An article cannot be read."""


class _ListedError(InputError):
    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class GazetteerError(_ListedError):
    """Rows of a gazetteer file are wrong; `problems` has one `file:line: message` for each."""


class LineFileError(_ListedError):
    """A reference line file is wrong; `problems` has one message for each fault."""


class GeometryError(InputError, ValueError):
    """Points, lines or areas are empty, not finite or off the globe."""


class UsageError(InputError):
    """An option or argument does not fit."""


class MissingExtraError(RoutesError):
    """An optional part is needed that is not installed; the message names the extra."""
