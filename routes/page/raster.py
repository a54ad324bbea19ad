"""The picture as PNG, by resvg (the extra `png`): no browser, no network."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import unescape

from routes.errors import MissingExtraError

# 1,512 pixels of width: sharp in a column of a dense screen, and drawn in half the time that twice the size takes.
_ZOOM = 1.5
# The drawing's own faces come first; where none of them is there, these stand in. Any one has Latin and Cyrillic.
_SUBSTITUTES = (
    "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Helvetica Neue", "Segoe UI", "Roboto",
    "Open Sans", "Ubuntu", "Cantarell", "FreeSans", "Nimbus Sans", "Tahoma", "Verdana",
)  # fmt: skip
_TEXT, _TAG = re.compile(r"<text\b.*?</text>", re.DOTALL), re.compile(r"<[^>]*>")
_LAST_LATIN = "\u024f"
# The last code point that Unicode will never give to a sign: every face draws its box for it.
_NO_SIGN = "\U0010fffd"
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<text x="2" y="15" font-size="14" font-family="system-ui, sans-serif">{}</text></svg>'
)


_Renderer = Callable[[str, "str | None"], bytes]


def check_png() -> None:
    """Raise MissingExtraError where no PNG can be made."""
    _family(_renderer())


def png(svg: str) -> bytes:
    """Return one of our own pictures as PNG, half as large again.

    Words are set in the fonts of the system: another machine may set them a little differently.
    """
    render = _renderer()
    return render(svg, _family(render))


def undrawn_words(svg: str) -> tuple[str, ...]:
    """Return the first word of each script of a picture that no installed font has: boxes would stand for its letters.

    One letter is tried for each script, as Unicode names it.
    """
    texts = " ".join(_TAG.sub(" ", text) for text in _TEXT.findall(svg))
    firsts: dict[str, tuple[str, str]] = {}
    for word in unescape(texts).split():
        for letter in filter(str.isalpha, word):
            if letter > _LAST_LATIN:
                firsts.setdefault(unicodedata.name(letter, "").partition(" ")[0], (letter, word))
    if not firsts:
        return ()
    render = _renderer()
    family = _family(render)
    unknown = {render(_PROBE.format(sign), family) for sign in ("", _NO_SIGN)}
    return tuple(word for letter, word in firsts.values() if render(_PROBE.format(letter), family) in unknown)


def _renderer() -> _Renderer:
    try:
        import resvg_py
    except ImportError as error:
        raise MissingExtraError(
            "a .png needs the extra png; install it (in a clone: pip install '.[png]'), "
            "or write .svg, which needs no more"
        ) from error

    def render(svg: str, family: str | None) -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM, sans_serif_family=family))

    return render


def _family(render: _Renderer) -> str | None:
    """Return the face to set words in where the drawing's own are missing, None for the system's choice.

    resvg leaves words out, without complaint, where it finds no face: so a letter is drawn and looked for.
    """
    blank = render(_PROBE.format(""), None)
    for family in (None, *_SUBSTITUTES):
        if render(_PROBE.format("A"), family) != blank:
            return family
    raise MissingExtraError(
        "a .png needs a font for its words, and none is installed (Debian: fonts-noto-core, Fedora: "
        "google-noto-sans-fonts); or write .svg"
    )
