"""Places told by the middle between two others: "halfway between A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routes.model import End, Modifier, Quantity, Span, Statement, StatementKind, Unit
from routes.reading.between import joined_ends
from routes.reading.clauses import Scene
from routes.reading.references import read_reference
from routes.reading.subjects import find_subject

_HALFWAY = re.compile(
    r"\b(?:(?P<about>about|roughly|approximately|around|almost|nearly|some|more or less)\s+)?(?:half[\s-]?way|mid-?way)"
    r"(?:\s+point)?(?:\s+(?:on|along)\s+(?:the|a|its|their)\s+[\w\s-]{2,30}?)?\s+(?:between|from)\s+",
    re.IGNORECASE,
)
# "Halfway between A and B lies C".
_LIES = re.compile(r",?\s+(?:lies|lay|stands|stood|sits|is|was)\s+(?=(?:the|a|an)\s|[A-Z])")
_OPENING = re.compile(r"\W*(?:the\s+)?", re.IGNORECASE)
_MOST_LEAD = 40


def tells_halfway(words: str) -> bool:
    return _HALFWAY.search(words) is not None


def read_halfway(scene: Scene) -> Iterator[Statement]:
    """Yield what a sentence puts halfway between two places."""
    for match in _HALFWAY.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        ends = next(iter(joined_ends(scene, Span(match.end(), scene.sentence.end))), None)
        if ends is None or ends[0].span.start - match.end() > _MOST_LEAD:
            continue
        span = Span(match.start(), ends[1].span.end)
        # A share of a way: no length is stated.
        modifier = Modifier.ABOUT if match["about"] else None
        share = Quantity(Span(match.start(), match.end()), 0.5, Unit.WAY, 0.0, 0.0, modifier)
        yield Statement(
            StatementKind.HALFWAY,
            span,
            scene.whole,
            share,
            subject=_after(scene, span) or find_subject(scene, span),
            reference=ends[0],
            beyond=ends[1],
        )


def _after(scene: Scene, span: Span) -> End | None:
    """Return the place that stands behind its distance, where that opens the sentence."""
    lies = _LIES.match(scene.text, span.end, scene.sentence.end)
    if lies is None or not _OPENING.fullmatch(scene.left_of(span.start)):
        return None
    found = read_reference(scene, lies.end(), is_linked=False)
    return found if found and found.name else None
