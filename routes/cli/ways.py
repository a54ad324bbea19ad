"""`--avoid` and `--allow`: which passages a way by sea may use."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from routes.cli.console import Console
from routes.cli.parser import Parser, plain_text
from routes.model import Mode

if TYPE_CHECKING:
    from routes.paths import Ways


def add_way_options(parser: Parser) -> None:
    parser.add_argument(
        "--avoid",
        type=plain_text,
        metavar="PASSAGE,...",
        help="what ways keep off: straits and canals (suez,panama), by rail countries and border stations (KZ)",
    )
    parser.add_argument(
        "--allow",
        type=plain_text,
        metavar="PASSAGE,...",
        help="what is closed otherwise: passages of ice or for small ships (northern-sea-route), by rail other "
        "countries for a way inside one (KZ)",
    )


def read_ways(arguments: Namespace) -> Ways:
    """Return the passages to avoid and to allow; raise UsageError for one that is not known."""
    from routes.paths import Ways, check_passages

    ways = Ways(_ids(arguments.avoid), _ids(arguments.allow))
    check_passages(ways)
    return ways


def tell_idle_ways(ways: Ways, mode: Mode | None, console: Console) -> None:
    """Say which of the passages have no effect on a way of this kind."""
    used = {Mode.SEA: ways.by_sea, Mode.RAIL: ways.by_rail}.get(mode) if mode else None
    how = f"by {mode.value}" if mode else "as the crow flies"
    for option, given, kept in (
        ("--avoid", ways.avoid, used.avoid if used else frozenset()),
        ("--allow", ways.allow, used.allow if used else frozenset()),
    ):
        if idle := sorted(given - kept):
            console.say(f"info: {option} {','.join(idle)} has no effect on a way {how}")


def _ids(written: str | None) -> frozenset[str]:
    return frozenset(part.strip() for part in (written or "").split(",") if part.strip())
