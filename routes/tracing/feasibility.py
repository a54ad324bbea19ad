"""Can the stated window hold the journey?"""

from __future__ import annotations

from routes.model import Feasibility, Feasible, Leg, Window

_HOURS_A_DAY = 24.0


def judge_window(legs: tuple[Leg, ...], window: Window | None) -> Feasibility | None:
    """Return whether the legs fit between the first and the last day of the window, both counted whole.

    Feasible: even the slowest usual pace fits; tight: only a faster one does; infeasible: none does.
    None where the text gives no window.
    """
    if window is None:
        return None
    if window.start is None or window.end is None:
        return Feasibility(Feasible.UNKNOWN, "the text leaves one end of the window open")
    paths = [leg.path for leg in legs]
    hours = [(path.low_hours, path.high_hours) for path in paths if path is not None]
    if len(hours) < len(paths) or any(low is None or high is None for low, high in hours):
        return Feasibility(Feasible.UNKNOWN, "a leg has no known place or mode, so its time is unknown")
    days = (window.end - window.start).days + 1
    low = sum(low for low, _ in hours if low is not None) / _HOURS_A_DAY
    high = sum(high for _, high in hours if high is not None) / _HOURS_A_DAY
    length_km = sum(path.low_m for path in paths if path is not None) / 1000
    needed = round(length_km / (days * _HOURS_A_DAY), 1)
    return Feasibility(_outcome(low, high, days), _reason(low, high, days), needed)


def _outcome(low_days: float, high_days: float, days: int) -> Feasible:
    if low_days > days:
        return Feasible.INFEASIBLE
    return Feasible.FEASIBLE if high_days <= days else Feasible.TIGHT


def _reason(low_days: float, high_days: float, days: int) -> str:
    return f"the journey takes {low_days:.1f} to {high_days:.1f} days at usual speeds; the window holds {days} days"
