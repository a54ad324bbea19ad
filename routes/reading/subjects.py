"""Find what a stated distance speaks of: the subject before (or after) the figure."""

from __future__ import annotations

import re
from functools import cache

from routes.model import End, Span
from routes.reading.clauses import Scene, can_be_end
from routes.reading.names import Name, names_within
from routes.reading.noun_phrases import end_of, explained_by, predicate_before, subject_ending_at
from routes.reading.phrases import one_of
from routes.reading.possessives import is_owner, possessed
from routes.reading.recognition.lexis import words_of
from routes.resources import read_lexicon

_BE = r"(?:is|are|was|were|be|been|being|lies|lie|lay|lying|stands|stood|sits|sat|remains?|remained)"
_SET = r"(?:located|situated|based|centred|centered|set|sited|positioned|anchored|moored|stationed)"
_SOFT = (
    r"(?:only|about|at|still|now|some|just|roughly|a point|a spot|not|also|less than|currently|approximately|barely|"
    r"roughly|a mere|nearly|almost|to)"
)
# The words between a subject and its figure: "which is located only", "lies", ", some".
_JOINT = re.compile(
    rf"(?P<joint>[\s,(–—-]*(?:\band\s+)?(?:\b(?P<relative>which|that|who)\s+)?(?P<verb>(?:\b(?:has|had|have|will|would)\s+)?"
    rf"(?:\b{_BE}\b\s*,?\s*)*)(?P<set>(?:\b(?:{_SET}|{_SOFT})\b\s*,?\s*)*))$",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"[\W_]*(?:(?:{_SET}|lying|{_SOFT})\b[\s,]*)*", re.IGNORECASE)
