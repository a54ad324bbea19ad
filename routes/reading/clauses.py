"""A stated distance in its sentence, as the parts of the reader hand it on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from routes.model import LineMention, MentionKind, Span
from routes.reading.names import Name
from routes.reading.recognition.lexis import words_of

_DATELINE = re.compile(r"(?:,?\s*\([^()\n]{2,40}\)|,\s[\w. ]{1,24})*\s*(?:--|—|–|-\s|:)\s*(?=[\"“‘A-Z])")
_COMPOUND = re.compile(r"[-–](?!\d)[a-z]{3,}")
_HEAD = 60


@dataclass(frozen=True, slots=True)
class Scene:
    """A text and one sentence of it; `text` has no capitals that say nothing.

    `whole` is the sentence, `sentence` what is left of it behind a dateline.

    `names` are those of the sentence, `all_names` those of the text, both in order. `previous` are the sentences
    before this one. `home` is where the article says that it was written.
    """

    text: str
    whole: Span
    sentence: Span
    names: tuple[Name, ...]
    lines: tuple[LineMention, ...]
    all_names: tuple[Name, ...]
    previous: tuple[Span, ...]
    home: Span | None

    def left_of(self, limit: int) -> str:
        return self.text[self.sentence.start : limit]

    def in_sentence(self, sentence: Span, names: tuple[Name, ...]) -> Scene:
        """Return the scene of an earlier sentence."""
        earlier = tuple(each for each in self.previous if each.start < sentence.start)
        return Scene(self.text, sentence, sentence, names, (), self.all_names, earlier, self.home)


def can_be_end(name: Name) -> bool:
    """Return whether a distance can be stated of a name: a place or a ship."""
    return name.mention.kind in (MentionKind.PLACE, MentionKind.VESSEL)


def is_prefix(text: str, name: Span) -> bool:
    """Return whether a name only opens a compound: "Liberia-flagged", "Rome-based"."""
    return _COMPOUND.match(text, name.end) is not None


def dateline(text: str, names: tuple[Name, ...]) -> Span | None:
    """Return the name before the dash that opens a report.

    >>> from routes.reading.names import Name
    >>> from routes.model import Mention
    >>> seoul = Name(Mention(Span(0, 5), "SEOUL", MentionKind.PLACE), is_known=True)
    >>> dateline("SEOUL, Oct. 14 (Yonhap) -- A ship left.", (seoul,))
    Span(start=0, end=5)
    """
    for name in names:
        if name.span.start > _HEAD:
            return None
        line = text.rfind("\n", 0, name.span.start) + 1
        opens = not text[line : name.span.start].strip()
        if opens and can_be_end(name) and _DATELINE.match(text, name.span.end, name.span.end + _HEAD):
            return name.span
    return None


def dateline_end(text: str, home: Span) -> int:
    """Return where the dash of a dateline ends."""
    match = _DATELINE.match(text, home.end, home.end + _HEAD)
    return match.end() if match else home.end


@cache
def facility_nouns() -> frozenset[str]:
    """Return the nouns for what bears a town's name and may lie far outside it."""
    return words_of("facility_nouns")
