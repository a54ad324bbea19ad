"""Find names that are a slip of the pen away."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

# A name of fewer letters has too many neighbours; a long one bears two slips (Zaporizhia, Zaporizhzhia).
_SHORTEST = 4
_LONG = 8


def close_names(folded: str, layers: Iterable[dict[str, list[str]]]) -> tuple[tuple[str, int], ...]:
    """Return (folded name, edits) for the names that may be meant, nearest first.

    Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string alignment),
    one in a name of 4 to 7 letters, two in a longer one; the first letter stays.
    """
    letters = sum(c.isalpha() for c in folded)
    if letters < _SHORTEST or not folded.isascii():
        return ()
    allowed = 2 if letters >= _LONG else 1
    found = {
        (OSA.distance(folded, name, score_cutoff=allowed), name)
        for names in layers
        for name in names.get(folded[0], ())
        if abs(len(name) - len(folded)) <= allowed
    }
    return tuple((name, edits) for edits, name in sorted(found) if 0 < edits <= allowed)
