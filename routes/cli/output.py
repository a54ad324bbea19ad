"""Where the result goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from routes.cli.console import Console
from routes.cli.inputs import STDIN, label
from routes.errors import UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """What to make, by its format's name, and where to put it; None is standard output."""

    format: str
    path: Path | None

    def put(self, result: str | bytes, console: Console) -> None:
        """Write the result whole or not at all; bytes, which are a picture, to a file alone."""
        if self.path is None:
            assert isinstance(result, str)
            console.write(result)
            return
        _write(self.path, result.encode("utf-8") if isinstance(result, str) else result)
        console.say(f"wrote {self.path}")


def read_target(name: str | None, formats: Mapping[str, str], default: str, chosen: str | None = None) -> Target:
    """Return the target that `-o NAME` asks for; `formats` maps extensions to formats.

    What cannot work is refused here, before the work begins.
    """
    if name is None or name == STDIN:
        return Target(chosen or default, None)
    path = Path(name)
    check_place(path, f"report{next(iter(formats))}")
    found = chosen or formats.get(path.suffix.lower())
    if found is None:
        ending = label(path.suffix) or "(none)"
        raise UsageError(f"-o {label(name)}: the ending {ending} is not known; use one of {', '.join(formats)}")
    return Target(found, path)


def check_place(path: Path, example: str = "report.jsonl") -> None:
    """Raise UsageError where no file can come to be at `path`; `example` would be a name for one."""
    name = label(str(path))
    if path.is_dir():
        raise UsageError(f"-o {name}: this is a folder; name a file in it, such as {label(str(path / example))}")
    if not path.parent.is_dir():
        raise UsageError(f"-o {name}: there is no folder {label(str(path.parent))}; make it first")


def draft_of(path: Path) -> Path:
    """Return where to write what shall take the place of `path` when it is whole: beside it."""
    return path.with_name(f".{path.name[:100]}.{os.getpid()}.part")


def unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"-o {label(str(path))}: cannot be written: {error.strerror}; choose another place")


def _write(path: Path, data: bytes) -> None:
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe, which must stay what it is
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise unwritable(path, error) from error
    except RuntimeError as error:  # Path.resolve on a link that leads to itself, in Python before 3.13
        raise UsageError(f"-o {label(str(path))}: the link leads to itself; choose another place") from error


def _replace(path: Path, data: bytes) -> None:
    draft = draft_of(path)
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
