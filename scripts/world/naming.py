"""What else a place is called, and which of its names nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from routes.gazetteer.fold import fold
from routes.gazetteer.store import NameClass

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