# Where a new clause may begin, with a subject of its own.
_BOUNDARY = re.compile(
    r"[;:—–\"“”]\s*|,\s+(?:and|but|while|whereas|as|because|so)\s+|\s+(?:and|but|because|while)\s+|"
    r"\b(?:said|says|added|told reporters|reported|that)\s+|,\s+",
    re.IGNORECASE,
)
_STRONG_BOUNDARY = re.compile(r"[;:—–\"“”]\s*|\b(?:said|says|added|told reporters|reported|that)\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"(?P<word>it|they|he|she|we|this(?=\s+(?:is|was|lies|happened)\b))\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s*\b(?:which|that)\s+(?!is\b|was\b|are\b|were\b|lies\b)(?:[a-z]+\s+){1,3}$")
_PLACED = re.compile(r"\b(?:lies|lay|located|situated|stands|sits)\b", re.IGNORECASE)
_LIGHT = re.compile(
    r"(?:(?:and|but|meanwhile|in the meantime|however|today|yesterday|now|then|also|in fact|still)\s*,?\s*)*",
    re.IGNORECASE,
)
_NO_SUBJECT = frozenset({"there", "here", "what", "how", "why"})
# What follows inserted words up to the figure.
_GOES_ON = re.compile(rf",\s+(?:and|but)\s+(?:(?:{_SOFT}|some|about)\s+)*$")
# "Yamales, less than 15 km from": a name that no list has.
_BARE = re.compile(rf"[\W_]*(?P<words>[^\W\d_][\w'’-]*(?:\s[\w'’-]+){{0,2}}),\s*(?:{_SOFT}\s+)*", re.IGNORECASE)
# "This college town", "this busy port": where the report was written.
_TOWNS = frozenset({"town", "city", "village", "capital", "port", "seaport", "suburb", "hamlet"})
_MOST_STEPS_BACK = 3
# What opens a clause with a subject of its own behind a comma: "..., but the port is".
_CONJUNCTIONS = frozenset({"and", "but", "while", "whereas", "though", "although"})


def find_subject(scene: Scene, core: Span) -> End | None:
    """Return what is said to lie so far away, of a statement that runs from its figure to the end of its reference.

    A name, or a noun with the name that it stands for (`antecedent`), or a noun alone ("a farm"); None where the
    text does not say.
    """
    left = scene.left_of(core.start)
    if _OPENING.fullmatch(left):
        return _after(scene, core)
    bare = _BARE.fullmatch(left)
    if bare and not any(name.span.start < core.start for name in scene.names):
        start = scene.sentence.start
        return End(Span(start + bare.start("words"), start + bare.end("words")))
    joint = _JOINT.search(left)
    relative = _RELATIVE.search(left)
    inserted = _inserted(left)
    if inserted is not None:
        # "X lies between A and B, a leaflet claims, and 300 km from C": what is said goes on, of X.
        predicate = predicate_before(scene, scene.sentence.start + inserted)
        return _with_antecedent(scene, opening_subject(scene, predicate), "lies") if predicate else None
    limit = scene.sentence.start + (joint.start("joint") if joint else len(left))
    if relative:
        # "the river, which runs some 30 km from": whatever the verb is
        return _with_antecedent(scene, subject_ending_at(scene, scene.sentence.start + relative.start()), "")
    if joint and joint["verb"].strip() and not joint["relative"]:
        found = opening_subject(scene, limit)
    else:
        predicate = predicate_before(scene, limit)
        found = opening_subject(scene, predicate) if predicate else subject_ending_at(scene, limit)
    found = found or opening_subject(scene, limit) or _nearest(scene, limit)
    return _with_antecedent(scene, found, scene.text[limit : core.start]) or _after(scene, core)


def _inserted(left: str) -> int | None:
    """Return where words that only say who speaks begin, if they stand right before "and 300 km"; None without any."""
    found = _who_speaks().search(left) if _GOES_ON.search(left) else None
    return found.start() if found else None


@cache
def _who_speaks() -> re.Pattern[str]:
    verbs = one_of(entry for entry, _ in read_lexicon("speech"))
    told = rf"according to\s[^,;:.]{{2,60}}|[^,;:.]{{1,60}}\s(?:{verbs})(?:\son\s[A-Z][a-z]+)?"
    return re.compile(rf",\s(?:{told})\s*{_GOES_ON.pattern}")


def opening_subject(scene: Scene, limit: int) -> End | None:
    """Return the subject of the clause that an offset lies in: the phrase that opens it."""
    left = scene.left_of(limit)
    starts = [0, *(match.end() for match in _BOUNDARY.finditer(left))]
    strong = [0, *(match.end() for match in _STRONG_BOUNDARY.finditer(left))]
    if _is_after_parenthesis(scene, limit):
        starts = [at for at in starts if at <= strong[-1]]
    for at in reversed(starts):
        light = _LIGHT.match(left, at)
        start = scene.sentence.start + (light.end() if light else at)
        found = _opens(scene, start, limit) or (_bare_phrase(scene, start, limit) if at in strong else None)
        if found is not None:
            return _explained(scene, found)
    return None


def _explained(scene: Scene, found: End) -> End:
    """Return the name that a name only contains: Paris in "Paris, Texas, is"."""
    name = explained_by(scene, found.span) if found.name else None
    return end_of(scene, name) if name else found


def _is_after_parenthesis(scene: Scene, limit: int) -> bool:
    """Return whether a comma closes something before the verb: "Stansted, an airport after Gatwick, is"."""
    before, comma, last = scene.text[scene.sentence.start : limit + 1].rpartition(",")
    words = last.split()
    if not comma or "," not in before or (len(words) > 1 and words[0].casefold() in _CONJUNCTIONS):
        return False
    return not words or (words[0].islower() and words[0] not in words_of("openers"))


def _bare_phrase(scene: Scene, start: int, limit: int) -> End | None:
    """Return a phrase without an article that opens a sentence: "Islamic State fighters are"."""
    match = re.compile(r"[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,4}?(?=\s+(?:is|are|was|were|has|have|had)\b)").match(
        scene.text, start, min(limit + 8, scene.sentence.end)
    )
    if match is None or match.group().split()[0].casefold() in _NO_SUBJECT | words_of("phrase_stops"):
        return None
    return End(Span(match.start(), match.end()))


def _opens(scene: Scene, start: int, limit: int) -> End | None:
    """Return the pronoun, the name or the phrase at an offset, if words up to `limit` follow it."""
    pronoun = _PRONOUN.match(scene.text, start, limit)
    if pronoun:
        return End(Span(start, pronoun.end()))
    for line in scene.lines:
        if scene.text[start : line.span.start].casefold() in ("", "the ") and start <= line.span.start < limit:
            return End(line.span, line=line)
    for name in scene.names:
        if start <= name.span.start < limit and name.span.end <= limit and can_be_end(name):
            lead = scene.text[start : name.span.start]
            if not lead or _is_lead(lead):
                owned = possessed(scene, name.span, limit)
                return owned or End(Span(start, name.span.end), name=name.span)
            break
    return _opening_phrase(scene, start, limit)


def _is_lead(lead: str) -> bool:
    """Return whether words open a phrase that a name ends: "the town of", "the depot at", "the eastern city"."""
    words = lead.split()
    if not words or len(words) > 6 or words[0].casefold() not in ("the", "a", "an", "its", "their"):
        return False
    inner = [word.casefold() for word in words[1:]]
    stops = [word for word in inner if word in words_of("phrase_stops")]
    return not stops or (len(stops) == 1 and inner[-1 if inner[-1] != "the" else -2] in ("of", "at", "in", "near"))


def _opening_phrase(scene: Scene, start: int, limit: int) -> End | None:
    """Return the phrase with an article at an offset: "The open cut mine"."""
    match = re.compile(r"(?:the|a|an|another|this|its|their|his|our)\s+(?=[\w\"“])", re.IGNORECASE).match(
        scene.text, start, limit
    )
    if match is None:
        return None
    end = match.end()
    for word in re.finditer(r"[\w'’.-]+", scene.text[end:limit]):
        is_verb = word.group() in words_of("phrase_stops") or (end > match.end() and word.group().endswith("ed"))
        gap = scene.text[end : match.end() + word.start()]
        if is_verb or gap.strip(' "“”'):
            break
        end = match.end() + word.end()
    return End(Span(start, end)) if end > match.end() else None


def _nearest(scene: Scene, limit: int) -> End | None:
    """Return the last name before an offset."""
    for name in reversed(scene.names):
        if name.span.end <= limit and can_be_end(name):
            return None if is_owner(scene, name.span) else end_of(scene, name)
    return None


def _after(scene: Scene, core: Span) -> End | None:
    """Return the name or the phrase that follows: "Some 50 km from Seoul, the town of Paju ..."."""
    joint = re.compile(r"\s*,\s*|\s+(?:lies|is|stands|was|sits)\s+").match(scene.text, core.end, scene.sentence.end)
    found = _opens(scene, joint.end(), scene.sentence.end) if joint else None
    # "Santa Maria, California," only says where the reference lies.
    goes_on = found and re.match(r"\s+(?:\(|[a-z])", scene.text[found.span.end : scene.sentence.end])
    return found if goes_on else None


def _with_antecedent(scene: Scene, found: End | None, joint: str) -> End | None:
    """Return an end with the name that "it" or "the town" stands for, where the text makes that plain."""
    if found is None or found.name is not None:
        return found
    words = scene.text[found.span.start : found.span.end].casefold().split()
    if words[0] in ("it", "this") and len(words) == 1:
        return End(found.span, antecedent=_topic(scene, found.span.start, is_placed=bool(_PLACED.search(joint))))
    if words[0] == "this" and words[-1] in _TOWNS and not _names_a_place(scene, found.span.start):
        return End(found.span, antecedent=scene.home)
    if set(words[1:]) <= words_of("anaphors") and words[1:]:
        if words[0] == "this":
            return End(found.span, antecedent=scene.home)
        if words[0] == "the":
            return End(found.span, antecedent=_named_before(scene, found.span.start))
    return found


def _names_a_place(scene: Scene, before: int) -> bool:
    """Return whether a sentence has named a place before an offset, so that "this town" may be that one."""
    return any(name.span.end <= before and can_be_end(name) and name.is_known for name in scene.names)


def _topic(scene: Scene, before: int, *, is_placed: bool, steps: int = 0) -> Span | None:
    """Return the name that the clause or the sentence before speaks of; None where it speaks of no place.

    Of a thing that "lies" somewhere, the last place named before will do: an event or a cargo does not lie.
    """
    inside = opening_subject(scene, before) if scene.text[scene.sentence.start : before].strip() else None
    if inside is not None and inside.name is not None:
        return inside.name
    if not scene.previous or steps >= _MOST_STEPS_BACK:
        return None
    sentence = scene.previous[-1]
    names = names_within(scene.all_names, sentence)
    earlier = scene.in_sentence(sentence, names)
    opening = opening_subject(earlier, sentence.end)
    if opening is not None and opening.name is not None and opening.name != scene.home:
        return opening.name
    if opening is not None and _PRONOUN.fullmatch(scene.text, opening.span.start, opening.span.end):
        return _topic(earlier, opening.span.start, is_placed=is_placed, steps=steps + 1)
    places = [name for name in names if can_be_end(name) and name.is_known and name.span != scene.home]
    return places[-1].span if places and is_placed else None


def _named_before(scene: Scene, before: int) -> Span | None:
    """Return the place that "the town" stands for: the last in its sentence, or the first of the sentence before.

    What a sentence speaks of stands first in it; the places after it only help to say where it is.
    """
    inside = [name for name in scene.names if name.span.end <= before and can_be_end(name) and name.is_known]
    if inside:
        return inside[-1].span
    for sentence in reversed(scene.previous):
        names: tuple[Name, ...] = names_within(scene.all_names, sentence)
        known = [name for name in names if can_be_end(name) and name.is_known and name.span != scene.home]
        if known:
            return known[0].span
    return None
