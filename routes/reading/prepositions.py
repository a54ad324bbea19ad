"""The preposition that tells what part a name plays: "from a terminal in Odesa", "to the border of X"."""

from __future__ import annotations

import re

from routes.reading.triggers import names_carrier

ORIGIN = frozenset({"from", "out of", "between"})
DESTINATION = frozenset({"to", "into", "onto", "toward", "towards", "for"})
VIA = frozenset({"via", "through", "across", "past", "by way of"})
AT = frozenset({"in", "at", "off", "near", "on", "outside", "of", "around", "off the coast of", "as"})
_PREPOSITIONS = ORIGIN | DESTINATION | VIA | AT
_WORDS = r"(?:(?!by\s)[\w'’.-]+\s+){0,6}?"
_PREPOSITION = re.compile(
    r"\b(?P<prep>" + "|".join(re.escape(word) for word in sorted(_PREPOSITIONS, key=len, reverse=True)) + r")\s+",
    re.IGNORECASE,
)
# "According to", "not far from": no way leads there.
_NO_WAY = re.compile(
    r"\b(?:according|due|thanks|next|close|compared|opposed|owing|prior|similar|loyal|belong(?:s|ing)?|far|away|different|"
    r"apart|aside)\s+$",
    re.IGNORECASE,
)
# "from a terminal in Odesa", "to the border of X": the outer preposition decides.
_NOUN_LEAD = re.compile(r"(?:(?:a|an|the|its|their|another|one)\s+)?(?:[\w'’-]+\s+){1,5}", re.IGNORECASE)


def governing_preposition(lead: str) -> str | None:
    """Return the preposition that governs a name, looking outward over "a terminal in" and "the border of"."""
    matches = list(_PREPOSITION.finditer(lead))
    governing: str | None = None
    end = len(lead)
    for match in reversed(matches):
        if _NO_WAY.search(lead, 0, match.start()):
            break
        between = lead[match.end() : end]
        pattern = re.compile(_WORDS, re.IGNORECASE) if governing is None else _NOUN_LEAD
        if not pattern.fullmatch(between) or (governing in AT - {"off"} and names_carrier(between)):
            break  # "took 2 tonnes from a lorry in A": it was in A
        governing, end = match["prep"].casefold(), match.start()
        if governing not in AT:
            break
    return governing
