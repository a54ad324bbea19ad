"""The noun phrase that ends at an offset, read backwards, and the name that it is about.

"Roxbury, a small town on the edge of the Northfield Mountains some 15 miles from" is about Roxbury.
"""

from __future__ import annotations

import re
from functools import cache

from routes.model import End, Span
from routes.reading.clauses import Scene, can_be_end, facility_nouns
from routes.reading.names import Name
from routes.reading.recognition.lexis import words_of

_DETERMINERS = frozenset(
    "a an the another this that these those its their his her our one two three several some each every any".split()  # noqa: SIM905  # a list of words reads better so
)
_WORD = re.compile(r"[\w][\w'’.-]*$")
_MOST_WORDS = 8
_DETERMINED = re.compile(r"\b(?:the|a|an|its|their|this|these|those)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
# What may stand between a name and the figure that speaks of it.
_NOUN = re.compile(r"\s([a-z]+)\b")
# A state's abbreviation or a word in brackets may follow: "Canton, Miss.,", "Ogola (population 600),".
_CLOSING = re.compile(r"(?:['’]s)?(?:,\s+(?:[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){1,3})|\s+\([^()]{1,30}\))?[\s\"”’')\],]*")
_AGENT = re.compile(r"\b(?:by|with)\s+$", re.IGNORECASE)
_SPOT = re.compile(r"\ban?\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]+)\s+(?:in|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
# "In far northern", "in the east of", "'s south": the part of a country or a division that a place lies in.
_QUARTER = r"(?:(?:north|south)[-\s]?)?(?:north|south|east|west)"
_SIDE = rf"(?:(?:far|extreme|deep)\s+)?(?:{_QUARTER}|centre|center|interior|heart)"
_OF_SIDE = rf"(?:(?:(?:far|extreme|deep|central|upper|lower|mid|{_QUARTER}(?:ern)?)[\s-]+){{1,3}})"
# Between two names of which the second only says where the first is; the noun for the first may stand between.
_CONTAINER = re.compile(
    rf"(?:\s(?P<noun>[a-z]+))?(?:\s*,\s*{_OF_SIDE}?|\s*\(|"
    rf",?\s+(?:in|on|of)\s+(?:the\s+)?(?:{_SIDE}\s+of\s+(?:the\s+)?)?{_OF_SIDE}?)"
)
# "Brazil's Para state": the owner says where the name lies, and both where the place before them is.
_OWNS = re.compile(rf"['’]s?\s+{_OF_SIDE}?")
_OWN_SIDE = re.compile(rf"['’]s?\s+{_SIDE}(?=[\s,(–—]|$)")
# Between a name and the end of a phrase that explains it: ", a small town on the edge of the", ", in the".
_APPOSED = re.compile(
    r"['\"”’]?\s*[,(–—]\s*(?:now\s+|once\s+)?(?:(?:an?|the|one of the|another)\s+)?(?P<words>[^,;:.()]*?)\s*"
)
_PARENTHETIC = re.compile(r",\s*(?:in|on|near|at|along|off|opposite|outside|inside|by)\s+[^,;:.()]*")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|said|says|when|while|after|before|who|whose|where|and|but|that)\b"
)
# "X is a city on N, 30 km from", "X is located along N, 30 km from": the sentence is about X.
_PREDICATE = re.compile(
    r"\b(?P<verb>(?:is|are|was|were)\s+(?:(?:an?|the|one of the)\s+(?P<noun>(?:[a-z][\w'’-]*\s+){1,4})|"
    r"(?:located|situated|based|set)\s)|(?:lies|lay|sits|sat|stands|stood)\s)[^,;:.()]*$"
)
_MOST_NAMES_BACK = 4
_LEAD = re.compile(r"(?:\b(?:the|a|an)\s+)?(?:\b(?<!['’])[a-z][\w-]*\s+){0,3}(?:at|of|in|near)\s+(?:the\s+)?$")


def name_ending_at(scene: Scene, limit: int) -> Name | None:
    """Return the name that stands right before an offset, if it may be an end of a distance.

    The noun for what it names may follow it: "Libertad department".
    """
    for name in reversed(scene.names):
        if name.span.end <= limit:
            noun = _NOUN.match(scene.text, name.span.end, limit)
            side = _OWN_SIDE.match(scene.text, name.span.end, limit)
            end = noun.end() if noun and noun[1] in _naming_nouns() else side.end() if side else name.span.end
            return name if can_be_end(name) and _CLOSING.fullmatch(scene.text, end, limit) else None
    return None


@cache
def _naming_nouns() -> frozenset[str]:
    """Return the nouns that may follow the name of what they are: "Libertad department", "Chaung-U township"."""
    return words_of("division_nouns") | (words_of("anaphors") - facility_nouns())


