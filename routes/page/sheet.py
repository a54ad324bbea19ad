"""The map as one picture that stands alone: title, standfirst, map, insets, legend, credit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routes.page.credit import credit_words
from routes.page.insets import OVERVIEW_HEIGHT, OVERVIEW_WIDTH
from routes.page.layout import text_width
from routes.page.legend import entries
from routes.page.markup import Markup, element, join, label
from routes.page.options import PageOptions
from routes.page.pictures import description, inset_picture, overview
from routes.page.scene import Scene
from routes.page.story import standfirst, title
from routes.page.strokes import claim_figures, ends
from routes.page.verdict_signs import SIGN_PX, sign, split_sign
from routes.page.words import MODES, OUTCOMES, count, path_length
from routes.resources import read_text

_MARGIN = 24.0
_GAP = 12.0
_LEGEND_COLUMNS = 3
_TALLEST_INSET = 260.0
_LEGEND_ROW = 22.0
# From the left of a sample to its words.
_KEY_PX = 54.0
_LINE_PX = 15.0
# Widths are estimates; a face of the system may be wider by this.
_WIDER = 1.06
_MOST_ROWS = 8
_VARIABLE = re.compile(r"var\((--[a-z-]+)\)")


def sheet(scene: Scene, options: PageOptions) -> str:
    """Return a complete SVG document of 1,008 pixels' width."""
    parts: list[Markup] = []
    y = _MARGIN
    for css_class, size, words in (("title", 24.0, title(scene, options)), ("stand", 14.0, standfirst(scene, options))):
        for line in wrapped(words, size, OVERVIEW_WIDTH, is_bold=css_class == "title"):
            y += size * 1.3
            parts.append(element("text", {"class": css_class, "x": _MARGIN, "y": f"{y:.1f}"}, line))
        y += 4
    y += _GAP
    parts.append(_placed(overview(scene), _MARGIN, y, OVERVIEW_WIDTH, OVERVIEW_HEIGHT))
    y += OVERVIEW_HEIGHT + _GAP
    if scene.insets:
        y = _insets(scene, parts, y)
    y = _figures(scene, parts, _legend(scene, parts, y))
    for line in wrapped(credit_words(scene, options), 11.0, OVERVIEW_WIDTH):
        y += 15
        parts.append(element("text", {"class": "credit", "x": _MARGIN, "y": f"{y:.1f}"}, line))
    width, height = OVERVIEW_WIDTH + 2 * _MARGIN, y + _MARGIN
    root = element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width:g} {height:.0f}",
            "width": f"{width:g}",
            "height": f"{height:.0f}",
            "role": "img",
            "aria-labelledby": "sheet-title sheet-words",
        },
        element("title", {"id": "sheet-title"}, title(scene, options)),
        element("desc", {"id": "sheet-words"}, description(scene)),
        element("style", {}, Markup(plain_style())),
        element("rect", {"class": "paper", "width": "100%", "height": "100%"}),
        *parts,
    )
    return f"{root}\n"


def plain_style() -> str:
    """Return the drawing's style with its colours written out: converters to PNG know no CSS variables."""
    style = read_text("page/drawing.css")
    light = style.split("@media", 1)[0]
    colours = dict(re.findall(r"(--[a-z-]+): *([^;]+);", light))
    rules = light.split("}", 1)[1]
    return _VARIABLE.sub(lambda found: colours[found[1]], re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)).strip()


def _placed(picture: Markup, x: float, y: float, width: float, height: float) -> Markup:
    at = f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
    return Markup(picture.replace("<svg ", at, 1))


def _insets(scene: Scene, parts: list[Markup], y: float) -> float:
    count = len(scene.insets)
    width = (OVERVIEW_WIDTH - _GAP * (count - 1)) / count
    height = min(_TALLEST_INSET, 0.55 * width)
    for number, inset in enumerate(scene.insets):
        x = _MARGIN + number * (width + _GAP)
        parts.append(_placed(inset_picture(scene, inset, width, height), x, y, width, height))
        caption = {"class": "caption", "x": f"{x:g}", "y": f"{y + height + 16:.1f}"}
        parts.append(element("text", caption, label(inset.title, int(width / 7))))
    return y + height + 26


def _legend(scene: Scene, parts: list[Markup], y: float) -> float:
    found = tuple(entries(scene))
    column = OVERVIEW_WIDTH / _LEGEND_COLUMNS
    for start in range(0, len(found), _LEGEND_COLUMNS):
        most = 1
        for number, (picture, words) in enumerate(found[start : start + _LEGEND_COLUMNS]):
            x = _MARGIN + column * number
            # What is clipped takes a layer of the whole sheet to draw; a key keeps inside its box by itself.
            at = f'<svg overflow="visible" x="{x:g}" y="{y:g}" '
            parts.append(Markup(picture.replace("<svg ", at, 1)))
            lines = _caption(words, x + _KEY_PX, y + 12, column - _KEY_PX)
            parts += lines
            most = max(most, len(lines))
        y += _LEGEND_ROW + _LINE_PX * (most - 1)
    return y + 4


def _caption(words: str, x: float, y: float, width: float) -> list[Markup]:
    """Return some words in lines no wider than given, with the sign of a verdict drawn before them."""
    outcome, plain = split_sign(words)
    indent = 0.0 if outcome is None else SIGN_PX
    lines = [
        element("text", {"class": "caption", "x": f"{x + indent:g}", "y": f"{y + _LINE_PX * number:g}"}, line)
        for number, line in enumerate(wrapped(plain, 12.0, width - indent - _GAP))
    ]
    if outcome is not None and lines:
        lines[0] = join((sign(outcome, x, y), lines[0]))
    return lines


def figures(scene: Scene) -> Iterator[str]:
    """Yield the figures of the map as sentences: lengths of the legs, what is stated and measured.

    On the map itself a figure may find no room.
    """
    for mark in scene.legs[:_MOST_ROWS]:
        length = f", {path_length(mark.leg.path)}" if mark.leg.path else ""
        yield f"Leg {mark.number}, {MODES[mark.leg.mode]}: {ends(mark)}{length}"
    if len(scene.legs) > _MOST_ROWS:
        yield f"and {count(len(scene.legs) - _MOST_ROWS, 'more leg')}"
    for claim in scene.claims[:_MOST_ROWS]:
        # Without its sign: a converter to PNG would set the whole line in the face that has it.
        word = OUTCOMES[claim.claim.outcome].word.lower()
        yield f"Claim {claim.number}, {word}: {claim.teller}{claim_figures(claim)}"
    if len(scene.claims) > _MOST_ROWS:
        yield f"and {count(len(scene.claims) - _MOST_ROWS, 'more claim')}"


def _figures(scene: Scene, parts: list[Markup], y: float) -> float:
    for words in figures(scene):
        for line in wrapped(words, 12.0, OVERVIEW_WIDTH):
            y += 17
            parts.append(element("text", {"class": "caption", "x": _MARGIN, "y": f"{y:.1f}"}, line))
    return y + 4


def wrapped(text: str, size_px: float, width: float, *, is_bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines no wider than given.

    >>> wrapped("one two three", 10, 60)
    ('one two', 'three')
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _WIDER * text_width(longer, size_px, is_bold=is_bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)
