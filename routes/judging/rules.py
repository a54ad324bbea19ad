"""The rules: when a stated figure fits what was measured, and when it cannot.

A text states road lengths as often as straight lines, and calls both "km from"; so between two places a figure
up to twice the straight line is not refuted. Nothing is shorter than the straight line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from routes.judging.figures import km_words, wind_words
from routes.judging.pair import Figure
from routes.model import Bearing, Measurement, Mode, Outcome

NEAR_MISS_M = 3_000.0
NEAR_MISS_SHARE = 0.10
LONGEST_WAY = 2.0  # nine in ten stated distances between places are at most 1.63 times the straight line
BEARING_PASSES_DEG = 45.0
BEARING_BORDERLINE_DEG = 67.5

# Halfway is about as far from the one as from the other, at 40 to 60 % of a way that may wind a little. As far off once
# more, and as long a road as any, is borderline.
MIDDLE_SHARE, MIDDLE_BORDERLINE_SHARE = 0.1, 0.2
MIDDLE_DETOUR = 1.25

_WAYS = {Mode.SEA: "way by sea", Mode.RAIL: "railway", Mode.PIPELINE: "pipeline", Mode.RIVER: "river"}
_SEVERITY = {Outcome.SUPPORTED: 0, Outcome.BORDERLINE: 1, Outcome.UNVERIFIABLE: 2, Outcome.REFUTED: 3}


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome with its reason, and the step of the arithmetic that led to it."""

    outcome: Outcome
    reason: str
    step: str


def judge_length(figure: Figure, measured: Measurement, *, may_wind: bool, by: Mode | None = None) -> Finding:
    """Return whether a stated length fits; `may_wind` says that it may be the length of a way, `by` of which sort."""
    if figure.low_m <= measured.high_m and measured.low_m <= figure.high_m:
        overlap_m = min(figure.high_m, measured.high_m) - max(figure.low_m, measured.low_m)
        return Finding(Outcome.SUPPORTED, "fits as the crow flies", f"the intervals overlap by {km_words(overlap_m)}")
    if figure.low_m > measured.high_m:
        return _too_long(figure, measured, may_wind=may_wind, by=by)
    gap_m = measured.low_m - figure.high_m
    step = f"stated is shorter: gap {km_words(gap_m)}"
    if gap_m <= _near_miss_m(figure):
        return Finding(Outcome.BORDERLINE, f"near miss: {km_words(gap_m)} too short", step)
    return Finding(
        Outcome.REFUTED, f"{km_words(gap_m)} shorter than the straight line; no route is shorter than that", step
    )


def judge_far_more(figure: Figure, measured: Measurement) -> Finding:
    """Return what "more than 100 km" is to a place that is far more than 100 km away: true, though it says little."""
    reason = f"it is far more, by {km_words(measured.low_m - figure.value_m)} at least"
    return Finding(Outcome.SUPPORTED, reason, f"above what is stated: gap {km_words(measured.low_m - figure.high_m)}")


def judge_time(figure: Figure, measured: Measurement, hours: float) -> Finding:
    """Return what a travel time says: that it is too short for the straight line, or nothing for sure."""
    speed = measured.m / 1000 / hours
    step = f"{km_words(measured.m)} in {hours:.3g} h are {speed:.0f} km/h as the crow flies"
    if measured.low_m > figure.high_m:
        return Finding(Outcome.REFUTED, f"nobody travels so fast: {speed:.0f} km/h as the crow flies", step)
    reason = f"a travel time says no distance; as the crow flies it would take {speed:.0f} km/h"
    return Finding(Outcome.UNVERIFIABLE, reason, step)