def phrase_before(scene: Scene, limit: int) -> Span | None:
    """Return the noun phrase with an article that ends at an offset, from its article to its head."""
    start, end = scene.sentence.start, len(scene.left_of(limit).rstrip(" \"”’')"))
    left = scene.left_of(limit)[:end]
    position = end
    for _ in range(_MOST_WORDS):
        word = _WORD.search(left, 0, position)
        if word is None:
            return None
        folded = word.group().casefold()
        is_first = position == end
        if folded in _DETERMINERS and not is_first:
            return Span(start + word.start(), start + end)
        if is_first and folded in words_of("bare_nouns") and not _DETERMINED.search(left[: word.start()]):
            return Span(start + word.start(), start + end)
        if folded in words_of("phrase_stops") or (is_first and folded in words_of("not_subjects")):
            return None
        before = left[: word.start()]
        position = len(before.rstrip(" -"))
        if before and before[-1] not in " -":
            return None
    return None


def subject_ending_at(scene: Scene, limit: int) -> End | None:
    """Return what the words that end at an offset speak of: a name, or a phrase like "a farm"."""
    name = name_ending_at(scene, limit)
    phrase = name.span if name else phrase_before(scene, limit)
    if phrase is None:
        return None
    explained = explained_by(scene, phrase)
    if explained is not None:
        return end_of(scene, explained)
    if name is not None:
        return _spot_in(scene, name) or end_of(scene, name)
    if _AGENT.search(scene.left_of(phrase.start)):
        return None  # "was hit by a missile 95 miles south of": not the missile
    return _described(scene, _with_owner(scene, phrase))


def _spot_in(scene: Scene, name: Name) -> End | None:
    """Return the nameless village in "a village in Gezira State": not the state is so far away."""
    spot = _SPOT.search(scene.left_of(name.span.start))
    if spot is None or spot["noun"] not in words_of("anaphors"):
        return None
    return End(Span(scene.sentence.start + spot.start(), name.span.end))


def predicate_before(scene: Scene, limit: int) -> int | None:
    """Return where the verb stands in "X is a city on N" or "X lies along N", seen from its end; None for others."""
    found = _PREDICATE.search(scene.left_of(limit).rstrip(" ,(–—"))
    if found is None:
        return None
    nouns = found["noun"]
    if nouns is not None and not set(nouns.split()) & words_of("anaphors"):
        return None
    return scene.sentence.start + found.start("verb")


def _described(scene: Scene, phrase: Span) -> End:
    """Return a phrase as an end; a name in it counts only where the noun does not make something else of it."""
    inside = [name for name in scene.names if phrase.contains(name.span) and can_be_end(name)]
    head = scene.text[phrase.start : phrase.end].split()[-1]
    if inside and inside[-1].is_known and head in words_of("place_nouns") - facility_nouns():
        return End(phrase, name=inside[-1].span)
    return End(phrase)


def _with_owner(scene: Scene, phrase: Span) -> Span:
    """Return a phrase with what it belongs to: "the site of" before "the abduction"."""
    of = re.search(r"\s(?:of|at|in)\s+$", scene.left_of(phrase.start))
    owner = phrase_before(scene, scene.sentence.start + of.start()) if of and of.group().strip() == "of" else None
    return Span(owner.start, phrase.end) if owner else phrase


def explained_by(scene: Scene, phrase: Span) -> Name | None:
    """Return the name that a phrase only explains or contains, through several steps.

    Paju in "Paju, a town near Seoul", Decatur in "Decatur, DeKalb County".
    """
    earlier = [name for name in scene.names if name.span.end <= phrase.start and can_be_end(name)]
    for steps, name in enumerate(reversed(earlier)):
        if steps >= _MOST_NAMES_BACK:
            return None
        gap = scene.text[name.span.end : phrase.start]
        if steps == 0 and _OWNS.fullmatch(gap):
            return explained_by(scene, name.span)
        if (steps == 0 and _contains(gap)) or _is_explanation(scene, gap, phrase):
            return explained_by(scene, name.span) or name
    return None


def _contains(gap: str) -> bool:
    """Return whether a name behind these words only says where the name before them lies."""
    found = _CONTAINER.fullmatch(gap)
    return found is not None and (found["noun"] is None or found["noun"] in words_of("division_nouns"))


def _is_explanation(scene: Scene, gap: str, phrase: Span) -> bool:
    """Return whether the words from a comma after a name to the end of a phrase only say what or where it is."""
    if _FINITE.search(gap):
        return False
    if _PARENTHETIC.fullmatch(gap):
        return True
    apposed = _APPOSED.fullmatch(gap)
    if apposed is None:
        return False
    words = (apposed["words"] + " " + scene.text[phrase.start : phrase.end]).split()
    if not apposed["words"] or any(word in words_of("anaphors") for word in words):
        return True
    return words[0] in ("home", "seat", "once", "now") or _closes_with_comma(scene, gap, phrase)


def _closes_with_comma(scene: Scene, gap: str, phrase: Span) -> bool:
    """Return whether a comma follows, so that "X, the home of Y," is about X."""
    opens = re.match(r"\s*,\s*(?:the|an?)\s", gap)
    return bool(opens) and scene.text[phrase.end : phrase.end + 1] == ","


def end_of(scene: Scene, name: Name) -> End:
    """Return the name as an end, with the noun phrase before it ("the depot at X") in its span."""
    lead = _LEAD.search(scene.left_of(name.span.start))
    start = scene.sentence.start + lead.start() if lead and lead.group().strip() else name.span.start
    return End(Span(start, name.span.end), name=name.span)
