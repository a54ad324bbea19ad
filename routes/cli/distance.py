"""`routes distance`: how far it is, as the crow flies or along a way."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from routes.cli.atlas import read_atlas
from routes.cli.console import Console
from routes.cli.distance_text import distance_geojson, distance_json, distance_text
from routes.cli.lines import Line
from routes.cli.measuring import Distance, measure_line, measure_straight, measure_way
from routes.cli.options import add_line_options, add_place_options, read_unit
from routes.cli.parser import Parser, plain_text
from routes.cli.places import find_place_or_line
from routes.cli.ways import add_way_options, read_ways, tell_idle_ways
from routes.errors import UsageError
from routes.model import Mode, Place

if TYPE_CHECKING:
    from routes.paths import Ways

EXAMPLES = (
    "routes distance Najin Dunay",
    "routes distance Najin Dunay --by sea --units nmi",
    "routes distance Dunay Tikhoretsk --by rail",
    "routes distance Shanghai Rotterdam --by sea --avoid suez",
    'routes distance Tikhoretsk "Ukraine front line" --on 2023-10-15 --json',
    'routes distance Tikhoretsk "border of Ukraine"',
    "routes distance -33.9,18.4 Tokyo --geojson",
)
_LINE = "line"
_MODES = {mode.value: mode for mode in (Mode.SEA, Mode.RAIL, Mode.RIVER, Mode.ROAD, Mode.AIR)}


def add_arguments(parser: Parser) -> None:
    kinds = 'a name, lat,lon, or a line such as "border of Ukraine"'
    parser.add_argument("origin", metavar="FROM", type=plain_text, help=kinds)
    parser.add_argument("destination", metavar="TO", type=plain_text, help="the same")
    parser.add_argument(
        "--by", choices=(_LINE, *_MODES), default=_LINE, help="how to travel (default: line, as the crow flies)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--geojson", action="store_true", help="print the way as GeoJSON")
    add_way_options(parser)
    add_line_options(parser)
    add_place_options(parser)


def run(arguments: Namespace, console: Console) -> int:
    atlas = read_atlas(arguments)
    origin = find_place_or_line(arguments.origin, atlas, console)
    destination = find_place_or_line(arguments.destination, atlas, console)
    mode, ways = _MODES.get(arguments.by), read_ways(arguments)
    tell_idle_ways(ways, mode, console)
    found = _measure(origin, destination, mode, ways)
    if arguments.json:
        console.write(distance_json(found))
    elif arguments.geojson:
        console.write(distance_geojson(found))
    else:
        console.write(distance_text(found, console.style(read_unit(arguments))))
    return 0


def _measure(origin: Place | Line, destination: Place | Line, mode: Mode | None, ways: Ways) -> Distance:
    if isinstance(origin, Place) and isinstance(destination, Place):
        return measure_way(origin, destination, mode, ways) if mode else measure_straight(origin, destination)
    if mode is not None:
        raise UsageError(f"--by {mode.value} needs two places; to a line only the straight line is measured")
    if isinstance(origin, Place) and isinstance(destination, Line):
        return measure_line(origin, destination)
    if isinstance(origin, Line) and isinstance(destination, Place):
        return measure_line(destination, origin, swapped=True)
    raise UsageError(f"one end must be a place, got {origin.name} and {destination.name}")
