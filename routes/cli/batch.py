"""`routes batch`: many articles, one report a line."""

from __future__ import annotations

import argparse
from argparse import Namespace

from routes.cli.console import Console
from routes.cli.inputs import STDIN
from routes.cli.options import add_gazetteer_option, add_line_options, add_pick_option
from routes.cli.parser import Parser

EXAMPLES = (
    "routes batch articles.jsonl -o reports.jsonl",
    "routes batch articles.jsonl -o reports.jsonl --jobs 2",
    "routes batch articles.jsonl --no-demonyms",
    "routes batch - < articles.jsonl",
)
_MOST_JOBS = 60  # Windows waits for no more than 63 things at a time
_ABOUT = """
Each line of IN.jsonl is an object {"id", "text"}, if known with "published" (2023-10-15), "title" and "mentions":
[[start, end], ...] are then the names to place, counted in Unicode code points, and no others are looked for.
For each line, in order, one line comes out: the report that `routes analyze` would make, with the same id, or
{"id", "error": {"code", "message"}}. A bad line does not stop the others; blank lines are skipped.
"""


def add_arguments(parser: Parser) -> None:
    parser.description = f"{parser.description}\n{_ABOUT.rstrip()}"
    parser.add_argument(
        "articles", metavar="IN.jsonl", help="a file with one JSON object a line, or - for standard input"
    )
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", default=STDIN, help="the file to write (default: -)")
    add_jobs_option(parser)
    parser.add_argument(
        "--paths", action="store_true", help="find the ways of goods by sea and rail too, which takes time"
    )
    parser.add_argument("--no-demonyms", action="store_true", help='leave "Russian" and "Iranians" out of the toponyms')
    add_line_options(parser)
    add_gazetteer_option(parser)
    add_pick_option(parser)


def add_jobs_option(parser: Parser) -> None:
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="work in N processes (default: 1)")


def run(arguments: Namespace, console: Console) -> int:
    from routes.cli.batch_run import run_lines
    from routes.cli.batch_work import Form

    run_lines(arguments.articles, arguments, Form.REPORT, console)
    return 0


def _jobs(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_JOBS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give one from 1 to {_MOST_JOBS}")
