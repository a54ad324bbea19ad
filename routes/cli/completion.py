"""`routes completion`: a script that makes a shell complete verbs, options and their values."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Mapping

from routes.cli.console import Console
from routes.cli.entry import verb_parser
from routes.cli.parser import Parser
from routes.cli.verbs import VERBS

EXAMPLES = (
    "routes completion bash",
    "routes completion zsh",
    "routes completion fish",
)
_SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: Parser) -> None:
    parser.add_argument("shell", choices=_SHELLS, help="whose script to print")


def run(arguments: Namespace, console: Console) -> int:
    words = {verb.name: _words(verb_parser(verb)) for verb in VERBS}
    console.write(_fish(words) if arguments.shell == "fish" else _bash(words, is_zsh=arguments.shell == "zsh"))
    return 0


def _words(parser: argparse.ArgumentParser) -> dict[str, tuple[str, ...]]:
    """Return the options, each with the values it may take; the empty option stands for an argument."""
    found: dict[str, tuple[str, ...]] = {}
    for action in parser._actions:  # the one list of all arguments, public in all but its name
        values = tuple(str(choice) for choice in action.choices or ())
        for option in action.option_strings or ([""] if values else []):
            found[option] = values
    return found


def _bash(words: Mapping[str, Mapping[str, tuple[str, ...]]], *, is_zsh: bool) -> str:
    verbs = " ".join(words)
    lines = ["autoload -U +X bashcompinit && bashcompinit"] if is_zsh else []
    lines += [
        "_routes() {",
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} choices=",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    choices="{verbs} --help --version"',
        "  else",
        '    case "${COMP_WORDS[1]} $before" in',
    ]
    for verb, options in words.items():
        lines += [
            f'      "{verb} {option}") choices="{" ".join(v)}" ;;' for option, v in options.items() if option and v
        ]
    lines += ["      *)", '        case "${COMP_WORDS[1]}" in']
    for verb, options in words.items():
        follow = " ".join([*options.get("", ()), *(option for option in options if option)])
        lines.append(f'          {verb}) choices="{follow}" ;;')
    lines += [
        "        esac ;;",
        "    esac",
        "  fi",
        '  COMPREPLY=($(compgen -W "$choices" -- "$word"))',
        "}",
        "complete -o default -F _routes routes",
    ]
    return "\n".join(lines) + "\n"


def _fish(words: Mapping[str, Mapping[str, tuple[str, ...]]]) -> str:
    lines = [f"complete -c routes -n __fish_use_subcommand -a {verb.name} -d '{verb.summary}'" for verb in VERBS]
    for verb, options in words.items():
        seen = f"complete -c routes -n '__fish_seen_subcommand_from {verb}'"
        for option, values in options.items():
            flag = f" -l {option[2:]}" if option.startswith("--") else f" -s {option[1:]}" if option else " -f"
            lines.append(f"{seen}{flag}" + (f" -xa '{' '.join(values)}'" if values else ""))
    return "\n".join(lines) + "\n"
