"""`routes gazetteer build`: a world layer from the dump of GeoNames that the user has."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from routes.cli.console import Console
from routes.cli.inputs import STDIN, label
from routes.cli.output import check_place, draft_of
from routes.cli.parser import Parser
from routes.cli.progress import Progress, progress
from routes.cli.streams import read_lines
from routes.errors import GazetteerError, UsageError

if TYPE_CHECKING:
    import sqlite3

    from routes.gazetteer.dump import Choice

_LEAST_PEOPLE = 500
# Progress that is told for every line takes longer than the line.
_LINES_A_STEP = 1_000
_FILES = ("geonames", "alternates", "admin1", "admin2")


def add_build_options(parser: Parser) -> None:
    group = parser.add_argument_group(
        "to build",
        "The files are those of https://download.geonames.org/export/dump (CC BY 4.0). Waters, islands, ports and"
        " airports come from the layer in the package. Use the result by --world.",
    )
    group.add_argument("--geonames", metavar="FILE", help="allCountries.txt, or the file of one country")
    group.add_argument("--alternates", metavar="FILE", help="alternateNamesV2.txt, in place of the names in --geonames")
    group.add_argument("--admin1", metavar="FILE", help="admin1CodesASCII.txt: English names of states and provinces")
    group.add_argument("--admin2", metavar="FILE", help="admin2Codes.txt: English names of counties and districts")
    group.add_argument(
        "--min-population",
        type=_people,
        metavar="N",
        help=f"leave out smaller settlements, but no seat of a government (default: {_LEAST_PEOPLE})",
    )
    group.add_argument("-o", "--output", metavar="FILE.sqlite", help="the file to write")


def refuse_build_options(arguments: Namespace) -> None:
    """Raise UsageError where an option of `build` is given to another action."""
    for name in (*_FILES, "min_population", "output"):
        if getattr(arguments, name) is not None:
            option = "-o" if name == "output" else f"--{name.replace('_', '-')}"
            raise UsageError(f"{option} belongs to `routes gazetteer build`, not to {arguments.action}")


def build(arguments: Namespace, console: Console) -> int:
    if arguments.what:
        raise UsageError(f"gazetteer build takes no name, got {arguments.what[0]!r}; name the files by their options")
    if arguments.geonames is None or arguments.output is None:
        raise UsageError("gazetteer build needs --geonames FILE and -o FILE.sqlite")
    if STDIN in (arguments.output, *(getattr(arguments, name) for name in _FILES)):
        raise UsageError("gazetteer build reads and writes files alone; - does not name one")
    path = Path(arguments.output)
    check_place(path, "world.sqlite")
    with _draft(path) as draft:
        places, names = _fill(draft, arguments, console)
    console.say(f"wrote {path}: {places} places, {names} names")
    return 0


def _fill(draft: Path, arguments: Namespace, console: Console) -> tuple[str, str]:
    """Write the database and return how many places and names it has."""
    from routes.gazetteer.build import write_world
    from routes.gazetteer.dump import survey, world_rows
    from routes.gazetteer.geonames import read_features

    dump = arguments.geonames
    with progress(console, "lines read", dump) as shown:
        found = survey(read_features(_numbered(dump, shown), label(dump)))
    if not found.count:
        raise GazetteerError([f"{label(dump)}: holds no country, division or settlement; give allCountries.txt"])
    sources = {"GeoNames": f"{Path(dump).name}, changed up to {found.newest}"}
    with ExitStack() as stack:
        choice = _choice(draft, arguments, console, stack)
        shown = stack.enter_context(progress(console, "lines written", dump))
        connection = stack.enter_context(closing(_connect(draft)))
        features = read_features(_numbered(dump, shown), label(dump))
        write_world(connection, world_rows(features, found, choice), sources)
        counts = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('places', 'names')"))
    return f"{int(counts['places']):,}", f"{int(counts['names']):,}"


def _choice(draft: Path, arguments: Namespace, console: Console, stack: ExitStack) -> Choice:
    """Return what to take from the dump, with the files read that say so."""
    from routes.gazetteer.alternate_names import AlternateNames
    from routes.gazetteer.dump import Choice
    from routes.gazetteer.geonames import read_division_names

    division_names: dict[int, str] = {}
    for name in filter(None, (arguments.admin1, arguments.admin2)):
        with progress(console, "names read", name) as shown:
            division_names |= read_division_names(_numbered(name, shown), label(name))
    least = _LEAST_PEOPLE if arguments.min_population is None else arguments.min_population
    if arguments.alternates is None:
        return Choice(least, division_names)
    store = draft.with_name(f"{draft.name}.names")
    stack.callback(store.unlink, missing_ok=True)
    names = AlternateNames(stack.enter_context(closing(_connect(store))))
    with progress(console, "names read", arguments.alternates) as shown:
        names.read(_numbered(arguments.alternates, shown), label(arguments.alternates))
    return Choice(least, division_names, names.of)


def _numbered(name: str, shown: Progress) -> Iterator[tuple[int, bytes]]:
    for line in read_lines(name):
        if line.number % _LINES_A_STEP == 0:
            shown.step(_LINES_A_STEP)
        yield line.number, line.data


def _connect(path: Path) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(path, isolation_level=None)


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """Yield where to write a database that takes the place of `path` if the block ends well."""
    import sqlite3

    draft = draft_of(path.resolve())
    try:
        yield draft
        draft.replace(path.resolve())
    except sqlite3.OperationalError as error:
        raise UsageError(f"-o {label(str(path))}: cannot be written: {error}; choose another place") from error
    except OSError as error:
        raise UsageError(f"-o {label(str(path))}: cannot be written: {error.strerror}; choose another place") from error
    finally:
        draft.unlink(missing_ok=True)


def _people(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of people; give a whole number such as 500")
