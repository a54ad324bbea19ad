"""What follows a stated distance: its direction, and the place or the line that it is measured from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from routes.model import Bearing, End, LineKind, LineMention, MentionKind, Modifier, Span
from routes.reading.bearings import bearing_at
from routes.reading.clauses import Scene, can_be_end, facility_nouns
from routes.reading.names import Name
from routes.reading.possessives import named_after, possessed
from routes.reading.quantities import Figure
from routes.reading.recognition.lexis import words_of

_WAY = (
    r"(?:by|along the|on the)\s+(?:road|rail|railway|railroad|train|car|sea|ship|boat|river|highway|land|pipeline|"
    r"truck|lorry|bus|ferry|barge)"
)
# Emoji with their modifiers; they may stand anywhere and say nothing.
_PICTURE = r"[\u2190-\u21ff\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+\s*"
_POINT_OR_LINK = r"(?i:north|south|east|west|from|off|of|away)"
_FILLER = re.compile(
    rf"\s*(?:(?:,\s*)?(?:away|as the (?:crow|bird) flies|by air|by plane|inland|(?:further|farther)(?:\s+on)?|or so|"
    rf"in a straight line|deep|out to sea|out|"
    rf"(?:straight\s+)?distance|distant|drive|flight|journey|trip|voyage|{_WAY})\b\s*|"
    rf"\([^()]{{1,40}}\)\s*(?={_POINT_OR_LINK})|"
    rf"(?:up|down|along)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+|\d+\s+){{1,3}}(?=from\b)|"
    rf"across\s+(?:the\s+)?(?:[\w-]+\s+){{1,3}}(?=from\b)|{_PICTURE})*",
    re.IGNORECASE,
)
_ROUTE = re.compile(rf"\b(?:{_WAY}|drive|journey|trip|voyage)\b", re.IGNORECASE)
_LINK = re.compile(
    r",?\s*\b(?P<link>from inside|from|off\s+of|off|of|outside|beyond|behind|inside|into|short of|shy of|"
    r"offshore\s+from|offshore\s+of|offshore|(?:down|up)(?:river|stream)\s+(?:from|of)|above|below)\b\s*",
    re.IGNORECASE,
)
_ALONG_A_RIVER = re.compile(r"above|below|(?:down|up)", re.IGNORECASE)
_AWAY = re.compile(r"\b(?:away|distant|inland|further|farther|offshore|out to sea)\b", re.IGNORECASE)
_INLAND = re.compile(r"(?<!further )(?<!farther )\binland\b", re.IGNORECASE)
_UPSTREAM = re.compile(r"\s*(?:up|down)(?:stream|river)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\s*(?:(?:the|its|their|his|her|a|an|either|both)\b\s*)?", re.IGNORECASE)
# Between the preposition and the name: "the outskirts of", "the eastern city of", "the so-called", "central".
_LEAD_IN = re.compile(
    r"(?:(?:the|a|an|its|their|this|that)\s+)?(?:[\"“‘]?(?:[a-z0-9'’-]+|[A-Z][\w'’.-]*)[\"”’]?\s+){0,6}?"
    r"(?:(?:of|at|in|near|along)\s+)?(?:the\s+)?[\"“‘']?"
)
_INNER = re.compile(r"(?P<noun>[\w-]+)\s+(?:at|in|near|along)\s+(?:the\s+)?[\"“‘']?$")
_CLAUSE_BREAK = re.compile(
    r"[,;:.()]|\b(?:and|but|where|which|who|that|when|while|is|was|were|are|on|said|has|had)\b", re.IGNORECASE
)
_DETERMINED = re.compile(r"(?:the|its|this|that|their|his|her|our|a|an)\s+(?=\w)")
_UNKNOWN_NAME = re.compile(r"[A-Z][\w'’-]*(?:\s(?:(?:of|de|del|la|el)\s)?[A-Z][\w'’-]*)*")
_WORD = re.compile(r"\s*([\w'’-]+)")
_MOST_DESCRIPTOR_WORDS = 5
_PRO_FORM = re.compile(r"(?:here|there|shore|land|us|them|it|me)\b|where\s+[^,.;:()]{3,60}")
# The sea as a whole; not "the sea of", "the sea port".
_THE_SEA = re.compile(
    r"(?P<sea>the\s+(?:(?:nearest|closest|open)\s+)?sea)(?=\s*(?:[.,;:)\"”’—–]|$)|\s+(?:and|but|where|which|while|as|is|was)\b)"
)
_CLOSE = re.compile(r"\b(?:close|closer|near|nearer|nearest)\b[\w\s.,]{0,30}$", re.IGNORECASE)
_TO = re.compile(r"\s*\bto\s+")
# What makes "N km of X" a distance from X and not a length of X.
_NEARER_THAN = re.compile(
    r"\b(?:within|inside|closer than|to|less than|under|no more than|nearer than)\s+$", re.IGNORECASE
)
_TERRITORY = re.compile(r"\s+(?:territory|soil)\b", re.IGNORECASE)
_OWN_TERRITORY = re.compile(r"['’]s?\s+(?:[a-z]+\s+)?(?:territory|soil|land|interior)\b", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_MOST_FACILITY_WORDS = 3
_NEAR = frozenset({Modifier.WITHIN, Modifier.LESS_THAN, Modifier.ALMOST})


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the figure; `link` is the preposition before the reference, empty where there is none.

    `reference` has neither name nor line where the text leaves it to what was said before: "12 miles away".
    """

    bearing: Bearing | None
    reference: End
    end: int
    is_route: bool
    is_implicit: bool = False


