"""The options that several verbs share, and what they turn into."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from routes.cli.inputs import label, open_world, read_gazetteer_file
from routes.cli.own_lines import read_claim_lines
from routes.cli.parser import Parser, day, plain_text
from routes.errors import UsageError
from routes.model import BorderView, Unit

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer
    from routes.pipeline import Options

_UNITS = {unit.value: unit for unit in (Unit.KM, Unit.MI, Unit.NMI)}
_VIEWS = {view.value: view for view in BorderView}


def add_article_options(parser: Parser) -> None:
    parser.add_argument("--published", type=day, metavar="DATE", help="the day the article came out (YYYY-MM-DD)")
    add_line_options(parser)
    add_place_options(parser)


def add_line_options(parser: Parser) -> None:
    parser.add_argument(
        "--on", type=day, metavar="DATE", help="the day to measure reference lines on; else the day of the article"
    )
    parser.add_argument(
        "--line",
        action="append",
        default=[],
        metavar="[front=]FILE",
        help="your own lines (GeoJSON): those called a front line, or all of front=FILE, take the place of the front; "
        "others are measured to where the text has their names; may be repeated",
    )
    parser.add_argument(
        "--line-edges",
        choices=("geodesic", "straight"),
        default="geodesic",
        help="how the edges of your lines run: the shortest way, or straight in degrees as GeoJSON says (default: "
        "geodesic); it matters for edges of 10 km and more",
    )
    parser.add_argument(
        "--borders", choices=tuple(_VIEWS), default=BorderView.UN.value, help="whose borders to use (default: un)"
    )


def add_place_options(parser: Parser) -> None:
    add_gazetteer_option(parser)
    add_pick_option(parser)
    add_unit_option(parser)


def add_pick_option(parser: Parser) -> None:
    parser.add_argument(
        "--pick",
        action="append",
        default=[],
        type=plain_text,
        metavar="NAME=ID",
        help="the place a name stands for; `routes gazetteer show NAME` lists ids; may be repeated",
    )


def add_gazetteer_option(parser: Parser) -> None:
    parser.add_argument(
        "--gazetteer", action="append", default=[], metavar="FILE", help="your own places (CSV); may be repeated"
    )
    parser.add_argument(
        "--world", metavar="FILE", help="the world layer to use, made by `routes gazetteer build`, in place of ours"
    )


def add_unit_option(parser: Parser) -> None:
    parser.add_argument("--units", choices=tuple(_UNITS), default=Unit.KM.value, help="units to print (default: km)")


def read_options(arguments: Namespace) -> Options:
    """Return what the shared options ask of the analysis, with the files they name read."""
    from routes.pipeline import Options

    gazetteer = read_gazetteer(arguments)
    lines = read_claim_lines(arguments)
    return Options(
        on=arguments.on,
        border_view=read_border_view(arguments),
        gazetteer=gazetteer,
        picks=read_picks(arguments.pick, gazetteer),
        lines=lines.front,
        named_lines=lines.others,
    )


def read_unit(arguments: Namespace) -> Unit:
    return _UNITS[arguments.units]


def read_border_view(arguments: Namespace) -> BorderView:
    return _VIEWS[arguments.borders]


def read_gazetteer(arguments: Namespace) -> Gazetteer:
    """Return the curated gazetteer under the user's own files, the last of which wins."""
    from routes.gazetteer import Gazetteer

    gazetteer = Gazetteer.world() if arguments.world is None else _over_world(arguments.world)
    for name in arguments.gazetteer:
        gazetteer = gazetteer.with_layer(read_gazetteer_file(name), label(name))
    return gazetteer


def _over_world(name: str) -> Gazetteer:
    from routes.gazetteer import Gazetteer

    return Gazetteer.curated().over(open_world(name))


def read_picks(picks: Sequence[str], gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    return tuple(_pick(pick, gazetteer) for pick in picks)


def _pick(pick: str, gazetteer: Gazetteer) -> tuple[str, str]:
    name, sign, place_id = (part.strip() for part in pick.rpartition("="))
    if not (name and sign and place_id):
        raise UsageError(f"--pick {pick!r} must read NAME=ID, such as Dunay=ID; `routes gazetteer show NAME` lists ids")
    if gazetteer.by_id(place_id) is None:
        raise UsageError(f"--pick {pick!r}: no place has the id {place_id!r}; `routes gazetteer show {name}` lists ids")
    return name, place_id
