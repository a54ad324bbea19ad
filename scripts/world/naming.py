"""Which of the names in a source are worth keeping, and what else a place is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from routes.gazetteer.fold import fold
from routes.gazetteer.store import NameClass

_LONGEST = 40
_MOST_WORDS = 6
_CODE = re.compile(r"[A-Z0-9]{1,3}")
_ACRONYM = re.compile(r"[A-Z]{4,6}")

# How GeoNames transcribes the Russian titles of an encyclopedia: Aparesida-di-Gojanija for Aparecida de Goiania.
_TRANSCRIBED = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "jo", "ж": "zh", "з": "z", "и": "i", "й": "j"}
    | {"к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f"}
    | {"х": "kh", "ц": "c", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "eh", "ю": "ju", "я": "ja"}
    | {"ь": "", "ъ": "", "і": "i", "ї": "i", "є": "e", "ў": "u", "ґ": "g"}
)
_GENERIC = (
    "county|parish|borough|census area|municipality|province|oblast|region|state|governorate|prefecture|district|"
    "department|krai|kray|raion|rayon|republic|voivodeship|emirate|division|canton|commune|autonomous region|"
    "autonomous republic|autonomous okrug|metropolitan area|metropolitan city|city|sheng|shi|xian|qu|megye|"
    "judet|županija|zupanija|fylke|lan|kommun|kommune|kreis|powiat|gmina|okres|kraj"
)
_TRAILING = re.compile(rf"^(?=\w)(.+?),?[ -](?:{_GENERIC})$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:autonomous |federal )?(?:city|state|province|republic|municipality|department|region|district|county|"
    r"commune|governorate|canton|prefecture|emirate|territory)(?: and [a-z]+)? of(?: the)?|"
    r"(?:provincia|departamento|departament|provincie|província|region|región|regione|estado|municipio|município|"
    r"provincia autonoma|comunidad|cantón|département|province|région|canton|arrondissement)"
    r" (?:de la|de las|de los|de l'|de|del|di|da|do|des|du|d'|della|dell')|"
    r"landkreis|kreis|powiat|okres|gmina|județul|judetul|distrito de) ?(?=[^\W\d_]{2})(.+)$",
    re.IGNORECASE,
)


def alternates(names: Iterable[str]) -> Iterator[tuple[str, NameClass]]:
    """Yield the names worth keeping of a place that has them all as alternates.

    What goes: codes (IATA's are two thirds of the short ones), sentences, and transcriptions of other scripts,
    which have no capital ("mo si ke").
    """
    for name in names:
        name = name.strip()
        if not name or len(name) > _LONGEST or name.count(" ") >= _MOST_WORDS or _CODE.fullmatch(name):
            continue
        if _ACRONYM.fullmatch(name):
            yield name, NameClass.ABBREVIATION
        elif not _is_lower_case(name) and not _is_fragment(name):
            yield name, NameClass.ALTERNATE


def short_forms(name: str) -> Iterator[tuple[str, NameClass]]:
    """Yield a division's name without the word for what it is.

    >>> [short for short, _ in short_forms("Orange County")], [short for short, _ in short_forms("Provincia di Pisa")]
    (['Orange'], ['Pisa'])
    """
    for pattern in (_TRAILING, _LEADING):
        match = pattern.match(name)
        if match and len(fold(match[1])) > 2:
            yield match[1].strip(), NameClass.ALTERNATE


def without_transcriptions(names: Iterable[str]) -> list[str]:
    """Return the names without those in Latin letters that only spell out one in Cyrillic letters.

    For places where nobody writes Cyrillic; of a big city they may be what people there say ("Milano").
    """
    kept = list(names)
    spelled = {fold(name).translate(_TRANSCRIBED) for name in kept if any("а" <= c <= "я" for c in name.lower())}
    spelled |= {name.replace("c", "ts") for name in spelled}
    return [name for name in kept if not name.isascii() or fold(name) not in spelled]


def _is_lower_case(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    has_case = any(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return not letters or (has_case and not any(c.isupper() for c in letters))


def _is_fragment(name: str) -> bool:
    """Two Latin or Cyrillic letters say nothing; two Chinese ones are a city."""
    folded = fold(name)
    return not folded or (len(folded) < 3 and folded[0] < "\u0590")
