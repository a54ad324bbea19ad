"""An argument parser whose complaints are our errors and whose help ends with examples."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date
from typing import NoReturn

from routes.errors import UsageError

_SOUTHERN = re.compile(r"-\d[\d.]*\s*,")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class HelpAsked(Exception):  # noqa: N818 - nothing went wrong
    """Carries the help text up to the one place that writes."""


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise HelpAsked(parser.format_help())


class Parser(argparse.ArgumentParser):
    """Raises where argparse would print and leave the process."""

    def __init__(self, name: str, description: str, examples: Iterable[str]) -> None:
        epilog = "\n".join(("examples:", *(f"  {example}" for example in examples)))
        super().__init__(
            prog=name,
            description=f"{description[0].upper()}{description[1:]}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action=_Help, nargs=0, help="print this help and leave")

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`")


def protect_positions(arguments: Iterable[str]) -> list[str]:
    """Return the arguments with a space before a southern `-33.9,18.4`, which argparse takes for an option.

    >>> protect_positions(["-33.9,18.4", "--by", "sea"])
    [' -33.9,18.4', '--by', 'sea']
    """
    return [f" {argument}" if _SOUTHERN.match(argument) else argument for argument in arguments]


def day(text: str) -> date:
    """Return the date in `text`; for `type=` of an argument."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as YYYY-MM-DD, such as 2023-10-15")


def plain_text(text: str) -> str:
    """Return `text` if it can be written as UTF-8; for `type=` of an argument."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise argparse.ArgumentTypeError(f"{text!r} is not valid UTF-8")
    if not text.strip():
        raise argparse.ArgumentTypeError("the text is empty; give at least one word")
    return text
