"""What the house adds to what the ranker has learnt: the user's rows, corrections, what goods and figures ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from routes.gazetteer import fold
from routes.gazetteer.store import NameClass
from routes.model import Mode, PlaceKind, Slot, Span
from routes.placing.candidates import Option
from routes.placing.cues import Tie
from routes.placing.ranker import first_shares
from routes.placing.scene import Scene
from routes.placing.senses import Sense
from routes.placing.table import is_site
from routes.reading import Findings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SEA_ENDS = frozenset({PlaceKind.PORT, PlaceKind.NAVAL_BASE})
_NO_ENDS = frozenset({PlaceKind.RIVER, PlaceKind.REGION, PlaceKind.RAILWAY})
_NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})

# Logarithms of odds, set by hand: news texts with goods and figures are too few to learn them from.
_USERS = 20.0
_EDIT = -1.0
_CALLED_SO = 1.5
_SEA_END = 1.0
_LARGE_AS_END = -1.5
_CITY_OF_NAME = 8.0
_CURATED_SITE = 1.0
_CURATED_END = 2.5
_HELD = 3.0
_SURE_HOLDER = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks of its names, in folded form: what they are called, which are ends, which are measured."""

    called: dict[str, frozenset[PlaceKind]]
    sea_ends: frozenset[str]
    ends: frozenset[str]
    measured: frozenset[str]


def what_is_asked(text: str, findings: Findings) -> Asked:
    """Return what the findings ask of the names of a text."""

    def names(spans: set[Span | None]) -> frozenset[str]:
        return frozenset(fold(text[span.start : span.end]) for span in spans if span is not None)

    at_sea: set[Span | None] = set()
    for movement in findings.movements:
        if movement.mode is Mode.SEA or movement.vessel is not None:
            at_sea |= {movement.origin, movement.destination, movement.at}
    ends = [end for statement in findings.statements for end in (statement.subject, statement.reference) if end]
    return Asked(
        called={fold(text[found.name.start : found.name.end]): found.kinds for found in findings.appositions},
        sea_ends=names(at_sea),
        ends=names({mention.span for mention in findings.mentions if mention.slot is Slot.ENDPOINT}),
        measured=names({end.place_span for end in ends if end.line is None}),
    )


def points_of(scene: Scene, asked: Asked) -> NDArray[np.float64]:
    """Return what the rules add to the score of each option, in the order of the table."""
    import numpy as np

    points = [points for sense in scene.senses for points in _points_of_sense(sense, asked)]
    return np.array(points, dtype=np.float64) + _points_of_holders(scene)


def _points_of_holders(scene: Scene) -> NDArray[np.float64]:
    """Return points for the options that lie in the country or division that the text puts the name in.

    The ranker has seen most of its "X, Y" in one country; a name and its container say the same everywhere.
    """
    import numpy as np

    table = scene.table
    points = np.zeros(len(table))
    shares = first_shares(scene, points)
    for holding in scene.holdings:
        if holding.tie is not Tie.BEFORE:
            inner = slice(table.starts[holding.inner], table.starts[holding.inner + 1])
            outer = slice(table.starts[holding.outer], table.starts[holding.outer + 1])
            held = holding.holds @ shares[outer] >= _SURE_HOLDER
            points[inner] = np.maximum(points[inner], _HELD * held)
    return points


def _points_of_sense(sense: Sense, asked: Asked) -> list[float]:
    points = [_points(option, sense.name, asked) for option in sense.options]
    if sense.name in asked.measured:
        nations = {option.place.country for option in sense.options if option.place.kind in _NATIONS}
        for index, option in enumerate(sense.options):
            # "Djibouti is 560 km from Addis Ababa" speaks of the cities; so do people who say Singapore or Panama.
            if option.place.kind.is_settlement and option.place.country in nations:
                points[index] += _CITY_OF_NAME
    return points


def _points(option: Option, name: str, asked: Asked) -> float:
    kind = option.place.kind
    points = _EDIT * option.edits + (_USERS if option.is_users else 0.0)
    if option.is_curated and option.name_class is NameClass.MAIN:
        # A port or a base of this list is in the news for itself; a town may have namesakes that are nearer.
        points += _CURATED_END if name in asked.ends else _CURATED_SITE if is_site(option.place) else 0.0
    if kind in asked.called.get(name, ()):
        points += _CALLED_SO
    if name in asked.sea_ends and kind in _SEA_ENDS:
        points += _SEA_END
    if name in asked.ends and kind in _NO_ENDS:
        points += _LARGE_AS_END
    return points
