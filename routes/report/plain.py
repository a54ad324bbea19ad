"""Text that a terminal can show: made harmless, measured in columns, wrapped."""

from __future__ import annotations

import re
import unicodedata

# What could steer a terminal or turn the order of letters around: the controls C0 and C1, the marks
# for bidirectional text, the separators of lines and paragraphs, lone surrogates, the byte order mark.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_SPACE = re.compile(r"[ \t\r\n\xa0]+")
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def visible(text: str) -> str:
    r"""Return `text` on one line, with every character that could steer a terminal written out.

    >>> visible("a\x1b[31m\nb")
    'a\\x1b[31m b'
    """
    return UNSAFE.sub(lambda match: _written_out(match.group()), _SPACE.sub(" ", text).strip())


def _written_out(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def columns(text: str) -> int:
    """Return how many columns a terminal gives to `text`: two for a Hangul syllable, none for an accent.

    >>> columns("Najin"), columns("나진")
    (5, 4)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def pad(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return `text`, made visible, as lines of at most `width` columns; one empty line for no text."""
    lines = [""]
    for word in visible(text).split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        head, *rest = _pieces(word, width)
        lines = [*lines, head] if lines[-1] else [head]
        lines.extend(rest)
    return tuple(lines)


def _pieces(word: str, width: int) -> tuple[str, ...]:
    pieces, taken = [""], 0
    for character in word:
        size = _columns(character)
        if taken + size > width and pieces[-1]:
            pieces.append("")
            taken = 0
        pieces[-1] += character
        taken += size
    return tuple(pieces)


def shorten(text: str, limit: int) -> str:
    """Return `text`, made visible, cut at a word to at most `limit` characters.

    >>> shorten("the border of Ukraine", 12)
    'the border …'
    """
    shown = visible(text)
    if len(shown) <= limit:
        return shown
    head = shown[: limit - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head} …"[:limit]
