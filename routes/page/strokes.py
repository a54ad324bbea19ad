"""How a leg, a claim, a front, a source are drawn and named: shared by the map, its legend and the lists."""

from __future__ import annotations

from routes.model import Article, Attribution, Mode, Reading
from routes.page.markup import Markup, element, label
from routes.page.scene import ClaimMark, FrontMark, LegMark, Scene, StopMark
from routes.page.words import OUTCOMES, confidence_badge, length, slug, stated
from routes.reading import day_words

# Modes that are drawn in two strokes: the track, and on it ties, a road's surface or a pipeline's beads.
_TWO_STROKES = frozenset({Mode.RAIL, Mode.ROAD, Mode.PIPELINE})
_KEY_WIDTH = 46


def mode_class(mode: Mode | None) -> str:
    return f"mode-{mode.value if mode else 'unknown'}"


def leg_class(mark: LegMark) -> str:
    """Return the classes that style a leg: how it goes, whether the way is inferred, how firmly it is said."""
    inferred = " inferred" if mark.is_inferred else ""
    return f"{mode_class(mark.leg.mode)}{inferred} is-{slug(mark.leg.status.value)}"


def leg_strokes(mark: LegMark) -> tuple[str, ...]:
    """Return the classes of the strokes of a leg, the lowest first."""
    return _strokes(mark.leg.mode, leg_class(mark))


def _strokes(mode: Mode | None, css_class: str) -> tuple[str, ...]:
    names = ("case", "track", "tie") if mode in _TWO_STROKES else ("case", "track")
    return tuple(f"{name} {css_class}" for name in names)


def key(mode: Mode | None, css_class: str) -> Markup:
    """Return a sample of a leg's stroke for a legend."""
    d = f"M2 8H{_KEY_WIDTH - 2}"
    return sample(*(element("path", {"class": css, "d": d}) for css in _strokes(mode, css_class)))


def sample(*content: Markup) -> Markup:
    return element(
        "svg",
        {"class": "key", "viewBox": f"0 0 {_KEY_WIDTH} 16", "width": _KEY_WIDTH, "height": 16, "aria-hidden": "true"},
        *content,
    )


def claim_label(mark: ClaimMark) -> str:
    """Return the figures of a claim for the map, with the verdict's sign and whose claim it is."""
    return f"{mark.teller}{OUTCOMES[mark.claim.outcome].sign} {claim_figures(mark)}"


def claim_figures(mark: ClaimMark) -> str:
    """Return what was measured beside what is stated."""
    figure = stated(mark.claim.statement.quantity)
    measured = mark.claim.measured
    if measured is None or not mark.line:
        return f"{figure} stated" + (f" from {label(mark.around, 30)}" if mark.around else "")
    unit = mark.claim.statement.quantity.unit
    along = " along the way" if measured.reading is Reading.ROUTE else ""
    return f"{figure} stated, {length(measured.m, unit)} measured{along}"


def ring_class(scene: Scene, mark: ClaimMark) -> str:
    """Return the classes of a ring: one that reaches beyond the route is not filled, it would tint half the map."""
    wide = "" if all(scene.box.contains(point) for point in mark.ring) else " wide"
    return f"ring {OUTCOMES[mark.claim.outcome].css_class}{wide}"


def front_label(front: FrontMark) -> str:
    return f"Front line, {day_words(front.on)}"


def pin_class(stop: StopMark) -> str:
    return confidence_badge(stop.stop.confidence).css_class


def ends(mark: LegMark) -> str:
    return f"{label(mark.origin.name)} to {label(mark.destination.name)}"


def who(article: Article, attribution: Attribution) -> str:
    """Return the source of a statement, with the article that the text gives it."""
    before = article.text[: attribution.span.start].rstrip().rpartition(" ")[2]
    the = "the " if before.lower() == "the" else ""
    return f"{the}{label(attribution.name)}"
