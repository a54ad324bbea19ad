"""What the house adds to what the ranker has learnt: the user's rows, corrections, what goods and figures ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from routes.gazetteer import fold
from routes.gazetteer.store import NameClass
from routes.model import Mention, Mode, PlaceKind, Slot, Span
from routes.placing.candidates import Option
from routes.placing.cues import Tie
from routes.placing.ranker import first_shares
from routes.placing.scene import Scene, best_in_sense
from routes.placing.senses import Sense
from routes.placing.table import CONTINENT, apart_km, is_site
from routes.reading import Findings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SEA_ENDS = frozenset({PlaceKind.PORT, PlaceKind.NAVAL_BASE})
_NO_ENDS = frozenset({PlaceKind.RIVER, PlaceKind.REGION, PlaceKind.RAILWAY})
_NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
# How far back an article may begin: "the" and the blanks of a broken line.
_ARTICLE_CHARS = 12
# What may follow a name that stands by itself; before any other word it is an adjective: "the Mississippi governor".
_BY_ITSELF = re.compile(
    r"\s*(?:[^\w\s'’-]|$|\s(?:about|across|after|along|also|and|are|around|as|at|before|between|but|by|can|could|"
    r"during|for|from|had|has|have|if|in|into|is|last|may|must|near|next|nor|of|off|on|once|onto|or|over|since|so|"
    r"than|that|then|through|to|today|towards?|under|until|was|were|when|where|which|while|who|will|with|without|"
    r"would|yesterday)\b)",
    re.IGNORECASE,
)

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
_THE_WATER = 3.0
_NEAREST_WATER = 1.0
# A country may be as far from its shore as its point is.
_NEAR_WATER_KM = 3000.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks of its names, in folded form: what they are called, which are ends, which are measured.

    `with_article` are those that have "the" before them wherever they stand by themselves.
    """

    called: dict[str, frozenset[PlaceKind]]
    sea_ends: frozenset[str]
    ends: frozenset[str]
    measured: frozenset[str]
    with_article: frozenset[str] = frozenset()


def what_is_asked(text: str, findings: Findings) -> Asked:
    """Return what the findings ask of the names of a text."""

    def names(spans: set[Span | None]) -> frozenset[str]:
        return frozenset(fold(text[span.start : span.end]) for span in spans if span is not None)

    at_sea: set[Span | None] = set()
    for movement in findings.movements:
        if movement.mode is Mode.SEA or movement.vessel is not None:
            at_sea |= {*movement.origins, *movement.destinations, *movement.at}
    ends = [end for statement in findings.statements for end in (statement.subject, statement.reference) if end]
    return Asked(
        called={fold(text[found.name.start : found.name.end]): found.kinds for found in findings.appositions},
        sea_ends=names(at_sea),
        ends=names({mention.span for mention in findings.mentions if mention.slot is Slot.ENDPOINT}),
        measured=names({end.place_span for end in ends if end.line is None}),
        with_article=_with_article(text, findings.mentions),
    )


def _with_article(text: str, mentions: tuple[Mention, ...]) -> frozenset[str]:
    by_themselves = [mention for mention in mentions if _BY_ITSELF.match(text, mention.span.end)]
    bare = {fold(mention.text) for mention in by_themselves if not _has_article(text, mention.span)}
    return frozenset(fold(mention.text) for mention in by_themselves) - bare


def _has_article(text: str, span: Span) -> bool:
    return _ARTICLE.search(text[max(0, span.start - _ARTICLE_CHARS) : span.start]) is not None


def points_of(scene: Scene, asked: Asked) -> NDArray[np.float64]:
    """Return what the rules add to the score of each option, in the order of the table."""
    import numpy as np

    points = [points for sense in scene.senses for points in _points_of_sense(sense, asked)]
    return np.array(points, dtype=np.float64) + _points_of_holders(scene) + _points_of_waters(scene, asked)


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


def _points_of_waters(scene: Scene, asked: Asked) -> NDArray[np.float64]:
    """Return points for the water that lies nearest to what else is named, where several go by the same short name.

    Bahrain and Kuwait have a Gulf of their own; the ranker has learnt it by the shores of another.
    """
    import numpy as np

    table = scene.table
    points = np.zeros(len(table))
    shares = first_shares(scene, points)
    is_best = (shares == best_in_sense(shares, table)) & (table.sort != CONTINENT)
    for index, sense in enumerate(scene.senses):
        start = int(table.starts[index])
        waters = [start + i for i, option in enumerate(sense.options) if _is_short_of_water(option, sense.name, asked)]
        others = is_best & (table.sense != index)
        if len(waters) > 1 and others.any():
            nearest_km = apart_km(table.xyz[waters], table.xyz[others]).min(axis=1)
            if nearest_km.min() <= _NEAR_WATER_KM:
                points[waters[int(nearest_km.argmin())]] = _NEAREST_WATER
    return points


def _is_short_of_water(option: Option, name: str, asked: Asked) -> bool:
    """Return whether a name is the short one of a water of our list, with its article: "the Gulf"."""
    is_short = option.is_curated and option.name_class is NameClass.ALTERNATE
    return is_short and option.place.kind.is_water and name in asked.with_article


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
    if _is_short_of_water(option, name, asked):
        # A county or a province of the name has no article.
        points += _THE_WATER
    if kind in asked.called.get(name, ()):
        points += _CALLED_SO
    if name in asked.sea_ends and kind in _SEA_ENDS:
        points += _SEA_END
    if name in asked.ends and kind in _NO_ENDS:
        points += _LARGE_AS_END
    return points
