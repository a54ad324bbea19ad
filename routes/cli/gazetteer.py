"""`routes gazetteer`: is a table of places right, what does it know of a name, and how to make a larger one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from routes.cli.console import Console
from routes.cli.gazetteer_build import add_build_options, build, refuse_build_options
from routes.cli.inputs import label, read_gazetteer_file
from routes.cli.options import add_gazetteer_option, read_gazetteer
from routes.cli.parser import Parser, plain_text
from routes.errors import GazetteerError, UsageError
from routes.model import Place, Unit
from routes.report import TextStyle
from routes.report.figures import position_words
from routes.report.plain import visible, wrap
from routes.report.style import Ink
from routes.resources import read_text

EXAMPLES = (
    "routes gazetteer check",
    "routes gazetteer check places.csv",
    "routes gazetteer show Dunay",
    'routes gazetteer show "New Port" --gazetteer places.csv',
    "routes gazetteer build --geonames allCountries.txt --min-population 100 -o world.sqlite",
)
_OWN = "gazetteer.csv"
_LABEL_WIDTH = 12


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "action",
        choices=("check", "show", "build"),
        help="check a file's rows, show places by name or id, or build a world layer from a dump of GeoNames",
    )
    parser.add_argument("what", nargs="*", type=plain_text, help="the file to check (else our own), or the name")
    add_gazetteer_option(parser)
    add_build_options(parser)


def run(arguments: Namespace, console: Console) -> int:
    if arguments.action == "build":
        return build(arguments, console)
    refuse_build_options(arguments)
    return _check(arguments, console) if arguments.action == "check" else _show(arguments, console)


def _check(arguments: Namespace, console: Console) -> int:
    from routes.gazetteer import check_rows
    from routes.gazetteer.rows import numbered_rows

    if len(arguments.what) > 1:
        raise UsageError("gazetteer check takes one file at a time")
    name = arguments.what[0] if arguments.what else _OWN
    text = read_gazetteer_file(name) if arguments.what else read_text(_OWN)
    problems = check_rows(text, label(name))
    if problems:
        raise GazetteerError(problems)
    count = sum(1 for _ in numbered_rows(text)) - 1  # the first row names the columns
    console.write(f"{label(name)}: {count:,} places, no faults\n")
    return 0


def _show(arguments: Namespace, console: Console) -> int:
    if len(arguments.what) != 1:
        raise UsageError("gazetteer show takes one name or id; put a name of several words in quotes")
    [name] = arguments.what
    gazetteer = read_gazetteer(arguments)
    by_id = gazetteer.by_id(name)
    places = [by_id] if by_id else [match.place for match in gazetteer.find(name)]
    if not places:
        raise UsageError(f"no place has the name or the id {name!r}; see `routes geocode {name}` for close spellings")
    style = console.style(Unit.KM)
    console.write("\n".join("\n".join(_card(place, style)) + "\n" for place in places))
    return 0


def _card(place: Place, style: TextStyle) -> Iterator[str]:
    yield style.paint(visible(place.name), Ink.BOLD)
    rows = {
        "id": place.id,
        "kind": place.kind.value,
        "country": place.country or "",
        "position": f"{position_words(place.position)} ± {place.extent_km:g} km",
        "aliases": "; ".join(place.aliases),
        "population": f"{place.population:,}" if place.population is not None else "",
        "source": place.source,
        "note": place.note,
    }
    for key, value in rows.items():
        for number, line in enumerate(wrap(value, style.width - _LABEL_WIDTH - 2) if value else ()):
            yield f"  {'' if number else key:{_LABEL_WIDTH}}{line}"
