"""Measure cold starts of the command line against a peer in the same run.

Figures of different machines and hours cannot be compared; ratios to the peer, taken in turn with it, can.
The peer imports the four libraries that a script for the same job would import.

Run: .venv/bin/python benchmarks/startup.py [ARTICLE]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
PEER = "import folium, geopy, shapely, pyproj"
LOOK_UP = "from routes.gazetteer import Gazetteer; assert Gazetteer.world().find('Tikhoretsk')"


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the wall time of one fresh process."""
    quiet = subprocess.DEVNULL
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet, check=True)
    return time.perf_counter() - start


def medians(commands: dict[str, list[str]], bytecode: Path) -> dict[str, float]:
    """Return the median wall time of each command; the rounds go through all in turn, so load hits all alike."""
    # As where a user has started them once, whatever this shell says of bytecode.
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for command in commands.values():
        seconds(command, environment)  # fills the file cache and writes the .pyc files
    rounds = [{name: seconds(command, environment) for name, command in commands.items()} for _ in range(ROUNDS)]
    return {name: statistics.median(one[name] for one in rounds) for name in commands}


def table(times: dict[str, float], budgets: dict[str, float]) -> str:
    peer = times["peer"]
    rows = [f"{'command':10} {'median s':>9} {'budget s':>9} {'/ peer':>7}"]
    for name, median in times.items():
        budget = f"{budgets[name]:9.2f}" if name in budgets else " " * 9
        rows.append(f"{name:10} {median:9.3f} {budget} {median / peer:7.2f}")
    return "\n".join(rows)


def main() -> None:
    article = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "maps" / "najin-tikhoretsk" / "article.txt")
    routes = [sys.executable, "-m", "routes"]
    with tempfile.TemporaryDirectory() as folder:
        before = os.getloadavg()[0]
        times = medians(
            {
                "peer": [sys.executable, "-c", PEER],
                "look-up": [sys.executable, "-c", LOOK_UP],
                "--help": [*routes, "--help"],
                "verify": [*routes, "verify", article],
                "map": [*routes, "map", article, "-o", str(Path(folder) / "route.html")],
                "svg": [*routes, "map", article, "-o", str(Path(folder) / "route.svg")],
                "png": [*routes, "map", article, "-o", str(Path(folder) / "route.png")],
            },
            Path(folder) / "bytecode",
        )
    print(table(times, {"look-up": 0.15, "--help": 0.2, "verify": 0.8, "map": 2.0, "svg": 2.0, "png": 2.0}))
    print(f"medians of {ROUNDS} fresh processes; load average {before:.2f} before, {os.getloadavg()[0]:.2f} after")
    print(f"peer: python -c {PEER!r}")


if __name__ == "__main__":
    main()
