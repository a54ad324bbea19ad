"""Natural Earth's seas, rivers, lakes, islands, mountains, regions and capes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from routes.gazetteer.fold import fold
from routes.gazetteer.store import NameClass, WorldRow
from routes.model import Place, PlaceKind, Position
from scripts.world.sources import NATURAL_EARTH, Sources
from scripts.world.towns import Towns

_KINDS = {
    PlaceKind.OCEAN: {"ocean"},
    PlaceKind.SEA: {"sea"},
    PlaceKind.GULF: {"bay", "gulf", "fjord", "inlet", "sound"},
    PlaceKind.STRAIT: {"channel", "strait"},
    PlaceKind.RIVER: {"river"},
    PlaceKind.LAKE: {"lake", "lagoon"},
    PlaceKind.ISLAND: {"island", "island group", "reef"},
    PlaceKind.PENINSULA: {"peninsula"},
    PlaceKind.CAPE: {"cape", "pen/cape"},
    PlaceKind.MOUNTAIN: {"mountain", "range/mtn", "pass"},
    PlaceKind.REGION: {
        *("basin", "coast", "delta", "depression", "desert", "foothills", "geoarea", "gorge", "isthmus", "lowland"),
        *("plain", "plateau", "tundra", "valley", "waterfall", "wetlands"),
    },
}
KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
# A larger feature lies in more than one country.
_LOCAL_KM = 120.0
_SHORTENED = (
    (r"\bI\.?$", "Island"),
    (r"\bIs\.?$", "Islands"),
    (r"^IS\. ", "Islas "),
    (r"^I\. ", "Isla "),
    (r"\bMts\.?$", "Mountains"),
)
_WORDS_ADDED = {
    PlaceKind.RIVER: ("{} River", "River {}", r"\b(river|rio|río|creek|fork|canal)\b"),
    PlaceKind.LAKE: ("Lake {}", "{} Lake", r"\b(lake|lago|lac|ozero|reservoir|sea|danau|nuur|dam|loch|lough)\b"),
    PlaceKind.MOUNTAIN: ("Mount {}", "{} Mountain", r"\b(mount|mt|mts|mountains?|range|peak|hills?|alps|pass|cerro)\b"),
    PlaceKind.ISLAND: ("{} Island", "{} Islands", r"\b(islands?|isla|isle|ile|îles?|islas|archipelago|reef|cay)\b"),
}


def read_natural_features(sources: Sources, towns: Towns) -> Iterator[WorldRow]:
    slugs: Counter[str] = Counter()
    entries = sorted(sources.rows("natural_features.csv"), key=lambda row: (row["name"], row["lat"], row["lon"]))
    for entry in entries:
        kind = KIND_OF.get(entry["kind"])
        if kind is None:
            continue
        name = _in_full(entry["name"])
        slug = "-".join(_ascii(name).removesuffix(f" {kind.value}").split()) + f"-{kind.value}"
        slugs[slug] += 1
        place = Place(
            id=f"ne:{slug}" if slugs[slug] == 1 else f"ne:{slug}-{slugs[slug]}",
            name=name,
            kind=kind,
            country=None,
            position=Position(lat=float(entry["lat"]), lon=float(entry["lon"])),
            extent_km=float(entry["extent_km"] or 0),
            source=NATURAL_EARTH,
        )
        if place.extent_km <= _LOCAL_KM and kind not in (PlaceKind.OCEAN, PlaceKind.SEA):
            place = towns.lying_in(place, within_km=max(40.0, place.extent_km))
        yield WorldRow(place, tuple((each, NameClass.ALTERNATE) for each in _other_names(name, kind, entry["aliases"])))


def _other_names(name: str, kind: PlaceKind, aliases: str) -> Iterator[str]:
    names = [name, *(_in_full(alias) for alias in aliases.split("|") if alias.strip())]
    yield from names[1:]
    for each in names:
        if kind in _WORDS_ADDED:
            *forms, has_it = _WORDS_ADDED[kind]
            if not re.search(has_it, each, re.IGNORECASE):
                yield from (form.format(each) for form in forms)
        if each.endswith(" Desert"):
            yield each.removesuffix(" Desert")


def _in_full(name: str) -> str:
    """Return a name of a map without its abbreviations and capitals.

    >>> _in_full("GALAPAGOS IS."), _in_full("K2")
    ('Galapagos Islands', 'K2')
    """
    name = name.strip()
    for short, full in _SHORTENED:
        name = re.sub(short, full, name, flags=re.IGNORECASE)
    letters = [c for c in name if c.isalpha()]
    return name.title() if len(letters) > 4 and sum(c.isupper() for c in letters) > len(letters) / 2 else name


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return plain or "unnamed"
