"""What a distance is measured from where the words leave it unsaid: "12 miles away", "200 km to the south".

From the place that the text was at: it stands before the figure, never behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from routes.model import End, Span, Statement
from routes.reading.clauses import Scene, can_be_end
from routes.reading.names import Name, names_within
from routes.reading.quantities import Figure

HERE = re.compile(r"\b(?:here|this (?:city|town|village|capital|port|place))\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|at|of|from|near|to)\s+(?:the\s+)?$", re.IGNORECASE)
_ACROSS = re.compile(
    r"\b(?:across|through|over|via|along|past|crossed|crossing|by way of)\s+(?:the\s+)?$", re.IGNORECASE
)
_WATER = re.compile(r"\b(?:Lake|Lac|Lago|River|Sea|Gulf|Straits?|Canal|Ocean|Bay|Channel|Sound|Lagoon)\b")
# "Another 100 km", "100 km further on": counted on from the place that was told of last.
_ANOTHER = re.compile(r"\b(?:another|an? (?:further|additional))\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_ONWARD = re.compile(r"\b(?:further|farther)\b", re.IGNORECASE)
# "X, the town that", "X is": what is told is told of X as of a place.
_AS_A_PLACE = re.compile(r",\s+(?:an?|the|one of|in|on)\s|\s+(?:is|was|lies|lay|stands|sits)\s")
_OPENING = re.compile(r"\W*(?:(?:the|an?)\s+(?:[a-z-]+\s+){1,4}of\s+)?", re.IGNORECASE)
_MOST_STEPS_BACK = 2


def measured_from(
    scene: Scene, figure: Figure, reference: End, subject: End | None, told: Statement | None = None
) -> End:
    """Return the reference of "12 miles away" with the place that it must mean; without one where that is not plain.

    `told` is the distance stated before it in the sentence, from whose place "another 12 miles" counts on.
    """
    if _counts_on(scene, figure, reference):
        before = told.subject if told else None
        own = subject.place_span if subject else None
        place = before.place_span if before else None
        return replace(reference, antecedent=place if place != own else None)
    limit = subject.span.start if subject else reference.span.start
    if HERE.search(scene.left_of(limit)) and scene.home:
        return replace(reference, antecedent=scene.home)
    own = subject.place_span if subject else None
    last = _last_place(scene, limit, own)
    return replace(reference, antecedent=last or _place_of_sentences_before(scene, own))


def _counts_on(scene: Scene, figure: Figure, reference: End) -> bool:
    """Return whether a figure counts on from the one before it."""
    if _ANOTHER.search(scene.left_of(figure.span.start)):
        return True
    return _ONWARD.search(scene.text, figure.span.end, reference.span.end) is not None


def _last_place(scene: Scene, limit: int, own: Span | None) -> Span | None:
    """Return the last place of a sentence before an offset, other than the subject itself."""
    before = [
        name.span
        for name in scene.names
        if name.span.end <= limit and name.span != own and can_be_end(name) and _is_placed(scene, name)
    ]
    # "Colombia's second city, 12 miles away" is not away from Colombia.
    places = [name for name in before if not scene.text.startswith(("'s", "’s"), name.end)]
    # "By boat across the lake to X, 40 km to the south" is not south of the lake.
    places = [name for name in places if not _is_crossed(scene, name)] or places
    return places[-1] if places else None


def _place_of_sentences_before(scene: Scene, own: Span | None) -> Span | None:
    """Return the only place that the last sentence with places can be about; the dateline's where no other is named."""
    quoted = scene.text[own.start : own.end] if own else ""
    for steps, sentence in enumerate(reversed(scene.previous)):
        inside = names_within(scene.all_names, sentence)
        names = [name for name in inside if can_be_end(name) and name.is_known and name.span != scene.home]
        others = {scene.text[name.span.start : name.span.end]: name.span for name in reversed(names)}
        others.pop(quoted, None)
        if others:
            return _topic(scene, sentence, inside, others) if steps < _MOST_STEPS_BACK else None
        if names:
            return None
    return scene.home


def _topic(scene: Scene, sentence: Span, names: tuple[Name, ...], places: dict[str, Span]) -> Span | None:
    """Return the place that a sentence is about: the one that it tells of as of a place, else its only one."""
    start = max(sentence.start, scene.home.end) if scene.home and sentence.contains(scene.home) else sentence.start
    first = next((name.span for name in names if can_be_end(name) and name.span.start >= start), None)
    if first in places.values() and first is not None:
        opens = _OPENING.fullmatch(scene.text, start, first.start)
        if opens and _AS_A_PLACE.match(scene.text, first.end, sentence.end):
            return first
    return next(iter(places.values())) if len(places) == 1 else None


def _is_crossed(scene: Scene, name: Span) -> bool:
    """Return whether a name is that of a water, or of what a way only leads across."""
    is_water = _WATER.search(scene.text, name.start, name.end) is not None
    return is_water or _ACROSS.search(scene.left_of(name.start)) is not None


def _is_placed(scene: Scene, name: Name) -> bool:
    """Return whether a name is known for a place, or the words put it as one: "residents of Soumpi"."""
    return name.is_known or name.is_recognised or _IN.search(scene.left_of(name.span.start)) is not None