def read_tail(scene: Scene, figure: Figure) -> Tail | None:
    """Return what follows a figure; None where nothing makes it a distance from somewhere."""
    text, limit = scene.text, scene.sentence.end
    position = _skip(_FILLER, scene, figure.span.end)
    is_route = bool(_ROUTE.search(text, figure.span.end, position))
    bearing, position = bearing_at(text, position, limit)
    position = _skip(_FILLER, scene, position)
    link = _link(scene, figure, position)
    words = link.group().strip(" ,").casefold() if link else ""
    if words == "of" and bearing is None and not _is_near(scene, figure):
        return None
    along_river = bool(_ALONG_A_RIVER.match(words))
    needs_name = along_river or words == "into"
    reference = read_reference(scene, link.end() if link else position, is_linked=bool(link))
    if reference is not None and needs_name and reference.name is None:
        return None  # "below the surface", "into the sky"
    if reference is None or (link is None and bearing is None):
        end = link.end() if link and words == "offshore" else position
        return _implicit(scene, figure, bearing, end, is_route=is_route)
    trailing = _ROUTE.match(text, min(reference.span.end + 1, limit), limit)
    return Tail(bearing, reference, reference.span.end, is_route or along_river or trailing is not None)


def _link(scene: Scene, figure: Figure, position: int) -> re.Match[str] | None:
    """Return the preposition before the reference; "to" only where the text says near: "as close as 24 miles to"."""
    link = _LINK.match(scene.text, position, scene.sentence.end)
    if link is None and _CLOSE.search(scene.left_of(figure.quantity.span.end)):
        return _TO.match(scene.text, position, scene.sentence.end)
    return link


def _is_near(scene: Scene, figure: Figure) -> bool:
    return figure.quantity.modifier in _NEAR or bool(_NEARER_THAN.search(scene.left_of(figure.span.start)))


def _skip(pattern: re.Pattern[str], scene: Scene, position: int) -> int:
    """Return where the words that `pattern` passes over end."""
    match = pattern.match(scene.text, position, scene.sentence.end)
    return match.end() if match else position


def _implicit(scene: Scene, figure: Figure, bearing: Bearing | None, end: int, *, is_route: bool) -> Tail | None:
    """Return the tail of "12 miles away", "500 km to the south", whose reference the text gave before.

    "100 km inland" is from the coast.
    """
    text = scene.text
    upstream = _UPSTREAM.match(text, figure.span.end, scene.sentence.end)
    words = text[figure.span.end : end]
    if upstream:
        end = upstream.end()
    elif bearing is not None:
        if not re.search(r"\bto the\s", words, re.IGNORECASE) and not _AWAY.search(words):
            return None
    elif not _AWAY.search(words):
        return None
    start = figure.span.end + len(text[figure.span.end : end]) - len(text[figure.span.end : end].lstrip(" ,"))
    stop = start + len(text[start:end].rstrip())
    inland = _INLAND.search(text, figure.span.end, stop)
    if inland:
        line = LineMention(Span(inland.start(), inland.end()), LineKind.COAST)
        return Tail(bearing, End(line.span, line=line), stop, is_route)
    return Tail(bearing, End(Span(start, stop)), stop, is_route or upstream is not None, is_implicit=True)


def read_reference(scene: Scene, start: int, *, is_linked: bool) -> End | None:
    """Return the place or line that the words at an offset name, or the noun that stands for one."""
    begin = _skip(_DETERMINER, scene, start)
    for target in _targets(scene, start):
        lead = begin if isinstance(target, LineMention) else start
        if not _leads_to(scene, lead, target.start if isinstance(target, Span) else target.span.start):
            continue
        if isinstance(target, LineMention):
            return End(Span(start, target.span.end), line=target)
        following = named_after(scene, target)
        if following is not None:
            return End(Span(start, following.end), name=following)
        owned = _owned(scene, start, target)
        if owned is not None:
            return owned
        facility = facility_after(scene, target)
        if facility is not None:
            return End(Span(start, facility))
        territory = _TERRITORY.match(scene.text, target.end, scene.sentence.end)
        return End(Span(start, territory.end() if territory else target.end), name=target)
    if not is_linked:
        return None
    return _described(scene, start)