def judge_halfway(measured: Measurement, way_m: float, to_ends_m: tuple[float, float]) -> Finding:
    """Return whether a place lies halfway on a way: about as far from both ends, and not far aside."""
    slack_m, sum_m = measured.high_m - measured.m, sum(to_ends_m)
    off = abs(to_ends_m[0] - to_ends_m[1]) / 2 / sum_m
    # Of places that are large for their way the middle is no sharper than they are.
    blur = max(0.0, slack_m / sum_m - MIDDLE_SHARE)
    detour = max(1.0, (sum_m - 2 * slack_m) / way_m)
    ends = " and ".join(km_words(m) for m in to_ends_m)
    step = f"{ends} from the ends, at {to_ends_m[0] / sum_m:.0%} of {sum_m / way_m:.2f} times the straight line; "
    step += f"{0.5 - MIDDLE_SHARE:.0%} to {0.5 + MIDDLE_SHARE:.0%} of {MIDDLE_DETOUR:g} times allowed"
    if off <= MIDDLE_SHARE + blur and detour <= MIDDLE_DETOUR:
        return Finding(Outcome.SUPPORTED, f"about as far from both ends: {ends}", step)
    if off <= MIDDLE_BORDERLINE_SHARE + blur and detour <= LONGEST_WAY:
        return Finding(Outcome.BORDERLINE, f"it lies {ends} from the ends; by road it may be halfway", step)
    return Finding(Outcome.REFUTED, f"it lies {ends} from the ends", step)


def judge_bearing(bearing: Bearing, measured_deg: float, measured: Measurement) -> Finding:
    """Return whether a stated direction fits; large places near each other allow more."""
    off = abs((bearing.azimuth_deg - measured_deg + 180) % 360 - 180)
    # Half the angle under which the places' extents are seen over the distance.
    half = math.degrees(math.atan2(measured.high_m - measured.m, measured.m)) / 2
    step = f"bearing stated {bearing.text} ({bearing.azimuth_deg:g}°), measured {measured_deg:.0f}°: off by {off:.0f}°"
    step += f", {BEARING_PASSES_DEG + half:.0f}° allowed, {BEARING_BORDERLINE_DEG + half:.0f}° borderline"
    direction = f"it lies {wind_words(measured_deg)} ({measured_deg:.0f}°), stated {bearing.text}"
    if off <= BEARING_PASSES_DEG + half:
        return Finding(Outcome.SUPPORTED, "the direction fits", step)
    if off <= BEARING_BORDERLINE_DEG + half:
        return Finding(Outcome.BORDERLINE, f"the direction is {off:.0f}° off: {direction}", step)
    return Finding(Outcome.REFUTED, f"wrong direction: {direction}", step)


def worst(findings: list[Finding]) -> Finding:
    """Return the gravest finding, the first of them if several are as grave."""
    return max(findings, key=lambda finding: _SEVERITY[finding.outcome])


def mildest(findings: list[Finding]) -> Finding:
    return min(findings, key=lambda finding: _SEVERITY[finding.outcome])


def _near_miss_m(figure: Figure) -> float:
    return max(NEAR_MISS_M, NEAR_MISS_SHARE * figure.value_m)


def _too_long(figure: Figure, measured: Measurement, *, may_wind: bool, by: Mode | None) -> Finding:
    by = by if by in _WAYS else None
    gap_m = figure.low_m - measured.high_m
    step = f"stated is longer: gap {km_words(gap_m)}"
    if gap_m <= _near_miss_m(figure):
        return Finding(Outcome.BORDERLINE, f"near miss: {km_words(gap_m)} too long", step)
    if not may_wind:
        reason = f"{km_words(gap_m)} longer than the straight line, which alone counts here"
        return Finding(Outcome.REFUTED, reason, step)
    ratio = figure.value_m / measured.m if measured.m else math.inf
    step += f"; {ratio:.2f} times the straight line, a road is seldom over {LONGEST_WAY:g} times"
    if ratio <= LONGEST_WAY:
        way = f"a distance by {by.value}" if by else "a road distance"
        return Finding(Outcome.BORDERLINE, f"could be {way}: {ratio:.2f} times the straight line", step)
    way = _WAYS[by] if by else "road"
    return Finding(Outcome.REFUTED, f"{ratio:.1f} times the straight line; hardly any {way} is so long", step)
