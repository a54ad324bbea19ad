"""What the command line can do, told without loading the parts that do it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the command line; `module` has its `add_arguments`, its `run` and its `EXAMPLES`."""

    name: str
    module: str
    summary: str


VERBS = (
    Verb("map", "routes.cli.map", "draw the way of the goods in an article"),
    Verb("verify", "routes.cli.verify", "check the distances that a text states"),
    Verb("analyze", "routes.cli.analyze", "print all that was found in an article"),
    Verb("geocode", "routes.cli.geocode", "find places by their names"),
    Verb("distance", "routes.cli.distance", "measure from a place to a place or to a line"),
    Verb("batch", "routes.cli.batch", "print one report a line for many articles"),
    Verb("gazetteer", "routes.cli.gazetteer", "check a table of places, or show what it knows of a name"),
    Verb("completion", "routes.cli.completion", "print a script that completes commands in a shell"),
)

EXAMPLES = (
    "routes map article.txt -o map.html",
    "routes verify article.txt",
    'routes verify --text "The depot at Tikhoretsk is 290 km from Ukraine\'s border." --on 2023-10-15',
    "routes distance Najin Dunay",
)
