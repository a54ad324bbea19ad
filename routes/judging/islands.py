"""The coast as seen from an island: not its own shore. And the coast of the mainland alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from routes.geo import Area, Polyline, ReferenceLine, closest, distance_band, distance_to_area
from routes.judging.context import Context
from routes.judging.targets import LineTarget
from routes.model import LineKind, Place, PlaceKind, Position, Statement

_MAINLAND = re.compile(r"\bmainland\b", re.IGNORECASE)
_OFF = re.compile(r"\b(?:off|offshore|out to sea)\b", re.IGNORECASE)
# How far the shore of an island as drawn may be from the point or the outline that stands for it.
_OWN_SHORE_M = 2_000.0


def seen_from(
    subject: Place | LineTarget, target: Place | LineTarget, statement: Statement, context: Context
) -> Place | LineTarget:
    """Return a coast without the island that the subject is, or lies on if it is "off" the coast; others as they are.

    Other islands before it may count as the coast or not: what comes closer to the stated figure is meant.
    """
    if not isinstance(target, LineTarget) or target.kind is not LineKind.COAST or statement.reference is None:
        return target
    mention = statement.reference.line
    mainland = tuple(_mainland(line) for line in target.lines)
    if mention is not None and _MAINLAND.search(context.article.quote(mention.span)):
        return replace(target, name=target.name.replace("the coast of", "the mainland coast of"), lines=mainland)
    lead = context.article.text[statement.quantity.span.end : statement.reference.span.end]
    if not (isinstance(subject, LineTarget) or subject.kind is PlaceKind.ISLAND or _OFF.search(lead)):
        return target
    others = tuple(_without_own(line, subject) for line in target.lines)
    if others == target.lines:
        return target
    stated_m = statement.quantity.value_m
    return replace(target, lines=min(mainland, others, key=lambda lines: abs(_distance_m(subject, lines) - stated_m)))


def _mainland(line: ReferenceLine) -> ReferenceLine:
    """Return the coast of the land that goes on beyond a border; of an island state that of its largest island."""
    inland = tuple(part for part in line.parts if part[0] != part[-1])
    return replace(line, parts=inland or (max(line.parts, key=len),))


def _without_own(line: ReferenceLine, subject: Place | LineTarget) -> ReferenceLine:
    kept = tuple(part for part in line.parts if part[0] != part[-1] or not _is_own(part, subject))
    return replace(line, parts=kept) if kept and len(kept) < len(line.parts) else line


def _distance_m(subject: Place | LineTarget, lines: tuple[ReferenceLine, ...]) -> float:
    if isinstance(subject, Place):
        return min(distance_band(subject.position, line).nearest.m for line in lines)
    parts = tuple(part for line in lines for part in line.parts)
    return closest(subject.area, parts).m if subject.area else 0.0


def _is_own(shore: Sequence[Position], subject: Place | LineTarget) -> bool:
    """Return whether a closed line is the shore of the island that the subject is or lies on."""
    if isinstance(subject, Place):
        reach_m = max(_OWN_SHORE_M, subject.extent_km * 1000) if subject.kind is PlaceKind.ISLAND else 0.0
        return distance_to_area(subject.position, Area((Polyline.of(shore),))).m <= reach_m
    return subject.area is not None and distance_to_area(_middle(shore), subject.area).m <= _OWN_SHORE_M


def _middle(shore: Sequence[Position]) -> Position:
    lat, lon = (sum(found) / len(shore) for found in zip(*(point.latlon for point in shore), strict=True))
    return Position(lat=lat, lon=lon)