def _owned(scene: Scene, start: int, name: Span) -> End | None:
    """Return what "Iran's Bandar Abbas" is about; "Iran's territory" is Iran."""
    owned = possessed(scene, name, scene.sentence.end)
    if owned is None:
        return None
    if owned.name is None and owned.line is None and _OWN_TERRITORY.match(scene.text, name.end, scene.sentence.end):
        return End(Span(start, owned.span.end), name=name)
    facility = facility_after(scene, owned.name) if owned.name else None
    return End(Span(start, facility)) if facility else replace(owned, span=Span(start, owned.span.end))


def _described(scene: Scene, start: int) -> End | None:
    """Return what a reference without a name is called: "the nearest hospital", "it", "the capital, Sanaa"."""
    sea = _THE_SEA.match(scene.text, start, scene.sentence.end)
    if sea:
        words = Span(sea.start(), sea.end("sea"))
        return End(words, line=LineMention(words, LineKind.COAST))
    pro_form = _PRO_FORM.match(scene.text, start, scene.sentence.end)
    if pro_form:
        return End(Span(pro_form.start(), pro_form.end()))
    determined = _DETERMINED.match(scene.text, start, scene.sentence.end)
    if determined is None:
        unknown = _UNKNOWN_NAME.match(scene.text, start, scene.sentence.end)
        return End(Span(unknown.start(), unknown.end())) if unknown else None
    end, last = determined.end(), ""
    for _ in range(_MOST_DESCRIPTOR_WORDS):
        word = _WORD.match(scene.text, end, scene.sentence.end)
        if word is None or word[1].casefold() == "of" or word[1].casefold() in words_of("phrase_stops"):
            break
        end, last = word.end(), word[1]
    if not last:
        return None
    if last in words_of("anaphors"):
        for name in scene.names:
            if re.fullmatch(r",?\s+", scene.text[end : name.span.start]) and can_be_end(name):
                return End(Span(start, name.span.end), name=name.span)
    of = re.compile(r"\s+of\s+(?:the\s+)?[\w'’-]+").match(scene.text, end, scene.sentence.end)
    is_whole = of is not None and last not in words_of("anaphors")
    return End(Span(start, of.end() if of and is_whole else end))


def _targets(scene: Scene, start: int) -> Iterator[LineMention | Span]:
    """Yield lines and names from an offset on, in order; a line before the name of its owner."""
    found: list[tuple[int, int, LineMention | Span]] = [(line.span.start, 0, line) for line in scene.lines]
    found += [(name.span.start, 1, name.span) for name in scene.names if _can_be_target(scene, name)]
    yield from (target for at, _, target in sorted(found, key=lambda each: each[:2]) if at >= start)


def _can_be_target(scene: Scene, name: Name) -> bool:
    """Return whether a name may be measured from; "Salvadoran territory" is El Salvador."""
    if name.mention.kind is MentionKind.DEMONYM:
        return _TERRITORY.match(scene.text, name.span.end, scene.sentence.end) is not None
    return can_be_end(name)


def _leads_to(scene: Scene, start: int, target: int) -> bool:
    """Return whether only articles, adjectives and "the city of" stand between a preposition and its target."""
    between = scene.text[start:target]
    if len(between) > 60 or _CLAUSE_BREAK.search(between) or not _LEAD_IN.fullmatch(between):
        return False
    inner = _INNER.search(between)
    if inner and inner["noun"] not in words_of("anaphors") | words_of("near_nouns"):
        return False  # "the destroyer in the Strait of Hormuz" is the destroyer
    if between == "The ":
        return True  # "20 km from The Hague"
    demonyms = [name.span for name in scene.names if name.mention.kind is MentionKind.DEMONYM]
    capitals = (start + match.start() for match in re.finditer(r"\b[A-Z]", between))
    return all(any(span.start <= at < span.end for span in demonyms) for at in capitals)


def facility_after(scene: Scene, name: Span) -> int | None:
    """Return where the noun ends that makes something else of a town's name: "the Zaporizhzhia nuclear plant"."""
    end = name.end
    for _ in range(_MOST_FACILITY_WORDS):
        word = _NEXT_WORD.match(scene.text, end, scene.sentence.end)
        if word is None or word[1] in words_of("phrase_stops"):
            return None
        end = word.end()
        if word[1] in facility_nouns():
            return end
    return None
