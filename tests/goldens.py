"""Comparing what the code makes with a committed file, byte by byte."""

from __future__ import annotations

from pathlib import Path

_HOW = "run pytest with --update-golden and read the diff"


def difference(path: Path, actual: str) -> str | None:
    """Return where the file and `actual` (in UTF-8) part, or None where they are the same bytes.

    Only the first line that differs: pytest's own diff of a whole page takes minutes.
    """
    if not path.exists():
        return f"{path}: no such golden file; {_HOW}"
    expected = path.read_bytes()
    if expected == actual.encode():
        return None
    was, now = expected.decode().split("\n"), actual.split("\n")
    number = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    where = f"{path}:{number + 1}: differs from what the code makes now; {_HOW}"
    return f"{where}\n- {_line(was, number)}\n+ {_line(now, number)}"


def update(path: Path, actual: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(actual.encode())


def _line(lines: list[str], number: int) -> str:
    return repr(lines[number][:300]) if number < len(lines) else "(end of file)"
