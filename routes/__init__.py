"""Read a text, find the shipment in it, place it on the earth, judge the distances it states.

>>> from routes import analyze
>>> report = analyze("Grain was shipped from Odesa to Istanbul.")
>>> [stop.name for stop in report.itineraries[0].stops]
['Odesa', 'Istanbul']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from routes.comparing import dossier
    from routes.model import Article, Dossier, Report
    from routes.pipeline import Options, analyze

__version__ = "0.1.0"
__all__ = ["Article", "Dossier", "Options", "Report", "__version__", "analyze", "dossier"]

_HOMES = {
    "Article": "routes.model",
    "Dossier": "routes.model",
    "Options": "routes.pipeline",
    "Report": "routes.model",
    "analyze": "routes.pipeline",
    "dossier": "routes.comparing",
}


def __getattr__(name: str) -> object:
    # `import routes` must stay cheap: the command line imports it for every --help.
    if name not in _HOMES:
        raise AttributeError(f"module 'routes' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
