"""Measure the peak memory of commands in fresh processes.

With FOLDER, a batch over each of its corpora toponyms_NAME.jsonl is measured too, and one over the same articles
three times over: a batch streams, so that the two should be alike.

Run: .venv/bin/python benchmarks/memory.py [FOLDER]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "maps" / "najin-tikhoretsk" / "article.txt"
PEER = "import folium, geopy, shapely, pyproj"
BUDGET_MB = 300.0
_UNIT = 1 if sys.platform == "darwin" else 1024


def peak_mb(command: list[str]) -> float:
    """Return the most memory, in MB, that a command held at one time."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} left with code {process.returncode}")
    return usage.ru_maxrss * _UNIT / 1e6


def commands(folder: Path | None, scratch: Path) -> Iterator[tuple[str, list[str]]]:
    routes = [sys.executable, "-m", "routes"]
    yield "peer", [sys.executable, "-c", PEER]
    yield "verify", [*routes, "verify", str(ARTICLE)]
    yield "map", [*routes, "map", str(ARTICLE), "-o", str(scratch / "route.html")]
    for corpus in sorted(folder.glob("toponyms_*.jsonl")) if folder else ():
        yield f"batch {corpus.stem}", [*routes, "batch", str(corpus), "-o", os.devnull]
        thrice = scratch / corpus.name
        thrice.write_bytes(corpus.read_bytes() * 3)
        yield f"batch {corpus.stem}, thrice", [*routes, "batch", str(thrice), "-o", os.devnull]


def main() -> None:
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as scratch:
        for name, command in commands(folder, Path(scratch)):
            peak = peak_mb(command)
            print(f"{name:32} {peak:7.1f} MB" + (f"   over {BUDGET_MB:.0f} MB" if peak > BUDGET_MB else ""))
    print(f"peer: python -c {PEER!r}")


if __name__ == "__main__":
    main()
