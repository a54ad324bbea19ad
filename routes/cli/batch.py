"""`routes batch`: many articles, one report a line."""

from __future__ import annotations

import argparse
from argparse import Namespace
from contextlib import closing

from routes.cli.console import Console
from routes.cli.inputs import STDIN
from routes.cli.options import add_gazetteer_option, add_line_options, add_pick_option
from routes.cli.parser import Parser
from routes.cli.progress import progress
from routes.cli.streams import open_target, read_lines
from routes.errors import UsageError

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
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="work in N processes (default: 1)")
    parser.add_argument("--no-demonyms", action="store_true", help='leave "Russian" and "Iranians" out of the toponyms')
    add_line_options(parser)
    add_gazetteer_option(parser)
    add_pick_option(parser)


def run(arguments: Namespace, console: Console) -> int:
    from routes.cli.batch_work import answers, options_of, setup_of

    if STDIN in (*arguments.gazetteer, *arguments.line):
        raise UsageError("--gazetteer and --line must be files here; standard input is for articles")
    setup = setup_of(arguments)
    options_of(setup)  # what is wrong with an option is told before the work begins
    lines = read_lines(arguments.articles)
    total = bad = 0
    first = ""
    with (
        open_target(arguments.output, console) as put,
        closing(answers(lines, setup, arguments.jobs)) as found,
        progress(console, "lines", arguments.output) as shown,
    ):
        for answer in found:
            put(answer.text)
            total += 1
            if answer.problem is not None:
                bad += 1
                first = first or f"line {answer.number}: {answer.problem}"
            shown.step()
    if bad:
        console.say(f"warning: {bad:,} of {total:,} lines have an error in place of a report; the first is {first}")
    return 0


def _jobs(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_JOBS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give one from 1 to {_MOST_JOBS}")
