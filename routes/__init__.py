"""Read a text, find the shipment in it, place it on the earth, judge the distances it states.

>>> from routes import analyze
>>> report = analyze("Grain was shipped from Odesa to Istanbul.")
>>> [stop.name for stop in report.itineraries[0].stops]
['Odesa', 'Istanbul']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from routes.pipeline import analyze

__version__ = "0.1.0"
__all__ = ["__version__", "analyze"]


def __getattr__(name: str) -> object:
    # `import routes` must stay cheap: the command line imports it for every --help.
    if name == "analyze":
        from routes.pipeline import analyze

        return analyze
    raise AttributeError(f"module 'routes' has no attribute {name!r}")
