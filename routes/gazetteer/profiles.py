"""What all layers know of many names at once, summed up: which kinds of places bear a name, and how large they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from routes.gazetteer.fold import fold
from routes.gazetteer.layer import fits
from routes.gazetteer.lookup import Gazetteer
from routes.gazetteer.store import KIND_OF_CODE, NameClass
from routes.gazetteer.world import WorldLayer
from routes.model import PlaceKind

_GROUPS = """
SELECT n.folded, n.class, p.kind, p.admin2 IS NOT NULL, count(*), max(p.population), max(s.written)
FROM json_each(?) asked CROSS JOIN names n ON n.folded = asked.value CROSS JOIN places p ON p.number = n.place
LEFT JOIN spellings s ON n.class = 2 AND s.folded = n.folded AND s.place = n.place
WHERE n.class <> 3 GROUP BY 1, 2, 3, 4
"""


@dataclass(frozen=True, slots=True)
class Bearers:
    """Places of one kind that bear a name in one way; `population` is the largest, 0 where none is known.

    `is_listed` says that the places stand in the curated gazetteer or in the user's file.
    """

    name_class: NameClass
    kind: PlaceKind
    is_second_level: bool
    count: int
    population: int
    is_listed: bool


def bearers(gazetteer: Gazetteer, names: Iterable[str]) -> dict[str, tuple[Bearers, ...]]:
    """Return for each of many names, as written, who bears it; names that nobody bears are left out.

    >>> found = bearers(Gazetteer.curated(), ["Odesa", "Zzyzzk"])
    >>> sorted(found), found["Odesa"][0].kind.value
    (['Odesa'], 'city')
    """
    folded = {name: fold(name) for name in names}
    found: dict[str, list[Bearers]] = {}
    for layer in gazetteer._layers:
        if isinstance(layer, WorldLayer):
            for name, group in _in_world(layer, folded):
                found.setdefault(name, []).append(group)
            continue
        for name, key in folded.items():
            for entry in layer.named(key):
                if fits(entry.written, name):
                    group = Bearers(
                        NameClass.ALTERNATE if entry.is_alias else NameClass.MAIN,
                        entry.place.kind,
                        entry.place.admin2 is not None,
                        1,
                        entry.place.population or 0,
                        is_listed=True,
                    )
                    found.setdefault(name, []).append(group)
    return {name: tuple(groups) for name, groups in found.items()}


def _in_world(layer: WorldLayer, folded: dict[str, str]) -> Iterator[tuple[str, Bearers]]:
    written_as: dict[str, list[str]] = {}
    for name, key in folded.items():
        written_as.setdefault(key, []).append(name)
    rows = layer._connection.execute(_GROUPS, (json.dumps(sorted(written_as), ensure_ascii=False),))
    for key, name_class, kind, is_second_level, count, population, written in rows:
        group = Bearers(
            NameClass(name_class), KIND_OF_CODE[kind], bool(is_second_level), count, population or 0, is_listed=False
        )
        for name in written_as[key]:
            if written is None or fits(written, name):
                yield name, group
