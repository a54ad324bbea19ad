"""What the README shows is what the commands do."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md",)
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a console block, what the block shows below it, and the exit code it tells of."""

    command: str
    output: str
    exit_code: int = 0


def examples(text: str) -> list[Example]:
    """Return the commands behind `$ ` that start with `routes `; `$ echo $?` tells the exit code of the one before.

    >>> examples('''```console
    ... $ make setup
    ... $ routes geocode Najin \\\\
    ...     --json
    ... {}
    ... $ routes verify x --fail-on refuted
    ... $ echo $?
    ... 1
    ... ```''')  # doctest: +NORMALIZE_WHITESPACE
    [Example(command='routes geocode Najin \\\\\\n    --json', output='{}\\n', exit_code=0),
     Example(command='routes verify x --fail-on refuted', output='', exit_code=1)]
    """
    found: list[Example] = []
    for block in _BLOCK.findall(text):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, output = _parted(step)
            if command == "echo $?":
                found[-1] = Example(found[-1].command, found[-1].output, int(output))
            elif command.startswith("routes "):
                found.append(Example(command, output))
    return found


def _parted(step: str) -> tuple[str, str]:
    lines = step.splitlines(keepends=True)
    end = next(i for i, line in enumerate(lines) if not line.endswith("\\\n")) + 1
    return "".join(lines[:end]).rstrip("\n"), "".join(lines[end:])


EXAMPLES = [example for name in DOCUMENTS for example in examples((ROOT / name).read_text(encoding="utf-8"))]


@pytest.fixture
def workdir(tmp_path: Path) -> Path:
    """Return a folder in which the example articles lie where the README has them; results land here too."""
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    return tmp_path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.command)
def test_a_documented_command_does_what_is_shown(example: Example, workdir: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", example.command], cwd=workdir, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == example.exit_code, done.stderr
    # A command without output in the README is shown for what it does, not for what it says.
    if example.output:
        assert done.stdout == example.output


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_python_examples_of_a_document_run(name: str) -> None:
    assert doctest.testfile(str(ROOT / name), module_relative=False, optionflags=doctest.ELLIPSIS).failed == 0


def test_the_readme_shows_commands() -> None:
    assert len(EXAMPLES) >= 3
