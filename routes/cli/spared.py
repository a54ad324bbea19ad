"""What the result must not take the place of: the files that it is made from."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from routes.cli.inputs import STDIN, label
from routes.cli.own_lines import line_file
from routes.errors import UsageError

# The options and arguments of all verbs that name files to read, and what to call these files.
_READ = {
    "article": "the article",
    "articles": "the article",
    "gazetteer": "the file of places",
    "world": "the world layer",
    "line": "the file of lines",
    "geonames": "the dump",
    "alternates": "the file of names",
    "admin1": "the file of names",
    "admin2": "the file of names",
}


def spare_inputs(arguments: Namespace) -> None:
    """Raise UsageError where the result would take the place of a file that it is made from, by whatever path."""
    output = getattr(arguments, "output", None)
    if output is None or output == STDIN:
        return
    for name, what in _inputs(arguments):
        if name != STDIN and _is_one_file(output, name):
            raise UsageError(
                f"-o {label(output)}: this is {what} itself; choose another name, such as {label(_other(output))}"
            )


def _inputs(arguments: Namespace) -> Iterator[tuple[str, str]]:
    for option, what in _READ.items():
        given = getattr(arguments, option, None) or ()
        for name in (given,) if isinstance(given, str) else given:
            yield (line_file(name).name if option == "line" else name), what


def _is_one_file(a: str, b: str) -> bool:
    try:
        return os.path.realpath(a) == os.path.realpath(b) or (os.path.isfile(a) and os.path.samefile(a, b))
    except (OSError, ValueError):  # what cannot be looked at is told by whoever opens it
        return False


def _other(output: str) -> str:
    path = Path(output)
    return f"{path.stem}-2{path.suffix}"
