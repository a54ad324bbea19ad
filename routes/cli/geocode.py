"""`routes geocode`: places by their names."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from typing import TYPE_CHECKING

from routes.cli.console import Console
from routes.cli.options import add_gazetteer_option, add_unit_option, read_gazetteer, read_unit
from routes.cli.parser import Parser, plain_text
from routes.cli.places import find_place
from routes.errors import UsageError
from routes.model import How, Place

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer

EXAMPLES = (
    "routes geocode Najin Rajin 나진 Dunay Дунай Moscow",
    "routes geocode Dunay --country RU --json",
    "routes geocode Dunay --near Vladivostok --units mi",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place that may be meant, how its name fits, and how far it is from `--near`, in metres."""

    place: Place
    name: str
    how: How
    near_m: float | None = None


def add_arguments(parser: Parser) -> None:
    parser.add_argument("names", nargs="+", type=plain_text, metavar="NAME", help="the names to look up")
    parser.add_argument("--country", metavar="CC", help="only places of this country (two letters, ISO 3166)")
    parser.add_argument("--near", metavar="PLACE", type=plain_text, help="the nearest first; a name or lat,lon")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_gazetteer_option(parser)
    add_unit_option(parser)


def run(arguments: Namespace, console: Console) -> int:
    from routes.cli.geocode_text import geocode_json, geocode_text

    gazetteer = read_gazetteer(arguments)
    country = _country(arguments.country, gazetteer)
    near = find_place(arguments.near, gazetteer, console) if arguments.near else None
    answers = {name: look_up(name, gazetteer, country=country, near=near) for name in arguments.names}
    for name, found in answers.items():
        if not found:
            console.say(f"info: no place is called {name!r}; other spellings may be known")
    style = console.style(read_unit(arguments))
    console.write(geocode_json(answers) if arguments.json else geocode_text(answers, style))
    return 0


def _country(code: str | None, gazetteer: Gazetteer) -> str | None:
    if code is None:
        return None
    if gazetteer.country(code.upper()) is None:
        raise UsageError(f"--country {code!r} is not known; give two letters of ISO 3166, such as RU")
    return code.upper()


def look_up(name: str, gazetteer: Gazetteer, *, country: str | None, near: Place | None) -> tuple[Found, ...]:
    """Return the places of that name, the best known or the nearest first; close spellings if there are none.

    What stands after a comma is what the place lies in: "Paris, TX".
    """
    found = [Found(match.place, match.name, _how(is_alias=match.is_alias)) for match in gazetteer.find(name)]
    if not found and "," in name:
        from routes.gazetteer.query import answer

        found = [Found(each.place, each.name, each.how) for each in answer(gazetteer, name)]
    if not found:
        found = [Found(match.place, match.name, How.FUZZY) for match in gazetteer.fuzzy(name)]
    kept = [entry for entry in found if country is None or entry.place.country == country]
    return _by_nearness(kept, near) if near else tuple(kept)


def _how(*, is_alias: bool) -> How:
    return How.ALIAS if is_alias else How.EXACT


def _by_nearness(found: list[Found], near: Place) -> tuple[Found, ...]:
    from routes.geo import distance_m

    measured = [
        Found(entry.place, entry.name, entry.how, distance_m(near.position, entry.place.position)) for entry in found
    ]
    return tuple(sorted(measured, key=lambda entry: (entry.near_m or 0.0, entry.place.id)))
