"""Measure how large the package is with everything that it requires, installed into a folder of its own.

What pip compiles is counted, the interpreter and pip are not.

Run: python benchmarks/install_size.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUDGET_MB = 300.0


def size_mb(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def sizes(folder: Path) -> dict[str, float]:
    """Return the size of each thing in a folder, in MB."""
    return {path.name: size_mb(path) for path in folder.iterdir()}


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "site"
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--target", str(target), str(ROOT)], check=True)
        found = sizes(target)
    largest = sorted(found.items(), key=lambda item: -item[1])
    for name, size in largest[:12]:
        print(f"{name:24} {size:7.1f} MB")
    print(f"{'others':24} {sum(size for _, size in largest[12:]):7.1f} MB")
    total = sum(found.values())
    print(f"{'all':24} {total:7.1f} MB, at most {BUDGET_MB:.0f} MB")
    sys.exit(total > BUDGET_MB)


if __name__ == "__main__":
    main()
