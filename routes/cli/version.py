"""`routes --version`: the program's version and which data it holds."""

from __future__ import annotations

from routes import __version__


def version_text() -> str:
    """Return the version and the hashes that every report made with it carries."""
    from routes.gazetteer import Gazetteer
    from routes.resources import content_hash

    lines = content_hash("contact_line.csv", "borders.npz")
    return f"routes {__version__}\ngazetteer {Gazetteer.curated().content_hash}\nlines {lines}\n"
