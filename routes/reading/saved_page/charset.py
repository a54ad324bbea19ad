"""What a file is, and in which letters it is written."""

from __future__ import annotations

import re

from routes.errors import ArticleError

_HEAD = 4096
_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ELEMENT = re.compile(rb"<(?:html|head|body|article|main|div|p)\b", re.I)
_ARCHIVE = re.compile(
    rb"\s*(?:from|mime-version|snapshot-content-location|content-type):[^<]{0,2000}multipart/", re.I | re.S
)
_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})""",
    re.I,
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SUFFIXES = (".html", ".htm", ".xhtml")
# WHATWG, Encoding, 4.2: the labels that pages use; a page that calls itself Latin-1 or ASCII is windows-1252.
_SINGLE_BYTE = {f"windows-{n}": f"cp{n}" for n in (874, *range(1250, 1259))} | {
    f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)
}
_ENCODINGS = {
    **_SINGLE_BYTE,
    **{f"cp{n}": f"cp{n}" for n in range(1250, 1259)},
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis"), "cp932"),
    **{name: name for name in ("koi8-r", "koi8-u", "euc-jp", "big5", "iso-2022-jp")},
    "iso-8859-9": "cp1254",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
}
# A page with some bytes broken is still read; one that is mostly broken was written in other letters.
_MOST_BROKEN = 0.02


def is_page(data: bytes, source: str | None) -> bool:
    """Return whether a file is a web page: by how it begins, or by its name if it holds elements."""
    head = (
        data[:_HEAD]
        .replace(b"\0", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
    if _START.match(head) or _ARCHIVE.match(head):
        return True
    return bool(source) and str(source).lower().endswith(_SUFFIXES) and bool(_ELEMENT.search(data[: 16 * _HEAD]))


def decode_page(data: bytes, label: str) -> str:
    """Return the text of a page, by its byte order mark, by what it says of itself, else as UTF-8."""
    if _ARCHIVE.match(data[:_HEAD]):
        raise ArticleError(f"{label}: this is a web archive (MHTML); save the page as HTML, or its text as UTF-8")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _declared(data)
    if encoding != "utf-16" and b"\0" in data:
        raise ArticleError(f"{label}: byte {data.index(0)} is NUL; a saved page must be an HTML file, not a binary one")
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > max(10, _MOST_BROKEN * len(text)):
        name = encoding.upper().removesuffix("-SIG")
        raise ArticleError(f"{label}: {broken:,} characters are not {name}; save the page as UTF-8 and try again")
    return text


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    name = (found[1] or found[2]).decode("ascii", errors="replace").lower() if found else "utf-8"
    return _ENCODINGS.get(name, "utf-8")
