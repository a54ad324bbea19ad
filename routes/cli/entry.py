"""From the arguments to the verb, and from what it raises to an exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from routes.cli.console import Console
from routes.cli.parser import HelpAsked, Parser, protect_positions
from routes.cli.verbs import EXAMPLES, VERBS, Verb
from routes.errors import GazetteerError, LineFileError, MissingExtraError, RoutesError, UsageError

_BAD_INPUT, _EXTRA_MISSING = 2, 3
# As a shell reports a command that was ended by SIGINT or SIGPIPE.
_INTERRUPTED, _PIPE_CLOSED = 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refuted, 2 bad input, 3 an extra is missing."""
    console = Console.standard()
    try:
        return _run(tuple(sys.argv[1:] if argv is None else argv), console)
    except RoutesError as error:
        for problem in _problems(error):
            console.say(f"error: {problem}")
        return _EXTRA_MISSING if isinstance(error, MissingExtraError) else _BAD_INPUT
    except BrokenPipeError:
        console.abandon()
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: tuple[str, ...], console: Console) -> int:
    try:
        return _run_verb(arguments, console)
    except HelpAsked as asked:
        console.write(str(asked))
        return 0


def _run_verb(arguments: tuple[str, ...], console: Console) -> int:
    if not arguments:
        raise UsageError("no verb is given; say what to do, such as `routes map article.txt`, or see `routes --help`")
    first, *rest = arguments
    if first in ("-h", "--help"):
        raise HelpAsked(top_parser().format_help())
    if first == "--version":
        from routes.cli.version import version_text

        console.write(version_text())
        return 0
    verb = _find_verb(first)
    parsed = verb_parser(verb).parse_args(protect_positions(rest))
    _spare_inputs(parsed)
    code: int = import_module(verb.module).run(parsed, console)
    return code


def _spare_inputs(parsed: Namespace) -> None:
    from routes.cli.spared import spare_inputs  # `--help` does without

    spare_inputs(parsed)


def _find_verb(name: str) -> Verb:
    for verb in VERBS:
        if verb.name == name:
            return verb
    from difflib import get_close_matches

    names = [verb.name for verb in VERBS]
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean `routes {near[0]}`?" if near else f"the verbs are {', '.join(names)}"
    what = "option" if name.startswith("-") else "verb"
    raise UsageError(f"there is no {what} {name!r}; {hint}; see `routes --help`")


def _problems(error: RoutesError) -> tuple[str, ...]:
    if isinstance(error, GazetteerError | LineFileError):
        return error.problems
    return (str(error),)


def top_parser() -> Parser:
    """Return the parser behind `routes --help`; it lists the verbs and loads none of them."""
    parser = Parser("routes", "read a text, find the shipment in it, draw its way, check its distances", EXAMPLES)
    parser.add_argument("--version", action="store_true", help="print the version and the versions of the data")
    width = max(len(verb.name) for verb in VERBS)
    verbs = "\n".join(f"  {verb.name:{width}}  {verb.summary}" for verb in VERBS)
    parser.usage = "routes VERB ...\n       routes VERB --help"
    parser.description = f"{parser.description}\n\nverbs:\n{verbs}"
    return parser


def verb_parser(verb: Verb) -> Parser:
    module = import_module(verb.module)
    parser = Parser(f"routes {verb.name}", verb.summary, module.EXAMPLES)
    module.add_arguments(parser)
    return parser
