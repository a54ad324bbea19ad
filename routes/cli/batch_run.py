"""A run over JSON lines: one line out for each line in, as they come."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from routes.cli.batch_work import Form, answers, options_of, setup_of
from routes.cli.console import Console
from routes.cli.inputs import STDIN
from routes.cli.own_lines import line_file
from routes.cli.progress import progress
from routes.cli.streams import open_target, read_lines
from routes.errors import UsageError


def run_lines(source: str, arguments: Namespace, form: Form, console: Console) -> bool:
    """Write what the lines of `source` amount to where the arguments want it; return whether a claim is refuted.

    A bad line becomes an error record; how many there are is told at the end.
    """
    if STDIN in (*arguments.gazetteer, *(line_file(text).name for text in arguments.line)):
        raise UsageError("--gazetteer and --line must be files here; standard input is for articles")
    setup = setup_of(arguments, form)
    options_of(setup)  # what is wrong with an option is told before the work begins
    target = arguments.output or STDIN
    total = bad = 0
    first = ""
    is_refuted = False
    with (
        open_target(target, console) as put,
        closing(answers(read_lines(source), setup, arguments.jobs)) as found,
        progress(console, "lines", target) as shown,
    ):
        for answer in found:
            put(answer.text)
            total += 1
            is_refuted = is_refuted or answer.is_refuted
            if answer.problem is not None:
                bad += 1
                first = first or f"line {answer.number}: {answer.problem}"
            shown.step()
    if bad:
        console.say(f"warning: {bad:,} of {total:,} lines have an error in place of a report; the first is {first}")
    return is_refuted
