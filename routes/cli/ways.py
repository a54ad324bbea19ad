"""`--avoid` and `--allow`: which passages a way by sea may use."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from routes.cli.parser import Parser, plain_text

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


def _ids(written: str | None) -> frozenset[str]:
    return frozenset(part.strip() for part in (written or "").split(",") if part.strip())
