"""The one way to write elements: whatever is not `Markup` is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

Value = str | int | float | bool | None

_VOID = frozenset({"br", "hr", "link", "meta"})
# What HTML forbids, and what turns the direction of the text that follows (Unicode TR 36, 3.2).
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Markup(str):
    """Text that already is HTML or SVG. Only this module makes it from other text."""

    __slots__ = ()


EMPTY = Markup("")


def element(name: str, attributes: Mapping[str, Value] | None = None, *children: str) -> Markup:
    """Return an element; attributes that are None or False are left out, True stands alone.

    >>> element("p", {"class": "x", "title": '"><b>'}, "a < b", element("br"))
    '<p class="x" title="&quot;&gt;&lt;b&gt;">a &lt; b<br></p>'
    """
    written = "".join(_attribute(key, value) for key, value in (attributes or {}).items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def join(children: Iterable[str], between: str = "") -> Markup:
    return Markup(escape(between).join(escape(child) for child in children))


def escape(text: str) -> Markup:
    if isinstance(text, Markup):
        return text
    return Markup(html.escape(_CONTROLS.sub("\ufffd", text), quote=True))


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    return f' {name}="{escape(str(value))}"'


def label(text: str, most: int = 60) -> str:
    """Return a name as one short line that cannot turn the text around it.

    >>> label("Port of\\u202e Najin\\n", most=12)
    'Port of Naj…'
    """
    text = " ".join(_BIDI.sub("", _CONTROLS.sub("", text)).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
