"""`routes --version`: the program's version and which data it holds."""

from __future__ import annotations

from routes import __version__
from routes.resources import content_hash

_DATA = {"gazetteer": ("gazetteer.csv",), "lines": ("contact_line.csv", "borders.npz")}


def version_text() -> str:
    hashes = "".join(f"{name} {content_hash(*files)}\n" for name, files in _DATA.items())
    return f"routes {__version__}\n{hashes}"
