"""One spelling for the many ways in which a name is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Saint Petersburg and St. Petersburg are one city; "st" at the end of a name is a street.
_ABBREVIATED = {"st": "saint", "mt": "mount", "ft": "fort"}
_SHORT_WORD = re.compile(r"\b(?:st|mt|ft)\b(?= \w)")
_THE = re.compile(r"(?:the )+(?=\w)")
# Small letters that folding leaves as they are; most names have no others, and two thousand names are folded at start.
# The Cyrillic ones, Chinese, Hangul, and the Arabic ones that carry no hamza or madda.
_SETTLED = re.compile("[a-z0-9 \u0430-\u044f\u0454\u0456\u0491\u0627-\u063a\u0641-\u064a\u3400-\u9fff\uac00-\ud7a3]*")
_INITIAL_DOT = re.compile(r"(?<=\b\w)\.(?!\w\w)")
# Apostrophes, primes and the marks that transliterations put for soft signs: P'yongyang, Xi’an, Arkhangel'sk.
_APOSTROPHES = re.compile(r"['`´‘’‛ʹʻʼʽʾʿ′]")
# Accents of Latin, Greek and Cyrillic, harakat of Arabic, its tatweel, the joiners of Farsi.
# The breve of й stays: й and и are two letters.
_MARKS = re.compile("(?!(?<=и)\u0306)[\u0300-\u036f]|[\u064b-\u065f\u0670\u0640\u200c\u200d\u00ad]")
# Letters that Unicode does not take apart, and the Farsi forms of two Arabic letters.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"ی": "ي", "ک": "ك"}
)

# An article asks for the same names over and over.
_REMEMBERED = 20_000


@lru_cache(maxsize=_REMEMBERED)
def fold(name: str) -> str:
    """Return the form of a name by which it is looked up.

    Case, accents, punctuation and a leading "the" do not count, St., Mt. and Ft. are written out,
    letters of other scripts stay.

    >>> fold("St. Petersburg"), fold("Saint-Petersburg"), fold("U.S."), fold("Тихорецк")
    ('saint petersburg', 'saint petersburg', 'us', 'тихорецк')
    """
    text = name.lower()
    if not _SETTLED.fullmatch(text):
        text = _fold_punctuation(text if text.isascii() else _fold_letters(name))
    words = " ".join(text.split())
    if "t " in words:
        words = _SHORT_WORD.sub(lambda short: _ABBREVIATED[short[0]], words)
    return _THE.sub("", words, count=1) if words.startswith("the ") else words


def _fold_letters(name: str) -> str:
    # The apostrophes go first: NFKD turns some of them into a space and an accent.
    # NFKD runs twice because it makes capitals of some symbols, and casefold makes marks of some capitals.
    lower = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", lower)).translate(_LETTERS)
    return unicodedata.normalize("NFC", plain)


def _fold_punctuation(text: str) -> str:
    text = _INITIAL_DOT.sub("", _APOSTROPHES.sub("", text)).replace("&", " and ")
    return "".join([c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text])


def is_latin(folded: str) -> bool:
    """Return whether a folded name has Latin letters, digits and spaces only."""
    return folded.isascii()
