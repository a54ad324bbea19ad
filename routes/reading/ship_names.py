"""What a name of a ship looks like, wherever it stands; and what carries goods that is no ship."""

from __future__ import annotations

from routes.model import Mode

PART = r"(?-i:[A-Z])[\w'’]*"
_WORDS = rf"{PART}(?:[ -](?:{PART}|[0-9]+|of|de|del|da|el|al|du))*"
# Group "name" is the name; quotation marks may stand around it.
NAME = rf"[\"“‘']?(?P<name>{_WORDS})[\"”’']?"
# "Olya-3", where a word for a ship stands beside it.
NUMBERED_NAME = rf"[\"“‘']?(?P<name>{_WORDS}(?:-[0-9]+)?)[\"”’']?"
NOT_BY_SEA = frozenset({Mode.RAIL, Mode.ROAD, Mode.AIR})
