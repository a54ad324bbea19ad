"""`routes --version`: the program's version and which data it holds."""

from __future__ import annotations

from routes import __version__


def version_text() -> str:
    """Return the version and the hashes that every report made with it carries."""
    from routes.gazetteer import Gazetteer
    from routes.pipeline import data_versions

    data = data_versions(Gazetteer.world())
    return f"routes {__version__}\ngazetteer {data.gazetteer}\nlines {data.lines}\nworld {data.world}\n"
