"""Can the stated window hold the journey?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from routes.model import Feasibility, Feasible, Leg, Mode, Path, ServiceFit, ServiceTime, Status, Window

_HOURS_A_DAY = 24.0
_AHEAD = frozenset({Status.PLANNED, Status.TURNED_BACK, Status.DENIED})
_ORDER = {Feasible.FEASIBLE: 0, Feasible.TIGHT: 1, Feasible.INFEASIBLE: 2}


def judge_window(legs: tuple[Leg, ...], window: Window | None) -> Feasibility | None:
    """Return whether the legs fit between the first and the last day of the window, both counted whole.

    Feasible: a kind of service fits even at its slowest; tight: only at its fastest; infeasible: none does. Legs of one
    mode go by the same service. Legs still ahead or given up take no time of it, unless nothing has been done yet.
    None where the text gives no window.
    """
    legs = tuple(leg for leg in legs if leg.status not in _AHEAD) or legs
    if window is None:
        return None
    if window.start is None or window.end is None:
        return Feasibility(Feasible.UNKNOWN, "the text leaves one end of the window open")
    paths = [(leg.mode, leg.path) for leg in legs if leg.path is not None and leg.path.services]
    if len(paths) < len(legs):
        return Feasibility(Feasible.UNKNOWN, _unknown(legs))
    days = (window.end - window.start).days + 1
    fits = sorted(_fits(paths, days), key=lambda fit: (_ORDER[fit.outcome], fit.high_days, fit.low_days, fit.service))
    length_km = sum(path.m if path.m is not None else path.low_m for _, path in paths) / 1000
    needed = round(length_km / (days * _HOURS_A_DAY), 1)
    return Feasibility(fits[0].outcome, _reason(fits, days), needed, tuple(fits))


def _unknown(legs: tuple[Leg, ...]) -> str:
    missing = next((leg.no_path for leg in legs if leg.no_path), None)
    return missing or "a leg has no known place or mode, so its time is unknown"


def _fits(paths: list[tuple[Mode | None, Path]], days: int) -> Iterator[ServiceFit]:
    """Yield the days for each choice of services, one a mode."""
    choices = {mode: [time.service for time in path.services] for mode, path in paths}
    for chosen in product(*choices.values()):
        service_of = dict(zip(choices, chosen, strict=True))
        times = [_time(path, service_of[mode]) for mode, path in paths]
        low = sum(time.low_hours for time in times) / _HOURS_A_DAY
        high = sum(time.high_hours for time in times) / _HOURS_A_DAY
        yield ServiceFit(" and ".join(chosen), _outcome(low, high, days), round(low, 1), round(high, 1))


def _time(path: Path, service: str) -> ServiceTime:
    return next(time for time in path.services if time.service == service)


def _outcome(low_days: float, high_days: float, days: int) -> Feasible:
    if low_days > days:
        return Feasible.INFEASIBLE
    return Feasible.FEASIBLE if high_days <= days else Feasible.TIGHT


def _reason(fits: list[ServiceFit], days: int) -> str:
    """Return the days of the service that fits best, and of those that fit worse."""
    best = fits[0]
    words = f"the journey takes {_days(best)} days by {best.service}; the window holds {days} days"
    others = [fit for fit in fits[1:] if fit.outcome is not best.outcome]
    worse = "; ".join(f"{fit.outcome.value} by {fit.service} ({_days(fit)} days)" for fit in _without_doubles(others))
    return f"{words}; {worse}" if worse else words


def _without_doubles(fits: list[ServiceFit]) -> list[ServiceFit]:
    """Return the first fit of each outcome."""
    first: dict[Feasible, ServiceFit] = {}
    for fit in fits:
        first.setdefault(fit.outcome, fit)
    return list(first.values())


def _days(fit: ServiceFit) -> str:
    return f"{fit.low_days:.1f} to {fit.high_days:.1f}"
